//! What of the store a session serves: what its user may use now.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;

use crate::core::access::{Action, Method, Principal, Row, Target, decide};
use crate::core::model::{Allowance, ListKind, Served, Server, ServerAlias, TeamStatus, Visibility};
use crate::core::store::Followed;

/// What a session serves.
#[derive(Debug, Clone)]
pub struct Serving {
    /// The servers, in the order in which they keep a name that two of them have: the user's own, a team's, public ones; of each
    /// the older first.
    pub servers: Vec<Served>,
    /// When that changes by itself.
    pub until: Option<Timestamp>,
}

/// What the user of `followed` may use at `now`. Listed is callable: every item is decided on as a call of it would be.
pub fn served(followed: &Followed, now: Timestamp) -> Serving {
    let Some(principal) = &followed.principal else { return Serving { servers: Vec::new(), until: None } };
    let mut deciding = Deciding { principal, now, until: None };
    let mut servers: Vec<_> = followed
        .servers
        .iter()
        .filter_map(|server| Some((server, deciding.server(followed, server)?)))
        .collect();
    servers.sort_by_key(|(server, _)| Reverse(nearness(principal, server)));
    let mut aliases = HashSet::new();
    let servers = servers.into_iter().map(|(server, allowance)| {
        let server = Arc::new(with_own_alias(followed, server, &mut aliases));
        Served { server, allowance }
    });
    Serving { servers: servers.collect(), until: deciding.until }
}

struct Deciding<'a> {
    principal: &'a Principal,
    now: Timestamp,
    until: Option<Timestamp>,
}

impl Deciding<'_> {
    /// What of `server` may be used; nothing: it isn't there.
    fn server(&mut self, followed: &Followed, server: &Server) -> Option<Allowance> {
        let team = followed.teams.get(&server.belonging.team);
        let row = Row::of_server(server, team.map_or(TeamStatus::Suspended, |team| team.status));
        if !self.allows(Method::Join, row) {
            return None;
        }
        let mut allowance = Allowance::default();
        for kind in ListKind::ALL.into_iter().filter(|&kind| !self.allows(Method::List(kind), row)) {
            allowance.bar(kind);
        }
        for rule in followed.rules.get(&server.id).into_iter().flatten() {
            if !self.allows(Method::List(rule.kind), row.item(rule.narrowing)) {
                allowance.withhold(rule.kind, rule.name.clone());
            }
        }
        (!allowance.is_nothing()).then_some(allowance)
    }

    fn allows(&mut self, method: Method, row: Row) -> bool {
        let decision = decide(self.principal, Action::Method(method), &Target::Row(row), self.now);
        self.until = self.until.into_iter().chain(decision.until).min();
        decision.is_allowed()
    }
}

/// How near a server is to the user: whose names it keeps.
pub fn nearness(principal: &Principal, server: &Server) -> u8 {
    match server.belonging.visibility {
        _ if server.belonging.owner == principal.user() => 2,
        Some(Visibility::Public) => 0,
        _ => 1,
    }
}

/// `server`, under an alias that none before it has: that of another team's carries the team's name.
fn with_own_alias(followed: &Followed, server: &Server, taken: &mut HashSet<ServerAlias>) -> Server {
    let mut server = server.clone();
    if taken.contains(&server.alias) {
        let slug = followed.teams.get(&server.belonging.team).map_or("other", |team| team.slug.as_str());
        let named = [format!("{slug}-{}", server.alias)].into_iter();
        let numbered = (2_u32..).map(|number| format!("{number}-{slug}-{}", server.alias));
        let mut cut = named.chain(numbered).filter_map(|mut alias| {
            alias.truncate(ServerAlias::LONGEST);
            ServerAlias::parse(&alias).ok()
        });
        if let Some(alias) = cut.find(|alias| !taken.contains(alias)) {
            server.alias = alias;
        }
    }
    taken.insert(server.alias.clone());
    server
}
