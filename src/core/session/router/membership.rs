//! Servers that come, go and change while the session runs. What did not change is not touched, and requests under way are
//! answered where they are.

use std::collections::HashMap;
use std::sync::Arc;

use super::call::Place;
use super::effect::{Effect, Origin};
use super::peer::{Peer, Phase, Seen, Standing};
use super::state::Router;
use super::subscribed::Subscribed;
use crate::core::catalog::{may_use, permits};
use crate::core::era::Call;
use crate::core::model::{
    Allowance, CallOutcome, Declined, ListKind, Missing, Notice, Offer, Served, Server, ServerId, Wanted,
    configuration_hash,
};
use crate::core::wire::{Field, RpcError, error_frame, scan, unquote};

impl Router {
    /// Brings the session up to what is to be served now, if it is for this client.
    pub fn follow(&mut self, offer: Offer) {
        let Offer { mut servers, mut notice, clients } = offer;
        let called = self.client_info().map(|client| client.name).unwrap_or_default();
        let wanted = clients.iter().find(|wanted| **wanted != called);
        // One that has not said who it is will be asked.
        if let Some(wanted) = wanted.filter(|_| !self.client.is_new()) {
            let text = format!("mcpgw: the token that this client was given is for the MCP client {wanted}");
            (servers, notice) = (Vec::new(), Some(Notice::from(text.as_str())));
        }
        self.config.clients = clients;
        self.set_notice(notice);
        self.servers_changed(servers);
    }

    /// Brings the session up to the servers as they are now, in the order in which they keep names.
    pub fn servers_changed(&mut self, servers: Vec<Served>) {
        let mut before: HashMap<ServerId, usize> =
            self.order.iter().map(|&child| (self.peers[child].server.id, child)).collect();
        let mut order = Vec::with_capacity(servers.len());
        let mut unknown = Vec::new();
        for served in servers {
            let server = &served.server;
            let child = match before.remove(&server.id) {
                Some(child) if self.is_started_alike(child, server) => {
                    self.rename(child, server);
                    self.allow(child, served.allowance);
                    self.recall(child);
                    self.peers[child].bounds = served.bounds;
                    child
                }
                Some(child) => {
                    self.allow(child, served.allowance.clone());
                    self.recall(child);
                    let next = self.replace(child, served);
                    unknown.push(next);
                    next
                }
                None => {
                    unknown.push(self.peers.len());
                    self.peers.push(Peer::new(served, self.now));
                    self.peers.len() - 1
                }
            };
            order.push(child);
        }
        for child in before.into_values() {
            self.items_changed(child);
            self.uris.forget(child);
            self.leave(child, "was removed");
        }
        self.order = order;
        self.several |= self.order.len() > 1;
        if !unknown.is_empty() {
            self.look_up(&unknown);
        }
        self.settle();
    }

    /// Runs a server anew, if it was in use; requests under way finish on the old run. `false`: there is no such server.
    pub fn restart(&mut self, id: ServerId) -> bool {
        let found = self.order.iter().position(|&child| self.peers[child].server.id == id);
        let Some(place) = found else { return false };
        let child = self.order[place];
        let old = &self.peers[child];
        let served = Served {
            server: Arc::clone(&old.server),
            allowance: old.allowance.clone(),
            bounds: old.bounds.clone(),
        };
        let (seen, in_use) = (old.seen, old.is_running() || old.is_down());
        let next = self.replace(child, served);
        self.peers[next].seen = match seen {
            Seen::LookingUp if self.client.is_new() => Seen::LookingUp,
            Seen::LookingUp | Seen::Loading => Seen::Never,
            seen => seen,
        };
        self.order[place] = next;
        if !self.peers[next].is_running() && (in_use || self.peers[next].seen == Seen::Never) {
            self.start(next);
        }
        self.settle();
        true
    }

    fn is_started_alike(&self, child: usize, server: &Server) -> bool {
        configuration_hash(&self.peers[child].server.launch) == configuration_hash(&server.launch)
    }

    /// Takes over what of a server's row makes no difference to its process.
    fn rename(&mut self, child: usize, server: &Arc<Server>) {
        let peer = &mut self.peers[child];
        let old = std::mem::replace(&mut peer.server, Arc::clone(server));
        let wake = server.eager && !old.eager && peer.phase == Phase::Idle && peer.seen != Seen::LookingUp;
        if old.alias != server.alias || old.prefix != server.prefix {
            self.items_changed(child);
        }
        if wake {
            self.start(child);
        }
    }

    /// Lets the client use this of a server, and nothing else: what is withheld from now on is neither listed nor told of.
    fn allow(&mut self, child: usize, allowance: Allowance) {
        let peer = &mut self.peers[child];
        if peer.allowance == allowance {
            return;
        }
        let before = std::mem::replace(&mut peer.allowance, allowance);
        let peer = &self.peers[child];
        let lost = peer.subscriptions.all().filter(|uri| !permits(&peer.allowance, uri));
        let lost: Vec<_> = lost.map(ToOwned::to_owned).collect();
        for uri in lost {
            self.peers[child].subscriptions.remove_all(&uri);
            self.unsubscribe(child, &uri);
        }
        let differs = |kind: &ListKind| !self.peers[child].allowance.is_alike(&before, *kind);
        let kinds: Vec<_> = ListKind::ALL.into_iter().filter(differs).collect();
        self.items_of_changed(child, kinds);
    }

    /// Refuses what still waits for a server to start and may not be asked any more.
    fn recall(&mut self, child: usize) {
        let waiting = std::mem::take(&mut self.peers[child].waiting);
        let (kept, lost): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|waiting| self.may_ask(child, &waiting.frame));
        self.peers[child].waiting_bytes -= lost.iter().map(|waiting| waiting.frame.len()).sum::<usize>();
        self.peers[child].waiting = kept;
        for waiting in lost {
            let Some(key) = waiting.id else { continue };
            if let Some(missing) = self.missing(child, &waiting.frame) {
                self.effects.push_back(Effect::Refused(Box::new(Declined::Missing(missing))));
            }
            self.forget_parked(&key);
            let error = RpcError::new(RpcError::INVALID_PARAMS, "what is asked for may not be used any more");
            self.refuse(Some(&key.to_token()), &error);
        }
    }

    /// What a request, in the form that `child` gets, asks for, as the client calls it.
    fn missing(&self, child: usize, frame: &[u8]) -> Option<Missing> {
        let envelope = scan(frame).ok()?;
        let server = &self.peers[child].server;
        let text = |field| envelope.once(field).and_then(|span| unquote(span.of(frame)));
        let named = |name: &str| self.config.naming.advertise(&server.alias, server.prefix, name);
        let (wanted, name) = match Call::of_token(envelope.get(Field::Method)?.of(frame))? {
            Call::CallTool => (Wanted::Call, named(&text(Field::Name)?)),
            Call::GetPrompt => (Wanted::Get, named(&text(Field::Name)?)),
            Call::ReadResource | Call::Subscribe => (Wanted::Read, text(Field::Uri)?.into_owned()),
            _ => return None,
        };
        Some(Missing::new(wanted, &name))
    }

    /// Whether a request, in the form that `child` gets, may be made now.
    fn may_ask(&self, child: usize, frame: &[u8]) -> bool {
        let Ok(envelope) = scan(frame) else { return false };
        let (server, allowance) = (&self.peers[child].server, &self.peers[child].allowance);
        let text = |field| envelope.once(field).and_then(|span| unquote(span.of(frame)));
        let item = |field, kind| {
            text(field).map(|name| {
                let advertised = self.config.naming.advertise(&server.alias, server.prefix, &name);
                may_use(allowance, kind, &name, &advertised)
            })
        };
        let template =
            |uri: &str| may_use(allowance, ListKind::Templates, uri, uri) || permits(allowance, uri);
        match envelope.get(Field::Method).and_then(|span| Call::of_token(span.of(frame))) {
            Some(Call::CallTool) => item(Field::Name, ListKind::Tools) == Some(true),
            Some(Call::GetPrompt) => item(Field::Name, ListKind::Prompts) == Some(true),
            Some(Call::ReadResource | Call::Subscribe) => {
                text(Field::Uri).is_some_and(|uri| permits(allowance, &uri))
            }
            Some(Call::Complete) => {
                item(Field::ReferenceName, ListKind::Prompts) != Some(false)
                    && text(Field::ReferenceUri).is_none_or(|uri| template(&uri))
            }
            _ => self.names_nothing_withheld(child, (frame, &envelope)),
        }
    }

    /// Makes another place for a server that is to run anew. It starts with what is known of the run before.
    fn replace(&mut self, child: usize, served: Served) -> usize {
        let next = self.peers.len();
        let mut peer = Peer::new(served, self.now);
        let old = &mut self.peers[child];
        let renamed = old.server.alias != peer.server.alias || old.server.prefix != peer.server.prefix;
        let hidden = old.failures.hidden;
        peer.started_before = old.started_before + old.starts;
        peer.hello.clone_from(&old.hello);
        for kind in ListKind::ALL {
            peer.list_mut(kind).known.clone_from(&old.list(kind).known);
            self.lists[kind.index()].dirty = true;
        }
        peer.subscriptions = std::mem::take(&mut old.subscriptions);
        peer.waiting = std::mem::take(&mut old.waiting);
        peer.waiting_bytes = std::mem::take(&mut old.waiting_bytes);
        for (key, call) in self.calls.iter_mut().filter(|(_, call)| call.place == Place::Waiting(child)) {
            call.place = Place::Waiting(next);
            if let Some(token) = &call.progress {
                self.progress.insert(token.clone(), (next, key.clone()));
            }
        }
        let wanted = !peer.waiting.is_empty() || !peer.subscriptions.is_empty();
        self.peers.push(peer);
        self.peers[child].successor = Some(next);
        self.uris.rename(child, next);
        self.leave(child, "was restarted");
        if renamed || hidden {
            self.items_changed(next);
        }
        if wanted {
            self.start(next);
        }
        next
    }

    /// The run of the same server that is in use now.
    pub(super) fn latest(&self, child: usize) -> usize {
        std::iter::successors(Some(child), |&run| self.peers[run].successor).last().unwrap_or(child)
    }

    /// Whether the server that `child` is a run of is part of the session. One that is not may still answer what it was asked
    /// before, and say how far it is; nothing else of it reaches the client.
    pub(super) fn is_served(&self, child: usize) -> bool {
        self.peers[self.latest(child)].is_active()
    }

    /// Ends a run as soon as it has answered what it was asked.
    fn leave(&mut self, child: usize, why: &str) {
        self.peers[child].standing = Standing::Leaving;
        self.peers[child].subscriptions = Subscribed::default();
        let error = self.server_error(child, why);
        let waiting = self.calls_that(|call| call.place == Place::Waiting(child));
        for key in waiting {
            self.close(&key, CallOutcome::Failed);
            let id = key.to_token();
            self.answer(Origin::Child(child), Some(&id), error_frame(Some(&id), &error));
        }
        self.peers[child].waiting.clear();
        self.peers[child].waiting_bytes = 0;
        self.leave_if_done(child);
    }

    /// Stops a run that is to end, if no request is with it any more.
    pub(super) fn leave_if_done(&mut self, child: usize) {
        if self.peers[child].standing != Standing::Leaving || self.works(child) {
            return;
        }
        self.peers[child].standing = Standing::Gone;
        self.forget_run(child);
        self.cancel_reverse(child);
        for key in self.calls_that(|call| call.is_for(child)) {
            self.close(&key, CallOutcome::Cancelled);
        }
        self.free_places(child);
        if self.peers[child].is_running() {
            self.effects.push_back(Effect::Stop { child });
        }
        self.enter(child, Phase::Idle);
        self.forget_what_it_said(child);
    }

    /// Lets go of what a run said that is over for good.
    pub(super) fn forget_what_it_said(&mut self, child: usize) {
        self.peers[child].hello = None;
        self.peers[child].lists = Default::default();
    }

    /// The same for all runs that are to end.
    pub(super) fn finish_leaving(&mut self) {
        for child in 0..self.peers.len() {
            self.leave_if_done(child);
        }
    }
}
