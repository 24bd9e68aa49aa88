//! Permissions as a set of bits.

use std::fmt;

use super::Permission;

/// A set of permissions: one word, copied as such.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PermissionSet(u64);

const _: () = assert!(Permission::ALL.len() < 64, "every permission has its bit");

impl PermissionSet {
    /// Nothing.
    pub const EMPTY: Self = Self(0);

    /// Everything.
    pub const ALL: Self = Self((1 << Permission::ALL.len()) - 1);

    /// What using servers from a client takes, and a token has unless its maker says otherwise.
    pub const USE: Self = Self::of(&[
        Permission::ServersUse,
        Permission::ToolsExecute,
        Permission::PromptsGet,
        Permission::ResourcesRead,
    ]);

    /// The set of these.
    pub const fn of(permissions: &[Permission]) -> Self {
        let mut bits = 0;
        let mut place = 0;
        while place < permissions.len() {
            bits |= Self::one(permissions[place]).0;
            place += 1;
        }
        Self(bits)
    }

    /// The set of one.
    pub const fn one(permission: Permission) -> Self {
        Self(1 << permission as u64)
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this one and not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether `permission` is in it.
    pub const fn contains(self, permission: Permission) -> bool {
        self.0 & Self::one(permission).0 != 0
    }

    /// Whether all of `other` is in it.
    pub const fn includes(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are in it.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Those in it, in their order.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.iter().copied().filter(move |&permission| self.contains(permission))
    }
}

impl FromIterator<Permission> for PermissionSet {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        permissions.into_iter().fold(Self::EMPTY, |set, permission| set.union(Self::one(permission)))
    }
}

impl fmt::Debug for PermissionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Permission::name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_what_was_put_in() {
        for &permission in Permission::ALL {
            let one = PermissionSet::one(permission);
            assert_eq!(one.iter().collect::<Vec<_>>(), [permission]);
            assert!(PermissionSet::ALL.contains(permission) && !PermissionSet::EMPTY.contains(permission));
            assert!(!PermissionSet::ALL.without(one).contains(permission));
        }
        assert_eq!(PermissionSet::ALL.iter().collect::<PermissionSet>(), PermissionSet::ALL);
        assert_eq!(PermissionSet::ALL.len(), Permission::ALL.len());
    }

    #[test]
    fn nothing_includes_nothing_only() {
        assert!(PermissionSet::EMPTY.includes(PermissionSet::EMPTY));
        assert!(!PermissionSet::EMPTY.includes(PermissionSet::USE));
        assert!(PermissionSet::ALL.includes(PermissionSet::USE));
    }

    #[test]
    fn it_is_shown_by_names() {
        let set = PermissionSet::of(&[Permission::ToolsRead, Permission::ServersUse]);
        assert_eq!(format!("{set:?}"), r#"{"servers.use", "tools.read"}"#);
    }
}
