//! Whose a row is.

use super::{TeamId, UserId, Visibility};

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
