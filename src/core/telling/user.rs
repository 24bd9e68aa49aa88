//! A user as commands show one.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::core::identity::is_locked;
use crate::core::model::{Account, AttributeName, Email, TeamId, User, UserId, UserStatus};

/// A user as commands show one.
#[derive(Debug, Serialize)]
pub(crate) struct View<'a> {
    pub(crate) id: UserId,
    pub(crate) email: Option<&'a Email>,
    pub(crate) name: &'a str,
    pub(crate) status: UserStatus,
    pub(crate) roles: &'a [String],
    has_password: bool,
    must_change_password: bool,
    /// Until then no password helps.
    pub(crate) locked_until: Option<jiff::Timestamp>,
    personal_team: TeamId,
    /// The team that owns them, for a service user.
    pub(crate) service_of: Option<TeamId>,
    /// What is noted about them.
    pub(crate) attributes: &'a BTreeMap<AttributeName, String>,
    created_at: jiff::Timestamp,
    updated_at: jiff::Timestamp,
}

impl<'a> View<'a> {
    pub(crate) fn new(account: &'a Account, now: jiff::Timestamp) -> Self {
        let Account { user, global_roles, attributes, password, .. } = account;
        let standing = password.as_ref().map(|password| password.standing);
        Self {
            id: user.id,
            email: user.email.as_ref(),
            name: &user.full_name,
            status: user.status,
            roles: global_roles,
            has_password: password.is_some(),
            must_change_password: password.as_ref().is_some_and(|password| password.must_change),
            locked_until: standing.filter(|&standing| is_locked(standing, now)).and_then(|s| s.locked_until),
            personal_team: user.personal_team,
            service_of: user.service_of,
            attributes,
            created_at: user.created_at,
            updated_at: user.updated_at,
        }
    }

    /// What people call them.
    pub(crate) fn called(&self) -> &str {
        self.email.map_or(User::OWNER, Email::as_str)
    }

    /// What is to be known of one.
    pub(crate) fn pairs(&self) -> [(&'static str, String); 6] {
        let attributes: Vec<_> =
            self.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
        [
            ("name", self.name.to_owned()),
            ("status", self.state()),
            ("roles", self.roles.join(", ")),
            ("locked until", self.locked_until.map(|until| until.to_string()).unwrap_or_default()),
            ("attributes", attributes.join(" ")),
            ("id", self.id.to_string()),
        ]
    }

    /// The status, and what else keeps them out.
    pub(crate) fn state(&self) -> String {
        let locked = if self.locked_until.is_some() { ", locked" } else { "" };
        let service = if self.service_of.is_some() { ", service" } else { "" };
        format!("{}{service}{locked}", self.status.name())
    }
}
