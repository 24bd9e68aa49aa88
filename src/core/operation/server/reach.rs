//! Whose a server is to be, and who else may see it.

use crate::core::access::{Operation, Target};
use crate::core::model::{Belonging, Server, TeamSlug, Visibility};
use crate::core::operation::Context;
use crate::core::operation::authority::row;
use crate::core::problem::{Problem, ProblemKind};

/// What is said of it; what is absent stays, or is the caller's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Who may see it.
    pub visibility: Option<Visibility>,
    /// The team that it belongs to. Named alone it means that the team sees it.
    pub team: Option<TeamSlug>,
}

impl Reach {
    /// `before`, changed.
    pub(super) async fn resolve(&self, context: &Context, before: Belonging) -> Result<Belonging, Problem> {
        let mut belonging = before;
        if let Some(slug) = &self.team {
            let teams = context.store.teams().await?;
            let found = teams.into_values().find(|team| team.slug == *slug).filter(|team| {
                let asked =
                    Target::Team { team: team.id, status: team.status, discoverable: team.discoverable };
                context.may(Operation::TeamShow, &asked)
            });
            belonging.team = found.ok_or_else(|| unknown(slug))?.id;
            if belonging.visibility == Some(Visibility::Private) {
                belonging.visibility = Some(Visibility::Team);
            }
        }
        Ok(Belonging { visibility: self.visibility.or(belonging.visibility), ..belonging })
    }
}

/// Refuses unless who acts may have `server` where it is to be; `before` is where it was.
pub(super) async fn require_place(
    context: &Context,
    server: &Server,
    before: Option<Belonging>,
) -> Result<(), Problem> {
    let teams = context.store.teams().await?;
    let target = Target::Row(row(server, &teams));
    let absent = || super::unknown(&server.name);
    if before.is_none_or(|before| before.team != server.belonging.team) {
        context.require(Operation::ServerAdd, &target, absent)?;
    }
    let is_public = |belonging: Belonging| belonging.visibility == Some(Visibility::Public);
    if is_public(server.belonging) && !before.is_some_and(is_public) {
        context.require(Operation::ServerPublish, &target, absent)?;
    }
    Ok(())
}

fn unknown(slug: &TeamSlug) -> Problem {
    Problem::new(ProblemKind::NotFound, format!("there is no team {slug}")).hint("mcpgw team list")
}
