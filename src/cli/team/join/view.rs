//! How requests are shown.

use jiff::Timestamp;
use serde::Serialize;

use crate::core::model::{Email, JoinRequest, JoinRequestId, JoinState, TeamSlug};

/// A request in JSON.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    id: JoinRequestId,
    team: &'a TeamSlug,
    email: &'a Email,
    name: &'a str,
    message: &'a str,
    state: JoinState,
    created_at: Timestamp,
    expires_at: Timestamp,
    ended_at: Option<Timestamp>,
}

impl<'a> View<'a> {
    pub(super) fn new(team: &'a TeamSlug, request: &'a JoinRequest, now: Timestamp) -> Self {
        Self {
            id: request.id,
            team,
            email: &request.email,
            name: &request.full_name,
            message: &request.message,
            state: request.state(now),
            created_at: request.created_at,
            expires_at: request.expires_at,
            ended_at: request.end.map(|(_, at)| at),
        }
    }
}
