//! Seals what an earlier version kept in clear.

use super::seal::seal;
use crate::core::model::SealedColumn;
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::store::Clear;

/// Seals the variables that still stand in clear, and rewrites the store so that no copy of them is left. Returns how many
/// there were. Cheap when there are none; whoever else does it at the same time does no harm.
pub async fn seal_what_is_clear(context: &Context) -> Result<usize, Problem> {
    let Clear { variables: clear, copies } = context.store.clear().await?;
    if clear.is_empty() {
        if copies {
            context.store.shred_clear_copies().await?;
        }
        return Ok(0);
    }
    let vault = context.launcher.vault.open().await.map_err(|error| {
        let problem = Problem::from(error);
        let message = format!(
            "variables of your servers, kept in clear by an earlier version, can't be sealed: {}",
            problem.message
        );
        Problem { message, ..problem }
    })?;
    let mut all = Vec::with_capacity(clear.len());
    for (server, name, value) in clear {
        let value = seal(&vault, (server, SealedColumn::ServerVariable), &name, value.reveal())?;
        all.push((server, name, value));
    }
    let count = all.len();
    context.store.replace_clear_variables(all).await?;
    context.store.shred_clear_copies().await?;
    Ok(count)
}
