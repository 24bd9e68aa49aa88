//! The rows of one screen: which are there, which are shown, and which one is looked at.

use std::time::Duration;

use super::sieve::Sieve;
use super::typed::Typed;
use crate::core::problem::{Problem, ProblemKind};
use crate::tui::row::{Detail, Row};
use crate::tui::screen::Place;

/// How long nothing is said of something that is fetched for the first time.
const UNSAID: Duration = Duration::from_millis(150);

/// The rows, and what is seen of them.
#[derive(Debug)]
pub(in crate::tui) struct Listing {
    pub(in crate::tui) place: Place,
    /// Nothing: they have not come yet.
    rows: Option<Vec<Row>>,
    /// Why they could not be fetched the last time.
    pub(in crate::tui) problem: Option<Problem>,
    /// Since when they are being fetched.
    loading: Option<Duration>,
    loaded_at: Option<Duration>,
    /// Whether something has changed since.
    outdated: bool,
    /// Those that the filter lets through, by their index.
    visible: Vec<usize>,
    /// The one that is looked at, among these.
    selected: usize,
    /// The first one on the screen.
    pub(in crate::tui) offset: usize,
    pub(in crate::tui) filter: Typed,
    /// What was fetched of one row.
    looked: Option<(String, Vec<Detail>)>,
    /// Whether something is being fetched of one.
    looking: bool,
    /// The first line of the detail that is on the screen.
    pub(in crate::tui) scroll: usize,
}

impl Listing {
    pub(in crate::tui) fn new(place: Place) -> Self {
        Self {
            place,
            rows: None,
            problem: None,
            loading: None,
            loaded_at: None,
            outdated: false,
            visible: Vec::new(),
            selected: 0,
            offset: 0,
            filter: Typed::default(),
            looked: None,
            looking: false,
            scroll: 0,
        }
    }

    /// Whether they are to be fetched at `now`. What one may not see is not asked for again and again.
    pub(in crate::tui) fn is_due(&self, now: Duration) -> bool {
        self.is_fetchable() && self.loaded_at.is_none_or(|at| at + self.place.lasts() <= now)
    }

    /// When they are to be fetched again; nothing: not before something else happens.
    pub(in crate::tui) fn due_at(&self) -> Option<Duration> {
        self.loaded_at.filter(|_| self.is_fetchable()).map(|at| at + self.place.lasts())
    }

    fn is_fetchable(&self) -> bool {
        let refused = self.problem.as_ref().is_some_and(|problem| problem.kind == ProblemKind::Denied);
        self.loading.is_none() && !refused
    }

    pub(in crate::tui) fn begin(&mut self, now: Duration) {
        (self.loading, self.outdated) = (Some(now), false);
    }

    pub(in crate::tui) fn is_loading(&self) -> bool {
        self.loading.is_some()
    }

    /// Forgets when they were fetched, and that they were refused: what is under way may have begun before what has changed.
    pub(in crate::tui) fn expire(&mut self) {
        (self.loaded_at, self.problem, self.outdated) = (None, None, true);
    }

    /// What was begun for somebody else will not come to an end.
    pub(in crate::tui) fn abandon(&mut self) {
        (self.loading, self.looking) = (None, false);
    }

    /// Whether it is time to say that nothing has come yet.
    pub(in crate::tui) fn is_waiting(&self, now: Duration) -> bool {
        self.rows.is_none() && self.loading.is_some_and(|since| now >= since + UNSAID)
    }

    /// Takes the rows that were fetched. The one that is looked at stays the one.
    pub(in crate::tui) fn take(&mut self, now: Duration, rows: Vec<Row>) {
        let id = self.row().map(|row| row.id.clone());
        (self.loading, self.problem) = (None, None);
        self.loaded_at = Some(now).filter(|_| !self.outdated);
        self.rows = Some(rows);
        self.sift(id.as_deref());
    }

    pub(in crate::tui) fn fail(&mut self, now: Duration, problem: Problem) {
        (self.loading, self.loaded_at, self.problem) = (None, Some(now), Some(problem));
    }

    /// Finds out again which rows the filter lets through.
    pub(in crate::tui) fn sift(&mut self, id: Option<&str>) {
        let sieve = Sieve::new(self.filter.text(), self.place.columns());
        let rows = self.rows.as_deref().unwrap_or_default();
        self.visible =
            rows.iter().enumerate().filter(|(_, row)| sieve.lets_through(row)).map(|(at, _)| at).collect();
        let same = |at: &usize| Some(rows[*at].id.as_str()) == id;
        let last = self.visible.len().saturating_sub(1);
        let place = self.visible.iter().position(same);
        self.selected = place.unwrap_or(self.selected.min(last));
        if place.is_none() {
            self.scroll = 0;
        }
    }

    /// The rows that are shown; nothing: they have not come yet.
    pub(in crate::tui) fn rows(&self) -> Option<impl ExactSizeIterator<Item = &Row>> {
        let rows = self.rows.as_ref()?;
        Some(self.visible.iter().map(|&at| &rows[at]))
    }

    /// How many rows there are, shown or not.
    pub(in crate::tui) fn count(&self) -> usize {
        self.rows.as_ref().map_or(0, Vec::len)
    }

    pub(in crate::tui) fn shown(&self) -> usize {
        self.visible.len()
    }

    pub(in crate::tui) fn selected(&self) -> usize {
        self.selected
    }

    /// The one that is looked at.
    pub(in crate::tui) fn row(&self) -> Option<&Row> {
        self.rows.as_ref()?.get(*self.visible.get(self.selected)?)
    }

    /// All that is known of it; nothing: that has not come yet.
    pub(in crate::tui) fn detail(&self) -> Option<&[Detail]> {
        let row = self.row()?;
        let looked = || self.looked.as_ref().filter(|(id, _)| *id == row.id).map(|(_, detail)| detail);
        row.detail.as_ref().or_else(looked).map(Vec::as_slice)
    }

    /// Looks at the row of that index, or at the last one.
    pub(in crate::tui) fn select(&mut self, to: usize) {
        let to = to.min(self.visible.len().saturating_sub(1));
        if to != self.selected {
            (self.selected, self.scroll) = (to, 0);
        }
    }

    /// Has the one that is looked at on a screen with room for so many.
    pub(in crate::tui) fn follow(&mut self, room: usize) {
        let last = self.visible.len().saturating_sub(room);
        let first = (self.selected + 1).saturating_sub(room);
        self.offset = self.offset.max(first).min(self.selected).min(last);
    }

    /// The row of which more is to be fetched; `anew`: also if something of it is there.
    pub(in crate::tui) fn wants_look(&mut self, anew: bool) -> Option<String> {
        let row = self.row().filter(|row| row.detail.is_none())?;
        let known = self.looked.as_ref().is_some_and(|(id, _)| *id == row.id);
        let id = row.id.clone();
        if self.looking || known && !anew {
            return None;
        }
        self.looking = true;
        Some(id)
    }

    pub(in crate::tui) fn looked(&mut self, id: String, detail: Vec<Detail>) {
        (self.looking, self.looked) = (false, Some((id, detail)));
    }
}
