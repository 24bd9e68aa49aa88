//! JSON-RPC batches (JSON-RPC 2.0, section 6). Only 2025-03-26 has them: taken apart here, and answered as one array.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::effect::Effect;
use super::effect::Origin;
use super::state::Router;
use crate::core::era::{Call, Revision};
use crate::core::wire::{
    Edits, Envelope, Field, IdKey, Kind, RpcError, Span, elements, error_frame, is_readable, scan,
    skip_value, skip_whitespace, unquote,
};

/// A batch of the client that is not answered yet.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Its requests without an answer.
    open: HashSet<IdKey, RandomState>,
    answers: Vec<Vec<u8>>,
    /// The last server that answered; what it said before comes before the array.
    answered_by: Option<usize>,
}

/// How many messages of a child may come at once: each takes much more room than it may be long.
const MOST: usize = 100_000;

impl Router {
    /// Takes a batch apart: each message is routed by itself, and the answers come back together.
    pub(super) fn client_batch(&mut self, frame: &[u8]) {
        let whole = Span::new(skip_whitespace(frame, 0), frame.len());
        let complete =
            skip_value(frame, whole.start()).is_ok_and(|end| skip_whitespace(frame, end) == frame.len());
        if !complete {
            return self.refuse(None, &RpcError::new(RpcError::PARSE, "the line is not JSON"));
        }
        if self.client.is_opening() {
            return self.keep_early_or_refuse(frame, None);
        }
        if self.client.revision != Some(Revision::V2025_03_26) {
            let message = "batches belong to 2025-03-26 alone; send one message a line";
            return self.refuse(None, &RpcError::new(RpcError::INVALID_REQUEST, message));
        }
        let messages: Vec<_> = elements(frame, whole).map(|span| span.of(frame)).collect();
        if messages.is_empty() {
            return self.refuse(None, &RpcError::new(RpcError::INVALID_REQUEST, "an empty batch"));
        }
        let mut batch = Batch::default();
        for message in messages {
            match self.batched(message, &batch) {
                Ok(id) => {
                    batch.open.extend(id);
                    self.effects.push_back(Effect::Replay { child: None, frame: message.to_vec() });
                }
                Err((id, reason)) => {
                    let error = RpcError::new(RpcError::INVALID_REQUEST, reason);
                    batch.answers.push(error_frame(id, &error));
                }
            }
        }
        self.batches.push(batch);
        self.finish_batches();
    }

    /// The id of a message of a batch if it is a request, or why it can't be in one, with the id for the error.
    fn batched<'a>(
        &self,
        message: &'a [u8],
        batch: &Batch,
    ) -> Result<Option<IdKey>, (Option<&'a [u8]>, &'static str)> {
        let invalid = |id| (id, "not a message");
        let envelope: Envelope = scan(message).map_err(|_| invalid(None))?;
        let id = envelope.once(Field::Id).map(|span| span.of(message)).filter(|_| envelope.strict());
        match envelope.kind() {
            Kind::Notification | Kind::Response => return Ok(None),
            Kind::Invalid => {
                return Err(invalid(id.filter(|id| IdKey::from_token(id).is_some() && is_readable(id))));
            }
            Kind::Request => {}
        }
        let key = id.filter(|id| is_readable(id)).and_then(IdKey::from_token).ok_or_else(|| invalid(None))?;
        let method = envelope.get(Field::Method).and_then(|span| unquote(span.of(message)));
        if method.is_some_and(|method| Call::of(&method) == Call::Initialize) {
            return Err((id, "initialize can't be part of a batch"));
        }
        let is_held = self.held.iter().any(|held| held.id == key);
        if is_held || batch.open.contains(&key) || self.is_in_batch(&key) || self.calls.contains_key(&key) {
            return Err((id, "this id is in use"));
        }
        Ok(Some(key))
    }

    /// Takes a child's batch apart, whether its revision has such a thing or not: what it answers there is answered. `false`: the line
    /// is no message.
    pub(super) fn child_batch(&mut self, child: usize, frame: &[u8]) -> bool {
        let whole = Span::new(skip_whitespace(frame, 0), frame.len());
        let messages: Vec<_> = elements(frame, whole).take(MOST + 1).collect();
        let is_batch =
            (1..=MOST).contains(&messages.len()) && messages.iter().all(|span| frame[span.start()] == b'{');
        if is_batch {
            let replays = messages.iter().map(|span| span.of(frame).to_vec());
            self.effects.extend(replays.map(|frame| Effect::Replay { child: Some(child), frame }));
        }
        is_batch
    }

    /// Whether a request came in a batch that is not answered yet.
    pub(super) fn is_in_batch(&self, key: &IdKey) -> bool {
        self.batches.iter().any(|batch| batch.open.contains(key))
    }

    /// Adds an answer to its batch.
    pub(super) fn answer_in_batch(&mut self, origin: Origin, key: &IdKey, frame: Vec<u8>) {
        if let Some(batch) = self.batches.iter_mut().find(|batch| batch.open.contains(key)) {
            batch.open.remove(key);
            batch.answers.push(frame);
            if let Origin::Child(child) = origin {
                batch.answered_by = Some(child);
            }
        }
        self.finish_batches();
    }

    /// A request that the client took back gets no answer, in a batch neither.
    pub(super) fn leave_batch(&mut self, key: &IdKey) {
        if let Some(batch) = self.batches.iter_mut().find(|batch| batch.open.contains(key)) {
            batch.open.remove(key);
            self.finish_batches();
        }
    }

    /// Passes a child's answer on, or adds it to the batch that the request came in.
    pub(super) fn relay_answer(&mut self, child: usize, id: &[u8], frame: &[u8], edits: Edits) {
        if self.batches.is_empty() {
            return self.effects.push_back(Effect::RelayToClient { child, edits });
        }
        let mut copy = Vec::with_capacity(edits.length(frame.len()));
        edits.append(frame, Span::new(0, frame.len()), &mut copy);
        self.answer(Origin::Child(child), Some(id), copy);
    }

    fn finish_batches(&mut self) {
        let done = |batch: &mut Batch| batch.open.is_empty();
        for batch in self.batches.extract_if(.., done).collect::<Vec<_>>() {
            if !batch.answers.is_empty() {
                let array = [b"[".as_slice(), &batch.answers.join(&b','), b"]"].concat();
                self.tell_client(batch.answered_by.map_or(Origin::Control, Origin::Child), array);
            }
        }
    }
}
