//! What a child says.

use super::effect::{Effect, Origin, Report};
use super::failure::Failure;
use super::fetch::Purpose;
use super::state::Router;
use crate::core::era::{Notice, ReverseCall};
use crate::core::model::{CallOutcome, ListKind};
use crate::core::wire::{
    Edits, Envelope, Field, IdKey, Kind, RpcError, ScanError, ScanErrorKind, error_frame, is_readable, scan,
    unquote,
};

/// How much of a line that is no frame goes to the log, bytes.
const NOISE_SHOWN: usize = 200;

impl Router {
    /// Takes one frame of a child, and what a scan of it found.
    pub fn child_frame(&mut self, child: usize, frame: &[u8], scanned: &Result<Envelope, ScanError>) {
        if !self.peers[child].is_running() {
            // It was given up, and its last words come late.
            return;
        }
        self.peers[child].pulse.heard = self.now;
        match scanned {
            Ok(envelope) => match envelope.kind() {
                Kind::Response => self.child_response(child, frame, envelope),
                Kind::Notification => self.child_notification(child, frame, envelope),
                Kind::Request => self.child_request(child, frame, envelope),
                Kind::Invalid if envelope.get(Field::Method).is_some() => {
                    self.child_asks_unreadably(
                        child,
                        frame,
                        envelope.once(Field::Id).map(|span| span.of(frame)),
                    );
                }
                Kind::Invalid => {
                    self.child_broken(child, frame, envelope.get(Field::Id).map(|span| span.of(frame)));
                }
            },
            Err(error) if error.kind == ScanErrorKind::Blank => self.child_dropped(child, "a blank line"),
            Err(error) if error.kind == ScanErrorKind::Batch && self.child_batch(child, frame) => {}
            Err(error) if error.asks => {
                self.child_asks_unreadably(child, frame, error.id.map(|span| span.of(frame)));
            }
            Err(error) => self.child_broken(child, frame, error.id.map(|span| span.of(frame))),
        }
    }

    /// Takes the head of a line of a child that exceeds the limit.
    pub fn child_line_too_long(&mut self, child: usize, head: &[u8]) {
        let (id, asks) = match scan(head) {
            Ok(envelope) => (envelope.get(Field::Id), envelope.get(Field::Method).is_some()),
            Err(error) => (error.id, error.asks),
        };
        let id = id.map(|span| span.of(head));
        if asks { self.child_asks_unreadably(child, head, id) } else { self.child_broken(child, head, id) }
    }

    /// A request or notification that can't be passed on. Its id is the child's own, whatever requests of the client have the same.
    fn child_asks_unreadably(&mut self, child: usize, line: &[u8], id: Option<&[u8]>) {
        if let Some(id) = id.filter(|id| IdKey::from_token(id).is_some() && is_readable(id)) {
            let error = RpcError::new(RpcError::PARSE, "the request can't be read");
            self.tell_child(child, error_frame(Some(id), &error));
        }
        self.noise(child, line);
    }

    /// A line that can't be passed on: an error for whoever waits for it, else a line in the log.
    fn child_broken(&mut self, child: usize, line: &[u8], id: Option<&[u8]>) {
        let what = "sent an answer that can't be read";
        if let Some(number) = id.and_then(|id| self.own_number(id)) {
            if let Some(own) = self.take_own(child, number) {
                match own.purpose {
                    Purpose::Initialize => {
                        self.effects.push_back(Effect::Stop { child });
                        self.child_gone(child, what, Failure::Ended);
                    }
                    Purpose::Page(kind) => self.fetch_failed(child, kind, what),
                    Purpose::Tasks(number) => self.take_tasks(child, number, None),
                    Purpose::Told => {}
                }
            }
            return;
        }
        let waiting = id.and_then(IdKey::from_token).filter(|key| self.works_on(child, key));
        if let Some(key) = waiting {
            self.close_answered(&key, CallOutcome::ProtocolError, line.len());
            self.answered_late(child, &key);
            let error = self.server_error(child, what);
            let id = key.to_token();
            return self.answer(Origin::Child(child), Some(&id), error_frame(Some(&id), &error));
        }
        if let Some(key) = id.and_then(IdKey::from_token) {
            self.answered_late(child, &key);
        }
        self.noise(child, line);
    }

    fn noise(&mut self, child: usize, line: &[u8]) {
        let line = String::from_utf8_lossy(&line[..line.len().min(NOISE_SHOWN)]).into_owned();
        self.effects.push_back(Effect::Report(Report::Noise { child, line }));
    }

    fn works_on(&self, child: usize, key: &IdKey) -> bool {
        self.calls.get(key).is_some_and(|call| call.sent_to() == Some(child))
    }

    fn child_response(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        let Some(id) = envelope.get(Field::Id).map(|span| span.of(frame)) else { return };
        if let Some(number) = self.own_number(id) {
            return self.own_answer(child, number, frame, envelope);
        }
        let key = IdKey::from_token(id);
        let failed = envelope.get(Field::Error).is_some() && envelope.get(Field::Result).is_none();
        let outcome = match envelope.get(Field::ResultIsError).map(|span| span.of(frame)) {
            _ if failed => CallOutcome::ProtocolError,
            Some(b"true") => CallOutcome::ToolError,
            _ => CallOutcome::Ok,
        };
        let works = key.as_ref().filter(|key| self.works_on(child, key));
        let call = works.and_then(|key| self.close_answered(key, outcome, frame.len()));
        if let Some(key) = key.filter(|_| call.as_ref().is_none_or(|call| call.cancelled.is_some())) {
            self.answered_late(child, &key);
        }
        let Some(call) = call else {
            return self.child_dropped(child, "an answer that nobody waits for");
        };
        self.count_answer(child, &call);
        if !failed && let Some(uri) = call.uri.clone() {
            self.count_subscription(child, call.call, *uri);
        }
        let mut edits = self.follow_uris(child, frame, envelope, call.uri.as_deref());
        match envelope.get(Field::Result) {
            Some(result) if !failed => self.follow_tasks(child, &call, frame, result, &mut edits),
            _ => self.mark_error(child, frame, envelope, &mut edits),
        }
        self.relay_answer(child, id, frame, edits);
        self.leave_if_done(child);
    }

    fn child_notification(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        let method = envelope.get(Field::Method).and_then(|span| unquote(span.of(frame)));
        let notice = method.as_deref().map_or(Notice::Other, Notice::of);
        match notice {
            Notice::Progress => self.child_progress(child, frame, envelope),
            Notice::ListChanged(kind) => self.child_changed(child, kind),
            Notice::ResourceUpdated => self.child_updated(child, frame, envelope),
            Notice::Cancelled => self.child_cancels(child, frame, envelope),
            Notice::ElicitationComplete => self.elicitation_complete(child, frame, envelope),
            Notice::Other
                if method.as_deref().is_none_or(|method| ReverseCall::of(method) != ReverseCall::Unknown) =>
            {
                self.child_dropped(child, "a request without an id");
            }
            Notice::Other if !self.is_served(child) => {
                self.child_dropped(
                    child,
                    "a notification of a server that this session does not use any more",
                );
            }
            Notice::TaskStatus if !self.peers[child].shows_tasks() => {
                self.child_dropped(child, "news of a task of a server whose tools this session may not use");
            }
            Notice::TaskStatus | Notice::Other => self.relay_notification(child, notice, frame, envelope),
            Notice::Initialized | Notice::RootsChanged => {
                self.child_dropped(child, "a notification that only clients send");
            }
        }
    }

    /// Passes a notification on; what it says of tasks follows.
    fn relay_notification(&mut self, child: usize, notice: Notice, frame: &[u8], envelope: &Envelope) {
        let mut edits = Edits::none();
        if let Some(params) = envelope.get(Field::Params) {
            if notice == Notice::TaskStatus {
                self.label_task(child, frame, params, &mut edits);
            }
            if !is_log(frame, envelope) {
                self.wrap_uris(child, frame, params, &mut edits);
            }
            if envelope.get(Field::Meta).is_some() {
                self.label_related(child, frame, params, &mut edits);
            }
        }
        self.effects.push_back(Effect::RelayToClient { child, edits });
    }

    /// Progress goes to the client only from the child that works on the request.
    fn child_progress(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        let token =
            envelope.once(Field::ProgressToken).map(|span| span.of(frame)).and_then(IdKey::from_token);
        let its = |token: &IdKey| match self.progress.get(token) {
            Some((by, _)) => *by == child,
            None => self.task_progress.get(token).is_some_and(|&run| self.latest(run) == self.latest(child)),
        };
        match token.filter(its) {
            Some(token) => {
                self.prolong(child, &token);
                self.relay_notification(child, Notice::Progress, frame, envelope);
            }
            None => self.child_dropped(child, "progress of a request that it does not work on"),
        }
    }

    /// What is known is read again first, so that the client finds the new list when it is told.
    fn child_changed(&mut self, child: usize, kind: ListKind) {
        if !self.peers[child].is_active() {
            return;
        }
        let used = self.peers[child].uses(kind);
        match self.fetch_again(child, kind) {
            true if used => self.announce(kind),
            true => {}
            false => self.child_dropped(child, "list_changed again and again"),
        }
        if kind == ListKind::Resources {
            self.fetch_again(child, ListKind::Templates);
        }
    }

    pub(super) fn child_dropped(&mut self, child: usize, reason: &'static str) {
        self.effects.push_back(Effect::Report(Report::Dropped { child: Some(child), reason }));
    }
}

/// Whether a notification is for the client's log, whose data is anything (MCP `server/utilities/logging`).
fn is_log(frame: &[u8], envelope: &Envelope) -> bool {
    envelope.get(Field::Method).is_some_and(|method| method.of(frame) == b"\"notifications/message\"")
}
