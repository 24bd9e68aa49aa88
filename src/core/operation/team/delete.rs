//! Deletes a team.

use std::collections::HashSet;

use super::list::{get, get_for};
use crate::core::access::{Operation, Target};
use crate::core::model::{ServerId, ServerName, Team, TeamSlug};
use crate::core::operation::{Context, following::followed, server};
use crate::core::problem::Problem;
use crate::core::store::Remains;

/// What becomes of the servers of a team that is deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// There must be none.
    None,
    /// They belong to this team from now on.
    Move(TeamSlug),
    /// They are removed.
    Cascade,
}

/// The team that was deleted, or would be.
#[derive(Debug)]
pub struct Deleted {
    /// The team.
    pub team: Team,
    /// The servers that it had, and who acts may know of.
    pub servers: Vec<ServerName>,
    /// How many more.
    pub others: usize,
}

/// Deletes the team of that slug.
pub async fn delete(
    context: &Context,
    slug: &TeamSlug,
    fate: &Fate,
    dry_run: bool,
) -> Result<Deleted, Problem> {
    let team = get_for(context, Operation::TeamDelete, slug).await?;
    let remains = match fate {
        Fate::None => Remains::Nothing,
        Fate::Cascade => Remains::Deleted,
        Fate::Move(target) => Remains::Moved(Box::new(get(context, target).await?.team)),
    };
    let attempt = context.attempt(Operation::TeamDelete, dry_run);
    let seen: HashSet<ServerId> = server::list(context).await?.iter().map(|server| server.id).collect();
    let deleted = context.store.delete_team(context.act("team.delete"), attempt, &team, remains).await;
    let servers = context.came(Operation::TeamDelete, &Target::of_team(&team), deleted)?;
    if !dry_run {
        followed(context).await;
    }
    let all = servers.len();
    if !dry_run && *fate == Fate::Cascade {
        let files = context.launcher.recorder.files();
        for (id, name) in &servers {
            if let Some(Err(error)) = files.map(|files| files.server(*id).remove()) {
                tracing::warn!("can't remove the log of {name}: {error}");
            }
        }
    }
    let known: Vec<_> = servers.into_iter().filter(|(id, _)| seen.contains(id)).collect();
    let others = all - known.len();
    Ok(Deleted { team, servers: known.into_iter().map(|(_, name)| name).collect(), others })
}
