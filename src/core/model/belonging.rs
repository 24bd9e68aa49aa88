//! Whose a row is.

use jiff::Timestamp;

use super::{Hash, Server, ServerId, TeamId, UserId, Visibility};

/// Whose a row is, and who else may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Belonging {
    /// Who made it, or was given it.
    pub owner: UserId,
    /// The team that it belongs to; the owner's personal one for most.
    pub team: TeamId,
    /// Who may see it; `None`: the store says something that this binary doesn't know, so nobody may.
    pub visibility: Option<Visibility>,
}

impl Belonging {
    /// Whether all who may see `other` may see this: then `other` may use it.
    pub fn is_as_wide_as(&self, other: &Self) -> bool {
        match (self.visibility, other.visibility) {
            (Some(Visibility::Public), Some(_)) => true,
            (Some(Visibility::Team), Some(Visibility::Team | Visibility::Private)) => self.team == other.team,
            (Some(Visibility::Private), Some(Visibility::Private)) => self.owner == other.owner,
            _ => false,
        }
    }
}

/// A server, as far as it decides which secrets it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Borrower {
    /// Which.
    pub server: ServerId,
    /// Whose it is, or would be.
    pub belonging: Belonging,
    /// What it was, up to this moment, before it is to be started otherwise. What was lent to that it has too, when who wants
    /// the change could lend it.
    pub before: Option<(Hash, Timestamp)>,
}

impl Borrower {
    /// `server`, as it is.
    pub fn of(server: &Server) -> Self {
        Self { server: server.id, belonging: server.belonging, before: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fewer_may_see_is_narrower() {
        let row = |owner, team, visibility| Belonging {
            owner: UserId::new(owner, [0; 10]),
            team: TeamId::new(team, [0; 10]),
            visibility,
        };
        let [private, team, public] = Visibility::ALL.map(Some);
        for (secret, server, wide) in [
            (row(1, 1, public), row(2, 2, public), true),
            (row(1, 1, public), row(2, 2, private), true),
            (row(1, 1, public), row(1, 1, None), false),
            (row(1, 1, team), row(2, 1, team), true),
            (row(1, 1, team), row(2, 1, private), true),
            (row(1, 1, team), row(1, 2, private), false),
            (row(1, 1, team), row(1, 2, team), false),
            (row(1, 1, team), row(1, 1, public), false),
            (row(1, 1, private), row(1, 2, private), true),
            (row(1, 1, private), row(2, 1, private), false),
            (row(1, 1, private), row(1, 1, team), false),
            (row(1, 1, private), row(1, 1, public), false),
            (row(1, 1, None), row(1, 1, private), false),
        ] {
            assert_eq!(secret.is_as_wide_as(&server), wide, "{secret:?} {server:?}");
        }
    }
}
