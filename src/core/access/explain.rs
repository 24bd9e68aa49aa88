//! A decision in the words of a person.

use jiff::Timestamp;

use super::{Action, Need, Outcome, Principal, Reason, Target, decide};

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
        Outcome::Allowed => (allowed(principal, action, target, now).to_owned(), None),
        Outcome::Denied(reason) => denied(reason),
    };
    Explanation { allowed: decision.is_allowed(), because, help, until: decision.until }
}

/// By which rule it is allowed: it is tried with ever more of what was granted.
fn allowed(principal: &Principal, action: Action, target: &Target, now: Timestamp) -> &'static str {
    let may = |principal: Principal| decide(&principal, action, target, now).is_allowed();
    if may(principal.bare()) {
        match target {
            _ if action.need() == Need::Nothing => "it touches nobody's things",
            Target::Row(row) if row.belonging.team == principal.personal_team() => {
                "it is in their own personal team"
            }
            Target::Row(_) => "it is public: everybody may use it",
            Target::Team { team, .. } if *team == principal.personal_team() => {
                "it is their own personal team"
            }
            Target::Team { .. } => "everybody may find this team",
            Target::User(_) | Target::Platform => "it is their own account",
        }
    } else if may(principal.without_global()) {
        "the role in its team allows it"
    } else {
        "a role that holds everywhere allows it"
    }
}

fn denied(reason: Reason) -> (String, Option<String>) {
    let (because, help) = match reason {
        Reason::UserPending => ("nobody has approved this account yet", "an admin approves it"),
        Reason::UserDisabled => ("this account is disabled", "an admin enables it"),
        Reason::ScopeExpired => ("the token has expired", "a new token takes its place"),
        Reason::ScopeEmpty => {
            ("none of the teams that the token was for is left", "a new token takes its place")
        }
        Reason::ServerOutsideScope => ("the token isn't for this server", "it takes a token that is"),
        Reason::TeamOutsideScope => {
            ("the token isn't for the team that this belongs to", "it takes a token that is")
        }
        Reason::UnknownVisibility => (
            "who may see it was written by a newer mcpgw, in a way that this one doesn't know",
            "update mcpgw",
        ),
        Reason::Private => ("it is private to its owner", "its owner makes it visible to a team"),
        Reason::NotMember => {
            ("it is for the members of its team", "an owner of the team adds this account to it")
        }
        Reason::MembershipExpired => {
            ("the role in its team has expired", "an owner of the team grants it again")
        }
        Reason::TeamSuspended => {
            ("its team is suspended, or the team's trial has ended", "an admin resumes the team")
        }
        Reason::Disabled => (
            "it is disabled, or its team may run no servers",
            "enable it with `mcpgw server enable`; what a team may is shown by `mcpgw team quota`",
        ),
        Reason::ItemDisabled => ("it is disabled on its server", "enable it with `mcpgw tool enable`"),
        Reason::ScopeLacks(permission) => {
            let because = format!("it takes {permission}, which the token doesn't carry");
            return (because, Some("it takes a token that does".to_owned()));
        }
        Reason::Lacks(permission) => {
            let because = format!("it takes {permission}, which no role there gives");
            return (because, Some("somebody who grants roles there gives one that does".to_owned()));
        }
    };
    (because.to_owned(), Some(help.to_owned()))
}
