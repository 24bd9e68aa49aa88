//! The client's lists: merged when all servers have answered, in pages of mcpgw's own.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::effect::{Effect, Origin, Report};
use super::peer::{Peer, Phase, Seen};
use super::state::Router;
use super::uri::EFFORT;
use crate::core::catalog::{Cursor, Listing, Merged, Route, Source};
use crate::core::model::{ListKind, Server};
use crate::core::wire::{Edits, Envelope, Field, IdKey, RpcError, result_frame, unquote};

/// How long a server whose secrets can't be had is not tried again because somebody reads a list.
const LOCKED_FOR: Duration = Duration::from_mins(1);

/// One of the four lists as the client sees it.
#[derive(Debug, Default)]
pub(super) struct CatalogList {
    pub current: Option<Arc<Snapshot>>,
    /// The state before, for a client that is in the middle of it.
    previous: Option<Arc<Snapshot>>,
    /// A child's list changed since `current` was made.
    pub dirty: bool,
    /// The client has read it, so that changes concern it.
    pub served: bool,
}

/// One state of a merged list.
#[derive(Debug)]
pub(super) struct Snapshot {
    state: u64,
    parts: Vec<SnapshotPart>,
    merged: Merged,
}

#[derive(Debug)]
struct SnapshotPart {
    child: usize,
    server: Arc<Server>,
    listing: Arc<Listing>,
}

/// A list request that waits for servers.
#[derive(Debug)]
pub(super) struct HeldList {
    pub id: IdKey,
    token: Vec<u8>,
    kind: ListKind,
    pub until: Instant,
}

impl Snapshot {
    fn sources(&self) -> Vec<Source<'_>> {
        sources(&self.parts)
    }

    /// What is shown under another text than the child's own, by child: (own, shown).
    pub(super) fn renamed(&self) -> HashMap<usize, HashMap<String, String>> {
        let mut renamed: HashMap<usize, HashMap<String, String>> = HashMap::new();
        for (shown, child, item) in self.merged.items(&self.sources()) {
            let own = item.key_text();
            if own != shown {
                renamed.entry(child).or_default().insert(own, shown);
            }
        }
        renamed
    }
}

impl SnapshotPart {
    fn source(&self) -> Source<'_> {
        let server = &self.server;
        Source { child: self.child, alias: &server.alias, prefix: server.prefix, listing: &self.listing }
    }
}

fn sources(parts: &[SnapshotPart]) -> Vec<Source<'_>> {
    parts.iter().map(SnapshotPart::source).collect()
}

impl Router {
    /// Takes one of the four list requests.
    pub(super) fn client_list(
        &mut self,
        kind: ListKind,
        frame: &[u8],
        envelope: &Envelope,
        key: IdKey,
        id: &[u8],
    ) {
        match envelope.get(Field::Cursor).map(|span| span.of(frame)) {
            None | Some(b"null") => {
                let until = self.now + self.config.list_hold;
                self.want(kind);
                self.held.push(HeldList { id: key, token: id.to_vec(), kind, until });
                self.arm(until);
                self.answer_held();
            }
            Some(token) => match unquote(token).as_deref().and_then(Cursor::parse) {
                Some(cursor) => self.answer_page(kind, id, cursor),
                None => self.refuse(Some(id), &unknown_cursor()),
            },
        }
    }

    /// Has every server asked for this list of which nothing is known yet, or that would not tell of a change. One whose secrets
    /// were locked a while ago is tried again: nothing tells when they are not any more.
    pub(super) fn want(&mut self, kind: ListKind) {
        for child in self.order.clone() {
            let peer = &self.peers[child];
            let asleep = peer.phase == Phase::Idle && peer.seen == Seen::Never;
            if asleep || peer.failures.locked && peer.is_down() && self.now >= peer.since + LOCKED_FOR {
                self.start(child);
            } else if peer.is_ready() && peer.list(kind).known.is_none() && peer.list(kind).fetch.is_none() {
                self.fetch(child, kind);
            } else {
                self.fetch_unannounced(child, kind);
            }
        }
    }

    /// Whether every server's list of this kind is as good as it gets for now.
    pub(super) fn has_settled(&self, kind: ListKind) -> bool {
        self.active().all(|peer| peer.has_settled(kind, self.now))
    }

    /// Answers the held lists that are complete, or whose time is up.
    pub(super) fn answer_held(&mut self) {
        let mut place = 0;
        while place < self.held.len() {
            let held = &self.held[place];
            let (kind, due) = (held.kind, held.until <= self.now);
            let settled = self.has_settled(kind);
            if due && !settled {
                self.stop_holding_list(kind);
            }
            if due || settled && self.links_are_known(kind) {
                let held = self.held.swap_remove(place);
                self.answer_list(kind, &held.token);
            } else {
                place += 1;
            }
        }
    }

    fn answer_list(&mut self, kind: ListKind, id: &[u8]) {
        self.refresh(kind);
        self.lists[kind.index()].served = true;
        let state = self.lists[kind.index()].current.as_ref().map_or(0, |snapshot| snapshot.state);
        self.answer_page(kind, id, Cursor { state, offset: 0 });
    }

    fn answer_page(&mut self, kind: ListKind, id: &[u8], cursor: Cursor) {
        let list = &self.lists[kind.index()];
        let states = [&list.current, &list.previous];
        let snapshot = states.into_iter().flatten().find(|snapshot| snapshot.state == cursor.state).cloned();
        let Some(snapshot) = snapshot else {
            return self.refuse(Some(id), &unknown_cursor());
        };
        let sources = snapshot.sources();
        let edited = self.edited_tools(kind, &snapshot);
        let mut effort = EFFORT;
        let result = snapshot.merged.page(
            &sources,
            cursor,
            self.config.page_size,
            |child, item, edits: &mut Edits| {
                if edited.contains(&child) {
                    self.edit_tool(child, item.page, item.whole, edits, &mut effort);
                }
            },
        );
        self.answer(Origin::Control, Some(id), result_frame(id, &result));
    }

    /// The servers of which a tool may need more than another name.
    fn edited_tools(&self, kind: ListKind, snapshot: &Snapshot) -> HashSet<usize> {
        if kind != ListKind::Tools || self.order.len() < 2 {
            return HashSet::new();
        }
        let parts = snapshot.parts.iter().filter(|part| self.may_edit_tools(part.child, &part.listing));
        parts.map(|part| part.child).collect()
    }

    /// Where the tool or prompt goes that is advertised under this name.
    pub(super) fn route_of(&self, kind: ListKind, name: &str) -> Option<Route<'_>> {
        let snapshot = self.lists[kind.index()].current.as_ref()?;
        snapshot.merged.route(|source| snapshot.parts[source].source(), name)
    }

    /// Merges a list anew if a child's part of it changed.
    pub(super) fn refresh(&mut self, kind: ListKind) {
        let index = kind.index();
        if !self.lists[index].dirty && self.lists[index].current.is_some() {
            return;
        }
        let part = |&child: &usize| {
            let peer: &Peer = &self.peers[child];
            let listing = peer.usable(kind, &self.config.naming).filter(|_| !peer.failures.hidden)?;
            Some(SnapshotPart { child, server: Arc::clone(&peer.server), listing })
        };
        let parts: Vec<_> = self.order.iter().filter_map(part).collect();
        let merged = Merged::new(kind, &sources(&parts), &self.config.naming);
        self.report_hidden(kind, &merged);
        if kind == ListKind::Tools {
            let tools: Vec<_> = parts.iter().map(|part| (part.child, Arc::clone(&part.listing))).collect();
            self.hand_out_links(&tools);
        }
        let list = &mut self.lists[index];
        let state = list.current.as_ref().map_or(0, |snapshot| snapshot.state) + 1;
        list.previous = list.current.replace(Arc::new(Snapshot { state, parts, merged }));
        list.dirty = false;
        if matches!(kind, ListKind::Resources | ListKind::Templates) {
            self.refresh_uris();
        }
    }

    /// Reports what is newly hidden.
    fn report_hidden(&mut self, kind: ListKind, merged: &Merged) {
        let before = self.lists[kind.index()].current.clone();
        let before: HashSet<_> = before.iter().flat_map(|snapshot| snapshot.merged.hidden()).collect();
        for hidden in merged.hidden() {
            if !before.contains(hidden) {
                let report = Report::Hidden {
                    child: hidden.child,
                    name: hidden.name.clone(),
                    kept_by: hidden.kept_by,
                };
                self.effects.push_back(Effect::Report(report));
            }
        }
    }
}

fn unknown_cursor() -> RpcError {
    RpcError::new(
        RpcError::INVALID_PARAMS,
        "unknown cursor: the list has changed; read it from its first page",
    )
}
