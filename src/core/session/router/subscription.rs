//! Subscriptions to resources (MCP `server/resources`), counted by the form of the URI that the client used.

use std::cell::OnceCell;
use std::time::{Duration, Instant};

use super::call::{OpenCall, UriForms};
use super::effect::{Effect, Origin};
use super::fetch::Purpose;
use super::state::Router;
use super::uri::EFFORT;
use crate::core::catalog::{UriRoute, named_by, normal_uri};
use crate::core::era::Call;
use crate::core::model::ListKind;
use crate::core::wire::{Edits, Envelope, Field, Span, quote, unquote};

/// What looking at updates may cost in [`SECOND`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    since: Instant,
    effort: u32,
}

impl Told {
    pub(super) fn new(now: Instant) -> Self {
        Self { since: now, effort: EFFORT }
    }
}

const SECOND: Duration = Duration::from_secs(1);

impl Router {
    /// Remembers what a child has agreed to.
    pub(super) fn count_subscription(&mut self, child: usize, call: Call, uri: UriForms) {
        let owner = self.latest(child);
        let subscriptions = &mut self.peers[owner].subscriptions;
        match call {
            Call::Subscribe => {
                subscriptions.add(&uri.child, uri.client);
                if owner != child && self.peers[owner].is_ready() {
                    self.subscribe(owner, &uri.child);
                }
            }
            Call::Unsubscribe => subscriptions.remove(&uri.child, &uri.client),
            _ => {}
        }
    }

    /// Of two opposite requests about the same form that are both on their way the later one decides, whichever is answered
    /// first.
    pub(super) fn supersede(&mut self, child: usize, later: Call, uri: &UriForms) {
        let earlier = match later {
            Call::Subscribe => Call::Unsubscribe,
            Call::Unsubscribe => Call::Subscribe,
            _ => return,
        };
        let its = |call: &OpenCall| call.child().is_some_and(|run| self.latest(run) == child);
        let open = self.calls.iter().filter(|(_, call)| call.call == earlier && its(call));
        let superseded =
            open.filter(|(_, call)| call.uri.as_deref() == Some(uri)).map(|(key, _)| key.clone());
        for key in superseded.collect::<Vec<_>>() {
            if let Some(call) = self.calls.get_mut(&key) {
                call.uri = None;
            }
        }
    }

    /// Whether the client takes back what it has subscribed to, or is about to, and has not taken back already.
    pub(super) fn takes_back(&self, child: usize, uri: &UriForms) -> bool {
        let agreed = self.peers[child].subscriptions.contains(&uri.child);
        let asked = || self.subscribing(child).any(|forms| forms.child == uri.child);
        let same = |call: &OpenCall| {
            call.call == Call::Unsubscribe && call.uri.as_ref().is_some_and(|forms| forms.child == uri.child)
        };
        (agreed || asked()) && !self.calls.values().any(|call| call.is_for(child) && same(call))
    }

    /// Takes back one form, if the child must not be told: another one is subscribed with, or is about to be.
    pub(super) fn drop_subscription(&mut self, child: usize, uri: &UriForms) -> bool {
        let agreed = self.peers[child].subscriptions.forms(&uri.child).any(|form| form != uri.client);
        let other = |forms: &UriForms| forms.child == uri.child && forms.client != uri.client;
        if !agreed && !self.subscribing(child).any(other) {
            return false;
        }
        self.supersede(child, Call::Unsubscribe, uri);
        self.count_subscription(child, Call::Unsubscribe, uri.clone());
        true
    }

    /// What the client subscribed to by this form, whatever that leads to by now.
    pub(super) fn subscribed_with(&self, form: &str) -> Option<UriRoute> {
        self.order.iter().find_map(|&child| {
            let own = self.peers[child].subscriptions.own(form)?;
            Some(UriRoute { child, original: (own != form).then(|| own.to_owned()) })
        })
    }

    /// Subscribes at a child on the client's behalf.
    pub(super) fn subscribe(&mut self, child: usize, uri: &str) {
        let params = [b"{\"uri\":".as_slice(), &quote(uri), b"}"].concat();
        self.ask(child, Purpose::Told, "resources/subscribe", Some(&params));
    }

    /// Takes back a subscription that the client may not have any more.
    pub(super) fn unsubscribe(&mut self, child: usize, uri: &str) {
        if self.peers[child].is_ready() {
            let params = [b"{\"uri\":".as_slice(), &quote(uri), b"}"].concat();
            self.ask(child, Purpose::Told, "resources/unsubscribe", Some(&params));
        }
    }

    /// An update goes to a client that subscribed at this child, in each form that it subscribed with. One of a part of
    /// what was subscribed to passes too (MCP `server/resources`).
    pub(super) fn child_updated(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        let span = envelope.once(Field::Uri);
        let Some((span, uri)) = span.and_then(|span| Some((span, unquote(span.of(frame))?))) else {
            return self.child_dropped(child, "an update without its uri");
        };
        let forms = self.subscribed_forms(child, &uri);
        let above = if forms.is_empty() { self.subscribes_above(child, &uri) } else { None };
        if forms.is_empty() && above.is_none() {
            return self.child_dropped(child, "an update that nobody subscribed to");
        }
        if !self.is_served(child) || !self.may_be_told(child, &uri) {
            return self.child_dropped(child, "an update of what this session may not read");
        }
        if let Some(is_wrapped) = above {
            let mut edits = self.wrap_part(child, span, &uri, is_wrapped);
            self.label_update(child, frame, envelope, &mut edits);
            return self.effects.push_back(Effect::RelayToClient { child, edits });
        }
        for form in forms {
            let mut edits = if form == uri { Edits::none() } else { Edits::one(span, quote(&form)) };
            self.label_update(child, frame, envelope, &mut edits);
            let mut copy = Vec::with_capacity(edits.length(frame.len()));
            edits.append(frame, Span::new(0, frame.len()), &mut copy);
            self.tell_client(Origin::Child(child), copy);
        }
    }

    fn label_update(&mut self, child: usize, frame: &[u8], envelope: &Envelope, edits: &mut Edits) {
        if let Some(params) = envelope.get(Field::Params).filter(|_| envelope.get(Field::Meta).is_some()) {
            self.label_related(child, frame, params, edits);
        }
    }

    /// Whether the client may read what is updated: a subscription may be older than what is withheld, and wider.
    fn may_be_told(&mut self, child: usize, uri: &str) -> bool {
        const KINDS: [ListKind; 2] = [ListKind::Resources, ListKind::Templates];
        let owner = self.latest(child);
        if KINDS.into_iter().all(|kind| self.peers[owner].allowance.is_whole(kind)) {
            return true;
        }
        for kind in KINDS {
            self.refresh(kind);
        }
        // Whoever tells of updates without end has them looked at for so long and no longer.
        let told = &mut self.peers[owner].told;
        if self.now.saturating_duration_since(told.since) >= SECOND {
            *told = Told::new(self.now);
        }
        self.uris.reads(owner, uri, &mut told.effort)
    }

    /// The forms in which the client subscribed to a child's URI, in order; also where the child has yet to agree. It may be told of
    /// in another spelling.
    fn subscribed_forms(&self, child: usize, uri: &str) -> Vec<String> {
        let agreed = self.peers[child].subscriptions.forms_of_any_spelling(uri);
        let normal = OnceCell::new();
        let is_alike = |other: &str| {
            other == uri
                || normal_uri(other)
                    .is_some_and(|other| normal.get_or_init(|| normal_uri(uri)).as_ref() == Some(&other))
        };
        let asked = self.subscribing(child).filter(|forms| is_alike(&forms.child));
        let asked = asked.map(|forms| forms.client.as_str());
        let mut forms: Vec<_> = agreed.chain(asked).map(ToOwned::to_owned).collect();
        forms.sort_unstable();
        forms.dedup();
        forms
    }

    /// Whether the client subscribed to something that `uri` is a part of, and if so, only by the form that names the server.
    fn subscribes_above(&self, child: usize, uri: &str) -> Option<bool> {
        let asked = self.subscribing(child).map(|forms| (forms.child.as_str(), forms.client.as_str()));
        let asked = asked.filter(|(own, _)| uri.starts_with(own));
        let above = self.peers[child].subscriptions.above(uri).chain(asked);
        above.map(|(own, form)| own != form && named_by(form).is_some()).reduce(|all, one| all && one)
    }

    fn subscribing(&self, child: usize) -> impl Iterator<Item = &UriForms> {
        let its = move |call: &&OpenCall| call.child().is_some_and(|run| self.latest(run) == child);
        let open = self.calls.values().filter(its);
        open.filter(|call| call.call == Call::Subscribe).filter_map(|call| call.uri.as_deref())
    }
}
