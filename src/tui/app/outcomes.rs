//! What becomes of what an effect came to.

use super::state::App;
use crate::core::problem::{Problem, ProblemKind};
use crate::tui::action::{Done, Effect, Outcome, Who};
use crate::tui::component::{Entry, Form, Listing, Toast};
use crate::tui::deed::Deed;
use crate::tui::look::Mark;
use crate::tui::screen::{Detail, Place};
use crate::tui::text::Shown;

impl App {
    pub(super) fn outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        let now = self.now;
        match outcome {
            Outcome::Entered(who) => self.enter(who),
            Outcome::Refused(problem) => return self.refused(problem),
            Outcome::Loaded(place, rows, who) => {
                self.who = Some(who);
                let listing = &mut self.listings[place.index()];
                let before = listing.row().map(|row| row.id.clone());
                listing.take(now, rows);
                // What is gone is not seen in full any more, and nothing else in its place.
                if self.at == place && listing.row().map(|row| &row.id) != before.as_ref() {
                    self.opened = false;
                }
                self.stay_where_one_may();
                if self.at == place && (self.opened || self.layout().is_wide()) {
                    let wanted = self.listing_mut().wants_look(true);
                    return wanted.map(|id| Effect::Look(place, id)).into_iter().collect();
                }
            }
            Outcome::NotLoaded(place, problem) => return self.not_loaded(place, problem),
            Outcome::Looked(place, id, detail) => self.listings[place.index()].looked(id, detail),
            Outcome::NotLooked(place, id, problem) => {
                if problem.kind == ProblemKind::Unauthenticated {
                    return self.lose(problem);
                }
                self.listings[place.index()].looked(id, Detail::of(&problem));
            }
            Outcome::Did(deed, done) => self.did(&deed, done),
            Outcome::NotDone(deed, problem) => return self.not_done(&deed, problem),
            Outcome::Left => {
                if let Some(form) = &mut self.form {
                    form.busy = false;
                }
            }
        }
        Vec::new()
    }

    fn enter(&mut self, who: Who) {
        if self.owner.replace(who.user).is_some_and(|before| before != who.user) {
            self.forget();
        }
        self.number += 1;
        self.form = who.must_change.then(Form::choose);
        self.who = Some(who);
        self.listings.iter_mut().for_each(|listing| {
            listing.abandon();
            listing.expire();
        });
        if self.form.is_none()
            && let Some(advice) = self.advice.take()
        {
            self.toasts.say(self.now, Toast::new(Mark::Warn, Shown::line(advice), None));
        }
    }

    fn refused(&mut self, problem: Problem) -> Vec<Effect> {
        self.advice = None;
        match &mut self.form {
            None if problem.kind == ProblemKind::Unauthenticated => self.lose(problem),
            None => vec![Effect::Quit(Some(problem))],
            Some(form) if form.entry == Entry::Choose && problem.kind == ProblemKind::Unauthenticated => {
                self.lose(problem)
            }
            Some(form) => {
                form.refuse(problem);
                Vec::new()
            }
        }
    }

    fn not_loaded(&mut self, place: Place, problem: Problem) -> Vec<Effect> {
        if problem.kind == ProblemKind::Unauthenticated {
            return self.lose(problem);
        }
        self.listings[place.index()].fail(self.now, problem);
        Vec::new()
    }

    fn did(&mut self, deed: &Deed, done: Done) {
        self.doing.retain(|one| one != deed);
        let command = deed.as_command();
        self.last = Some(command.clone());
        self.toasts.say(self.now, Toast::new(Mark::Done, done.said, Some(command)));
        for problem in done.warnings {
            self.toasts.complain(self.now, Mark::Warn, problem);
        }
        self.listings.iter_mut().for_each(Listing::expire);
    }

    fn not_done(&mut self, deed: &Deed, problem: Problem) -> Vec<Effect> {
        self.doing.retain(|one| one != deed);
        if problem.kind == ProblemKind::Unauthenticated {
            return self.lose(problem);
        }
        self.last = Some(deed.as_command());
        self.toasts.complain(self.now, Mark::Down, problem);
        // What it was about may be gone since.
        self.listing_mut().expire();
        Vec::new()
    }

    /// Somebody who is alone now has no screens of people.
    fn stay_where_one_may(&mut self) {
        if !self.places().any(|place| place == self.at) {
            self.go(Place::Servers);
        }
    }
}
