//! Which server keeps a name that two of them have, and what the other is called then.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use crate::core::access::Principal;
use crate::core::model::{Server, ServerAlias, Team, TeamId, Visibility};

/// Puts `servers`, oldest first, into the order in which they keep a name that two of them have: the `first` ones, and of those and
/// of the others the user's own, a team's, public ones. One whose alias another before it has gets one of its own.
pub fn arrange<T>(
    principal: &Principal,
    teams: &BTreeMap<TeamId, Team>,
    servers: &mut [(Server, T)],
    first: impl Fn(&T) -> bool,
) {
    servers.sort_by_key(|(server, of)| (!first(of), Reverse(nearness(principal, server))));
    let mut taken = HashSet::new();
    for (server, _) in servers {
        with_own_alias(teams, server, &taken);
        taken.insert(server.alias.clone());
    }
}

/// How near a server is to the user. Their own is what is in their personal team: what is in another one, others may make theirs.
pub fn nearness(principal: &Principal, server: &Server) -> u8 {
    match server.belonging.visibility {
        _ if server.belonging.team == principal.personal_team() => 2,
        Some(Visibility::Public) => 0,
        _ => 1,
    }
}

/// Gives `server` an alias that is not `taken`: with the name of its team.
fn with_own_alias(teams: &BTreeMap<TeamId, Team>, server: &mut Server, taken: &HashSet<ServerAlias>) {
    if !taken.contains(&server.alias) {
        return;
    }
    let found = others(teams, server).find(|alias| !taken.contains(alias));
    if let Some(alias) = found {
        server.alias = alias;
    }
}

/// What `server` may be called beside its own alias, in this order. They never end.
pub(super) fn others(
    teams: &BTreeMap<TeamId, Team>,
    server: &Server,
) -> impl Iterator<Item = ServerAlias> + use<> {
    let slug = teams.get(&server.belonging.team).map_or("other", |team| team.slug.as_str());
    let named = format!("{slug}-{}", server.alias);
    let numbered = named.clone();
    let numbered = (2_u32..).map(move |number| format!("{number}-{numbered}"));
    std::iter::once(named).chain(numbered).filter_map(|mut alias| {
        alias.truncate(ServerAlias::LONGEST);
        ServerAlias::parse(&alias).ok()
    })
}
