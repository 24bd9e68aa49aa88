//! URIs in what children say: those that clash are shown wrapped, and all are remembered as theirs.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::call::UriForms;
use super::state::Router;
use crate::core::catalog::{Listing, MAX_HANDED_OUT, UriRoute, UriSource, wrap_uri};
use crate::core::model::ListKind;
use crate::core::wire::{Edits, Envelope, Field, Span, find_member, quote, string_members, unquote};

/// What stands in a list of tools of which one refers to a resource.
const LINK: &[u8] = b"resourceUri\"";
/// Members that hold a URI; the latter two are those of MCP Apps.
const KEYS: [&str; 3] = ["uri", "resourceUri", "ui/resourceUri"];

/// How many tries with templates one answer is worth: some milliseconds.
pub(super) const EFFORT: u32 = 500_000;

/// The URIs that a child lists and the client sees in wrapped form, by child: (own, wrapped).
#[derive(Debug, Default)]
pub(super) struct Wrapped(HashMap<usize, HashMap<String, String>>);

impl Wrapped {
    fn of(&self, child: usize, uri: &str) -> Option<&String> {
        self.0.get(&child)?.get(uri)
    }

    fn has(&self, child: usize) -> bool {
        self.0.contains_key(&child)
    }
}

impl Router {
    /// Brings look-up and wrapping of URIs up to the lists.
    pub(super) fn refresh_uris(&mut self) {
        let shown = |child: &&usize| !self.peers[**child].failures.hidden;
        let lists = self.order.iter().filter(shown).map(|&child| {
            let peer = &self.peers[child];
            (
                child,
                peer.usable(ListKind::Resources, &self.config.naming),
                peer.usable(ListKind::Templates, &self.config.naming),
            )
        });
        let lists: Vec<_> = lists.collect();
        self.uris.set_listed(lists.iter().map(|(child, resources, templates)| UriSource {
            child: *child,
            alias: &self.peers[*child].server.alias,
            resources: resources.as_deref(),
            templates: templates.as_deref(),
            allowance: &self.peers[*child].allowance,
        }));
        let resources = self.lists[ListKind::Resources.index()].current.as_ref();
        self.wrapped = Wrapped(resources.map(|snapshot| snapshot.renamed()).unwrap_or_default());
    }

    /// Whose a URI is; it may be one that only a tool refers to.
    pub(super) fn resolve_uri(&mut self, uri: &str) -> Option<UriRoute> {
        self.uris.resolve(uri).or_else(|| {
            self.refresh(ListKind::Tools);
            self.uris.resolve(uri)
        })
    }

    /// The edits that an answer needs: each URI in it as the client reaches it. Those of links are remembered as handed out by this
    /// child, and those of parts of what was `asked` for by a form that names the child.
    pub(super) fn follow_uris(
        &mut self,
        child: usize,
        frame: &[u8],
        envelope: &Envelope,
        asked: Option<&UriForms>,
    ) -> Edits {
        let Some(within) = envelope.get(Field::Result).or_else(|| envelope.get(Field::Error)) else {
            return Edits::none();
        };
        let asked = asked.filter(|asked| asked.client != asked.child);
        let (owner, gives) = (self.latest(child), envelope.has_links() || asked.is_some());
        let mut edits = Edits::none();
        if !gives && !self.wrapped.has(owner) {
            return edits;
        }
        if gives {
            self.refresh(ListKind::Resources);
            self.refresh(ListKind::Templates);
        }
        let (mut given, mut effort) = (0, EFFORT);
        // What has a schema of its own is no link, and stays as its server wrote it.
        let data = find_member(frame, within, "structuredContent").unwrap_or_default();
        let is_data = |span: Span| (data.start()..data.end()).contains(&span.start());
        for (key, span, uri) in uris(frame, within).filter(|(_, span, _)| !is_data(*span)) {
            let known = asked.filter(|asked| asked.child == uri).map(|asked| &asked.client);
            let shown = known.or_else(|| self.wrapped.of(owner, &uri)).cloned();
            let shown = shown.or_else(|| {
                given += 1;
                (gives && key == KEYS[0] && given <= MAX_HANDED_OUT)
                    .then(|| self.give(owner, &uri, &mut effort))
                    .flatten()
            });
            if let Some(shown) = shown {
                edits.push(span, quote(&shown));
            }
        }
        edits
    }

    /// Remembers a URI that a child gives the client. The form that it has for the client, if that is another: what the client can
    /// fetch by itself stays as it is (MCP `server/resources`, common URI schemes), and what may not be read, or not by its server.
    fn give(&mut self, child: usize, uri: &str, effort: &mut u32) -> Option<String> {
        self.uris.hand_out(child, uri);
        let scheme = uri.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        let by_itself = matches!(scheme.as_deref(), Some("http" | "https"));
        let reads = self.order.len() > 1 && self.peers[child].offers(ListKind::Resources) && !by_itself;
        reads.then(|| self.uris.shown(child, uri, effort)).flatten()
    }

    /// The edits for what a child says by itself: URIs that the client knows in wrapped form.
    pub(super) fn wrap_uris(&self, child: usize, frame: &[u8], within: Span, edits: &mut Edits) {
        let owner = self.latest(child);
        if !self.wrapped.has(owner) {
            return;
        }
        for (_, span, uri) in uris(frame, within) {
            if let Some(wrapped) = self.wrapped.of(owner, &uri) {
                edits.push(span, quote(wrapped));
            }
        }
    }

    /// An update of a part of what the client subscribed to: by the name of its server, if that is how the client subscribed.
    pub(super) fn wrap_part(&mut self, child: usize, span: Span, uri: &str, is_wrapped: bool) -> Edits {
        let owner = self.latest(child);
        if let Some(wrapped) = self.wrapped.of(owner, uri) {
            return Edits::one(span, quote(wrapped));
        }
        if !is_wrapped {
            return Edits::none();
        }
        self.uris.hand_out(owner, uri);
        Edits::one(span, quote(&wrap_uri(&self.peers[owner].server.alias, uri)))
    }

    /// Remembers the resources that tools refer to (MCP Apps), which need not be listed.
    pub(super) fn hand_out_links(&mut self, tools: &[(usize, Arc<Listing>)]) {
        let refers: Vec<_> = tools.iter().filter(|(_, listing)| listing.mentions(LINK)).collect();
        if refers.is_empty() {
            return;
        }
        self.refresh(ListKind::Resources);
        self.refresh(ListKind::Templates);
        for (child, listing) in refers {
            for (_, _, uri) in
                listing.iter().flat_map(|tool| links(tool.page, tool.whole)).take(MAX_HANDED_OUT)
            {
                self.uris.link(*child, &uri);
            }
        }
    }

    /// Whether [`Router::edit_tool`] may change any of these.
    pub(super) fn may_edit_tools(&self, child: usize, tools: &Listing) -> bool {
        tools.mentions(LINK) || self.may_edit_task_support(child, tools)
    }

    /// What changes in a tool on its way to the client: the resources that it refers to, by the names that the client knows them by,
    /// and that it runs as a task, where its server runs none.
    pub(super) fn edit_tool(
        &self,
        child: usize,
        page: &[u8],
        tool: Span,
        edits: &mut Edits,
        effort: &mut u32,
    ) {
        for (_, span, uri) in links(page, tool) {
            let listed = self.wrapped.of(child, &uri).cloned();
            if let Some(shown) = listed.or_else(|| self.uris.shown(child, &uri, effort)) {
                edits.push(span, quote(&shown));
            }
        }
        if self.order.iter().any(|&other| self.runs_tasks(other)) {
            self.edit_task_support(child, page, tool, edits);
        }
    }

    /// Whether a list of tools can be shown: a tool may link to a resource, whose URI is only known with the resources.
    pub(super) fn links_are_known(&mut self, kind: ListKind) -> bool {
        if kind != ListKind::Tools || self.order.len() < 2 || self.has_settled(ListKind::Resources) {
            return true;
        }
        let tools = self.active().filter_map(|peer| peer.list(ListKind::Tools).known.as_ref());
        if !tools.into_iter().any(|listing| listing.mentions(LINK)) {
            return true;
        }
        self.want(ListKind::Resources);
        self.has_settled(ListKind::Resources)
    }
}

/// Each URI in `within`, with the key that it stands under and its place.
fn uris(frame: &[u8], within: Span) -> impl Iterator<Item = (&'static str, Span, Cow<'_, str>)> {
    string_members(frame, within).filter_map(|member| {
        let key = KEYS.into_iter().find(|key| member.is(frame, key))?;
        Some((key, member.value, unquote(member.value.of(frame))?))
    })
}

/// The URIs that a tool's `_meta` refers to.
fn links(page: &[u8], tool: Span) -> impl Iterator<Item = (&'static str, Span, Cow<'_, str>)> {
    let meta = find_member(page, tool, "_meta");
    meta.into_iter().flat_map(|meta| uris(page, meta)).filter(|(key, ..)| *key != KEYS[0])
}
