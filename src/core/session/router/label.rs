//! Who speaks: with several servers, what a person will read names the server that wrote it, so that none speaks in
//! another's name.

use super::state::Router;
use crate::core::wire::{Edits, Envelope, Field, Span, elements, find_member};

/// The error that asks the client to open a URL first (MCP 2025-11-25, `client/elicitation`).
const URL_ELICITATION_REQUIRED: &[u8] = b"-32042";

impl Router {
    /// Puts `[alias] ` in front of the `message` of `object`.
    pub(super) fn label(&self, child: usize, frame: &[u8], object: Span, edits: &mut Edits) {
        if !self.config.label_requests || self.peers.len() < 2 {
            return;
        }
        let message = find_member(frame, object, "message").filter(|span| frame[span.start()] == b'"');
        if let Some(message) = message {
            let inside = Span::new(message.start() + 1, message.start() + 1);
            edits.push(inside, format!("[{}] ", self.peers[child].server.alias).into_bytes());
        }
    }

    /// Labels the requests in an error that asks for URL elicitation.
    pub(super) fn label_error(&self, child: usize, frame: &[u8], envelope: &Envelope) -> Edits {
        let mut edits = Edits::none();
        let Some(error) = envelope.get(Field::Error) else { return edits };
        if find_member(frame, error, "code").is_some_and(|code| code.of(frame) == URL_ELICITATION_REQUIRED) {
            let requests =
                find_member(frame, error, "data").and_then(|data| find_member(frame, data, "elicitations"));
            for request in requests.into_iter().flat_map(|requests| elements(frame, requests)) {
                self.label(child, frame, request, &mut edits);
            }
        }
        edits
    }
}
