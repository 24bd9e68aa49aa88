//! Whose a server is to be, and who else may see it.

use crate::core::access::{Operation, Target};
use crate::core::model::{Belonging, Server, TeamSlug, Visibility};
use crate::core::operation::Context;
use crate::core::operation::authority::row;
use crate::core::operation::user::Who;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{Guard, StoreError};

/// What is said of it; what is absent stays, or is the caller's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Who may see it.
    pub visibility: Option<Visibility>,
    /// The team that it belongs to. Named alone it means that the team sees it.
    pub team: Option<TeamSlug>,
    /// Who owns it.
    pub owner: Option<Who>,
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
        if let Some(who) = &self.owner {
            // Nobody learns here who has an account: one without is in no team either.
            let none = || no_owner(who, belonging.team == before.team);
            let user = match who {
                Who::Me => Some(context.principal.user()),
                Who::Id(id) => Some(*id),
                Who::Email(email) => context.store.account_of(email).await?.map(|account| account.user.id),
            };
            let fits = match user {
                Some(user) => context.store.may_own(belonging.team, user, context.clock.now()).await?,
                None => false,
            };
            belonging.owner = user.filter(|_| fits).ok_or_else(none)?;
        }
        Ok(Belonging { visibility: self.visibility.or(belonging.visibility), ..belonging })
    }
}

/// Refuses to take `server` from the team where it was `before` unless who acts could remove it there, and use it: who only
/// manages it gets no use of it by taking it along. Its owner must be one of those who are where it goes.
pub(super) async fn require_leave(
    context: &Context,
    server: &Server,
    before: Belonging,
) -> Result<(), Problem> {
    let belonging = server.belonging;
    if before.team != belonging.team {
        let teams = context.store.teams().await?;
        let left = Server { belonging: before, ..server.clone() };
        let target = Target::Row(row(&left, &teams));
        let absent = || super::unknown(&server.name);
        context.require(Operation::ServerRemove, &target, absent)?;
        context.require(Operation::ServerTest, &target, absent)?;
        if !context.store.may_own(belonging.team, belonging.owner, context.clock.now()).await? {
            return Err(StoreError::from(Guard::NoOwner {
                server: server.name.clone(),
                who: "its present owner".to_owned(),
            })
            .into());
        }
    }
    Ok(())
}

/// Refuses to run something else as `before` unless who acts may use it, and the secrets that it has: its new command gets them.
pub(super) async fn require_launch(
    context: &Context,
    before: &Server,
    server: &Server,
) -> Result<(), Problem> {
    if server.launch != before.launch {
        let teams = context.store.teams().await?;
        let target = Target::Row(row(&Server { enabled: true, ..before.clone() }, &teams));
        let absent = || super::unknown(&before.name);
        context.require(Operation::ServerTest, &target, absent)?;
        if before.launch.has_secrets() {
            context.require(Operation::SecretUse, &target, absent)?;
        }
    }
    Ok(())
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
    match before {
        None => context.require_known(Operation::ServerAdd, &target)?,
        Some(before) if before.team != server.belonging.team => {
            context.require(Operation::ServerAdd, &target, absent)?;
        }
        Some(_) => {}
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

fn no_owner(who: &Who, stays: bool) -> Problem {
    let message =
        format!("{who} is no active member of the team that the server belongs to, and can't own it");
    let problem = Problem::new(ProblemKind::Conflict, message);
    let other = "name a team that they are in, too: --team TEAM";
    if stays { problem.hint(other) } else { problem.hint("mcpgw team member list TEAM") }
}
