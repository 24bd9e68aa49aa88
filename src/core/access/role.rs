//! The roles that every store has, and who may grant what.

use super::{Permission, PermissionSet};

/// A role that every store has. What a store defines beside them is known by its set alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// In a team: sees what there is.
    Viewer,
    /// In a team: uses what there is.
    Member,
    /// In a team: sets servers up.
    Developer,
    /// In a team: decides who is in it. Everybody is that of their personal team.
    Owner,
    /// Everywhere: runs the installation.
    PlatformAdmin,
    /// Everywhere: sees what an admin sees.
    PlatformViewer,
}

const VIEWER: PermissionSet = PermissionSet::of(&[
    Permission::ServersRead,
    Permission::ToolsRead,
    Permission::PromptsRead,
    Permission::ResourcesList,
]);

const MEMBER: PermissionSet =
    VIEWER.union(PermissionSet::USE).union(PermissionSet::one(Permission::SecretsUse));

const DEVELOPER: PermissionSet = MEMBER.union(PermissionSet::of(&[
    Permission::ServersCreate,
    Permission::ServersEdit,
    Permission::ServersDelete,
    Permission::BundlesCreate,
    Permission::BundlesEdit,
    Permission::BundlesDelete,
    Permission::SecretsWrite,
]));

/// Everything about a team that its members may be allowed; status, plan and quotas are the platform's.
const TEAMS: PermissionSet = PermissionSet::of(&[
    Permission::TeamsCreate,
    Permission::TeamsJoin,
    Permission::TeamsRead,
    Permission::TeamsEdit,
    Permission::TeamsDelete,
    Permission::TeamsMembers,
    Permission::TeamsInvite,
]);

const OWNER: PermissionSet = DEVELOPER.union(TEAMS).union(PermissionSet::of(&[
    Permission::RolesGrant,
    Permission::AuditRead,
    Permission::UsageRead,
    Permission::TokensRead,
]));

const PLATFORM_VIEWER: PermissionSet = VIEWER.union(PermissionSet::of(&[
    Permission::TeamsRead,
    Permission::RolesRead,
    Permission::UsersRead,
    Permission::TokensRead,
    Permission::KeysRead,
    Permission::SsoRead,
    Permission::SettingsRead,
    Permission::AuditRead,
    Permission::UsageRead,
    Permission::SessionsRead,
]));

/// Nothing of [`PermissionSet::USE`]: over MCP an admin has what the own memberships give.
const PLATFORM_ADMIN: PermissionSet = PLATFORM_VIEWER.union(TEAMS).union(PermissionSet::of(&[
    Permission::ServersEdit,
    Permission::ServersDelete,
    Permission::ServersPublish,
    Permission::TenantsEdit,
    Permission::RolesCreate,
    Permission::RolesEdit,
    Permission::RolesDelete,
    Permission::RolesGrant,
    Permission::UsersCreate,
    Permission::UsersEdit,
    Permission::UsersDelete,
    Permission::TokensRevoke,
    Permission::KeysEdit,
    Permission::KeysExport,
    Permission::SsoEdit,
    Permission::SettingsEdit,
    Permission::SessionsKill,
    Permission::RowsReveal,
]));

impl Role {
    /// Those that are granted in a team, from the least to the most.
    pub const OF_A_TEAM: [Self; 4] = [Self::Viewer, Self::Member, Self::Developer, Self::Owner];

    /// Those that hold everywhere.
    pub const GLOBAL: [Self; 2] = [Self::PlatformViewer, Self::PlatformAdmin];

    /// What everybody has beyond their personal team, where the settings let everybody make teams. It is granted to a
    /// [`Principal`](super::Principal) like a global role, without end.
    pub const EVERYBODY: PermissionSet = PermissionSet::one(Permission::TeamsCreate);

    /// Its name, which [`Role::parse`] reads.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Member => "member",
            Self::Developer => "developer",
            Self::Owner => "owner",
            Self::PlatformAdmin => "platform_admin",
            Self::PlatformViewer => "platform_viewer",
        }
    }

    /// The role of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::OF_A_TEAM.into_iter().chain(Self::GLOBAL).find(|role| role.name() == text)
    }

    /// What it allows.
    pub const fn permissions(self) -> PermissionSet {
        match self {
            Self::Viewer => VIEWER,
            Self::Member => MEMBER,
            Self::Developer => DEVELOPER,
            Self::Owner => OWNER,
            Self::PlatformAdmin => PLATFORM_ADMIN,
            Self::PlatformViewer => PLATFORM_VIEWER,
        }
    }
}

/// Whether one who has `granter` where something is granted may grant `granted` there: nobody grants what he lacks.
/// What somebody has is [`Principal::permissions_in`](super::Principal::permissions_in); in a team,
/// [`Principal::ceiling_in`](super::Principal::ceiling_in) adds what those may who run all teams.
pub const fn may_grant(granter: PermissionSet, granted: PermissionSet) -> bool {
    granter.includes(granted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_of_a_team_grow() {
        for pair in Role::OF_A_TEAM.windows(2) {
            assert!(may_grant(pair[1].permissions(), pair[0].permissions()), "{pair:?}");
            assert!(!may_grant(pair[0].permissions(), pair[1].permissions()), "{pair:?}");
        }
    }

    #[test]
    fn names_are_read_back() {
        for role in Role::OF_A_TEAM.into_iter().chain(Role::GLOBAL) {
            assert_eq!(Role::parse(role.name()), Some(role));
        }
        assert_eq!(Role::parse("admin"), None);
    }

    #[test]
    fn a_global_role_allows_no_use_and_so_grants_none() {
        for role in Role::GLOBAL {
            assert!(role.permissions().intersection(PermissionSet::USE).is_empty());
            assert!(!may_grant(role.permissions(), Role::Member.permissions()));
        }
    }

    #[test]
    fn no_team_decides_on_its_own_quotas_or_publishes() {
        for only_platform in [Permission::TenantsEdit, Permission::ServersPublish, Permission::RowsReveal] {
            assert!(!Role::Owner.permissions().contains(only_platform));
        }
    }
}
