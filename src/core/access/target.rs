//! What is asked about.

use crate::core::model::{
    Belonging, NamedSecret, Server, ServerId, Switch, Team, TeamId, TeamStatus, UserId, Visibility,
};

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Something that belongs to a user and a team: a server, an item of one, a secret, a bundle.
    Row(Row),
    /// A team itself.
    Team {
        /// Which one.
        team: TeamId,
        /// Whether it is served.
        status: TeamStatus,
        /// Whether those who are not in it may find it.
        discoverable: bool,
    },
    /// A user, or what is theirs and of no team: their sessions, tokens, logins, usage.
    User(UserId),
    /// The installation.
    Platform,
}

/// A row of the store that belongs to a user and a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Whose it is, and who else may see it.
    pub belonging: Belonging,
    /// The server that it is, or is an item of.
    pub server: Option<ServerId>,
    /// Whether the team that it belongs to is served.
    pub team_status: TeamStatus,
    /// Whether it may be used.
    pub enabled: bool,
    /// What holds for the one item of the server that is asked about, beyond what holds for the server.
    pub narrowing: Narrowing,
}

/// What was set for one tool, prompt or resource: less than its server's, never more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Narrowing {
    /// Who may see it.
    pub visibility: ItemVisibility,
    /// Whether it may be used.
    pub enabled: bool,
}

/// Who may see an item of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemVisibility {
    /// Who sees the server.
    Inherited,
    /// Of those who see the server, these.
    At(Visibility),
    /// The store says something that this binary doesn't know, so nobody may.
    Unknown,
}

impl Narrowing {
    /// Nothing was set.
    pub const NONE: Self = Self { visibility: ItemVisibility::Inherited, enabled: true };
}

impl Target {
    /// A team.
    pub fn of_team(team: &Team) -> Self {
        Self::Team { team: team.id, status: team.status, discoverable: team.discoverable }
    }
}

impl Row {
    /// A server, whose team is in this state.
    pub fn of_server(server: &Server, team_status: TeamStatus) -> Self {
        Self {
            belonging: server.belonging,
            server: Some(server.id),
            team_status,
            enabled: server.enabled,
            narrowing: Narrowing::NONE,
        }
    }

    /// A secret, whose team is in this state. It belongs to no server, whichever use it.
    pub fn of_secret(secret: &NamedSecret, team_status: TeamStatus) -> Self {
        let (belonging, narrowing) = (secret.belonging, Narrowing::NONE);
        Self { belonging, server: None, team_status, enabled: true, narrowing }
    }

    /// A server of `team`, whose switches leave it less than its row says. One whose team is gone is nobody's.
    pub fn in_team(server: &Server, team: Option<&Team>) -> Self {
        let row = Self::of_server(server, team.map_or(TeamStatus::Suspended, |team| team.status));
        let Some(team) = team else { return row };
        let switches = team.tenancy.switches;
        let public = switches.has(Switch::Public);
        let visibility =
            row.belonging.visibility.map(|seen| if public { seen } else { seen.min(Visibility::Team) });
        Self {
            belonging: Belonging { visibility, ..row.belonging },
            enabled: row.enabled && switches.has(server.launch.switch()),
            ..row
        }
    }

    /// Who may see it, the item's narrowing included; `None`: nobody.
    pub fn visibility(&self) -> Option<Visibility> {
        self.visibilities().map(|[_, item]| item)
    }

    /// Who may see the server, and who of them the item; `None`: nobody.
    pub(super) fn visibilities(&self) -> Option<[Visibility; 2]> {
        let server = self.belonging.visibility?;
        match self.narrowing.visibility {
            ItemVisibility::Inherited => Some([server, server]),
            ItemVisibility::At(item) => Some([server, server.min(item)]),
            ItemVisibility::Unknown => None,
        }
    }

    /// Whether it may be used, the item's narrowing included.
    pub fn is_enabled(&self) -> bool {
        self.enabled && self.narrowing.enabled
    }

    /// The same row for one of its items.
    #[must_use]
    pub fn item(self, narrowing: Narrowing) -> Self {
        Self { narrowing, ..self }
    }
}
