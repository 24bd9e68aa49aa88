//! Which child a request or notification of the client is for: looked up, never guessed from the shape of a name.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::call::{OpenCall, UriForms};
use super::effect::{Effect, Origin};
use super::ledger::ItemId;
use super::peer::{Peer, Phase, Seen};
use super::state::Router;
use crate::core::catalog::permits;
use crate::core::era::Call;
use crate::core::model::{Declined, ListKind, Missing, Wanted};
use crate::core::wire::{Edits, Envelope, Field, IdKey, RpcError, quote, result_frame, scan, unquote};

/// A request of the client on its way to a child.
pub(super) struct Incoming<'a> {
    pub bytes: Cow<'a, [u8]>,
    pub envelope: &'a Envelope,
    pub call: Call,
    pub key: IdKey,
    /// Whether it is the frame that just came in, rather than one that was parked.
    pub live: bool,
    pub patience: Patience,
}

/// How long a request waits for what servers have not listed yet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// Until when servers that come first may still claim what a later one is known to have.
    pub claims: Instant,
    /// Until when a server that nothing is known of may still turn out to have it.
    pub lists: Instant,
}

/// As long as a server may take to start, by default.
const LISTS: Duration = Duration::from_mins(1);

impl Patience {
    pub(super) fn from(now: Instant, list_hold: Duration) -> Self {
        Self { claims: now + list_hold, lists: now + LISTS }
    }

    /// When it next makes a difference.
    pub(super) fn next(&self, now: Instant) -> Option<Instant> {
        [self.claims, self.lists].into_iter().filter(|&at| at > now).min()
    }
}

impl<'a> Incoming<'a> {
    pub(super) fn live(
        frame: &'a [u8],
        envelope: &'a Envelope,
        call: Call,
        key: IdKey,
        patience: Patience,
    ) -> Self {
        Self { bytes: Cow::Borrowed(frame), envelope, call, key, live: true, patience }
    }
}

/// A request that waits for lists to be complete.
#[derive(Debug)]
pub(super) struct Unrouted {
    pub key: IdKey,
    pub frame: Vec<u8>,
    pub patience: Patience,
}

/// The outcome of a look-up.
enum Found {
    Child {
        child: usize,
        edits: Edits,
        uri: Option<UriForms>,
        /// As its server lists it, where that is so.
        item: Option<ItemId>,
    },
    Refused(RpcError),
    /// Not among what is known; these lists are still to come.
    Unlisted(&'static [ListKind]),
}

impl Found {
    fn invalid(message: impl Into<String>) -> Self {
        Self::Refused(RpcError::new(RpcError::INVALID_PARAMS, message))
    }
}

/// What is wanted of an item that is called by its name.
fn wanted(kind: ListKind) -> Wanted {
    match kind {
        ListKind::Prompts => Wanted::Get,
        _ => Wanted::Call,
    }
}

impl Router {
    /// Sends a request where it belongs, refuses it, or parks it until the lists are there.
    pub(super) fn route(&mut self, incoming: Incoming<'_>) {
        if incoming.call == Call::TaskList && self.several {
            return self.client_task_list(incoming);
        }
        match self.find(&incoming) {
            Found::Child { child, uri: Some(uri), .. }
                if incoming.call == Call::Unsubscribe && self.drop_subscription(child, &uri) =>
            {
                self.calls.remove(&incoming.key);
                let id = incoming.key.to_token();
                self.answer(Origin::Control, Some(&id), result_frame(&id, b"{}"));
            }
            Found::Child { child, edits, uri, item } => self.send(incoming, child, edits, uri, item),
            Found::Refused(error) => {
                self.calls.remove(&incoming.key);
                self.refuse(Some(&incoming.key.to_token()), &error);
            }
            Found::Unlisted(kinds) => self.park(incoming, kinds),
        }
    }

    pub(super) fn park(&mut self, incoming: Incoming<'_>, kinds: &[ListKind]) {
        if self.unrouted_bytes + incoming.bytes.len() > self.config.child_queue {
            self.calls.remove(&incoming.key);
            let error = RpcError::new(RpcError::INTERNAL, "too much is waiting for the servers' lists");
            return self.refuse(Some(&incoming.key.to_token()), &error);
        }
        let call = OpenCall::unrouted(incoming.call, self.now);
        self.calls.insert(incoming.key.clone(), call);
        let Incoming { key, bytes, patience, .. } = incoming;
        // Once that time is over it changes nothing any more, and a deadline in the past would be due again and again.
        if let Some(at) = patience.next(self.now) {
            self.arm(at);
        }
        self.unrouted_bytes += bytes.len();
        self.unrouted.push(Unrouted { key, frame: bytes.into_owned(), patience });
        for &kind in kinds {
            self.want(kind);
        }
    }

    /// Looks again for the requests that wait for lists.
    pub(super) fn route_parked(&mut self) {
        self.unrouted_bytes = 0;
        for Unrouted { key, frame, patience } in std::mem::take(&mut self.unrouted) {
            let Some(call) = self.calls.get(&key).map(|open| open.call) else { continue };
            let Ok(envelope) = scan(&frame) else { continue };
            self.route(Incoming {
                bytes: Cow::Owned(frame),
                envelope: &envelope,
                call,
                key,
                live: false,
                patience,
            });
        }
    }

    fn find(&mut self, incoming: &Incoming<'_>) -> Found {
        match incoming.call {
            Call::CallTool => self.find_name(incoming, ListKind::Tools, Field::Name, "tool"),
            Call::GetPrompt => self.find_name(incoming, ListKind::Prompts, Field::Name, "prompt"),
            Call::ReadResource | Call::Subscribe | Call::Unsubscribe => self.find_uri(incoming, Field::Uri),
            Call::Complete => self.find_reference(incoming),
            Call::TaskGet | Call::TaskResult | Call::TaskCancel => self.find_task(incoming),
            _ => self.find_unknown(incoming),
        }
    }

    fn find_name(&mut self, incoming: &Incoming<'_>, kind: ListKind, field: Field, noun: &str) -> Found {
        let (frame, envelope) = (&incoming.bytes, incoming.envelope);
        if envelope.repeated(field) || envelope.repeated(Field::Params) {
            return Found::invalid("params.name is repeated");
        }
        let Some(span) = envelope.get(field) else { return Found::invalid("params.name is missing") };
        let Some(name) = unquote(span.of(frame)) else {
            return Found::invalid("params.name is not a string");
        };
        self.refresh(kind);
        let kinds: &'static [ListKind] = match kind {
            ListKind::Prompts => &[ListKind::Prompts],
            _ => &[ListKind::Tools],
        };
        let named =
            |peer: &Peer| self.config.naming.may_advertise(&peer.server.alias, peer.server.prefix, &name);
        if let Some(route) = self.route_of(kind, &name) {
            if self.may_be_claimed(route.child, kinds, incoming, named) {
                return Found::Unlisted(kinds);
            }
            let (child, own) = (route.child, Arc::<[u8]>::from(route.original));
            let item = unquote(&own).map(|name| self.ledger.item(&name));
            let edits = if *own == *span.of(frame) { Edits::none() } else { Edits::one(span, own.clone()) };
            return Found::Child { child, edits, uri: None, item };
        }
        let named: Vec<_> = self.order.iter().copied().filter(|&child| named(&self.peers[child])).collect();
        if self.may_still_list(&named, kinds, incoming) {
            return Found::Unlisted(kinds);
        }
        let missing = Declined::Missing(Missing::new(wanted(kind), &name));
        self.effects.push_back(Effect::Refused(Box::new(missing)));
        let named = |peer: &Peer| named.iter().any(|&child| self.peers[child].server.id == peer.server.id);
        let message = format!("Unknown {noun}: {name}{}", self.absentees(kind, named));
        Found::Refused(self.noticed(RpcError::new(RpcError::INVALID_PARAMS, message)))
    }

    /// Which servers might have had it, had they come up: ` (…)`, or nothing.
    fn absentees(&self, kind: ListKind, could: impl Fn(&Peer) -> bool) -> String {
        let absent = self.active().filter(|peer| peer.list(kind).known.is_none() && could(peer));
        let told = absent.filter_map(|peer| match &peer.phase {
            Phase::Down { reason } => Some(format!("server {:?} {reason}", peer.server.name.as_str())),
            _ => None,
        });
        let told: Vec<_> = told.collect();
        if told.is_empty() { String::new() } else { format!(" ({})", told.join("; ")) }
    }

    fn find_uri(&mut self, incoming: &Incoming<'_>, field: Field) -> Found {
        const KINDS: &[ListKind] = &[ListKind::Resources, ListKind::Templates];
        let (frame, envelope) = (&incoming.bytes, incoming.envelope);
        if envelope.repeated(field) || envelope.repeated(Field::Params) {
            return Found::invalid("the uri is repeated");
        }
        let Some(span) = envelope.get(field) else { return Found::invalid("the uri is missing") };
        let Some(uri) = unquote(span.of(frame)) else { return Found::invalid("the uri is not a string") };
        for &kind in KINDS {
            self.refresh(kind);
        }
        let template = (field == Field::ReferenceUri).then(|| self.uris.resolve_template(&uri)).flatten();
        let subscribed = (incoming.call == Call::Unsubscribe).then(|| self.subscribed_with(&uri)).flatten();
        if let Some(route) = subscribed.or(template).or_else(|| self.resolve_uri(&uri)) {
            if self.may_be_claimed(route.child, KINDS, incoming, |_| true) {
                return Found::Unlisted(KINDS);
            }
            let edits = route.original.as_ref().map_or_else(Edits::none, |uri| Edits::one(span, quote(uri)));
            let child = route.original.unwrap_or_else(|| uri.clone().into_owned());
            let listed = self.uris.listed_as(route.child, &child);
            let item = listed.map(|listed| self.ledger.item(listed));
            let forms = UriForms { client: uri.into_owned(), child };
            return Found::Child { child: route.child, edits, uri: Some(forms), item };
        }
        let has_resources = |&child: &usize| {
            let peer = &self.peers[child];
            peer.hello.as_ref().is_none_or(|hello| hello.offered.lists(ListKind::Resources))
        };
        let could: Vec<_> = self.order.iter().copied().filter(has_resources).collect();
        if self.may_still_list(&could, KINDS, incoming) {
            return Found::Unlisted(KINDS);
        }
        self.effects
            .push_back(Effect::Refused(Box::new(Declined::Missing(Missing::new(Wanted::Read, &uri)))));
        let error = match field {
            // An argument of `completion/complete` is wrong then (MCP `server/utilities/completion`).
            Field::ReferenceUri => {
                RpcError::new(RpcError::INVALID_PARAMS, format!("Unknown template: {uri}"))
            }
            _ => RpcError::new(RpcError::RESOURCE_NOT_FOUND, "Resource not found").with("uri", &uri),
        };
        Found::Refused(self.noticed(error))
    }

    /// Whether a server before `child`, of those that `could`, may still list the same, and then keeps it. What a client was
    /// shown is not taken away.
    fn may_be_claimed(
        &self,
        child: usize,
        kinds: &[ListKind],
        incoming: &Incoming<'_>,
        could: impl Fn(&Peer) -> bool,
    ) -> bool {
        let open = |kind: &ListKind| {
            !self.lists[kind.index()].served
                && self.before(child).any(|peer| !peer.has_settled(*kind, self.now) && could(peer))
        };
        self.now < incoming.patience.claims && kinds.iter().any(open)
    }

    /// Whether one of these servers may turn out to have what is known of none: it has not been asked in this session, or
    /// failed. That starts it.
    fn may_still_list(&mut self, could: &[usize], kinds: &[ListKind], incoming: &Incoming<'_>) -> bool {
        if self.now >= incoming.patience.lists {
            return false;
        }
        // What a tool is called says whose it may be; what a resource is called doesn't, so all are asked, and none that is known of
        // is started for that, or waited for once it was too slow.
        let of_anybody = kinds.contains(&ListKind::Resources);
        let nothing_known = |peer: &Peer| kinds.iter().all(|&kind| peer.list(kind).known.is_none());
        let (now, claims) = (self.now, incoming.patience.claims);
        let is_passed_over = |peer: &Peer| {
            let asleep = peer.phase == Phase::Idle && peer.starts == 0 && peer.seen == Seen::Listed;
            of_anybody && (asleep && !nothing_known(peer) || peer.seen == Seen::Failed && now >= claims)
        };
        for &child in could {
            let peer = &self.peers[child];
            let nothing_known = nothing_known(peer);
            let idle = peer.phase == Phase::Idle && peer.starts == 0 && peer.seen != Seen::Loading;
            if is_passed_over(peer) {
                continue;
            }
            let down = peer.is_down() && peer.barred(self.now).is_none();
            if idle || incoming.live && down && nothing_known {
                self.start(child);
            } else if incoming.live {
                // What is known of it may be from before it had what is asked for.
                for &kind in kinds {
                    self.fetch_unannounced(child, kind);
                }
            }
        }
        let may_have =
            |peer: &Peer| !is_passed_over(peer) && kinds.iter().any(|&kind| !peer.is_verified(kind, now));
        could.iter().any(|&child| may_have(&self.peers[child]))
    }

    /// The servers that keep a name that they and `child` have.
    fn before(&self, child: usize) -> impl Iterator<Item = &Peer> {
        self.order.iter().take_while(move |&&other| other != child).map(|&other| &self.peers[other])
    }

    fn find_reference(&mut self, incoming: &Incoming<'_>) -> Found {
        let (frame, envelope) = (&incoming.bytes, incoming.envelope);
        if envelope.repeated(Field::Reference) || envelope.repeated(Field::ReferenceType) {
            return Found::invalid("params.ref is repeated");
        }
        let kind = envelope.get(Field::ReferenceType).and_then(|span| unquote(span.of(frame)));
        match kind.as_deref() {
            Some("ref/prompt") => self.find_name(incoming, ListKind::Prompts, Field::ReferenceName, "prompt"),
            Some("ref/resource") => self.find_uri(incoming, Field::ReferenceUri),
            _ => Found::invalid("params.ref.type is ref/prompt or ref/resource"),
        }
    }

    fn find_task(&self, incoming: &Incoming<'_>) -> Found {
        let span = incoming.envelope.once(Field::TaskId);
        let id = span.and_then(|span| unquote(span.of(&incoming.bytes)));
        match (span, id.as_ref().and_then(|id| self.task_of(id))) {
            (Some(span), Some((child, own))) => {
                let edits = if own == id.as_deref().unwrap_or_default() {
                    Edits::none()
                } else {
                    Edits::one(span, quote(&own))
                };
                Found::Child { child, edits, uri: None, item: None }
            }
            _ => Found::invalid("unknown task"),
        }
    }

    /// A method that no revision here defines: the only server may know it, or it carries a URI that says whose it is.
    fn find_unknown(&mut self, incoming: &Incoming<'_>) -> Found {
        let shows = |&child: &usize| incoming.call != Call::TaskList || self.peers[child].shows_tasks();
        let child = self.only().filter(shows);
        if let Some(child) =
            child.filter(|&child| self.names_nothing_withheld(child, (&incoming.bytes, incoming.envelope)))
        {
            return Found::Child { child, edits: Edits::none(), uri: None, item: None };
        }
        if incoming.envelope.get(Field::Uri).is_some() {
            return self.find_uri(incoming, Field::Uri);
        }
        let method = incoming.envelope.get(Field::Method).and_then(|span| unquote(span.of(&incoming.bytes)));
        let message = format!("method not found: {}", method.unwrap_or_default());
        Found::Refused(RpcError::new(RpcError::METHOD_NOT_FOUND, message))
    }

    /// Whether what has no rule of its own names no resource of its server that this session may not use.
    pub(super) fn names_nothing_withheld(&self, child: usize, (frame, envelope): (&[u8], &Envelope)) -> bool {
        let allowance = &self.peers[child].allowance;
        let Some(span) = envelope.get(Field::Uri).filter(|_| !allowance.is_whole(ListKind::Resources)) else {
            return true;
        };
        let permitted = |uri: Cow<'_, str>| permits(allowance, &uri);
        !envelope.repeated(Field::Uri) && unquote(span.of(frame)).is_none_or(permitted)
    }

    /// Passes a notification that has no rule of its own to the only server, or to the one that its URI belongs to.
    pub(super) fn route_notification(&mut self, frame: &[u8], envelope: &Envelope) {
        let by_uri = || {
            let uri = unquote(envelope.once(Field::Uri).map(|span| span.of(frame))?)?;
            let route = self.uris.resolve(&uri)?;
            let span = envelope.get(Field::Uri)?;
            let edits = route.original.map_or_else(Edits::none, |uri| Edits::one(span, quote(&uri)));
            Some((route.child, edits))
        };
        let only = self.only().filter(|&child| self.names_nothing_withheld(child, (frame, envelope)));
        let target = only.map(|only| (only, Edits::none())).or_else(by_uri);
        match target {
            Some((child, edits)) if self.peers[child].is_ready() => {
                self.effects.push_back(Effect::RelayToChild { child, edits, request: None });
            }
            Some((child, edits)) => self.send_late(child, frame, &edits),
            None => self.dropped("a notification that no server can be found for"),
        }
    }
}
