//! Invitations into teams.

use jiff::Timestamp;
use serde::Serialize;

use super::{Email, InvitationId, RoleName, TeamId, UserId};

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// It may be accepted.
    Open,
    /// It was, and can't be again.
    Accepted,
    /// It was taken back.
    Revoked,
    /// Nobody accepted it in time.
    Expired,
}

impl InvitationState {
    /// One word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
        }
    }

    /// The same as the end of "this invitation".
    pub fn over(self) -> &'static str {
        match self {
            Self::Open => "is open",
            Self::Accepted => "was accepted already",
            Self::Revoked => "was taken back",
            Self::Expired => "has expired",
        }
    }
}

/// One row of the store: somebody may come into a team who proves it with a code. The code isn't here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its identity.
    pub id: InvitationId,
    /// Into which team.
    pub team: TeamId,
    /// Whom.
    pub email: Email,
    /// As what.
    pub role: RoleName,
    /// By whom.
    pub invited_by: UserId,
    /// When.
    pub created_at: Timestamp,
    /// From then on nobody accepts it.
    pub expires_at: Timestamp,
    /// When it was accepted.
    pub accepted_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

impl Invitation {
    /// What became of it, seen at `now`.
    pub fn state(&self, now: Timestamp) -> InvitationState {
        if self.accepted_at.is_some() {
            InvitationState::Accepted
        } else if self.revoked_at.is_some() {
            InvitationState::Revoked
        } else if self.expires_at <= now {
            InvitationState::Expired
        } else {
            InvitationState::Open
        }
    }
}
