//! Who asks for what: a user in 50 teams, 50 servers, 5,000 tools.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use mcpgw::core::access::{
    Action, GlobalGrant, ItemVisibility, Membership, Method, Narrowing, Operation, PermissionSet, Principal,
    Reach, Role, Row, Scope, Servers, Table, Target, decide,
};
use mcpgw::core::model::{Belonging, ListKind, ServerId, TeamId, TeamStatus, UserId, UserStatus, Visibility};

use crate::figure::Figure;

const TEAMS: usize = 50;
const TOOLS_OF_EACH: usize = 100;
const TOOLS: usize = TEAMS * TOOLS_OF_EACH;
const DECISION: Duration = Duration::from_micros(1);

const LIST: Action = Action::Method(Method::List(ListKind::Tools));
const CALL: Action = Action::Method(Method::CallTool);
const EDIT: Action = Action::Operation(Operation::ServerEdit);

/// What is measured.
pub(crate) struct World {
    user: Principal,
    token: Principal,
    now: Timestamp,
    tools: Vec<(Arc<str>, Target)>,
}

fn user(number: usize) -> UserId {
    UserId::new(number as u64, [7; 10])
}

fn team(number: usize) -> TeamId {
    TeamId::new(number as u64, [7; 10])
}

fn server(number: usize) -> ServerId {
    ServerId::new(number as u64, [7; 10])
}

impl World {
    pub(crate) fn new() -> Self {
        let now = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(500_000);
        let later = now + jiff::SignedDuration::from_hours(24);
        let memberships = (0..TEAMS).map(|number| Membership {
            team: team(number),
            permissions: Role::OF_A_TEAM[1 + number % 3].permissions(),
            until: number.is_multiple_of(4).then_some(later),
            status: if number.is_multiple_of(5) {
                TeamStatus::Trial { ends: later }
            } else {
                TeamStatus::Active
            },
        });
        let grant = GlobalGrant { permissions: Role::PlatformViewer.permissions(), until: Some(later) };
        let principal = Principal::new(user(1), team(1_000), TeamStatus::Active, UserStatus::Active)
            .with_memberships(memberships)
            .with_global([grant]);
        let scope = Scope::of_token(
            Reach::Teams((0..TEAMS).map(team).collect()),
            Servers::These((0..TEAMS).map(server).collect()),
            PermissionSet::USE,
            Some(later),
        );
        let tools =
            (0..TEAMS).flat_map(|number| (0..TOOLS_OF_EACH).map(move |tool| Self::tool(number, tool)));
        Self { token: principal.clone().narrowed(&scope), user: principal, now, tools: tools.collect() }
    }

    fn tool(number: usize, tool: usize) -> (Arc<str>, Target) {
        let visibility = [Visibility::Team, Visibility::Team, Visibility::Public][number % 3];
        let narrowed = [Visibility::Public, Visibility::Team][tool % 2];
        let row = Row {
            belonging: Belonging { owner: user(2), team: team(number), visibility: Some(visibility) },
            server: Some(server(number)),
            team_status: TeamStatus::Active,
            enabled: true,
            narrowing: Narrowing { visibility: ItemVisibility::At(narrowed), enabled: true },
        };
        (format!("server-{number}__do_something_useful_{tool}").into(), Target::Row(row))
    }

    /// Everything that is measured.
    pub(crate) fn figures(&self) -> Vec<Figure> {
        let table = self.table(&self.token);
        let mut names = Turns::new();
        let look_up = Figure::of("look-up in a table", Duration::from_nanos(50), 200_000, || {
            let name: &str = &self.tools[names.next()].0;
            black_box(black_box(&table).allows(black_box(name), self.now));
        });
        let of_session = Figure::of("table of 5,000 tools", Duration::from_millis(10), 3, || {
            black_box(self.table(black_box(&self.token)));
        });
        vec![
            self.decision("decision, a call by who logged in", &self.user, CALL),
            self.decision("decision, a call by a token for 50 teams", &self.token, CALL),
            self.decision("decision, an edit that a role may refuse", &self.user, EDIT),
            self.decision("decision, an edit that a token refuses", &self.token, EDIT),
            look_up,
            of_session,
        ]
    }

    fn decision(&self, name: &'static str, principal: &Principal, action: Action) -> Figure {
        let mut turns = Turns::new();
        Figure::of(name, DECISION, 200_000, || {
            let target = &self.tools[turns.next()].1;
            black_box(decide(black_box(principal), black_box(action), black_box(target), self.now));
        })
    }

    fn table(&self, principal: &Principal) -> Table<Arc<str>> {
        let decided = |target| decide(principal, LIST, target, self.now);
        Table::new(self.tools.iter().map(|(name, target)| (Arc::clone(name), decided(target))))
    }
}

/// The tools in no order that a processor foresees.
struct Turns(usize);

impl Turns {
    fn new() -> Self {
        Self(0)
    }

    fn next(&mut self) -> usize {
        // Every tool comes once in 5,000 turns: the two have no common divisor.
        self.0 = (self.0 + 1_789) % TOOLS;
        self.0
    }
}
