//! What there is to be allowed, as `noun.verb`.

use std::fmt;

/// Declares the permissions: the variant, its text and what it allows, which is its documentation too.
macro_rules! permissions {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// One thing that may be allowed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Permission {
            $(#[doc = $meaning] $variant,)*
        }

        impl Permission {
            /// All of them, in the order of their nouns.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its text, which [`Permission::parse`] reads.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// What it allows, as the end of "is allowed to".
            pub const fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning,)*
                }
            }
        }
    };
}

permissions! {
    ServersRead "servers.read" "see which servers there are and how they are set up"
    ServersUse "servers.use" "use servers from a client"
    ServersCreate "servers.create" "add servers"
    ServersEdit "servers.edit" "change, enable, disable and restart servers, and narrow or disable their items"
    ServersDelete "servers.delete" "remove servers"
    ServersPublish "servers.publish" "make something public"
    ToolsRead "tools.read" "see which tools there are"
    ToolsExecute "tools.execute" "call tools"
    PromptsRead "prompts.read" "see which prompts there are"
    PromptsGet "prompts.get" "get prompts"
    ResourcesList "resources.list" "see which resources there are"
    ResourcesRead "resources.read" "read resources"
    SecretsUse "secrets.use" "see the names of secrets and have servers use them"
    SecretsWrite "secrets.write" "set, lend and remove secrets"
    BundlesCreate "bundles.create" "make bundles"
    BundlesEdit "bundles.edit" "change bundles"
    BundlesDelete "bundles.delete" "delete bundles"
    TeamsCreate "teams.create" "make teams"
    TeamsJoin "teams.join" "find a team and ask to join it"
    TeamsRead "teams.read" "see a team and who is in it"
    TeamsEdit "teams.edit" "change a team's name, description and switches"
    TeamsDelete "teams.delete" "delete a team"
    TeamsMembers "teams.members" "add and remove members of a team, and answer who asks to join"
    TeamsInvite "teams.invite" "invite people into a team"
    TenantsEdit "tenants.edit" "suspend and resume teams and set their plans and quotas"
    RolesRead "roles.read" "see which roles there are"
    RolesCreate "roles.create" "make roles that hold everywhere"
    RolesEdit "roles.edit" "change roles that hold everywhere"
    RolesDelete "roles.delete" "delete roles that hold everywhere"
    RolesGrant "roles.grant" "grant roles and take them back"
    UsersRead "users.read" "see other users"
    UsersCreate "users.create" "create users"
    UsersEdit "users.edit" "change, approve, unlock, enable and disable users"
    UsersDelete "users.delete" "delete users"
    TokensCreate "tokens.create" "make tokens"
    TokensRead "tokens.read" "see which tokens there are"
    TokensRevoke "tokens.revoke" "revoke tokens"
    KeysRead "keys.read" "see which signing keys there are"
    KeysEdit "keys.edit" "rotate and import signing keys"
    KeysExport "keys.export" "export signing keys"
    SsoRead "sso.read" "see how single sign-on is set up"
    SsoEdit "sso.edit" "set single sign-on up"
    SettingsRead "settings.read" "see the settings"
    SettingsEdit "settings.edit" "change the settings and the vault"
    AuditRead "audit.read" "read the audit log"
    UsageRead "usage.read" "see who used what"
    SessionsRead "sessions.read" "see the sessions of others"
    SessionsKill "sessions.kill" "end the sessions of others"
    RowsReveal "rows.reveal" "see that private things of others exist, with --as-admin"
}

impl Permission {
    /// The permission of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|permission| permission.name() == text)
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_are_read_back_and_no_two_are_alike() {
        let names: HashSet<_> = Permission::ALL.iter().map(|permission| permission.name()).collect();
        assert_eq!(names.len(), Permission::ALL.len());
        for &permission in Permission::ALL {
            assert_eq!(Permission::parse(permission.name()), Some(permission));
            let (noun, verb) = permission.name().split_once('.').expect("noun.verb");
            assert!([noun, verb].iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase())));
        }
        assert_eq!(Permission::parse("servers.*"), None);
        assert_eq!(Permission::parse(""), None);
    }
}
