//! A small world: three people with a team each, three teams that they share, and what there is in them.

use jiff::Timestamp;
use mcpgw::core::access::{
    self, GlobalGrant, ItemVisibility, Membership, Narrowing, Permission, PermissionSet, Principal, Reach,
    Role, Row, Scope, Servers,
};
use mcpgw::core::model::{Belonging, ServerId, TeamId, TeamStatus, UserId, UserStatus, Visibility};

use super::choices::{Choices, moment};

const PEOPLE: usize = 3;
const TEAMS: usize = 6;
/// Every third of them is about an item of nothing.
const SERVERS: usize = 3;

/// Roles by name, and sets by the names in them.
const TEAM_ROLES: [&str; 4] = ["viewer", "member", "developer", "owner"];
const GLOBAL_ROLES: [&str; 3] = ["platform_admin", "platform_viewer", "everybody"];
const BY_DEFAULT: &str = "servers.use tools.execute prompts.get resources.read";

#[derive(Debug, Clone)]
pub(super) struct World {
    pub(super) now: Timestamp,
    teams: Vec<(TeamStatus, bool)>,
    pub(super) people: Vec<Person>,
    pub(super) targets: Vec<Target>,
}

#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) user: UserId,
    pub(super) personal_team: TeamId,
    pub(super) status: UserStatus,
    pub(super) roles: Vec<InTeam>,
    pub(super) global: Vec<(String, Option<Timestamp>)>,
    /// From the first that was made to the one at hand; none: a login.
    pub(super) tokens: Vec<Token>,
}

#[derive(Debug, Clone)]
pub(super) struct InTeam {
    pub(super) team: TeamId,
    pub(super) role: String,
    pub(super) until: Option<Timestamp>,
}

#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) reaching: Reaching,
    pub(super) servers: Option<Vec<ServerId>>,
    /// By their names; `None`: all of them.
    pub(super) permissions: Option<String>,
    pub(super) until: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reaching {
    All,
    Public,
    Teams(Vec<TeamId>),
}

#[derive(Debug, Clone)]
pub(super) enum Target {
    Thing(Thing),
    Team(TeamId),
    User(UserId),
    Platform,
}

#[derive(Debug, Clone)]
pub(super) struct Thing {
    pub(super) owner: UserId,
    pub(super) team: TeamId,
    pub(super) visibility: Option<Visibility>,
    pub(super) server: Option<ServerId>,
    pub(super) enabled: bool,
    pub(super) item_visibility: ItemVisibility,
    pub(super) item_enabled: bool,
}

fn user(number: usize) -> UserId {
    UserId::new(number as u64, [0; 10])
}

fn team(number: usize) -> TeamId {
    TeamId::new(number as u64, [0; 10])
}

fn server(number: usize) -> ServerId {
    ServerId::new(number as u64, [0; 10])
}

/// A few names, separated by blanks.
fn names(choices: &mut Choices) -> String {
    let few = choices.several(3, |choices| choices.of(Permission::ALL).name());
    few.join(" ")
}

impl World {
    pub(super) fn new(choices: &mut Choices) -> Self {
        let statuses = |choices: &mut Choices| match choices.below(5) {
            0 => TeamStatus::Suspended,
            1 => TeamStatus::Trial { ends: choices.time() },
            _ => TeamStatus::Active,
        };
        Self {
            now: moment(choices.of(&[15, 10, 20, 19])),
            teams: (0..TEAMS).map(|_| (statuses(choices), choices.below(2) == 1)).collect(),
            people: (0..PEOPLE).map(|number| Person::new(number, choices)).collect(),
            targets: (0..4).map(|_| Target::new(choices)).collect(),
        }
    }

    pub(super) fn teams() -> impl Iterator<Item = TeamId> {
        (0..TEAMS).map(team)
    }

    pub(super) fn status(&self, of: TeamId) -> TeamStatus {
        self.facts(of).0
    }

    pub(super) fn is_discoverable(&self, of: TeamId) -> bool {
        self.facts(of).1
    }

    fn facts(&self, of: TeamId) -> (TeamStatus, bool) {
        let number = (0..TEAMS).find(|&number| team(number) == of).expect("a team of this world");
        self.teams[number]
    }

    /// The person as `decide` wants them.
    pub(super) fn principal(&self, person: &Person) -> Principal {
        let personal = self.status(person.personal_team);
        let roles = person.roles.iter().map(|role| Membership {
            team: role.team,
            permissions: permissions(&role.role),
            until: role.until,
            status: self.status(role.team),
        });
        let global = person.global.iter();
        let principal = Principal::new(person.user, person.personal_team, personal, person.status)
            .with_memberships(roles)
            .with_global(
                global.map(|(role, until)| GlobalGrant { permissions: permissions(role), until: *until }),
            );
        person.tokens.iter().fold(principal, |principal, token| principal.narrowed(&token.scope()))
    }

    /// The target as `decide` wants it.
    pub(super) fn target(&self, target: &Target) -> access::Target {
        match *target {
            Target::Thing(ref thing) => access::Target::Row(Row {
                belonging: Belonging { owner: thing.owner, team: thing.team, visibility: thing.visibility },
                server: thing.server,
                team_status: self.status(thing.team),
                enabled: thing.enabled,
                narrowing: Narrowing { visibility: thing.item_visibility, enabled: thing.item_enabled },
            }),
            Target::Team(team) => access::Target::Team {
                team,
                status: self.status(team),
                discoverable: self.is_discoverable(team),
            },
            Target::User(user) => access::Target::User(user),
            Target::Platform => access::Target::Platform,
        }
    }
}

/// The set that a role's name, or the names of permissions, stand for.
pub(super) fn permissions(role: &str) -> PermissionSet {
    match Role::parse(role) {
        Some(role) => role.permissions(),
        None if role == "everybody" => Role::EVERYBODY,
        None => role.split(' ').filter_map(Permission::parse).collect(),
    }
}

impl Person {
    fn new(number: usize, choices: &mut Choices) -> Self {
        let status = match choices.below(16) {
            15 => UserStatus::Disabled,
            14 => UserStatus::Pending,
            _ => UserStatus::Active,
        };
        Self {
            user: user(number),
            personal_team: team(number),
            status,
            roles: choices.several(3, |choices| InTeam {
                team: team(TEAMS - 1 - choices.below(4)),
                role: if choices.below(5) == 0 { names(choices) } else { choices.of(&TEAM_ROLES).to_owned() },
                until: choices.end(),
            }),
            global: choices.several(2, |choices| {
                let custom = choices.below(4) == 0;
                let role = if custom { names(choices) } else { choices.of(&GLOBAL_ROLES).to_owned() };
                (role, choices.end())
            }),
            tokens: choices.few(Token::new),
        }
    }
}

impl Token {
    pub(super) fn new(choices: &mut Choices) -> Self {
        Self {
            reaching: match choices.below(6) {
                0 | 1 => Reaching::All,
                2 => Reaching::Public,
                _ => Reaching::Teams(choices.several(3, |choices| team(choices.below(TEAMS)))),
            },
            servers: (choices.below(3) == 2)
                .then(|| choices.several(2, |choices| server(choices.below(SERVERS)))),
            permissions: match choices.below(5) {
                0 => Some(BY_DEFAULT.to_owned()),
                1 => Some(format!("{BY_DEFAULT} {}", names(choices))),
                _ => None,
            },
            until: choices.end(),
        }
    }

    pub(super) fn scope(&self) -> Scope {
        let reach = match &self.reaching {
            Reaching::All => Reach::All,
            Reaching::Public => Reach::Public,
            Reaching::Teams(teams) => Reach::Teams(teams.clone()),
        };
        let servers = self.servers.clone().map_or(Servers::All, Servers::These);
        let carried = self.permissions.as_deref().map_or(PermissionSet::ALL, permissions);
        Scope::of_token(reach, servers, carried, self.until)
    }
}

impl Target {
    fn new(choices: &mut Choices) -> Self {
        match choices.below(8) {
            0 => Self::Team(team(choices.below(TEAMS))),
            1 => Self::User(user(choices.below(PEOPLE))),
            2 => Self::Platform,
            _ => Self::Thing(Thing::new(choices)),
        }
    }
}

impl Thing {
    pub(super) fn new(choices: &mut Choices) -> Self {
        let visibility = [Some(Visibility::Public), Some(Visibility::Team), Some(Visibility::Private), None];
        let owner = choices.below(PEOPLE);
        let shared = choices.below(3) > 0;
        Self {
            owner: user(owner),
            team: team(if shared { PEOPLE + choices.below(TEAMS - PEOPLE) } else { owner }),
            visibility: visibility[[0, 0, 1, 1, 1, 2, 2, 3][choices.below(8)]],
            server: (choices.below(4) > 0).then(|| server(choices.below(SERVERS))),
            enabled: choices.below(6) > 0,
            item_visibility: match choices.below(16) {
                0 => ItemVisibility::Unknown,
                1..4 => ItemVisibility::At(choices.of(&Visibility::ALL)),
                _ => ItemVisibility::Inherited,
            },
            item_enabled: choices.below(6) > 0,
        }
    }
}
