//! What can be done to a row: one operation, the words for it, and the command that does the same.

use super::action::Done;
use super::keymap::Command;
use super::text::Shown;
use crate::core::model::{
    ListKind, ServerId, ServerName, SessionId, TeamSlug, TeamStatus, TokenId, UserId, shell_word,
};
use crate::core::operation::item::{RuleEdit, set_rule};
use crate::core::operation::user::{NewStatus, Who};
use crate::core::operation::{Context, server, session, team, token, user};
use crate::core::problem::{Problem, ProblemKind};

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) enum Deed {
    /// Has a server used, or not. `named` is what commands call it: its name, or its id where others have that name.
    SwitchServer {
        id: ServerId,
        named: String,
        name: String,
        on: bool,
    },
    RemoveServer {
        id: ServerId,
        named: String,
        name: String,
    },
    SwitchItem {
        kind: ListKind,
        id: ServerId,
        server: String,
        item: String,
        on: bool,
    },
    KillSession {
        id: SessionId,
        pid: u32,
    },
    RevokeToken {
        id: TokenId,
        name: String,
    },
    SetUserStatus {
        id: UserId,
        called: String,
        new: NewStatus,
    },
    UnlockUser {
        id: UserId,
        called: String,
    },
    SetTeamStatus {
        slug: TeamSlug,
        on: bool,
    },
}

impl Deed {
    /// What asks for it.
    pub(in crate::tui) fn command(&self) -> Command {
        match self {
            Self::SwitchServer { .. } | Self::SwitchItem { .. } | Self::SetTeamStatus { .. } => {
                Command::Switch
            }
            Self::SetUserStatus { new: NewStatus::Approved, .. } => Command::Approve,
            Self::SetUserStatus { .. } => Command::Switch,
            Self::RemoveServer { .. } | Self::RevokeToken { .. } => Command::Remove,
            Self::KillSession { .. } => Command::Kill,
            Self::UnlockUser { .. } => Command::Unlock,
        }
    }

    /// One word for it.
    pub(in crate::tui) fn verb(&self) -> &'static str {
        match self {
            Self::SwitchServer { on: true, .. }
            | Self::SwitchItem { on: true, .. }
            | Self::SetUserStatus { new: NewStatus::Enabled, .. } => "enable",
            Self::SwitchServer { on: false, .. }
            | Self::SwitchItem { on: false, .. }
            | Self::SetUserStatus { new: NewStatus::Disabled, .. } => "disable",
            Self::RemoveServer { .. } => "remove",
            Self::KillSession { .. } => "end",
            Self::RevokeToken { .. } => "revoke",
            Self::SetUserStatus { new: NewStatus::Approved, .. } => "approve",
            Self::UnlockUser { .. } => "unlock",
            Self::SetTeamStatus { on: true, .. } => "resume",
            Self::SetTeamStatus { on: false, .. } => "suspend",
        }
    }

    /// The command that does the same.
    pub(in crate::tui) fn as_command(&self) -> Shown {
        let (noun, object) = match self {
            Self::SwitchServer { named, .. } => ("server", named.clone()),
            Self::RemoveServer { named, .. } => {
                return Shown::line(&format!("mcpgw server remove --yes {}", shell_word(named)));
            }
            Self::SwitchItem { kind, server, item, .. } => {
                return self.told(item_noun(*kind), &shell_word(&format!("{server}/{item}")));
            }
            Self::KillSession { pid, .. } => return Shown::line(&format!("mcpgw session kill {pid}")),
            Self::RevokeToken { id, .. } => ("token", id.to_string()),
            Self::SetUserStatus { called, .. } | Self::UnlockUser { called, .. } => ("user", called.clone()),
            Self::SetTeamStatus { slug, .. } => ("team", slug.to_string()),
        };
        self.told(noun, &shell_word(&object))
    }

    fn told(&self, noun: &str, object: &str) -> Shown {
        Shown::line(&format!("mcpgw {noun} {} {object}", self.verb()))
    }

    /// What is asked first, where something is lost. `as_owner`: whoever asks has not logged in, since nobody has to.
    pub(in crate::tui) fn question(&self, as_owner: bool) -> Option<Shown> {
        let question = match self {
            Self::RemoveServer { name, .. } => format!("Remove the server {name} and its variables?"),
            Self::KillSession { pid, .. } => format!("End the session {pid}, with its servers?"),
            Self::RevokeToken { name, .. } => {
                format!("Revoke the token {name}? What was made with it stops working too.")
            }
            Self::SetUserStatus { called, new: NewStatus::Disabled, .. } => {
                format!("Disable {called}? Their logins end, and their tokens do nothing any more.")
            }
            Self::SetTeamStatus { slug, on: false } => {
                format!("Suspend the team {slug}? Nothing of it will be listed or callable.")
            }
            Self::SetUserStatus { called, new, .. } if as_owner => {
                let verb = if *new == NewStatus::Approved { "Approve" } else { "Enable" };
                format!("{verb} {called}? Once somebody else can log in, everybody has to, you too.")
            }
            _ => return None,
        };
        Some(Shown::line(&question))
    }

    /// Does it.
    pub(in crate::tui) async fn perform(&self, context: &Context) -> Result<Done, Problem> {
        let said = match self {
            Self::SwitchServer { id, name, on, .. } => {
                let changed = server::set_enabled(context, &server_named(*id)?, *on, false).await?;
                switched(changed, self.verb(), name)
            }
            Self::RemoveServer { id, name, .. } => {
                server::remove(context, &server_named(*id)?, false).await?;
                format!("removed {name}")
            }
            Self::SwitchItem { kind, id, item, on, .. } => {
                let edit = RuleEdit { enabled: Some(*on), visibility: None };
                let done = set_rule(context, *kind, &format!("{id}/{item}"), edit, false).await?;
                switched(done.changed, self.verb(), item)
            }
            Self::KillSession { id, pid } => {
                session::end(context, session::Target::Id(*id), false).await?;
                format!("ended session {pid}")
            }
            Self::RevokeToken { id, name } => {
                let (_, changed) = token::revoke(context, &id.to_string(), false).await?;
                if changed { format!("revoked {name}") } else { format!("{name} is revoked already") }
            }
            Self::SetUserStatus { id, called, new } => set_status(context, *id, called, *new).await?,
            Self::UnlockUser { id, called } => {
                user::unlock(context, &Who::Id(*id), false).await?;
                format!("unlocked {called}")
            }
            Self::SetTeamStatus { slug, on } => {
                let status = if *on { TeamStatus::Active } else { TeamStatus::Suspended };
                let edited = team::set_status(context, slug, status, false).await?;
                let past = if *on { "resumed" } else { "suspended" };
                if edited.changed { format!("{past} {slug}") } else { format!("{slug} is so already") }
            }
        };
        Ok(Done { said: Shown::line(&said), warnings: context.lagging.told() })
    }
}

async fn set_status(context: &Context, id: UserId, called: &str, new: NewStatus) -> Result<String, Problem> {
    let switched = user::set_status(context, &Who::Id(id), new, false).await?.all_log_in;
    let past = match new {
        NewStatus::Approved => "approved",
        NewStatus::Enabled => "enabled",
        NewStatus::Disabled => "disabled",
    };
    let then = if switched { "; from now on everybody has to log in" } else { "" };
    Ok(format!("{past} {called}{then}"))
}

fn switched(changed: bool, verb: &str, name: &str) -> String {
    if changed { format!("{verb}d {name}") } else { format!("{name} is {verb}d already") }
}

/// How operations call the server that was on the screen, whatever has its name by now.
fn server_named(id: ServerId) -> Result<ServerName, Problem> {
    ServerName::parse(&id.to_string()).map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))
}

/// A template is one of the resources, where commands are concerned.
fn item_noun(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Tools => "tool",
        ListKind::Prompts => "prompt",
        ListKind::Resources | ListKind::Templates => "resource",
    }
}
