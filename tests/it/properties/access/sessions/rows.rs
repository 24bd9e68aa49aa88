//! Two servers of a world, with two items of each kind, for some of which something is set.

use jiff::Timestamp;
use mcpgw::core::access::{ItemVisibility, Narrowing};
use mcpgw::core::model::{
    Belonging, Bound, CallLimits, ListKind, Plans, Server, ServerId, Team, TeamId, TeamSlug, Tenancy,
    Visibility,
};
use mcpgw::core::store::{Followed, Generation, ItemRule};

use super::super::choices::Choices;
use super::super::world::{Person, Thing, World};
use super::tokens::Tokens;
use super::ways::own_name;
use crate::support::routed::server;

/// How many servers there are.
pub(super) const SERVERS: usize = 2;
/// What each has of every kind.
pub(super) const ITEMS: [&str; 2] = ["a", "b"];

/// The servers, and what is set for their items.
pub(super) struct Rows {
    things: [Thing; SERVERS],
    rules: [[[Narrowing; ITEMS.len()]; 4]; SERVERS],
}

impl Rows {
    pub(super) fn new(choices: &mut Choices) -> Self {
        let mut number = 0;
        let things = [(); SERVERS].map(|()| {
            let server = Some(id(number));
            number += 1;
            let thing = Thing::new(choices);
            Thing { server, item_visibility: ItemVisibility::Inherited, item_enabled: true, ..thing }
        });
        Self { things, rules: [(); SERVERS].map(|()| [(); 4].map(|()| ITEMS.map(|_| narrowing(choices)))) }
    }

    /// What the session of a person follows.
    pub(super) fn followed(&self, world: &World, person: &Person, tokens: &Tokens) -> Followed {
        let without = Person { tokens: Vec::new(), ..person.clone() };
        Followed {
            tokens: tokens.rows(person),
            retires_at: tokens.retires_at,
            plans: Plans::default(),
            enforces_capabilities: tokens.enforced,
            bound: Bound::of_user(person.user, None, CallLimits::default()),
            generation: Generation::default(),
            principal: Some(world.principal(&without)),
            servers: (0..SERVERS).map(|server| self.server(server)).collect(),
            rules: (0..SERVERS).map(|server| (id(server), self.rules_of(server))).collect(),
            teams: World::teams().enumerate().map(|(number, id)| (id, team(world, number, id))).collect(),
        }
    }

    /// An item as the reference knows it.
    pub(super) fn thing(&self, server: usize, kind: ListKind, item: usize) -> Thing {
        let Narrowing { visibility, enabled } = self.rules[server][kind.index()][item];
        Thing { item_visibility: visibility, item_enabled: enabled, ..self.things[server].clone() }
    }

    fn rules_of(&self, server: usize) -> Vec<ItemRule> {
        let mut rules = Vec::new();
        for kind in ListKind::ALL {
            let narrowings = self.rules[server][kind.index()].iter().zip(ITEMS);
            rules.extend(
                narrowings.filter(|(narrowing, _)| **narrowing != Narrowing::NONE).map(
                    |(&narrowing, item)| ItemRule { kind, name: own_name(kind, server, item), narrowing },
                ),
            );
        }
        rules
    }

    fn server(&self, number: usize) -> Server {
        let thing = &self.things[number];
        Server {
            belonging: Belonging { owner: thing.owner, team: thing.team, visibility: thing.visibility },
            enabled: thing.enabled,
            ..server(number)
        }
    }
}

fn narrowing(choices: &mut Choices) -> Narrowing {
    match choices.below(12) {
        0 => Narrowing { visibility: ItemVisibility::Inherited, enabled: false },
        1 => Narrowing { visibility: ItemVisibility::Unknown, enabled: true },
        2 | 3 => {
            let visibility = ItemVisibility::At(choices.of(&Visibility::ALL));
            Narrowing { visibility, enabled: choices.below(3) > 0 }
        }
        _ => Narrowing::NONE,
    }
}

pub(super) fn id(server: usize) -> ServerId {
    ServerId::new(server as u64, [0; 10])
}

fn team(world: &World, number: usize, id: TeamId) -> Team {
    Team {
        id,
        slug: TeamSlug::parse(&format!("t{number}")).expect("a slug"),
        name: String::new(),
        description: String::new(),
        personal_of: None,
        discoverable: world.is_discoverable(id),
        status: world.status(id),
        tenancy: Tenancy::default(),
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    }
}
