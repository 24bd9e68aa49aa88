//! Which lists there are, in which columns, and where their rows come from.

use std::time::Duration;

use super::{Detail, Row, audit, items, people, servers, sessions, teams, tokens};
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// One screen. Those of people come last: where there is one person they are missing, and the others keep their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Place {
    Servers,
    Items,
    Sessions,
    Tokens,
    Audit,
    People,
    Teams,
}

/// A column of a screen.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Column {
    pub(in crate::tui) title: &'static str,
    /// Where there is little room, columns go, the one with the highest number first; 0 stays.
    pub(in crate::tui) rank: u8,
    /// Whether a part of it is of use.
    pub(in crate::tui) may_be_cut: bool,
}

/// One that is shown in full or not at all.
pub(super) const fn whole(title: &'static str, rank: u8) -> Column {
    Column { title, rank, may_be_cut: false }
}

/// One of which a part may be shown.
pub(super) const fn cut(title: &'static str, rank: u8) -> Column {
    Column { title, rank, may_be_cut: true }
}

impl Place {
    /// All of them, in the order of their numbers.
    pub(in crate::tui) const ALL: [Self; 7] =
        [Self::Servers, Self::Items, Self::Sessions, Self::Tokens, Self::Audit, Self::People, Self::Teams];

    /// Those that there are for somebody who is alone, or not.
    pub(in crate::tui) fn all(alone: bool) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |place| !alone || !matches!(place, Self::People | Self::Teams))
    }

    pub(in crate::tui) fn title(self) -> &'static str {
        match self {
            Self::Servers => "Servers",
            Self::Items => "Items",
            Self::Sessions => "Sessions",
            Self::Tokens => "Tokens",
            Self::Audit => "Audit",
            Self::People => "People",
            Self::Teams => "Teams",
        }
    }

    pub(in crate::tui) fn columns(self) -> &'static [Column] {
        match self {
            Self::Servers => servers::COLUMNS,
            Self::Items => items::COLUMNS,
            Self::Sessions => sessions::COLUMNS,
            Self::Tokens => tokens::COLUMNS,
            Self::Audit => audit::COLUMNS,
            Self::People => people::COLUMNS,
            Self::Teams => teams::COLUMNS,
        }
    }

    /// What is said where nothing is: what would be here, and what brings it here.
    pub(in crate::tui) fn empty(self) -> (&'static str, &'static str) {
        match self {
            Self::Servers => ("no servers yet", "mcpgw server add NAME -- COMMAND (or --url URL)"),
            Self::Items => ("no tools, prompts or resources are known yet", "mcpgw server test NAME"),
            Self::Sessions => ("no client is served now", "one starts: mcpgw stdio"),
            Self::Tokens => ("no token", "mcpgw token create --name NAME"),
            Self::Audit => ("nothing was done yet", "what changes something is noted here"),
            Self::People => ("nobody", "mcpgw user create EMAIL"),
            Self::Teams => ("no team", "mcpgw team create TEAM"),
        }
    }

    /// How old what is shown gets.
    pub(in crate::tui) fn lasts(self) -> Duration {
        match self {
            Self::Items => Duration::from_secs(5),
            _ => Duration::from_secs(2),
        }
    }

    pub(in crate::tui) fn index(self) -> usize {
        Self::ALL.iter().position(|place| *place == self).unwrap_or(0)
    }
}

/// The rows of `place`, for who acts.
pub(in crate::tui) async fn load(place: Place, context: &Context) -> Result<Vec<Row>, Problem> {
    match place {
        Place::Servers => servers::load(context).await,
        Place::Items => items::load(context).await,
        Place::Sessions => sessions::load(context).await,
        Place::Tokens => tokens::load(context).await,
        Place::Audit => audit::load(context).await,
        Place::People => people::load(context).await,
        Place::Teams => teams::load(context).await,
    }
}

/// All that is known of one row, where that is more than its list told.
pub(in crate::tui) async fn look(place: Place, context: &Context, id: &str) -> Result<Vec<Detail>, Problem> {
    match place {
        Place::Servers => servers::look(context, id).await,
        Place::Items => items::look(context, id).await,
        Place::Teams => teams::look(context, id).await,
        Place::Sessions | Place::Tokens | Place::Audit | Place::People => Ok(Vec::new()),
    }
}
