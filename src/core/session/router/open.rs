//! The client's side of the opening: `initialize`, `initialized` (MCP `basic/lifecycle`).

use std::time::Instant;

use serde_json::{Value, json};

use super::effect::{Effect, Origin};
use super::peer::Peer;
use super::state::Router;
use crate::core::catalog::merge_instructions;
use crate::core::era::{Offered, Revision, merge_capabilities};
use crate::core::model::{Declined, Hash, offer_hash};
use crate::core::wire::{Envelope, Field, RpcError, Span, find_member, result_frame, unquote};

/// The client, and how far its opening is.
#[derive(Debug, Default)]
pub(super) struct Client {
    pub stage: Stage,
    /// The `params` of its `initialize`, with the revision that children are offered.
    pub offer: Vec<u8>,
    /// What of it makes servers list other things.
    pub offer_hash: Option<Hash>,
    /// Its `capabilities`, as text.
    pub capabilities: Vec<u8>,
    /// The last `logging/setLevel`: a raw token.
    pub level: Option<Vec<u8>>,
    /// What it sent while `initialize` waited, oldest first.
    pub early: Vec<Vec<u8>>,
    pub early_bytes: usize,
    /// What the session speaks.
    pub revision: Option<Revision>,
    /// Whether it takes what servers say by themselves.
    pub listens: bool,
}

/// How far the opening is.
#[derive(Debug, Default)]
pub(super) enum Stage {
    /// Nothing but `ping` came.
    #[default]
    New,
    /// `initialize` waits for the store, or for servers to start.
    Opening { id: Vec<u8>, revision: Revision, until: Instant },
    /// `initialize` is answered.
    Open,
}

impl Client {
    pub(super) fn is_opening(&self) -> bool {
        matches!(self.stage, Stage::Opening { .. })
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Open)
    }

    pub(super) fn is_new(&self) -> bool {
        matches!(self.stage, Stage::New)
    }

    /// Whether it has its person open a URL where they are asked to (MCP 2025-11-25, `client/elicitation`).
    pub(super) fn opens_urls(&self) -> bool {
        if self.revision.is_none_or(|revision| revision < Revision::V2025_11_25) {
            return false;
        }
        let whole = Span::new(0, self.capabilities.len());
        let elicitation = find_member(&self.capabilities, whole, "elicitation");
        let url = elicitation.and_then(|elicitation| find_member(&self.capabilities, elicitation, "url"));
        url.is_some_and(|url| url.of(&self.capabilities)[0] == b'{')
    }

    /// Whether it declared this capability.
    pub(super) fn can(&self, capability: &str) -> bool {
        let whole = Span::new(0, self.capabilities.len());
        find_member(&self.capabilities, whole, capability)
            .is_some_and(|value| value.of(&self.capabilities)[0] == b'{')
    }
}

impl Router {
    /// Takes `initialize`: looks up what is known of each server, and answers when that is enough, or the hold is over.
    pub(super) fn client_initialize(&mut self, frame: &[u8], envelope: &Envelope, id: &[u8]) {
        if !self.client.is_new() {
            self.refuse(Some(id), &RpcError::new(RpcError::INVALID_REQUEST, "already initialized"));
            return;
        }
        if [Field::Params, Field::ProtocolVersion, Field::Capabilities]
            .into_iter()
            .any(|f| envelope.repeated(f))
        {
            let message = "params, protocolVersion or capabilities is repeated";
            return self.refuse(Some(id), &RpcError::new(RpcError::INVALID_PARAMS, message));
        }
        let version = envelope.get(Field::ProtocolVersion).and_then(|span| unquote(span.of(frame)));
        let (Some(params), Some(version)) = (envelope.get(Field::Params), version) else {
            let message = "params.protocolVersion is missing";
            self.refuse(Some(id), &RpcError::new(RpcError::INVALID_PARAMS, message));
            return;
        };
        let revision = Revision::negotiate(&version);
        self.client.offer = offer(frame, envelope, params, revision);
        self.client.capabilities =
            envelope.get(Field::Capabilities).map_or_else(|| b"{}".to_vec(), |span| span.of(frame).to_vec());
        let called = self.client_info().map(|client| client.name).unwrap_or_default();
        if let Some(wanted) = self.config.clients.iter().find(|wanted| **wanted != called).cloned() {
            let message = format!("this session's token is for the client {wanted:?}, not {called:?}");
            self.effects.push_back(Effect::Refused(Box::new(Declined::OtherClient(wanted))));
            return self.refuse(Some(id), &RpcError::new(RpcError::INVALID_REQUEST, message));
        }
        let capabilities = serde_json::from_slice(&self.client.capabilities).unwrap_or(Value::Null);
        self.client.offer_hash = Some(offer_hash(revision.as_str(), &capabilities));
        let until = self.now + self.config.initialize_hold;
        self.client.stage = Stage::Opening { id: id.to_vec(), revision, until };
        self.arm(until);
        let children = self.order.clone();
        if !children.is_empty() {
            self.look_up(&children);
        }
        self.answer_initialize();
    }

    /// Answers `initialize` if that is due.
    pub(super) fn answer_initialize(&mut self) {
        let Stage::Opening { until, .. } = &self.client.stage else { return };
        if !self.active().all(Peer::is_settled) {
            if self.now < *until {
                return;
            }
            self.stop_holding_initialize();
        }
        let Stage::Opening { id, revision, .. } = &self.client.stage else { return };
        let complete = self.active().all(|peer| peer.hello.is_some());
        let heard = self.active().filter_map(|peer| peer.hello.as_ref());
        let offered: Vec<Offered> =
            heard.map(|hello| hello.offered.clone().said_in(hello.revision, *revision)).collect();
        let mut result = json!({
            "protocolVersion": revision.as_str(),
            "capabilities": merge_capabilities(&offered, complete),
            "serverInfo": { "name": "mcpgw", "version": self.config.version },
        });
        if let Some(instructions) = self.instructions() {
            result["instructions"] = Value::String(instructions);
        }
        let frame = result_frame(id, result.to_string().as_bytes());
        self.client.revision = Some(*revision);
        self.client.stage = Stage::Open;
        self.tell_client(Origin::Control, frame);
        for frame in std::mem::take(&mut self.client.early) {
            self.effects.push_back(Effect::Replay { child: None, frame });
        }
    }

    /// Keeps a frame that came before the answer to `initialize`. Such a client breaks MCP `basic/lifecycle`, but servers
    /// take it, and so do we.
    /// `false`: there is no room for it.
    pub(super) fn keep_early(&mut self, frame: &[u8]) -> bool {
        let fits = self.client.early_bytes + frame.len() <= self.config.child_queue;
        if fits {
            self.client.early_bytes += frame.len();
            self.client.early.push(frame.to_vec());
        }
        fits
    }

    /// The same for what wants an answer.
    pub(super) fn keep_early_or_refuse(&mut self, frame: &[u8], id: Option<&[u8]>) {
        if !self.keep_early(frame) {
            let message = "too much came before the answer to initialize";
            self.refuse(id, &RpcError::new(RpcError::INTERNAL, message));
        }
    }

    /// From here on the client takes what servers say by themselves.
    pub(super) fn client_listens(&mut self) {
        if !self.client.listens && matches!(self.client.stage, Stage::Open) {
            self.client.listens = true;
            self.effects.push_back(Effect::OpenGate);
            self.ask_login();
        }
    }

    fn instructions(&self) -> Option<String> {
        let texts: Vec<_> = self
            .active()
            .filter_map(|peer| Some((peer.server.name.as_str(), peer.hello.as_ref()?.instructions.as_str())))
            .collect();
        let merged = merge_instructions(&texts, self.config.instructions_limit);
        let said: Vec<_> =
            self.config.notice.iter().map(|notice| notice.text.clone()).chain(merged).collect();
        (!said.is_empty()).then(|| said.join("\n\n"))
    }
}

/// The client's `params` for a child: byte for byte, but for a revision that is unknown here.
fn offer(frame: &[u8], envelope: &Envelope, params: Span, revision: Revision) -> Vec<u8> {
    let mut offer = Vec::with_capacity(params.len() + 16);
    let version = envelope.get(Field::ProtocolVersion).unwrap_or(params);
    offer.extend_from_slice(&frame[params.start()..version.start()]);
    offer.extend_from_slice(format!("\"{}\"", revision.as_str()).as_bytes());
    offer.extend_from_slice(&frame[version.end()..params.end()]);
    offer
}
