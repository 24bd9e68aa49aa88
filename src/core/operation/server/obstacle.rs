//! What keeps servers from being started, as far as that can be known without asking a keyring or a person.

use serde::Serialize;

use crate::core::model::{Reference, ReferenceState, Server};
use crate::core::operation::{Context, vault};
use crate::core::problem::Problem;
use crate::core::upstream::{describe_unmet, remedy_of};

/// One thing that keeps a server from being started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// What it is, as in "can't be started, since ...".
    pub reason: String,
    /// What helps: mostly a command.
    pub hint: String,
}

/// What keeps each of `servers` from being started. The vault is looked at only for those that need it.
pub async fn obstacles(context: &Context, servers: &[Server]) -> Result<Vec<Vec<Obstacle>>, Problem> {
    let vault = if servers.iter().any(needs_vault) { shut(context).await? } else { None };
    let all = servers.iter().map(|server| {
        let vault = vault.clone().filter(|_| needs_vault(server));
        vault.into_iter().chain(unmet(server)).collect()
    });
    Ok(all.collect())
}

/// What of a server's references is not to be had.
pub fn unmet(server: &Server) -> impl Iterator<Item = Obstacle> {
    let unmet = |reference: &&Reference| !matches!(reference.state, ReferenceState::Found { .. });
    server.launch.references.iter().filter(unmet).map(|Reference { spot, target, state, .. }| Obstacle {
        reason: format!("its {spot} {}", describe_unmet(target, *state)),
        hint: remedy_of(spot, target, *state, server.name.as_str()),
    })
}

fn needs_vault(server: &Server) -> bool {
    let found = |reference: &Reference| matches!(reference.state, ReferenceState::Found { .. });
    !server.launch.declared().is_empty() || server.launch.references.iter().any(found)
}

async fn shut(context: &Context) -> Result<Option<Obstacle>, Problem> {
    let found = context.launcher.vault.obstacle().await?;
    Ok(found.map(|error| Obstacle {
        hint: vault::advice(&error),
        reason: format!("the vault doesn't open what it needs: {error}"),
    }))
}
