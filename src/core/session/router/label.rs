//! Who speaks: with several servers, what a person will read names the server that wrote it, so that none speaks in
//! another's name.

use super::state::Router;
use crate::core::wire::{Edits, Span, find_member};

impl Router {
    /// Puts `[alias] ` in front of the `message` of `object`.
    pub(super) fn label(&self, child: usize, frame: &[u8], object: Span, edits: &mut Edits) {
        if !self.config.label_requests || !self.several {
            return;
        }
        let message = find_member(frame, object, "message").filter(|span| frame[span.start()] == b'"');
        if let Some(message) = message {
            let inside = Span::new(message.start() + 1, message.start() + 1);
            edits.push(inside, format!("[{}] ", self.peers[child].server.alias).into_bytes());
        }
    }
}
