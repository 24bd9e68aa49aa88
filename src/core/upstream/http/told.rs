//! Messages without an answer, which are sent one after the other.

use std::sync::Arc;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::waiting::{EACH, MOST};

/// One of them.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) bytes: Vec<u8>,
    /// In which session with the server it is to be sent, if only there.
    pub(super) session: Option<u64>,
    /// What it takes up until it was sent.
    pub(super) room: OwnedSemaphorePermit,
}

/// Where they enter.
#[derive(Debug)]
pub(super) struct Told {
    messages: UnboundedSender<Message>,
    /// In bytes.
    room: Arc<Semaphore>,
}

/// Where they come out.
pub(super) type Untold = UnboundedReceiver<Message>;

impl Told {
    pub(super) fn new() -> (Self, Untold) {
        let (messages, untold) = unbounded_channel();
        (Self { messages, room: Arc::new(Semaphore::new(MOST)) }, untold)
    }

    /// Takes another one, of any size if it is the only one; `false`: too much waits, and it is dropped.
    pub(super) fn enter(&self, message: Vec<u8>, session: Option<u64>) -> bool {
        let takes = u32::try_from((message.len() + EACH).min(MOST)).unwrap_or(u32::MAX);
        let Ok(room) = Arc::clone(&self.room).try_acquire_many_owned(takes) else { return false };
        // Nobody listens any more when the connection is over.
        let _ = self.messages.send(Message { bytes: message, session, room });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_sent_yet_is_bounded_and_its_room_comes_back() {
        let (told, mut untold) = Told::new();
        assert!(told.enter(vec![0; 2 * MOST], None));
        assert!(!told.enter(vec![0], None));
        drop(untold.try_recv().expect("the large one"));
        assert_eq!((0..40).filter(|_| told.enter(vec![0; MOST / 32 - EACH], None)).count(), 32);
    }
}
