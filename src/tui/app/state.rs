//! What there is.

use std::time::Duration;

use crate::core::model::UserId;
use crate::core::problem::Problem;
use crate::tui::action::{Effect, Who};
use crate::tui::component::{Confirm, Form, Listing, Palette, Toasts};
use crate::tui::deed::Deed;
use crate::tui::draw::Layout;
use crate::tui::keymap::Focus;
use crate::tui::look::Look;
use crate::tui::screen::Place;
use crate::tui::text::Shown;

/// How often a sign of life turns.
const TURN: Duration = Duration::from_millis(100);
/// How long nothing is looked at when nothing is to come.
const IDLE: Duration = Duration::from_secs(2);

/// What lies over the rows.
#[derive(Debug)]
pub(in crate::tui) enum Overlay {
    Palette(Palette),
    Confirm(Confirm),
    Reading(Reading, usize),
}

/// A text to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Reading {
    Help,
    Errors,
}

/// All of it.
#[derive(Debug)]
pub(in crate::tui) struct App {
    pub(in crate::tui) look: Look,
    pub(in crate::tui) size: (u16, u16),
    /// How late it is, counted from the start.
    pub(in crate::tui) now: Duration,
    /// Whether a token or the like decides who acts.
    pub(super) by_credential: bool,
    /// Who acts; nothing: that is not known yet.
    pub(in crate::tui) who: Option<Who>,
    /// Whose what is kept here is.
    pub(super) owner: Option<UserId>,
    /// Counts logins: what was begun for another one is nobody's business any more.
    pub(in crate::tui) number: u32,
    /// The login, or the choice of a password: nothing else is on the screen then.
    pub(in crate::tui) form: Option<Form>,
    /// What is to be said once somebody is in.
    pub(super) advice: Option<&'static str>,
    pub(in crate::tui) at: Place,
    pub(super) listings: Vec<Listing>,
    /// Whether the whole of a row has the keys.
    pub(in crate::tui) opened: bool,
    /// Whether the filter has the keys.
    pub(in crate::tui) filtering: bool,
    pub(in crate::tui) overlay: Option<Overlay>,
    pub(in crate::tui) toasts: Toasts,
    /// What is being done.
    pub(in crate::tui) doing: Vec<Deed>,
    /// The command that does what was done last.
    pub(super) last: Option<Shown>,
}

impl App {
    /// `out`: why nobody is in yet.
    pub(in crate::tui) fn new(
        look: Look,
        size: (u16, u16),
        by_credential: bool,
        out: Option<Problem>,
    ) -> (Self, Vec<Effect>) {
        let effects = if out.is_none() { vec![Effect::Arrive] } else { Vec::new() };
        let app = Self {
            look,
            size,
            now: Duration::ZERO,
            by_credential,
            who: None,
            owner: None,
            number: 0,
            form: out.map(|problem| Form::login("", Some(problem))),
            advice: None,
            at: Place::Servers,
            listings: listings(),
            opened: false,
            filtering: false,
            overlay: None,
            toasts: Toasts::default(),
            doing: Vec::new(),
            last: None,
        };
        (app, effects)
    }

    /// Forgets all that was somebody's.
    pub(super) fn forget(&mut self) {
        self.at = Place::Servers;
        self.listings = listings();
        (self.opened, self.filtering, self.overlay) = (false, false, None);
        self.toasts = Toasts::default();
        (self.doing, self.last) = (Vec::new(), None);
    }

    pub(in crate::tui) fn listing(&self) -> &Listing {
        &self.listings[self.at.index()]
    }

    pub(super) fn listing_mut(&mut self) -> &mut Listing {
        &mut self.listings[self.at.index()]
    }

    /// The screens that there are.
    pub(in crate::tui) fn places(&self) -> impl Iterator<Item = Place> + use<> {
        Place::all(self.who.as_ref().is_none_or(|who| who.alone))
    }

    /// What keys go to.
    pub(in crate::tui) fn focus(&self) -> Focus {
        match &self.overlay {
            _ if self.form.is_some() => Focus::Form,
            Some(Overlay::Palette(_)) => Focus::Palette,
            Some(Overlay::Confirm(_)) => Focus::Confirm,
            Some(Overlay::Reading(..)) => Focus::Reading,
            None if self.filtering => Focus::Filter,
            None if self.opened => Focus::Detail,
            None => Focus::List,
        }
    }

    pub(in crate::tui) fn layout(&self) -> Layout {
        Layout::new(self.size)
    }

    /// Whether something is under way that a sign of life is turned for.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        let waiting = self.form.is_none() && self.listing().is_waiting(self.now);
        self.form.as_ref().is_some_and(|form| form.busy) || !self.doing.is_empty() || waiting
    }

    /// How long nothing happens by itself.
    pub(in crate::tui) fn rest(&self) -> Duration {
        if self.is_busy() || self.form.is_none() && self.listing().count() == 0 && self.listing().is_loading()
        {
            return TURN;
        }
        let due = if self.form.is_some() { None } else { self.listing().due_at() };
        let next = due.into_iter().chain(self.toasts.next_end()).min();
        next.map_or(IDLE, |at| at.saturating_sub(self.now)).clamp(TURN, IDLE)
    }
}

fn listings() -> Vec<Listing> {
    Place::ALL.map(Listing::new).into()
}
