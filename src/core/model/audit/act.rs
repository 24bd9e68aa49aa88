//! What an operation says of itself before it changes something.

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::core::model::{Belonging, ListKind, Server, TeamId, UserId, Visibility};

/// What an actor is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Via {
    /// Nothing: where nobody logs in, whoever runs mcpgw is the owner of the store.
    Owner,
    /// A login.
    Login,
    /// A token.
    Token,
    /// Nobody is known: a login that failed, say.
    Nobody,
}

impl Via {
    /// One word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Login => "login",
            Self::Token => "token",
            Self::Nobody => "nobody",
        }
    }
}

/// Where an act comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Origin {
    /// The account of the operating system.
    pub uid: Option<u32>,
    /// The process.
    pub pid: u32,
    /// The program that started it, where that can be known.
    pub parent: Option<String>,
    /// The MCP client's name and version, in its own words.
    pub client: Option<String>,
}

/// Something that is about to be done, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Act {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: Option<UserId>,
    /// What they are known by.
    pub via: Via,
    /// From where.
    pub origin: Origin,
    /// What it is called: `noun.verb`.
    pub action: &'static str,
}

/// What an act is about. Its name is the one that it has at that time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subject {
    /// What kind of thing it is: a noun of mcpgw's own.
    pub kind: &'static str,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
}

impl Subject {
    /// An item by what its server lists, or the server of one that it doesn't list: the name may say more than others are to read.
    pub fn of_item(server: &Server, kind: ListKind, listed: Option<&str>) -> Self {
        let (kind, name) = match listed {
            Some(item) => (kind.noun(), format!("{}/{item}", server.name)),
            None => ("server", server.name.to_string()),
        };
        Self { kind, id: Some(server.id.to_string()), name }
    }
}

/// What came of an act.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused, and why.
    Denied(String),
    /// It was tried in vain, and why.
    Failed(String),
}

impl Outcome {
    /// One word for it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Denied(_) => "denied",
            Self::Failed(_) => "failed",
        }
    }

    /// Why it was not done.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Done => None,
            Self::Denied(reason) | Self::Failed(reason) => Some(reason),
        }
    }
}

/// What an act turned out to be. Never holds a secret, an argument of a command, or the value of a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What it was about.
    pub subject: Option<Subject>,
    /// What came of it.
    pub outcome: Outcome,
    /// What else is to be known.
    pub details: Map<String, Value>,
}

impl Deed {
    /// The detail that says which team's owners may read of it.
    pub const TEAM: &str = "team_id";

    /// Something was done to what `kind`, `id` and `name` say.
    pub fn done(kind: &'static str, id: Option<String>, name: impl Into<String>) -> Self {
        let subject = Some(Subject { kind, id, name: name.into() });
        Self { subject, outcome: Outcome::Done, details: Map::new() }
    }

    /// The same with one detail more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }

    /// The same, told to the owners of `team` as well.
    #[must_use]
    pub fn of_team(self, team: TeamId) -> Self {
        self.with(Self::TEAM, team.to_string())
    }

    /// The same, told to the owners of the team that this belongs to, unless it is private.
    #[must_use]
    pub fn belonging(self, belonging: Belonging) -> Self {
        match belonging.visibility {
            Some(Visibility::Team | Visibility::Public) => self.of_team(belonging.team),
            Some(Visibility::Private) | None => self,
        }
    }

    /// The same with another outcome.
    #[must_use]
    pub fn outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = outcome;
        self
    }
}
