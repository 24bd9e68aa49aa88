//! What a token leaves of what its user may do.

use crate::core::access::{Permission, PermissionSet, Principal, Reach, Scope, Servers};
use crate::core::model::{
    Allowance, CapabilityKind, Filter, ItemGlob, ListKind, Server, Token, TokenReach, TokenScope,
    glob_matches,
};

/// The scope that a row gives: whose things, which servers, which permissions, and until when.
pub fn scope(token: &Token) -> Scope {
    let TokenScope { reach, servers, permissions, .. } = &token.scope;
    let reach = match reach {
        TokenReach::All => Reach::All,
        TokenReach::Public => Reach::Public,
        TokenReach::Teams(teams) => Reach::Teams(teams.clone()),
    };
    let servers = servers.clone().map_or(Servers::All, Servers::These);
    // One that a newer mcpgw has written is none that this one could decide on.
    let permissions: PermissionSet = permissions.iter().filter_map(|name| Permission::parse(name)).collect();
    Scope::of_token(reach, servers, permissions, token.expires_at)
}

/// What is left of `principal` by all of `chain`.
pub fn narrowed(principal: Principal, chain: &[Token]) -> Principal {
    chain.iter().fold(principal, |principal, token| principal.narrowed(&scope(token)))
}

/// Lets only through what all of `chain` are for, of the items of `server`. `enforced`: what no token says something of is denied.
pub fn filter(allowance: &mut Allowance, chain: &[Token], server: &Server, enforced: bool) {
    for token in chain {
        for kind in ListKind::ALL {
            filter_kind(allowance, &token.scope, kind, server, enforced);
        }
    }
}

fn filter_kind(
    allowance: &mut Allowance,
    scope: &TokenScope,
    kind: ListKind,
    server: &Server,
    enforced: bool,
) {
    let of = CapabilityKind::of(kind);
    if let Some(globs) = scope.globs(of) {
        allowance.filter(kind, patterns(globs, server));
    }
    match scope.capabilities.as_ref().and_then(|capabilities| capabilities.get(&of)) {
        Some(servers) => {
            allowance.filter(kind, Filter::Names(servers.get(&server.id).cloned().unwrap_or_default()));
        }
        None if enforced => allowance.bar(kind),
        None => {}
    }
}

fn patterns(globs: &[ItemGlob], server: &Server) -> Filter {
    let (mut advertised, mut original) = (Vec::new(), Vec::new());
    for glob in globs {
        match glob {
            ItemGlob::Advertised(pattern) => advertised.push(pattern.clone()),
            ItemGlob::Of(id, pattern) if *id == server.id => original.push(pattern.clone()),
            ItemGlob::OfNamed(name, pattern) if glob_matches(name, server.name.as_str()) => {
                original.push(pattern.clone());
            }
            ItemGlob::Of(..) | ItemGlob::OfNamed(..) => {}
        }
    }
    Filter::Globs { advertised, original }
}
