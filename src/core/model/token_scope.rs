//! What the row of a token says that it is for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{CallLimits, ListKind, ServerId, TeamId};

/// What a token is for. A list that is there and empty is for nothing; only what is absent says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenScope {
    /// Whose things.
    pub reach: TokenReach,
    /// Which servers.
    pub servers: Option<Vec<ServerId>>,
    /// Which tools.
    pub tools: Option<Vec<ItemGlob>>,
    /// Which prompts.
    pub prompts: Option<Vec<ItemGlob>>,
    /// Which resources, and templates of such.
    pub resources: Option<Vec<ItemGlob>>,
    /// Which items by their names; what doesn't stand there is denied.
    pub capabilities: Option<Capabilities>,
    /// What it may do, as `noun.verb`.
    pub permissions: Vec<String>,
    /// When.
    pub hours: Option<Hours>,
    /// How often.
    pub limits: CallLimits,
    /// From which networks, as ADDRESS/BITS. Where nobody knows an address nothing is allowed.
    pub cidrs: Option<Vec<String>>,
    /// For which client, by its own word.
    pub client: Option<String>,
    /// For clients that are started in this directory.
    pub workspace: Option<PathBuf>,
}

/// How far a token reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenReach {
    /// As far as its user.
    All,
    /// What is public.
    Public,
    /// What these teams have, and what is public.
    Teams(Vec<TeamId>),
}

/// A pattern over items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemGlob {
    /// Over the names that clients see.
    Advertised(String),
    /// Over the names that one server gives.
    Of(ServerId, String),
    /// Over the names that servers give whose own name fits the first pattern.
    OfNamed(String, String),
}

/// The kinds that `allowed-capabilities` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapabilityKind {
    /// Tools.
    Tools,
    /// Prompts.
    Prompts,
    /// Resources and templates of such.
    Resources,
}

/// For each kind that something is said of: the names of each server.
pub type Capabilities = BTreeMap<CapabilityKind, BTreeMap<ServerId, BTreeSet<String>>>;

/// Days and hours of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// The IANA name of its time zone.
    pub zone: String,
    /// Monday first.
    pub days: [bool; 7],
    /// Since when, minutes after midnight.
    pub from: u16,
    /// Until when; not after `from`: until then on the day after. 1440 is midnight.
    pub to: u16,
}

impl CapabilityKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Tools, Self::Prompts, Self::Resources];

    /// What of the four lists it stands for.
    pub fn of(kind: ListKind) -> Self {
        match kind {
            ListKind::Tools => Self::Tools,
            ListKind::Prompts => Self::Prompts,
            ListKind::Resources | ListKind::Templates => Self::Resources,
        }
    }
}

impl TokenScope {
    /// The patterns for a kind.
    pub fn globs(&self, kind: CapabilityKind) -> Option<&[ItemGlob]> {
        match kind {
            CapabilityKind::Tools => self.tools.as_deref(),
            CapabilityKind::Prompts => self.prompts.as_deref(),
            CapabilityKind::Resources => self.resources.as_deref(),
        }
    }
}
