//! A decision in the words of a person.

use jiff::Timestamp;

use super::{Action, Outcome, Principal, Reason, Target, decide};
use crate::core::model::Visibility;

/// Why a decision is as it is. It names nobody's things: for one who may know of the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The rule that decides: lower case, no full stop.
    pub because: String,
    /// What would help, where something would.
    pub help: Option<String>,
    /// Until when it is allowed, if that ends by itself.
    pub until: Option<Timestamp>,
}

/// Why `principal` may, or may not, do `action` to `target` at `now`.
pub fn explain(principal: &Principal, action: Action, target: &Target, now: Timestamp) -> Explanation {
    let decision = decide(principal, action, target, now);
    let (because, help) = match decision.outcome {
        Outcome::Allowed => (allowed(principal, target), None),
        Outcome::Denied(reason) => denied(reason),
    };
    Explanation { allowed: decision.is_allowed(), because, help, until: decision.until }
}

fn allowed(principal: &Principal, target: &Target) -> String {
    match target {
        Target::Row(row) => {
            let team = row.belonging.team;
            match row.visibility() {
                Some(Visibility::Public) if principal.memberships_in(team).is_empty() => {
                    "it is public: every user may use it".to_owned()
                }
                _ if team == principal.personal_team() => "it is in the user's personal team".to_owned(),
                _ if principal.memberships_in(team).is_empty() => {
                    "a role that holds everywhere allows it".to_owned()
                }
                _ => "the user's role in its team allows it".to_owned(),
            }
        }
        Target::Team { .. } => {
            "the user's role in the team, or one that holds everywhere, allows it".to_owned()
        }
        Target::User(user) if *user == principal.user() => "it is the user's own".to_owned(),
        Target::User(_) | Target::Platform => "a role that holds everywhere allows it".to_owned(),
    }
}

fn denied(reason: Reason) -> (String, Option<String>) {
    let said = |because: &str, help: &str| (because.to_owned(), (!help.is_empty()).then(|| help.to_owned()));
    match reason {
        Reason::UserPending => said("nobody has approved the user yet", "an admin runs `mcpgw user approve`"),
        Reason::UserDisabled => said("the user is disabled", "an admin runs `mcpgw user enable`"),
        Reason::ScopeExpired => said("the token has expired", "make a new one with `mcpgw token create`"),
        Reason::ScopeEmpty => said(
            "none of the teams that the token was for is left",
            "make a new one with `mcpgw token create`",
        ),
        Reason::ScopeLacks(permission) => (
            format!("the token doesn't carry {permission}, so it can't {}", permission.meaning()),
            Some(format!("make one with `mcpgw token create --permission {permission}`")),
        ),
        Reason::ServerOutsideScope => {
            said("the token isn't for this server", "make one that is with `mcpgw token create --server`")
        }
        Reason::TeamOutsideScope => said(
            "the token isn't for the team that this belongs to",
            "make one that is with `mcpgw token create --team`",
        ),
        Reason::UnknownVisibility => {
            said("a newer mcpgw has set who may see it, in a way that this one doesn't know", "update mcpgw")
        }
        Reason::Private => {
            said("it is private to another user", "its owner runs `mcpgw server edit --visibility team`")
        }
        Reason::NotMember => said(
            "it is for a team that the user is not in",
            "an owner of the team runs `mcpgw team member add`",
        ),
        Reason::MembershipExpired => said(
            "the user's role in the team has expired",
            "an owner of the team runs `mcpgw team member set-role`",
        ),
        Reason::TeamSuspended => {
            said("the team is suspended, or its trial has ended", "an admin runs `mcpgw team resume`")
        }
        Reason::Lacks(permission) => (
            format!("no role of the user there allows them to {} ({permission})", permission.meaning()),
            Some("who may grant such a role gives it to them".to_owned()),
        ),
        Reason::Disabled => said("the server is disabled", "`mcpgw server enable` enables it"),
        Reason::ItemDisabled => said("it is disabled on its server", "`mcpgw tool enable` enables it"),
    }
}
