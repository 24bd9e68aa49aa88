//! Requests to join a team.

use jiff::Timestamp;
use serde::Serialize;

use super::{Email, JoinRequestId, TeamId, UserId};

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinState {
    /// Nobody has answered it yet.
    Pending,
    /// Who asked was let in.
    Approved,
    /// They were turned away.
    Rejected,
    /// They took it back.
    Cancelled,
    /// Nobody answered it in time.
    Expired,
}

impl JoinState {
    /// One word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }

    /// What ended a request for good, by its name; one that nobody ended is pending, or expires.
    pub fn parse_end(text: &str) -> Option<Self> {
        [Self::Approved, Self::Rejected, Self::Cancelled].into_iter().find(|state| state.name() == text)
    }
}

/// One row of the store: somebody asks to come into a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinRequest {
    /// Its identity.
    pub id: JoinRequestId,
    /// Into which team.
    pub team: TeamId,
    /// Who.
    pub user: UserId,
    /// Their address.
    pub email: Email,
    /// What they are called.
    pub full_name: String,
    /// Why, in their own words.
    pub message: String,
    /// When they asked.
    pub created_at: Timestamp,
    /// From then on nobody answers it any more.
    pub expires_at: Timestamp,
    /// What ended it, and when.
    pub end: Option<(JoinState, Timestamp)>,
}

impl JoinRequest {
    /// What became of it, seen at `now`.
    pub fn state(&self, now: Timestamp) -> JoinState {
        match self.end {
            Some((end, _)) => end,
            None if self.expires_at <= now => JoinState::Expired,
            None => JoinState::Pending,
        }
    }
}
