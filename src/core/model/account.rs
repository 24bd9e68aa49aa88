//! A user with what decides whether they get in.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::{AttributeName, CallLimits, LoginId, Password, User, UserId};

/// Who acts where nobody says who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthMode {
    /// The owner of the store.
    Local,
    /// Nobody.
    Required,
}

impl AuthMode {
    /// One word for it, which [`AuthMode::parse`] reads.
    pub fn name(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Required => "required",
        }
    }

    /// The mode of that name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Local, Self::Required].into_iter().find(|mode| mode.name() == text)
    }
}

/// A user with what decides whether they get in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Who it is.
    pub user: User,
    /// The names of their roles that hold everywhere.
    pub global_roles: Vec<String>,
    /// What is noted about them.
    pub attributes: BTreeMap<AttributeName, String>,
    /// How many calls they may make.
    pub limits: CallLimits,
    /// What they log in with, if they can.
    pub password: Option<Password>,
}

/// Somebody who is logged in. Whoever has the secret of it acts as them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// Its identity.
    pub id: LoginId,
    /// Who.
    pub user: UserId,
    /// Since when.
    pub created_at: Timestamp,
    /// When they last did something, give or take a little.
    pub last_used_at: Timestamp,
    /// When it ends, however much it is used.
    pub expires_at: Timestamp,
}
