//! What becomes of an action.

use super::state::App;
use crate::core::problem::Problem;
use crate::tui::action::{Action, Effect};
use crate::tui::component::{Form, Listing};
use crate::tui::screen::Place;

impl App {
    /// The state after `action`, and what is to be done about it.
    pub(in crate::tui) fn update(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = match action {
            Action::Key(key) => self.key(key),
            Action::Pasted(text) => {
                self.paste(text.reveal());
                Vec::new()
            }
            Action::Resized(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Action::Tick(now) => {
                self.now = now;
                self.toasts.pass(now);
                Vec::new()
            }
            Action::Done(number, outcome) if number == self.number => self.outcome(outcome),
            Action::Done(..) => Vec::new(),
        };
        effects.extend(self.fetch());
        let layout = self.layout();
        self.listing_mut().follow(layout.rows());
        effects
    }

    /// What is to be fetched for what is on the screen.
    fn fetch(&mut self) -> Vec<Effect> {
        let acts = self.who.as_ref().is_some_and(|who| !who.must_change);
        if self.form.is_some() || !acts {
            return Vec::new();
        }
        let (now, at) = (self.now, self.at);
        let sees_detail = self.opened || self.layout().is_wide();
        let listing = self.listing_mut();
        let mut effects = Vec::new();
        if listing.is_due(now) {
            listing.begin(now);
            effects.push(Effect::Load(at));
        }
        if sees_detail && let Some(id) = listing.wants_look(false) {
            effects.push(Effect::Look(at, id));
        }
        effects
    }

    /// Goes to another screen.
    pub(super) fn go(&mut self, place: Place) {
        (self.at, self.opened, self.filtering, self.overlay) = (place, false, false, None);
    }

    /// Nobody is believed any more: they log in again, or it is over.
    pub(super) fn lose(&mut self, problem: Problem) -> Vec<Effect> {
        if self.by_credential {
            return vec![Effect::Quit(Some(problem))];
        }
        self.lock(Some(problem), false);
        Vec::new()
    }

    /// Covers everything with the login.
    pub(super) fn lock(&mut self, problem: Option<Problem>, busy: bool) {
        self.number += 1;
        self.listings.iter_mut().for_each(Listing::abandon);
        (self.overlay, self.filtering) = (None, false);
        self.doing.clear();
        let email = self.who.take().and_then(|who| who.email).unwrap_or_default();
        self.form = Some(Form { busy, ..Form::login(&email, problem) });
    }
}
