//! Roles beside mcpgw's own.

use jiff::Timestamp;

use super::{RoleName, TeamId};

/// One row of the store: a name for a set of permissions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomRole {
    /// Its identity.
    pub id: String,
    /// In which team it can be granted; in every one where there is none.
    pub team: Option<TeamId>,
    /// What it is called.
    pub name: RoleName,
    /// What it allows, each as `noun.verb`.
    pub permissions: Vec<String>,
    /// When the row was made.
    pub created_at: Timestamp,
}
