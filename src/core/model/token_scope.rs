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
    /// Takes over what `after` says otherwise than `before`, and leaves what somebody else has changed meanwhile.
    pub fn take_changes(&mut self, before: &Self, after: Self) {
        /// Whatever has changed.
        fn take<T: PartialEq>(now: &mut T, before: &T, after: T) {
            if after != *before {
                *now = after;
            }
        }
        take(&mut self.reach, &before.reach, after.reach);
        take(&mut self.servers, &before.servers, after.servers);
        take(&mut self.tools, &before.tools, after.tools);
        take(&mut self.prompts, &before.prompts, after.prompts);
        take(&mut self.resources, &before.resources, after.resources);
        take(&mut self.capabilities, &before.capabilities, after.capabilities);
        take(&mut self.permissions, &before.permissions, after.permissions);
        take(&mut self.hours, &before.hours, after.hours);
        let (limits, then) = (&mut self.limits, &before.limits);
        take(&mut limits.per_minute, &then.per_minute, after.limits.per_minute);
        take(&mut limits.per_hour, &then.per_hour, after.limits.per_hour);
        take(&mut limits.per_day, &then.per_day, after.limits.per_day);
        take(&mut limits.concurrency, &then.concurrency, after.limits.concurrency);
        take(&mut self.cidrs, &before.cidrs, after.cidrs);
        take(&mut self.client, &before.client, after.client);
        take(&mut self.workspace, &before.workspace, after.workspace);
    }

    /// The patterns for a kind.
    pub fn globs(&self, kind: CapabilityKind) -> Option<&[ItemGlob]> {
        match kind {
            CapabilityKind::Tools => self.tools.as_deref(),
            CapabilityKind::Prompts => self.prompts.as_deref(),
            CapabilityKind::Resources => self.resources.as_deref(),
        }
    }
}
