//! Requests from children to the client. Ids of children collide, so each gets one of ours for the way.

use super::call::cancelled_params;
use super::effect::{Effect, Origin};
use super::state::Router;
use crate::core::era::ReverseCall;
use crate::core::wire::{
    Edits, Envelope, Field, IdKey, RpcError, error_frame, notification_frame, result_frame, unquote,
};

/// A child's request that the client works on.
#[derive(Debug)]
pub(super) struct Reverse {
    pub child: usize,
    pub key: IdKey,
    /// The child's id token.
    pub id: Vec<u8>,
    /// The child's progress token.
    pub progress: Option<Vec<u8>>,
    pub about: About,
}

/// What a child's request is about, as far as its answer needs looking at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// It is to run as a task of the client's.
    NewTask,
    /// The client's tasks.
    Tasks,
    /// Nothing of that.
    Other,
}

/// How much a child's requests may take that the client has not answered: about a thousand of them. Bytes.
const MAX_ASKING: usize = 1024 * 1024;

impl Reverse {
    /// What it takes, about, bytes.
    fn cost(&self) -> usize {
        1024 + 2 * self.id.len() + self.progress.as_ref().map_or(0, Vec::len)
    }
}

impl Router {
    pub(super) fn child_request(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        let Some(id_span) = envelope.get(Field::Id) else { return };
        let id = id_span.of(frame);
        let Some(key) = IdKey::from_token(id) else {
            return self.child_dropped(child, "a request whose id is neither a string nor a number");
        };
        let method = envelope.get(Field::Method).and_then(|span| unquote(span.of(frame))).unwrap_or_default();
        match ReverseCall::of(&method) {
            ReverseCall::Ping => return self.tell_child(child, result_frame(id, b"{}")),
            _ if !self.is_served(child) => {
                let error =
                    RpcError::new(RpcError::INVALID_REQUEST, "the client does not use this server any more");
                return self.tell_child(child, error_frame(Some(id), &error));
            }
            ReverseCall::Needs(capability)
                if !self.client.can(capability) || !self.peers[child].allowance.may_ask(capability) =>
            {
                let message = format!("the client did not declare {capability}");
                let error = RpcError::new(RpcError::METHOD_NOT_FOUND, message);
                return self.tell_child(child, error_frame(Some(id), &error));
            }
            ReverseCall::Task | ReverseCall::TaskList if !self.client.can("tasks") => {
                let error = RpcError::new(RpcError::METHOD_NOT_FOUND, "the client did not declare tasks");
                return self.tell_child(child, error_frame(Some(id), &error));
            }
            ReverseCall::Task if !self.admits_task(child, frame, envelope) => return,
            ReverseCall::Task | ReverseCall::TaskList | ReverseCall::Needs(_) | ReverseCall::Unknown => {}
        }
        let progress_span = envelope.get(Field::MetaProgressToken);
        let progress = progress_span.map(|span| span.of(frame).to_vec());
        let about = match ReverseCall::of(&method) {
            ReverseCall::TaskList => About::Tasks,
            _ if envelope.get(Field::Task).is_some() => About::NewTask,
            _ => About::Other,
        };
        let asked = Reverse { child, key, id: id.to_vec(), progress, about };
        if self.peers[child].asking + asked.cost() > MAX_ASKING {
            let error = RpcError::new(RpcError::INTERNAL, "too many requests wait for the client's answer");
            return self.tell_child(child, error_frame(Some(id), &error));
        }
        let number = self.number();
        let token = self.own_token(number);
        let mut edits = Edits::one(id_span, token.clone());
        if let Some(span) = progress_span {
            edits.push(span, token);
        }
        if let Some(params) = envelope.get(Field::Params) {
            self.wrap_uris(child, frame, params, &mut edits);
            if method == "elicitation/create" {
                self.mark_elicitation(child, frame, params, &mut edits);
            }
            if envelope.get(Field::Meta).is_some() {
                self.label_related(child, frame, params, &mut edits);
            }
        }
        self.peers[child].asking += asked.cost();
        self.reverse.insert(number, asked);
        self.effects.push_back(Effect::RelayToClient { child, edits });
    }

    pub(super) fn close_reverse(&mut self, number: u64) -> Option<Reverse> {
        let asked = self.reverse.remove(&number)?;
        self.peers[asked.child].asking -= asked.cost();
        Some(asked)
    }

    /// The client's answer goes to the child that asked, under the child's own id.
    pub(super) fn client_response(&mut self, frame: &[u8], envelope: &Envelope) {
        let Some(span) = envelope.get(Field::Id) else { return };
        let number = self.own_number(span.of(frame));
        if number.is_some_and(|number| self.login_asked.is_answered(number)) {
            return;
        }
        let asked = number.and_then(|number| Some((number, self.close_reverse(number)?)));
        match asked {
            Some((number, asked)) => {
                let mut edits = Edits::one(span, asked.id.clone());
                if let Some(result) = envelope.get(Field::Result) {
                    self.unlabel_related(asked.child, frame, result, &mut edits);
                    match asked.about {
                        About::NewTask => self.adopt_client_task(number, &asked, frame, result),
                        About::Tasks => self.keep_own_tasks(&asked, frame, result, &mut edits),
                        About::Other => {}
                    }
                }
                self.effects.push_back(Effect::RelayToChild { child: asked.child, edits, request: None });
                self.has_been_answered(asked.child);
            }
            None => self.dropped("an answer that no server waits for"),
        }
    }

    /// Progress of a child's request goes to that child, under its own token.
    pub(super) fn client_progress(&mut self, frame: &[u8], envelope: &Envelope) {
        let token = envelope.once(Field::ProgressToken).map(|span| span.of(frame));
        let target = token.and_then(|token| self.own_number(token)).and_then(|number| {
            let asked = self.reverse.get(&number).map(|asked| (asked.child, asked.progress.as_ref()));
            let task = || {
                let (run, token) = self.client_task_progress.get(&number)?;
                Some((self.latest(*run), Some(token)))
            };
            let (child, token) = asked.or_else(task).filter(|(child, _)| self.peers[*child].is_ready())?;
            Some((child, token?.clone()))
        });
        match (target, envelope.get(Field::ProgressToken)) {
            (Some((child, token)), Some(span)) => {
                let mut edits = Edits::one(span, token);
                if let Some(params) = envelope.get(Field::Params) {
                    self.unlabel_related(child, frame, params, &mut edits);
                }
                self.effects.push_back(Effect::RelayToChild { child, edits, request: None });
            }
            _ => self.dropped("progress of a request that no server made"),
        }
    }

    /// A child takes back a request of its own.
    pub(super) fn child_cancels(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        let key = envelope.once(Field::RequestId).map(|span| span.of(frame)).and_then(IdKey::from_token);
        let mine = |asked: &Reverse| asked.child == child && Some(&asked.key) == key.as_ref();
        let number = self.reverse.iter().find(|(_, asked)| mine(asked)).map(|(&number, _)| number);
        match (number, envelope.get(Field::RequestId)) {
            (Some(number), Some(span)) => {
                self.close_reverse(number);
                let mut edits = Edits::one(span, self.own_token(number));
                if let Some(params) = envelope.get(Field::Params) {
                    self.label_related(child, frame, params, &mut edits);
                }
                self.effects.push_back(Effect::RelayToClient { child, edits });
            }
            _ => self.child_dropped(child, "a cancellation of a request that is not under way"),
        }
    }

    /// The client need not work on for a child that is gone.
    pub(super) fn cancel_reverse(&mut self, child: usize) {
        let open: Vec<_> =
            self.reverse.iter().filter(|(_, asked)| asked.child == child).map(|(&n, _)| n).collect();
        for number in open {
            self.close_reverse(number);
            let params = cancelled_params(&self.own_token(number), "the server that asked is gone");
            let frame = notification_frame("notifications/cancelled", Some(&params));
            self.tell_client(Origin::Child(child), frame);
        }
    }
}
