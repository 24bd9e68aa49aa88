//! Requests that the client is done with and their servers may not be: they go on taking the places of calls under way.

use std::collections::HashMap;
use std::time::Instant;

use foldhash::fast::RandomState;

use super::call::CANCELLED_KEPT;
use super::state::Router;
use crate::core::model::CallOutcome;
use crate::core::wire::IdKey;

/// Those of one session, by their ids: one that timed out leaves its id to others.
pub(super) type GivenUp = HashMap<IdKey, Vec<Place>, RandomState>;

/// The place that one takes.
#[derive(Debug)]
pub(super) struct Place {
    child: usize,
    /// The number of the call.
    number: u64,
    until: Instant,
}

impl Router {
    /// Nobody waits for the answer to a request any more. Where calls under way are limited it goes on being one until its server
    /// says that it is done, or is gone, or some time is over: who cancels has not ended what a server does.
    pub(super) fn give_up(&mut self, key: &IdKey, outcome: CallOutcome) {
        let Some(call) = self.calls.get(key) else { return };
        // The limits that there are now, also of a run that is about to end.
        let is_bounded = |child: &usize| self.peers[self.latest(*child)].bounds.is_concurrent();
        let takes_place = call.sent_to().filter(|child| call.counts && is_bounded(child));
        let Some(call) = self.calls.get_mut(key) else { return };
        match takes_place {
            Some(child) => {
                let until = self.now + CANCELLED_KEPT;
                if let Some(number) = self.ledger.given_up(call, outcome, self.now) {
                    self.given_up.entry(key.clone()).or_default().push(Place { child, number, until });
                    self.arm(until);
                }
            }
            None => self.ledger.ended(call, outcome, 0, self.now),
        }
    }

    /// A server has answered what was given up: the oldest under this id.
    pub(super) fn answered_late(&mut self, child: usize, key: &IdKey) {
        let Some(places) = self.given_up.get_mut(key) else { return };
        if let Some(place) = places.iter().position(|place| place.child == child) {
            self.ledger.freed(places.remove(place).number);
        }
        if places.is_empty() {
            self.given_up.remove(key);
        }
    }

    /// A server is gone, and what it did as well.
    pub(super) fn free_places(&mut self, child: usize) {
        self.free_places_that(|place| place.child == child);
    }

    /// Nothing is waited for for ever.
    pub(super) fn expire_places(&mut self) {
        let now = self.now;
        self.free_places_that(|place| place.until <= now);
        if let Some(next) = self.given_up.values().flatten().map(|place| place.until).min() {
            self.arm(next);
        }
    }

    fn free_places_that(&mut self, over: impl Fn(&Place) -> bool) {
        let Self { given_up, ledger, .. } = self;
        given_up.retain(|_, places| {
            places.extract_if(.., |place| over(place)).for_each(|place| ledger.freed(place.number));
            !places.is_empty()
        });
    }
}
