//! Unlocks an admin when no other admin can: for whoever owns the store's files and opens its vault.

use crate::core::access::Role;
use crate::core::identity::is_locked;
use crate::core::model::{Account, Email};
use crate::core::operation::login::Gate;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::StoreError;
use crate::core::vault::Vault;

/// Unlocks an admin who is locked out. The caller has made sure that a person sits at a terminal.
pub async fn recover(gate: &Gate, vault: &Vault, email: &Email, dry_run: bool) -> Result<Account, Problem> {
    vault.open().await?;
    let account = gate.store.account_of(email).await?;
    let account = account.ok_or_else(|| Problem::from(StoreError::NoUser(email.to_string())))?;
    if !account.global_roles.iter().any(|role| role == Role::PlatformAdmin.name()) {
        let problem = Problem::new(ProblemKind::Denied, format!("{email} is no platform admin"));
        return Err(problem.hint(format!("let an admin do it: mcpgw user unlock {email}")));
    }
    let locked = account.password.as_ref().is_some_and(|kept| is_locked(kept.standing, gate.clock.now()));
    if !locked {
        let problem = Problem::new(ProblemKind::Conflict, format!("{email} is not locked out"));
        return Err(problem.hint(format!("mcpgw login --user {email}")));
    }
    if !dry_run {
        gate.store.unlock(gate.act("user.recover", None), account.user.id).await?;
    }
    Ok(account)
}
