//! Ids of URL elicitations (MCP 2025-11-25, `client/elicitation`), which servers choose and which may collide.

use super::effect::Effect;
use super::state::Router;
use crate::core::wire::{Edits, Envelope, Field, RpcError, Span, elements, find_member, quote, unquote};

/// How many ids of one error are remembered, and how long they may be: one server must not make mcpgw forget the others'.
const MAX_IDS: usize = 100;
const MAX_ID: usize = 1024;

impl Router {
    /// Labels a request that a person will read, and makes its `elicitationId` the only one of its kind.
    pub(super) fn mark_elicitation(&mut self, child: usize, frame: &[u8], request: Span, edits: &mut Edits) {
        self.label(child, frame, request, edits);
        self.keep_elicitation_apart(child, frame, request, edits);
    }

    fn keep_elicitation_apart(&mut self, child: usize, frame: &[u8], request: Span, edits: &mut Edits) {
        let span = find_member(frame, request, "elicitationId");
        let Some((span, id)) = span.and_then(|span| Some((span, unquote(span.of(frame))?))) else { return };
        if id.len() > MAX_ID {
            return;
        }
        match self.elicitations.get(id.as_ref()) {
            Some(&owner) if owner != child => {
                let renamed = self.renamed_elicitation(child, &id);
                edits.push(span, quote(&renamed));
                self.elicitations.insert(self.peers[child].server.id, renamed, child);
            }
            _ => self.elicitations.insert(self.peers[child].server.id, id.into_owned(), child),
        }
    }

    /// Marks the requests in an error that asks for URL elicitation.
    pub(super) fn mark_error(&mut self, child: usize, frame: &[u8], envelope: &Envelope, edits: &mut Edits) {
        let Some(error) = envelope.get(Field::Error) else { return };
        let required = RpcError::URL_ELICITATION_REQUIRED.to_string();
        if find_member(frame, error, "code").is_some_and(|code| code.of(frame) == required.as_bytes()) {
            let requests =
                find_member(frame, error, "data").and_then(|data| find_member(frame, data, "elicitations"));
            let requests = requests.into_iter().flat_map(|requests| elements(frame, requests));
            for (place, request) in requests.enumerate() {
                self.label(child, frame, request, edits);
                if place < MAX_IDS {
                    self.keep_elicitation_apart(child, frame, request, edits);
                }
            }
        }
    }

    /// Only the server that asked may say that it is done.
    pub(super) fn elicitation_complete(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        let params = envelope.get(Field::Params);
        let span = params.and_then(|params| find_member(frame, params, "elicitationId"));
        let id = span.and_then(|span| unquote(span.of(frame)));
        let (Some(span), Some(id)) = (span, id) else {
            return self.child_dropped(child, "the end of an elicitation without its id");
        };
        let renamed = self.renamed_elicitation(child, &id);
        let mut edits = if !self.several || self.elicitations.get(id.as_ref()) == Some(&child) {
            Edits::none()
        } else if self.elicitations.get(&renamed) == Some(&child) {
            Edits::one(span, quote(&renamed))
        } else {
            return self.child_dropped(child, "the end of an elicitation that it did not ask for");
        };
        if let Some(params) = params {
            self.label_related(child, frame, params, &mut edits);
        }
        self.effects.push_back(Effect::RelayToClient { child, edits });
    }

    fn renamed_elicitation(&self, child: usize, id: &str) -> String {
        format!("{}:{id}", self.peers[child].server.alias)
    }
}
