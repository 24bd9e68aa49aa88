//! Requests that wait for their answers, and those of them that are given up.

use std::collections::HashMap;

use tokio::sync::OwnedSemaphorePermit;
use tokio_util::sync::CancellationToken;

use crate::core::wire::IdKey;

/// How much of requests without an answer is held, bytes: as much as of those to a server that does not read its input.
pub(super) const MOST: usize = 64 * 1024 * 1024;

/// What one takes beside its bytes, about: a task that waits, and its places here.
pub(super) const EACH: usize = 4 * 1024;

/// All requests without an answer.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    /// By id, the newest of those that had it.
    newest: HashMap<IdKey, Place>,
    all: HashMap<Place, Request>,
    last: Place,
    bytes: usize,
}

/// Tells one request from another that has its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Place(u64);

#[derive(Debug)]
struct Request {
    given_up: CancellationToken,
    /// What it takes up of what may be under way; nothing before it is sent.
    room: Option<OwnedSemaphorePermit>,
    is_sent: bool,
    bytes: usize,
}

impl Waiting {
    /// Another one, of so many bytes; the token is cancelled when its answer is of no use any more. Nothing: too much waits.
    pub(super) fn enter(&mut self, key: IdKey, bytes: usize) -> Option<(Place, CancellationToken)> {
        let bytes = bytes + EACH;
        if self.bytes > 0 && self.bytes + bytes > MOST {
            return None;
        }
        self.bytes += bytes;
        self.last.0 += 1;
        let given_up = CancellationToken::new();
        self.newest.insert(key, self.last);
        let request = Request { given_up: given_up.clone(), room: None, is_sent: false, bytes };
        self.all.insert(self.last, request);
        Some((self.last, given_up))
    }

    /// It is sent from now on, and takes up `room`.
    pub(super) fn send(&mut self, place: Place, room: OwnedSemaphorePermit) {
        if let Some(request) = self.all.get_mut(&place) {
            (request.room, request.is_sent) = (Some(room), true);
        }
    }

    /// Whether the server may have it.
    pub(super) fn set_sent(&mut self, place: Place, is_sent: bool) {
        if let Some(request) = self.all.get_mut(&place) {
            request.is_sent = is_sent;
        }
    }

    /// It has its answer, or will have none.
    pub(super) fn leave(&mut self, key: &IdKey, place: Place) {
        self.bytes -= self.all.remove(&place).map_or(0, |request| request.bytes);
        if self.newest.get(key) == Some(&place) {
            self.newest.remove(key);
        }
    }

    /// Nobody waits for it any more. One that was sent takes up no room from now on; its answer may still come, and the token
    /// is given that ends the wait for it. One that was not sent is forgotten.
    pub(super) fn give_up(&mut self, key: &IdKey) -> GivenUp {
        let request = self.newest.get(key).and_then(|place| self.all.get_mut(place));
        let Some(request) = request else { return GivenUp::Unknown };
        request.room = None;
        if request.is_sent {
            return GivenUp::Sent(request.given_up.clone());
        }
        request.given_up.cancel();
        GivenUp::Unsent
    }
}

/// How it stood with a request that was given up.
#[derive(Debug)]
pub(super) enum GivenUp {
    /// There is none: it has its answer.
    Unknown,
    /// The server has not seen it, and will not.
    Unsent,
    /// The server may have it.
    Sent(CancellationToken),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_with_an_id_that_was_used_before_is_another_one() {
        let key = || IdKey::Integer(7);
        let mut waiting = Waiting::default();
        let (first, old) = waiting.enter(key(), 1).expect("room");
        waiting.set_sent(first, true);
        let (second, new) = waiting.enter(key(), 1).expect("room");
        waiting.leave(&key(), first);
        assert!(matches!(waiting.give_up(&key()), GivenUp::Unsent));
        assert!(new.is_cancelled() && !old.is_cancelled());
        waiting.leave(&key(), second);
        assert!(matches!(waiting.give_up(&key()), GivenUp::Unknown));
    }

    #[test]
    fn more_than_what_may_wait_is_refused_and_one_of_any_size_is_not() {
        let mut waiting = Waiting::default();
        let (large, _) = waiting.enter(IdKey::Integer(1), 2 * MOST).expect("room");
        assert!(waiting.enter(IdKey::Integer(2), 1).is_none());
        waiting.leave(&IdKey::Integer(1), large);
        let places: Vec<_> =
            (0..64).map_while(|id| waiting.enter(IdKey::Integer(id), MOST / 32 - EACH)).collect();
        assert_eq!(places.len(), 32);
        waiting.leave(&IdKey::Integer(0), places[0].0);
        assert!(waiting.enter(IdKey::Integer(99), MOST / 32 - EACH).is_some());
    }
}
