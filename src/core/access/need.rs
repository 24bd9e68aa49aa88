//! What an action needs.

use super::{Permission, PermissionSet};

/// What an action is for: it decides which grants count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To use it, through a client: what is granted everywhere doesn't count, and it must be enabled.
    Use,
    /// To see that it exists and how it is set up.
    Look,
    /// To change it.
    Manage,
    /// To see that it exists though it is private to somebody else: granted everywhere or not at all.
    Reveal,
}

/// One permission or two, all of which are needed: never none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Permissions {
    first: Permission,
    second: Option<Permission>,
}

impl Permissions {
    /// This one.
    pub const fn one(first: Permission) -> Self {
        Self { first, second: None }
    }

    /// Both of these.
    pub const fn both(first: Permission, second: Permission) -> Self {
        Self { first, second: Some(second) }
    }

    /// As a set.
    pub const fn set(self) -> PermissionSet {
        let first = PermissionSet::one(self.first);
        match self.second {
            Some(second) => first.union(PermissionSet::one(second)),
            None => first,
        }
    }

    /// One after the other.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        std::iter::once(self.first).chain(self.second)
    }
}

/// What an action needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// To be somebody who may act. It touches nobody's things.
    Nothing,
    /// To be allowed these.
    These {
        /// What is needed.
        permissions: Permissions,
        /// What for.
        purpose: Purpose,
        /// Whether a user needs no grant for what is their own: about [`Target::User`](super::Target::User) alone.
        own: bool,
    },
}
