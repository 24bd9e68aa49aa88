//! Gives the master key to another keeper.

use crate::core::access::Operation;
use crate::core::model::MasterSource;
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::vault::{MovedKey, Target, VaultState};

/// What was moved, or would be.
#[derive(Debug)]
pub struct Moved {
    /// Who kept the key before; nobody, when there was none.
    pub from: Option<MasterSource>,
    /// Why the keeper before still has it, when it does.
    pub left_behind: Option<Problem>,
}

/// Re-wraps the data key under a master key that `target` keeps. No sealed value is touched.
pub async fn relocate(context: &Context, target: Target, dry_run: bool) -> Result<Moved, Problem> {
    context.require_of_all(Operation::VaultMove)?;
    let vault = &context.launcher.vault;
    if !dry_run {
        let MovedKey { from, left_behind } = vault.move_to(target, &context.act("vault.move")).await?;
        return Ok(Moved { from, left_behind: left_behind.map(Problem::from) });
    }
    let from = match vault.state().await? {
        VaultState::Absent => None,
        VaultState::Present { .. } => Some(vault.open().await?.source()),
    };
    Ok(Moved { from, left_behind: None })
}
