//! How members are shown.

use jiff::Timestamp;
use serde::Serialize;

use crate::core::model::{Email, Member, RoleName, UserId, UserStatus};

/// A member in JSON.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    user: UserId,
    email: Option<&'a Email>,
    name: &'a str,
    status: UserStatus,
    role: &'a RoleName,
    expires_at: Option<Timestamp>,
    created_at: Timestamp,
}

impl<'a> From<&'a Member> for View<'a> {
    fn from(member: &'a Member) -> Self {
        Self {
            user: member.user,
            email: member.email.as_ref(),
            name: &member.full_name,
            status: member.status,
            role: &member.role,
            expires_at: member.expires_at,
            created_at: member.created_at,
        }
    }
}

/// A member who was changed, or would be, in JSON.
#[derive(Debug, Serialize)]
pub(super) struct Outcome<'a> {
    #[serde(flatten)]
    member: View<'a>,
    changed: bool,
    dry_run: bool,
}

impl<'a> Outcome<'a> {
    pub(super) fn new(member: &'a Member, changed: bool, dry_run: bool) -> Self {
        Self { member: View::from(member), changed, dry_run }
    }
}
