//! People in teams.

use jiff::Timestamp;

use super::{Email, RoleName, UserId, UserStatus};

/// One row of the store: the grant of a role in a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub user: UserId,
    /// Their address, if they have one.
    pub email: Option<Email>,
    /// What they are called.
    pub full_name: String,
    /// Whether they may act.
    pub status: UserStatus,
    /// As what.
    pub role: RoleName,
    /// From then on it is as if it were not there.
    pub expires_at: Option<Timestamp>,
    /// Since when.
    pub created_at: Timestamp,
}
