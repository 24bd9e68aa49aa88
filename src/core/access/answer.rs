//! What the asker is told: one who may not know that something exists is told that it doesn't.

use jiff::Timestamp;

use super::{
    Action, Need, Operation, Outcome, Permission, Permissions, Principal, Purpose, Reason, Target, decide,
};

/// What the asker is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// They may.
    Allowed,
    /// They may not, though they may know that it exists.
    Denied(Reason),
    /// As if it didn't exist; the audit keeps the reason.
    NotFound(Reason),
}

/// What `principal` is told who wants to do `action` to `target` at `now`. A client is never told more than "not found".
pub fn answer(principal: &Principal, action: Action, target: &Target, now: Timestamp) -> Answer {
    let Outcome::Denied(reason) = decide(principal, action, target, now).outcome else {
        return Answer::Allowed;
    };
    let known = match sight(action, target) {
        Sight::Nobody => false,
        Sight::Everybody => true,
        Sight::Who(look) => decide(principal, Action::Operation(look), target, now).is_allowed(),
    };
    if known { Answer::Denied(reason) } else { Answer::NotFound(reason) }
}

/// Who may know that a target exists.
enum Sight {
    Nobody,
    Everybody,
    Who(Operation),
}

fn sight(action: Action, target: &Target) -> Sight {
    let (Action::Operation(_), Need::These { permissions, purpose, .. }) = (action, action.need()) else {
        return Sight::Nobody;
    };
    match target {
        Target::Platform => Sight::Everybody,
        // Who may reveal nothing isn't told whether there is something to reveal.
        Target::Row(_) if purpose == Purpose::Reveal => Sight::Nobody,
        Target::Row(_) if of_secrets(permissions) => Sight::Who(Operation::SecretShow),
        Target::Row(_) => Sight::Who(Operation::ServerShow),
        Target::Team { .. } => Sight::Who(Operation::TeamShow),
        Target::User(_) => Sight::Who(Operation::UserShow),
    }
}

fn of_secrets(permissions: Permissions) -> bool {
    permissions.iter().any(|needed| matches!(needed, Permission::SecretsUse | Permission::SecretsWrite))
}
