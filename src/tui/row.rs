//! One row of a screen, as the operations answered it.

use super::deed::Deed;
use super::look::Mark;
use super::text::Shown;
use crate::core::problem::Problem;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Row {
    /// What it is the row of, also when others come and go.
    pub(in crate::tui) id: String,
    pub(in crate::tui) mark: Mark,
    /// One for each column of its screen.
    pub(in crate::tui) cells: Vec<Shown>,
    /// All that is known of it; nothing: that is fetched when somebody looks.
    pub(in crate::tui) detail: Option<Vec<Detail>>,
    /// What can be done to it.
    pub(in crate::tui) deeds: Vec<Deed>,
}

impl Row {
    pub(in crate::tui) fn new(id: String, mark: Mark, cells: impl IntoIterator<Item = String>) -> Self {
        let cells = cells.into_iter().map(|cell| Shown::line(&cell)).collect();
        Self { id, mark, cells, detail: None, deeds: Vec::new() }
    }

    /// What it is called where there is room for one word.
    pub(in crate::tui) fn name(&self) -> Shown {
        self.cells.first().cloned().unwrap_or_default()
    }
}

/// A piece of what is known of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) enum Detail {
    Pair(&'static str, Shown),
    Heading(&'static str),
    Line(Shown),
}

impl Detail {
    /// Each of `pairs` that has a value.
    pub(in crate::tui) fn pairs(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Vec<Self> {
        let told = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        told.map(|(name, value)| Self::Pair(name, Shown::line(&value))).collect()
    }

    /// Why nothing is known of a row.
    pub(in crate::tui) fn of(problem: &Problem) -> Vec<Self> {
        let hint = problem.hint.clone().map(|hint| ("hint", hint));
        Self::pairs([("problem", problem.message.clone())].into_iter().chain(hint))
    }

    /// The lines of `text`.
    pub(in crate::tui) fn text(text: &str) -> impl Iterator<Item = Self> {
        Shown::lines(text).into_iter().map(Self::Line)
    }
}
