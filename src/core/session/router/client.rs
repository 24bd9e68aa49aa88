//! What the client says.

use serde::de::IgnoredAny;

use super::effect::{Effect, Origin, Report};
use super::route::{Incoming, Patience};
use super::state::Router;
use crate::core::era::{Call, Notice};
use crate::core::model::CallOutcome;
use crate::core::wire::{
    Edits, Envelope, Field, IdKey, Kind, RpcError, ScanError, ScanErrorKind, error_frame, result_frame, scan,
    unquote,
};

/// The levels of `logging/setLevel` (RFC 5424).
const LEVELS: [&str; 8] = ["debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"];

impl Router {
    /// Takes one frame of the client, and what a scan of it found.
    pub fn client_frame(&mut self, frame: &[u8], scanned: &Result<Envelope, ScanError>) {
        match scanned {
            Ok(envelope) => self.client_scanned(frame, envelope),
            Err(error) => {
                let id = error.id.map(|span| span.of(frame));
                match error.kind {
                    ScanErrorKind::Blank => {}
                    ScanErrorKind::Batch => self.client_batch(frame),
                    ScanErrorKind::Malformed => {
                        let error = RpcError::new(RpcError::PARSE, "the line is not one JSON object");
                        self.refuse_unreadable(id, &error);
                    }
                }
            }
        }
    }

    /// Takes the head of a line of the client that exceeds the limit.
    pub fn client_line_too_long(&mut self, head: &[u8]) {
        // All of it may have come at once, and is well made otherwise.
        let id = match scan(head) {
            Ok(envelope) => envelope.get(Field::Id).filter(|_| !envelope.repeated(Field::Id)),
            Err(error) => error.id,
        };
        let id = id.map(|span| span.of(head));
        let error = RpcError::new(RpcError::INVALID_REQUEST, "the message exceeds relay.max_frame");
        self.refuse_unreadable(id, &error);
    }

    fn client_scanned(&mut self, frame: &[u8], envelope: &Envelope) {
        match envelope.kind() {
            Kind::Request => self.client_request(frame, envelope),
            Kind::Notification => self.client_notification(frame, envelope),
            Kind::Response => self.client_response(frame, envelope),
            Kind::Invalid => {
                let id = envelope
                    .get(Field::Id)
                    .filter(|_| !envelope.repeated(Field::Id))
                    .map(|span| span.of(frame));
                let message = "neither a request, a notification nor a response";
                self.refuse_unreadable(id, &RpcError::new(RpcError::INVALID_REQUEST, message));
            }
        }
    }

    /// Refuses a message that can't be read: with the id that was recovered from it, if that is one. If the id is that of a
    /// child's request, the message was an answer, and the child is told.
    fn refuse_unreadable(&mut self, id: Option<&[u8]>, error: &RpcError) {
        let number = id.and_then(|id| self.own_number(id));
        if number.is_some_and(|number| self.login_asked.is_answered(number)) {
            return self.dropped("an answer that can't be read");
        }
        let asked = number.and_then(|number| self.close_reverse(number));
        if let Some(asked) = asked {
            let error = RpcError::new(RpcError::INTERNAL, "the client's answer can't be read");
            return self.tell_child(asked.child, error_frame(Some(&asked.id), &error));
        }
        self.refuse(id.filter(|id| IdKey::from_token(id).is_some() && is_json(id)), error);
    }

    fn client_request(&mut self, frame: &[u8], envelope: &Envelope) {
        let Some(id_span) = envelope.get(Field::Id) else { return };
        let id = id_span.of(frame);
        let Some(key) = IdKey::from_token(id).filter(|_| is_json(id)) else {
            self.refuse(None, &RpcError::new(RpcError::INVALID_REQUEST, "an id is a string or an integer"));
            return;
        };
        if !envelope.strict() {
            // The word that is no JSON may be the id itself.
            let id = Some(id).filter(|id| serde_json::from_slice::<IgnoredAny>(id).is_ok());
            return self.refuse(id, &RpcError::new(RpcError::PARSE, "the line is not JSON"));
        }
        if self.is_own(&key) {
            let message = "an id of this form is mcpgw's own";
            return self.refuse(Some(id), &RpcError::new(RpcError::INVALID_REQUEST, message));
        }
        if self.calls.contains_key(&key) || self.held.iter().any(|held| held.id == key) {
            // Not the answer to the one that has the id, which may be part of a batch.
            let error = RpcError::new(RpcError::INVALID_REQUEST, "this id is in use");
            return self.tell_client(Origin::Control, error_frame(Some(id), &error));
        }
        let Some(call) = envelope.get(Field::Method).and_then(|span| Call::of_token(span.of(frame))) else {
            self.refuse(Some(id), &RpcError::new(RpcError::INVALID_REQUEST, "method is not a string"));
            return;
        };
        match call {
            Call::Initialize => return self.client_initialize(frame, envelope, id),
            Call::Ping => {
                let answer = result_frame(id, b"{}");
                return self.answer(Origin::Control, Some(id), answer);
            }
            Call::Discover => {}
            _ if self.client.is_opening() => return self.keep_early_or_refuse(frame, Some(id)),
            _ if self.client.is_new() => {
                let message = "the first request is `initialize`";
                return self.refuse(Some(id), &RpcError::new(RpcError::INVALID_REQUEST, message));
            }
            _ => self.client_listens(),
        }
        match call {
            Call::List(kind) => self.client_list(kind, frame, envelope, key, id),
            Call::SetLevel => self.client_set_level(frame, envelope, id),
            Call::Discover => {
                self.refuse(
                    Some(id),
                    &RpcError::new(RpcError::METHOD_NOT_FOUND, "method not found: server/discover"),
                );
            }
            _ => {
                let patience = Patience::from(self.now, self.config.list_hold);
                self.route(Incoming::live(frame, envelope, call, key, patience));
            }
        }
    }

    fn client_set_level(&mut self, frame: &[u8], envelope: &Envelope, id: &[u8]) {
        let level = envelope
            .get(Field::Level)
            .filter(|_| !envelope.repeated(Field::Level))
            .map(|span| span.of(frame));
        let known = level.and_then(unquote).is_some_and(|level| LEVELS.contains(&level.as_ref()));
        let Some(level) = level.filter(|_| known) else {
            let message = format!("params.level is one of {}", LEVELS.join(", "));
            return self.refuse(Some(id), &RpcError::new(RpcError::INVALID_PARAMS, message));
        };
        self.client.level = Some(level.to_vec());
        for child in self.order.clone() {
            self.pass_level(child);
        }
        self.answer(Origin::Control, Some(id), result_frame(id, b"{}"));
    }

    fn client_notification(&mut self, frame: &[u8], envelope: &Envelope) {
        if self.client.is_new() {
            return self.dropped("a notification before initialize");
        }
        if self.client.is_opening() {
            if !self.keep_early(frame) {
                self.dropped("a notification before the answer to initialize");
            }
            return;
        }
        let method = envelope.get(Field::Method).and_then(|span| unquote(span.of(frame)));
        let Some(method) = method else { return self.dropped("a notification whose method is no text") };
        if Call::of(&method) != Call::Unknown {
            // A server may do it all the same: it is decided on requests alone whether this client may.
            return self.dropped("a request without an id");
        }
        match Notice::of(&method) {
            Notice::Initialized => self.client_listens(),
            Notice::Cancelled => self.client_cancels(frame, envelope),
            Notice::Progress => self.client_progress(frame, envelope),
            Notice::TaskStatus => self.client_task_status(frame, envelope),
            Notice::RootsChanged => {
                for child in self.ready_children() {
                    self.effects.push_back(Effect::RelayToChild {
                        child,
                        edits: Edits::none(),
                        request: None,
                    });
                }
            }
            _ => self.route_notification(frame, envelope),
        }
    }

    /// A request that is still parked is forgotten; one that a child works on is cancelled there and nowhere else.
    fn client_cancels(&mut self, frame: &[u8], envelope: &Envelope) {
        let key = envelope.once(Field::RequestId).map(|span| span.of(frame)).and_then(IdKey::from_token);
        let Some(key) = key else { return self.dropped("a cancellation without requestId") };
        if let Some(place) = self.held.iter().position(|held| held.id == key) {
            self.held.swap_remove(place);
            return self.leave_batch(&key);
        }
        match self.calls.get_mut(&key) {
            Some(call) if call.sent_to().is_some() => {
                let Some(child) = call.sent_to() else { return };
                call.cancelled = Some(self.now);
                self.give_up(&key, CallOutcome::Cancelled);
                self.leave_batch(&key);
                self.arm(self.now + super::call::CANCELLED_KEPT);
                let mut edits = Edits::none();
                if let Some(params) = envelope.get(Field::Params) {
                    self.unlabel_related(child, frame, params, &mut edits);
                }
                self.effects.push_back(Effect::RelayToChild { child, edits, request: None });
                self.leave_if_done(child);
            }
            Some(_) => {
                self.forget_parked(&key);
                self.leave_batch(&key);
            }
            None => self.dropped("a cancellation of a request that is not under way"),
        }
    }

    pub(super) fn ready_children(&self) -> Vec<usize> {
        self.order.iter().copied().filter(|&child| self.peers[child].is_ready()).collect()
    }

    pub(super) fn dropped(&mut self, reason: &'static str) {
        self.effects.push_back(Effect::Report(Report::Dropped { child: None, reason }));
    }
}

/// Whether a token can be repeated in a frame of ours.
fn is_json(token: &[u8]) -> bool {
    let plain = token.iter().all(|&byte| byte.is_ascii_graphic() && byte != b'\\');
    plain || serde_json::from_slice::<serde::de::IgnoredAny>(token).is_ok()
}
