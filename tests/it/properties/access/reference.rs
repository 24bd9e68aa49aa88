//! Who may do what, read off the specification sentence by sentence, over names. It shares no code with `core::access`, and
//! is slow and plain on purpose.

use jiff::Timestamp;
use mcpgw::core::access::ItemVisibility;
use mcpgw::core::model::{TeamId, TeamStatus, UserStatus, Visibility};

use super::world::{Person, Reaching, Target, Thing, Token, World};

/// Name, what for, what it needs. `own`: also what a user may do about what is their own.
pub(super) type Deed = (&'static str, &'static str, &'static [&'static str]);

/// What each method and operation needs.
pub(super) const DEEDS: &[Deed] = &[
    ("Open", "", &[]),
    ("Ping", "", &[]),
    ("SetLevel", "", &[]),
    ("Join", "use", &["servers.use"]),
    ("List(Tools)", "use", &["servers.use", "tools.execute"]),
    ("List(Prompts)", "use", &["servers.use", "prompts.get"]),
    ("List(Resources)", "use", &["servers.use", "resources.read"]),
    ("List(Templates)", "use", &["servers.use", "resources.read"]),
    ("ListChanged(Tools)", "use", &["servers.use", "tools.execute"]),
    ("ListChanged(Prompts)", "use", &["servers.use", "prompts.get"]),
    ("ListChanged(Resources)", "use", &["servers.use", "resources.read"]),
    ("ListChanged(Templates)", "use", &["servers.use", "resources.read"]),
    ("CallTool", "use", &["servers.use", "tools.execute"]),
    ("GetPrompt", "use", &["servers.use", "prompts.get"]),
    ("ReadResource", "use", &["servers.use", "resources.read"]),
    ("Subscribe", "use", &["servers.use", "resources.read"]),
    ("Unsubscribe", "use", &["servers.use", "resources.read"]),
    ("Updated", "use", &["servers.use", "resources.read"]),
    ("CompletePrompt", "use", &["servers.use", "prompts.get"]),
    ("CompleteResource", "use", &["servers.use", "resources.read"]),
    ("Task", "use", &["servers.use", "tools.execute"]),
    ("Reverse", "use", &["servers.use"]),
    ("Notice", "use", &["servers.use"]),
    ("Other", "use", &["servers.use"]),
    ("server.show", "look", &["servers.read"]),
    ("server.add", "manage", &["servers.create"]),
    ("server.edit", "manage", &["servers.edit"]),
    ("server.enable", "manage", &["servers.edit"]),
    ("server.restart", "manage", &["servers.edit"]),
    ("server.remove", "manage", &["servers.delete"]),
    ("server.publish", "manage", &["servers.publish"]),
    ("server.test", "look", &["servers.use"]),
    ("server.logs", "look", &["servers.use"]),
    ("server.login", "look", &["servers.use"]),
    ("tool.show", "look", &["tools.read"]),
    ("tool.call", "use", &["servers.use", "tools.execute"]),
    ("prompt.show", "look", &["prompts.read"]),
    ("prompt.get", "use", &["servers.use", "prompts.get"]),
    ("resource.show", "look", &["resources.list"]),
    ("resource.read", "use", &["servers.use", "resources.read"]),
    ("item.edit", "manage", &["servers.edit"]),
    ("row.reveal", "reveal", &["rows.reveal"]),
    ("secret.show", "look", &["secrets.use"]),
    ("secret.use", "use", &["secrets.use"]),
    ("secret.set", "manage", &["secrets.write"]),
    ("secret.lend", "manage", &["secrets.write"]),
    ("secret.grant", "manage", &["secrets.write"]),
    ("secret.remove", "manage", &["secrets.write"]),
    ("secret.publish", "manage", &["secrets.write", "servers.publish"]),
    ("bundle.show", "look", &["servers.read"]),
    ("bundle.use", "use", &["servers.use"]),
    ("bundle.create", "manage", &["bundles.create"]),
    ("bundle.edit", "manage", &["bundles.edit"]),
    ("bundle.delete", "manage", &["bundles.delete"]),
    ("team.find", "look", &["teams.join"]),
    ("team.join", "look", &["teams.join"]),
    ("team.show", "look", &["teams.read"]),
    ("team.leave", "look", &["teams.read"]),
    ("team.create", "manage", &["teams.create"]),
    ("team.edit", "manage", &["teams.edit"]),
    ("team.delete", "manage", &["teams.delete"]),
    ("team.suspend", "manage", &["tenants.edit"]),
    ("team.quota", "manage", &["tenants.edit"]),
    ("member.add", "manage", &["teams.members", "roles.grant"]),
    ("member.edit", "manage", &["teams.members", "roles.grant"]),
    ("service_token.edit", "manage", &["teams.members", "roles.grant"]),
    ("member.remove", "manage", &["teams.members"]),
    ("invite.show", "look", &["teams.invite"]),
    ("invite.create", "manage", &["teams.invite", "roles.grant"]),
    ("invite.revoke", "manage", &["teams.invite"]),
    ("join.show", "look", &["teams.members"]),
    ("join.answer", "manage", &["teams.members"]),
    ("join.cancel", "manage own", &["teams.members"]),
    ("role.show", "look", &["roles.read"]),
    ("role.create", "manage", &["roles.create"]),
    ("role.edit", "manage", &["roles.edit"]),
    ("role.delete", "manage", &["roles.delete"]),
    ("role.grant", "manage", &["roles.grant"]),
    ("team_role.show", "look", &["teams.read"]),
    ("team_role.edit", "manage", &["roles.grant"]),
    ("user.show", "look own", &["users.read"]),
    ("user.create", "manage", &["users.create"]),
    ("user.edit", "manage", &["users.edit"]),
    ("user.password", "manage own", &["users.edit"]),
    ("user.unlock", "manage", &["users.edit"]),
    ("user.approve", "manage", &["users.edit"]),
    ("user.delete", "manage", &["users.delete"]),
    ("token.create", "manage own", &["tokens.create"]),
    ("token.show", "look own", &["tokens.read"]),
    ("token.revoke", "manage own", &["tokens.revoke"]),
    ("key.show", "look", &["keys.read"]),
    ("key.edit", "manage", &["keys.edit"]),
    ("key.export", "manage", &["keys.export"]),
    ("sso.show", "look", &["sso.read"]),
    ("sso.edit", "manage", &["sso.edit"]),
    ("config.show", "look", &["settings.read"]),
    ("config.set", "manage", &["settings.edit"]),
    ("vault.show", "look", &["settings.read"]),
    ("vault.move", "manage", &["settings.edit"]),
    ("audit.show", "look", &["audit.read"]),
    ("usage.show", "look own", &["usage.read"]),
    ("session.show", "look own", &["sessions.read"]),
    ("session.kill", "manage own", &["sessions.kill"]),
    ("explain", "look own", &["users.read"]),
];

/// The table of roles.
fn role_allows(role: &str, permission: &str) -> bool {
    let Some((noun, verb)) = permission.split_once('.') else { return false };
    match role {
        "viewer" => {
            matches!(permission, "servers.read" | "tools.read" | "prompts.read" | "resources.list")
        }
        "member" => {
            role_allows("viewer", permission)
                || matches!(
                    permission,
                    "servers.use" | "tools.execute" | "prompts.get" | "resources.read" | "secrets.use"
                )
        }
        "developer" => {
            role_allows("member", permission)
                || matches!(
                    permission,
                    "servers.create" | "servers.edit" | "servers.delete" | "secrets.write"
                )
                || noun == "bundles"
        }
        "owner" => {
            role_allows("developer", permission)
                || noun == "teams"
                || matches!(permission, "roles.grant" | "audit.read" | "usage.read" | "tokens.read")
        }
        "platform_admin" => {
            matches!(noun, "users" | "teams" | "tenants" | "roles" | "keys" | "sso" | "settings" | "sessions")
                || matches!(permission, "servers.publish" | "audit.read" | "usage.read" | "rows.reveal")
                || matches!(permission, "tokens.read" | "tokens.revoke")
                || role_allows("viewer", permission)
                || matches!(permission, "servers.edit" | "servers.delete")
        }
        "platform_viewer" => {
            role_allows("platform_admin", permission) && (verb == "read" || role_allows("viewer", permission))
        }
        "everybody" => permission == "teams.create",
        custom => custom.split(' ').any(|named| named == permission),
    }
}

/// One who asks one thing at one time.
struct Asking<'a> {
    world: &'a World,
    person: &'a Person,
    what_for: &'static str,
    now: Timestamp,
}

/// Whether `person` may do `deed` to `target` at `now`.
pub(super) fn may(world: &World, person: &Person, deed: &Deed, target: &Target, now: Timestamp) -> bool {
    let &(_, what_for, needs) = deed;
    let asking = Asking { world, person, what_for, now };
    // Pending and disabled users: nothing. An expired token: nothing.
    if person.status != UserStatus::Active || !person.tokens.iter().all(|token| asking.lives(token.until)) {
        return false;
    }
    if needs.is_empty() {
        return true;
    }
    // What is disabled can't be used, and can be managed.
    if let Target::Thing(thing) = target
        && what_for == "use"
        && !(thing.enabled && thing.item_enabled)
    {
        return false;
    }
    needs.iter().all(|needed| asking.token_carries(needed, target) && asking.may(needed, target))
}

impl Asking<'_> {
    fn may(&self, needed: &str, target: &Target) -> bool {
        match target {
            // `--as-admin`: for whom it is granted everywhere, by login only.
            Target::Thing(_) if self.what_for == "reveal" => self.unnarrowed() && self.globally(needed),
            Target::Thing(thing) => self.may_thing(needed, thing),
            Target::Team(team) => {
                let served = self.served(*team);
                // Who is in a team sees it.
                let as_member = needed == "teams.read" && self.is_in(*team);
                let by_role = served && self.by_role(*team, needed);
                let found = needed == "teams.join" && served && self.world.is_discoverable(*team);
                self.tokens_name(*team) && (as_member || by_role || found || self.globally(needed))
            }
            Target::User(user) if *user == self.person.user && self.what_for.ends_with("own") => {
                self.tokens_name(self.person.personal_team)
            }
            Target::User(_) | Target::Platform => self.unnarrowed() && self.globally(needed),
        }
    }

    /// An item may be narrower than its server, never wider. An unknown value: deny.
    fn may_thing(&self, needed: &str, thing: &Thing) -> bool {
        match (thing.visibility, thing.item_visibility) {
            (None, _) | (_, ItemVisibility::Unknown) => false,
            (Some(server), ItemVisibility::At(item)) if item < server => {
                self.may_see(needed, thing, server) && self.may_see(needed, thing, item)
            }
            (Some(server), _) => self.may_see(needed, thing, server),
        }
    }

    fn may_see(&self, needed: &str, thing: &Thing, visibility: Visibility) -> bool {
        let by_role = self.served(thing.team) && self.by_role(thing.team, needed);
        match visibility {
            // Any authenticated principal, as a member; beyond that, as for a team's.
            Visibility::Public => {
                let for_all = self.served(thing.team) && role_allows("member", needed);
                for_all || (self.tokens_name(thing.team) && by_role) || self.globally(needed)
            }
            // The scope contains the row's team and the role there allows.
            Visibility::Team => self.tokens_name(thing.team) && (by_role || self.globally(needed)),
            // The owner, when the scope is `All` or names the owner's personal team.
            Visibility::Private => {
                thing.owner == self.person.user && self.tokens_name(self.person.personal_team) && by_role
            }
        }
    }

    /// A membership is the grant of a role; everybody owns their personal team, where nothing else counts.
    fn by_role(&self, team: TeamId, needed: &str) -> bool {
        if team == self.person.personal_team {
            return role_allows("owner", needed);
        }
        let mut roles = self.person.roles.iter();
        roles.any(|role| role.team == team && self.lives(role.until) && role_allows(&role.role, needed))
    }

    fn is_in(&self, team: TeamId) -> bool {
        let mut roles = self.person.roles.iter();
        team == self.person.personal_team || roles.any(|role| role.team == team && self.lives(role.until))
    }

    /// What is granted everywhere: never to use something.
    fn globally(&self, needed: &str) -> bool {
        let using = ["servers.use", "tools.execute", "prompts.get", "resources.read"];
        let mut grants = self.person.global.iter();
        self.what_for != "use"
            && !using.contains(&needed)
            && grants.any(|(role, until)| self.lives(*until) && role_allows(role, needed))
    }

    fn served(&self, team: TeamId) -> bool {
        match self.world.status(team) {
            TeamStatus::Active => true,
            TeamStatus::Trial { ends } => self.now < ends,
            TeamStatus::Suspended => false,
        }
    }

    fn lives(&self, until: Option<Timestamp>) -> bool {
        until.is_none_or(|until| self.now < until)
    }

    fn unnarrowed(&self) -> bool {
        self.person.tokens.iter().all(|token| token.reaching == Reaching::All)
    }

    fn tokens_name(&self, team: TeamId) -> bool {
        let names = |token: &Token| match &token.reaching {
            Reaching::All => true,
            Reaching::Public => false,
            Reaching::Teams(teams) => teams.contains(&team),
        };
        self.person.tokens.iter().all(names)
    }

    /// Each token, from the first that was made to the one at hand, must carry it.
    fn token_carries(&self, needed: &str, target: &Target) -> bool {
        let server = if let Target::Thing(thing) = target { thing.server } else { None };
        self.person.tokens.iter().all(|token| {
            let servers = token.servers.as_ref();
            token.permissions.as_ref().is_none_or(|names| names.split(' ').any(|named| named == needed))
                && needed != "rows.reveal"
                // A scope list that loses its last entry denies.
                && token.reaching != Reaching::Teams(Vec::new())
                && servers.is_none_or(|servers| server.is_some_and(|server| servers.contains(&server)))
        })
    }
}
