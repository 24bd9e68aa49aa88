//! The client's requests that children work on.

use std::time::{Duration, Instant};

use super::effect::{Effect, Origin};
use super::ledger::{ItemId, Mark};
use super::peer::{Phase, Waiting};
use super::route::Incoming;
use super::state::Router;
use crate::core::era::Call;
use crate::core::model::CallOutcome;
use crate::core::wire::{Edits, Field, IdKey, Span, error_frame, notification_frame, quote};

/// How long a cancelled request is remembered: an answer that was already on its way passes (MCP `basic/utilities/cancellation`).
pub(super) const CANCELLED_KEPT: Duration = Duration::from_mins(1);

/// A request of the client without an answer.
#[derive(Debug)]
pub(super) struct OpenCall {
    pub place: Place,
    pub call: Call,
    pub progress: Option<IdKey>,
    /// What it says it is about, for subscriptions.
    pub uri: Option<Box<UriForms>>,
    /// Whether it asked to run as a task.
    pub is_task: bool,
    /// When it came.
    pub since: Instant,
    pub deadline: Option<Instant>,
    pub cancelled: Option<Instant>,
    /// Whether limits of calls are about it.
    pub counts: bool,
    /// What the ledger knows of it, until it has come to its end there.
    pub mark: Option<Mark>,
}

/// Where a request of the client is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It waits for lists that say whose it is.
    Unrouted,
    /// It waits for this child to be ready.
    Waiting(usize),
    /// This child has it.
    Sent(usize),
}

/// One resource, as the client calls it and as the child does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UriForms {
    pub client: String,
    pub child: String,
}

impl OpenCall {
    /// A request before it is known whose it is.
    pub(super) fn unrouted(call: Call, since: Instant) -> Self {
        let place = Place::Unrouted;
        Self {
            place,
            call,
            progress: None,
            uri: None,
            is_task: false,
            since,
            deadline: None,
            cancelled: None,
            counts: false,
            mark: None,
        }
    }

    /// The child that has it.
    pub(super) fn sent_to(&self) -> Option<usize> {
        match self.place {
            Place::Sent(child) => Some(child),
            Place::Unrouted | Place::Waiting(_) => None,
        }
    }

    /// The child that has it or will get it.
    pub(super) fn child(&self) -> Option<usize> {
        match self.place {
            Place::Sent(child) | Place::Waiting(child) => Some(child),
            Place::Unrouted => None,
        }
    }

    /// Whether this child has it or will get it.
    pub(super) fn is_for(&self, child: usize) -> bool {
        self.child() == Some(child)
    }
}

impl Router {
    /// Sends a request of the client to a child, now or as soon as the child is ready.
    pub(super) fn send(
        &mut self,
        incoming: Incoming<'_>,
        child: usize,
        mut edits: Edits,
        uri: Option<UriForms>,
        item: Option<ItemId>,
    ) {
        let mark = Mark::new(item, incoming.bytes.len());
        let ready = self.peers[child].is_ready() && self.peers[child].settling.is_none();
        if !ready && !self.may_wait(child, incoming.bytes.len()) {
            self.calls.remove(&incoming.key);
            self.ledger.failed(child, incoming.call, mark);
            let error = self.server_error(child, "has too much waiting for it");
            return self.refuse(Some(&incoming.key.to_token()), &error);
        }
        if let Some(reason) = self.peers[child].barred(self.now).map(str::to_owned) {
            self.calls.remove(&incoming.key);
            self.ledger.failed(child, incoming.call, mark);
            let error = self.server_error(child, &reason);
            return self.refuse(Some(&incoming.key.to_token()), &error);
        }
        if let (Some(_), Some(params)) =
            (incoming.envelope.get(Field::Meta), incoming.envelope.get(Field::Params))
        {
            self.unlabel_related(child, &incoming.bytes, params, &mut edits);
        }
        let progress = incoming
            .envelope
            .once(Field::MetaProgressToken)
            .map(|span| span.of(&incoming.bytes))
            .and_then(IdKey::from_token);
        if let Some(token) = &progress {
            self.progress.insert(token.clone(), (child, incoming.key.clone()));
        }
        let counts = self.is_counted(child, &incoming, uri.as_ref());
        if let Some(uri) = &uri {
            self.supersede(child, incoming.call, uri);
        }
        let deadline = if ready { self.call_deadline(child, incoming.call) } else { None };
        let is_task = incoming.envelope.get(Field::Task).is_some();
        let place = if ready { Place::Sent(child) } else { Place::Waiting(child) };
        let (since, call, cancelled) = (self.now, incoming.call, None);
        let (uri, mark) = (uri.map(Box::new), Some(mark));
        let mut call =
            OpenCall { place, call, progress, uri, is_task, since, deadline, cancelled, counts, mark };
        if ready {
            self.ledger.sent(child, &mut call);
        }
        self.calls.insert(incoming.key.clone(), call);
        if ready {
            self.expect_word(child);
        }
        if ready && incoming.live {
            self.effects.push_back(Effect::RelayToChild { child, edits, request: Some(incoming.key) });
            return;
        }
        let mut frame = Vec::with_capacity(edits.length(incoming.bytes.len()));
        edits.append(&incoming.bytes, Span::new(0, incoming.bytes.len()), &mut frame);
        if ready {
            self.effects.push_back(Effect::ToChild { child, frame, request: Some(incoming.key) });
            return;
        }
        self.wait_for(child, Waiting { id: Some(incoming.key), frame });
    }

    /// Sends a notification to a child that is not ready: as soon as it is.
    pub(super) fn send_late(&mut self, child: usize, frame: &[u8], edits: &Edits) {
        let mut edited = Vec::with_capacity(edits.length(frame.len()));
        edits.append(frame, Span::new(0, frame.len()), &mut edited);
        if self.may_wait(child, edited.len()) {
            self.wait_for(child, Waiting { id: None, frame: edited });
        } else {
            self.dropped("a notification for a server that has too much waiting for it");
        }
    }

    /// Has a child started for a message.
    fn wait_for(&mut self, child: usize, waiting: Waiting) {
        let peer = &mut self.peers[child];
        peer.waiting_bytes += waiting.frame.len();
        peer.waiting.push(waiting);
        if !matches!(self.peers[child].phase, Phase::Starting { .. } | Phase::Ready) {
            self.start(child);
        }
    }

    /// Sends what waited for a child that is now ready.
    pub(super) fn send_waiting(&mut self, child: usize) {
        let now = self.now;
        self.peers[child].waiting_bytes = 0;
        for Waiting { id, frame } in std::mem::take(&mut self.peers[child].waiting) {
            let deadline = id.as_ref().and_then(|id| self.calls.get(id)).map(|call| call.call);
            let deadline = deadline.and_then(|call| self.call_deadline(child, call));
            match id.as_ref().map(|id| self.calls.get_mut(id)) {
                Some(Some(call)) => {
                    call.place = Place::Sent(child);
                    call.deadline = deadline;
                    call.since = now;
                    self.ledger.sent(child, call);
                    self.expect_word(child);
                }
                // It was taken back.
                Some(None) => continue,
                None => {}
            }
            self.effects.push_back(Effect::ToChild { child, frame, request: id });
        }
    }

    fn may_wait(&self, child: usize, length: usize) -> bool {
        self.peers[child].waiting_bytes + length <= self.config.child_queue
    }

    /// When a request counts as unanswered. One for the result of a task waits for the task (MCP `basic/utilities/tasks`).
    fn call_deadline(&mut self, child: usize, call: Call) -> Option<Instant> {
        if call == Call::TaskResult {
            return None;
        }
        let deadline = self.now + self.peers[child].server.call_timeout?;
        self.arm(deadline);
        Some(deadline)
    }

    /// Forgets a request that no child has got.
    pub(super) fn forget_parked(&mut self, key: &IdKey) {
        if let Some(place) = self.unrouted.iter().position(|parked| parked.key == *key) {
            self.unrouted_bytes -= self.unrouted.remove(place).frame.len();
        }
        self.gatherings.retain(|_, gathering| gathering.key != *key);
        for peer in &mut self.peers {
            if let Some(place) = peer.waiting.iter().position(|waiting| waiting.id.as_ref() == Some(key)) {
                peer.waiting_bytes -= peer.waiting.remove(place).frame.len();
            }
        }
        self.close(key, CallOutcome::Cancelled);
    }

    /// Ends a request that will get no answer of a child.
    pub(super) fn close(&mut self, key: &IdKey, outcome: CallOutcome) -> Option<OpenCall> {
        self.close_answered(key, outcome, 0)
    }

    /// Ends a request that got its answer, which is so long.
    pub(super) fn close_answered(
        &mut self,
        key: &IdKey,
        outcome: CallOutcome,
        bytes: usize,
    ) -> Option<OpenCall> {
        let mut call = self.calls.remove(key)?;
        self.ledger.ended(&mut call, outcome, bytes, self.now);
        if let Some(token) = &call.progress
            && self.progress.get(token).is_some_and(|(_, of)| of == key)
        {
            self.progress.remove(token);
        }
        Some(call)
    }

    /// Counts an answer of a child.
    pub(super) fn count_answer(&mut self, child: usize, call: &OpenCall) {
        let (now, peer) = (self.now, &mut self.peers[child]);
        peer.failures.count = 0;
        peer.pulse.used = now;
        peer.pulse.answered(now.saturating_duration_since(call.since));
    }

    /// Takes back a request that did not fit into the child's queue.
    pub fn child_queue_full(&mut self, child: usize, request: &IdKey) {
        if self.close(request, CallOutcome::Failed).is_some() {
            let error = self.server_error(child, "does not read: too much is waiting for it");
            let id = request.to_token();
            self.answer(Origin::Child(child), Some(&id), error_frame(Some(&id), &error));
        }
    }

    /// Fails every request that a child has or that waits for it.
    pub(super) fn fail_calls(&mut self, child: usize, what: &str) {
        let error = self.server_error(child, what);
        for key in self.calls_that(|call| call.is_for(child)) {
            if self.close(&key, CallOutcome::Failed).is_some_and(|call| call.cancelled.is_none()) {
                let id = key.to_token();
                self.answer(Origin::Child(child), Some(&id), error_frame(Some(&id), &error));
            }
        }
        self.free_places(child);
        let peer = &mut self.peers[child];
        peer.waiting.clear();
        peer.waiting_bytes = 0;
    }

    /// Ends requests whose time is up: the child is told, the client gets an error.
    pub(super) fn expire_calls(&mut self) {
        let now = self.now;
        let forgotten = |call: &OpenCall| call.cancelled.is_some_and(|at| at + CANCELLED_KEPT <= now);
        for key in self.calls_that(forgotten) {
            self.close(&key, CallOutcome::Cancelled);
        }
        self.expire_places();
        let late = |call: &OpenCall| call.cancelled.is_none() && call.deadline.is_some_and(|at| at <= now);
        for key in self.calls_that(late) {
            self.give_up(&key, CallOutcome::Timeout);
            let closed = self.close(&key, CallOutcome::Timeout);
            let Some(child) = closed.and_then(|call| call.sent_to()) else { continue };
            let timeout = self.peers[child].server.call_timeout.unwrap_or_default();
            let reason = format!("gave no answer within {} s", timeout.as_secs_f64());
            let token = key.to_token();
            self.cancel_at_child(child, &token, &reason);
            let error = self.server_error(child, &reason);
            self.answer(Origin::Child(child), Some(&token), error_frame(Some(&token), &error));
        }
        let next = self.calls.values().filter_map(|call| match call.cancelled {
            Some(at) => Some(at + CANCELLED_KEPT),
            None => call.deadline,
        });
        if let Some(next) = next.min() {
            self.arm(next);
        }
    }

    pub(super) fn calls_that(&self, which: impl Fn(&OpenCall) -> bool) -> Vec<IdKey> {
        self.calls.iter().filter(|(_, call)| which(call)).map(|(key, _)| key.clone()).collect()
    }

    /// Progress of a call restarts its clock.
    pub(super) fn prolong(&mut self, child: usize, token: &IdKey) {
        let Some(timeout) = self.peers[child].server.call_timeout else { return };
        let until = self.now + timeout;
        let its =
            |call: &&mut OpenCall| call.sent_to() == Some(child) && call.progress.as_ref() == Some(token);
        for call in self.calls.values_mut().filter(its) {
            call.deadline = Some(until);
        }
    }

    fn cancel_at_child(&mut self, child: usize, id: &[u8], reason: &str) {
        let params = cancelled_params(id, reason);
        self.tell_child(child, notification_frame("notifications/cancelled", Some(&params)));
    }
}

/// The `params` of `notifications/cancelled` for a raw id token.
pub(super) fn cancelled_params(id: &[u8], reason: &str) -> Vec<u8> {
    [b"{\"requestId\":".as_slice(), id, b",\"reason\":", &quote(reason), b"}"].concat()
}
