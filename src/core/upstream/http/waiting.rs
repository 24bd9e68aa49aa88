//! Requests that wait for their answers, and those of them that are given up.

use std::collections::HashMap;

use tokio::sync::OwnedSemaphorePermit;
use tokio_util::sync::CancellationToken;

use crate::core::wire::IdKey;

/// All requests without an answer.
#[derive(Debug, Default)]
pub(super) struct Waiting(HashMap<IdKey, Place>);

#[derive(Debug)]
struct Place {
    given_up: CancellationToken,
    /// Its place among the requests that are under way; nothing before it is sent.
    room: Option<OwnedSemaphorePermit>,
    is_sent: bool,
}

impl Waiting {
    /// Another one; the token is cancelled when its answer is of no use any more.
    pub(super) fn enter(&mut self, key: IdKey) -> CancellationToken {
        let given_up = CancellationToken::new();
        self.0.insert(key, Place { given_up: given_up.clone(), room: None, is_sent: false });
        given_up
    }

    /// It is sent from now on, and takes up `room`.
    pub(super) fn send(&mut self, key: &IdKey, room: OwnedSemaphorePermit) {
        if let Some(place) = self.0.get_mut(key) {
            (place.room, place.is_sent) = (Some(room), true);
        }
    }

    /// It has its answer, or will have none.
    pub(super) fn leave(&mut self, key: &IdKey) {
        self.0.remove(key);
    }

    /// Nobody waits for it any more. One that was sent takes up no room from now on; its answer may still come, and the token
    /// is given that ends the wait for it. One that was not sent is forgotten.
    pub(super) fn give_up(&mut self, key: &IdKey) -> GivenUp {
        let Some(place) = self.0.get_mut(key) else { return GivenUp::Unknown };
        place.room = None;
        if place.is_sent {
            return GivenUp::Sent(place.given_up.clone());
        }
        place.given_up.cancel();
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
