//! What the audit says of changed rows: which they are and what about them is other, never a value that may be secret.

use crate::core::model::{
    Account, CallLimit, CallLimits, Deed, Email, NamedSecret, Server, User, WrappedKey,
};

/// Something was done to `server`.
pub(super) fn of_server(server: &Server) -> Deed {
    Deed::done("server", Some(server.id.to_string()), server.name.as_str()).belonging(server.belonging)
}

/// Something was done to `secret`.
pub(super) fn of_secret(secret: &NamedSecret) -> Deed {
    Deed::done("secret", Some(secret.id.to_string()), secret.name.as_str())
        .with("kind", secret.kind.name())
        .belonging(secret.belonging)
}

/// Something was done to the key of the vault.
pub(super) fn of_vault(key: &WrappedKey) -> Deed {
    Deed::done("vault", Some(key.id.to_string()), "").with("keeper", key.source.name())
}

/// What about a server was changed, if anything was.
pub(super) fn of_change(before: &Server, after: &Server) -> Option<Deed> {
    let changed = changes(before, after);
    if changed.is_empty() {
        return None;
    }
    let mut deed = of_server(after).with("changed", changed);
    let (old, new) = (&before.belonging, &after.belonging);
    if old.owner != new.owner {
        deed = deed.with("owner_before", old.owner.to_string()).with("owner", new.owner.to_string());
    }
    if old.team != new.team {
        deed = deed.with("team_before", old.team.to_string()).with("team", new.team.to_string());
    }
    Some(if before.name == after.name { deed } else { deed.with("name_before", before.name.as_str()) })
}

fn changes(before: &Server, after: &Server) -> Vec<String> {
    let (old, new) = (&before.launch, &after.launch);
    // A server that is one stays a command, and one that is called stays that.
    let (command, remote) = (old.command().zip(new.command()), old.remote().zip(new.remote()));
    let mut changed: Vec<String> = [
        ("name", before.name != after.name),
        ("alias", before.alias != after.alias),
        ("prefix", before.prefix != after.prefix),
        ("enabled", before.enabled != after.enabled),
        ("eager", before.eager != after.eager),
        ("owner", before.belonging.owner != after.belonging.owner),
        ("team", before.belonging.team != after.belonging.team),
        ("visibility", before.belonging.visibility != after.belonging.visibility),
        ("command", command.is_some_and(|(old, new)| old.command != new.command)),
        ("args", command.is_some_and(|(old, new)| old.args != new.args)),
        ("cwd", command.is_some_and(|(old, new)| old.cwd != new.cwd)),
        ("path", command.is_some_and(|(old, new)| old.path != new.path)),
        ("transport", remote.is_some_and(|(old, new)| old.protocol != new.protocol)),
        ("url", remote.is_some_and(|(old, new)| old.url != new.url)),
        ("start_timeout", before.start_timeout != after.start_timeout),
        ("call_timeout", before.call_timeout != after.call_timeout),
    ]
    .into_iter()
    .filter(|(_, changed)| *changed)
    .map(|(name, _)| name.to_owned())
    .collect();
    let place = if new.remote().is_some() { "header" } else { "env" };
    let (old, new) = (old.declared(), new.declared());
    let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
    let differing = names.filter(|name| old.get(*name) != new.get(*name));
    changed.extend(differing.map(|name| format!("{place}.{name}")));
    changed
}

/// Something was done to `user`. One without an email is the owner of the store.
pub(super) fn of_user(user: &User) -> Deed {
    let name = user.email.as_ref().map_or("", Email::as_str);
    Deed::done("user", Some(user.id.to_string()), name)
}

/// What about a user was changed, if anything was.
pub(super) fn of_user_change(before: &Account, after: &Account) -> Option<Deed> {
    let (old, new) = (&before.user, &after.user);
    let changed: Vec<&str> = [
        ("email", old.email != new.email),
        ("full_name", old.full_name != new.full_name),
        ("status", old.status != new.status),
        ("roles", before.global_roles != after.global_roles),
        ("attributes", before.attributes != after.attributes),
        ("limits", before.limits != after.limits),
    ]
    .into_iter()
    .filter_map(|(name, changed)| changed.then_some(name))
    .collect();
    let deed = of_user(new).with("status", new.status.name()).with("roles", after.global_roles.clone());
    let deed = if before.limits == after.limits { deed } else { with_limits(deed, &after.limits) };
    (!changed.is_empty()).then(|| deed.with("changed", changed))
}

/// What is said of the limits that somebody has now.
fn with_limits(deed: Deed, limits: &CallLimits) -> Deed {
    CallLimit::ALL.into_iter().fold(deed, |deed, limit| deed.with(limit.name(), limits.get(limit)))
}
