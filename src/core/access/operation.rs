//! What people do through any shell, and what each of it needs.

use super::{Need, Permission, Permissions, Purpose};

/// Declares the operations, each with its need: one without doesn't compile.
macro_rules! operations {
    ($($variant:ident $name:literal $meaning:literal $purpose:ident($first:ident $(+ $second:ident)?) $($own:ident)?;)*) => {
        /// What a person does through any shell.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Operation {
            $(#[doc = $meaning] $variant,)*
        }

        impl Operation {
            /// All of them, in the order of their nouns.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its name, as `noun.verb`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// What it does, as an imperative.
            pub const fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning,)*
                }
            }

            /// What it needs.
            pub const fn need(self) -> Need {
                match self {
                    $(Self::$variant => Need::These {
                        permissions: operations!(@permissions $first $($second)?),
                        purpose: Purpose::$purpose,
                        own: operations!(@own $($own)?),
                    },)*
                }
            }
        }
    };
    (@permissions $first:ident) => { Permissions::one(Permission::$first) };
    (@permissions $first:ident $second:ident) => { Permissions::both(Permission::$first, Permission::$second) };
    (@own) => { false };
    (@own own) => { true };
}

// About a row that is to be made, the target is the row as it will be.
operations! {
    ServerShow "server.show" "see a server and how it is set up" Look(ServersRead);
    ServerAdd "server.add" "add a server" Manage(ServersCreate);
    ServerEdit "server.edit" "change a server" Manage(ServersEdit);
    ServerEnable "server.enable" "enable or disable a server" Manage(ServersEdit);
    ServerRestart "server.restart" "restart a server" Manage(ServersEdit);
    ServerRemove "server.remove" "remove a server" Manage(ServersDelete);
    ServerPublish "server.publish" "make a server public" Manage(ServersPublish);
    ServerTest "server.test" "start a server to see whether it works" Look(ServersUse);
    ServerLogs "server.logs" "read what a server writes to its log" Look(ServersUse);
    ServerLogin "server.login" "log in at a server" Look(ServersUse);
    ToolShow "tool.show" "see a tool" Look(ToolsRead);
    ToolCall "tool.call" "call a tool" Use(ServersUse + ToolsExecute);
    PromptShow "prompt.show" "see a prompt" Look(PromptsRead);
    PromptGet "prompt.get" "get a prompt" Use(ServersUse + PromptsGet);
    ResourceShow "resource.show" "see a resource" Look(ResourcesList);
    ResourceRead "resource.read" "read a resource" Use(ServersUse + ResourcesRead);
    ItemEdit "item.edit" "narrow, disable or enable an item of a server" Manage(ServersEdit);
    RowReveal "row.reveal" "see that something private of another user exists" Reveal(RowsReveal);
    SecretShow "secret.show" "see a secret's name" Look(SecretsUse);
    SecretUse "secret.use" "have a server use a secret" Use(SecretsUse);
    SecretSet "secret.set" "set a secret" Manage(SecretsWrite);
    SecretLend "secret.lend" "lend a secret to a server" Manage(SecretsWrite);
    SecretGrant "secret.grant" "let a server use one's own secret" Manage(SecretsWrite);
    SecretRemove "secret.remove" "remove a secret" Manage(SecretsWrite);
    SecretPublish "secret.publish" "let every server use a secret" Manage(SecretsWrite + ServersPublish);
    BundleShow "bundle.show" "see a bundle" Look(ServersRead);
    BundleUse "bundle.use" "use a bundle" Use(ServersUse);
    BundleCreate "bundle.create" "make a bundle" Manage(BundlesCreate);
    BundleEdit "bundle.edit" "change a bundle" Manage(BundlesEdit);
    BundleDelete "bundle.delete" "delete a bundle" Manage(BundlesDelete);
    TeamFind "team.find" "find a discoverable team" Look(TeamsJoin);
    TeamJoin "team.join" "ask to join a discoverable team" Look(TeamsJoin);
    TeamShow "team.show" "see a team and who is in it" Look(TeamsRead);
    TeamLeave "team.leave" "leave a team" Look(TeamsRead);
    TeamCreate "team.create" "make a team" Manage(TeamsCreate);
    TeamEdit "team.edit" "change a team" Manage(TeamsEdit);
    TeamDelete "team.delete" "delete a team" Manage(TeamsDelete);
    TeamSuspend "team.suspend" "suspend or resume a team" Manage(TenantsEdit);
    TeamQuota "team.quota" "set a team's plan and quotas" Manage(TenantsEdit);
    MemberAdd "member.add" "add somebody to a team" Manage(TeamsMembers + RolesGrant);
    MemberEdit "member.edit" "change somebody's role in a team" Manage(TeamsMembers + RolesGrant);
    MemberRemove "member.remove" "remove somebody from a team" Manage(TeamsMembers);
    InviteShow "invite.show" "see the invitations of a team" Look(TeamsInvite);
    InviteCreate "invite.create" "invite somebody into a team" Manage(TeamsInvite + RolesGrant);
    InviteRevoke "invite.revoke" "take an invitation back" Manage(TeamsInvite);
    JoinShow "join.show" "see who asks to join a team" Look(TeamsMembers);
    JoinAnswer "join.answer" "let in, or turn away, who asks to join a team" Manage(TeamsMembers);
    JoinCancel "join.cancel" "see or take back what somebody asks for" Manage(TeamsMembers) own;
    RoleShow "role.show" "see the roles that hold everywhere" Look(RolesRead);
    RoleCreate "role.create" "make a role that holds everywhere" Manage(RolesCreate);
    RoleEdit "role.edit" "change a role that holds everywhere" Manage(RolesEdit);
    RoleDelete "role.delete" "delete a role that holds everywhere" Manage(RolesDelete);
    RoleGrant "role.grant" "grant a role, or take it back" Manage(RolesGrant);
    TeamRoleShow "team_role.show" "see the roles of a team" Look(TeamsRead);
    TeamRoleEdit "team_role.edit" "make, change or delete a role of a team" Manage(RolesGrant);
    UserShow "user.show" "see a user" Look(UsersRead) own;
    UserCreate "user.create" "create a user" Manage(UsersCreate);
    UserEdit "user.edit" "change a user's email, status or attributes" Manage(UsersEdit);
    UserPassword "user.password" "change a password" Manage(UsersEdit) own;
    UserUnlock "user.unlock" "unlock a user" Manage(UsersEdit);
    UserApprove "user.approve" "approve a user" Manage(UsersEdit);
    UserDelete "user.delete" "delete a user" Manage(UsersDelete);
    TokenCreate "token.create" "make a token" Manage(TokensCreate) own;
    TokenShow "token.show" "see tokens" Look(TokensRead) own;
    TokenRevoke "token.revoke" "revoke a token" Manage(TokensRevoke) own;
    ServiceToken "service_token.edit" "make, change or revoke a token of a team's service" Manage(TeamsMembers + RolesGrant);
    KeyShow "key.show" "see the signing keys" Look(KeysRead);
    KeyEdit "key.edit" "rotate or import signing keys" Manage(KeysEdit);
    KeyExport "key.export" "export signing keys" Manage(KeysExport);
    SsoShow "sso.show" "see the providers of single sign-on" Look(SsoRead);
    SsoEdit "sso.edit" "change the providers of single sign-on" Manage(SsoEdit);
    ConfigShow "config.show" "see the settings" Look(SettingsRead);
    ConfigSet "config.set" "change a setting" Manage(SettingsEdit);
    VaultShow "vault.show" "see the state of the vault" Look(SettingsRead);
    VaultMove "vault.move" "move the vault's key, or make a new one" Manage(SettingsEdit);
    AuditShow "audit.show" "read and verify the audit log" Look(AuditRead);
    UsageShow "usage.show" "see who used what" Look(UsageRead) own;
    SessionShow "session.show" "see a session" Look(SessionsRead) own;
    SessionKill "session.kill" "end a session" Manage(SessionsKill) own;
    Explain "explain" "have a decision about somebody explained" Look(UsersRead) own;
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_have_one_name() {
        let names: HashSet<_> = Operation::ALL.iter().map(|operation| operation.name()).collect();
        assert_eq!(names.len(), Operation::ALL.len());
    }
}
