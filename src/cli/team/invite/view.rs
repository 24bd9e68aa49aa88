//! How invitations are shown.

use jiff::Timestamp;
use serde::Serialize;

use crate::core::model::{Email, Invitation, InvitationId, InvitationState, RoleName};

/// An invitation in JSON.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    id: InvitationId,
    email: &'a Email,
    role: &'a RoleName,
    state: InvitationState,
    created_at: Timestamp,
    expires_at: Timestamp,
    accepted_at: Option<Timestamp>,
    revoked_at: Option<Timestamp>,
}

impl<'a> View<'a> {
    pub(super) fn new(invitation: &'a Invitation, now: Timestamp) -> Self {
        Self {
            id: invitation.id,
            email: &invitation.email,
            role: &invitation.role,
            state: invitation.state(now),
            created_at: invitation.created_at,
            expires_at: invitation.expires_at,
            accepted_at: invitation.accepted_at,
            revoked_at: invitation.revoked_at,
        }
    }
}
