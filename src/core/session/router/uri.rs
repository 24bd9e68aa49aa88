//! URIs in what children say: those that clash are shown wrapped, and all are remembered as theirs.

use std::collections::HashMap;

use super::state::Router;
use crate::core::catalog::UriSource;
use crate::core::model::ListKind;
use crate::core::wire::{Edits, Envelope, Field, Span, find_member, quote, string_members, unquote};

/// The URIs that a child lists and the client sees in wrapped form, by child: (own, wrapped).
#[derive(Debug, Default)]
pub(super) struct Wrapped(HashMap<usize, HashMap<String, String>>);

impl Wrapped {
    /// Replaces every wrapped URI that stands as a `uri` or `resourceUri` member in `within`.
    pub(super) fn edits(&self, child: usize, frame: &[u8], within: Span) -> Edits {
        let mut edits = Edits::none();
        self.edit(child, frame, within, &["uri", "resourceUri", "ui/resourceUri"], &mut edits);
        edits
    }

    /// Replaces the wrapped URI that a tool's `_meta.ui.resourceUri` refers to (MCP Apps).
    pub(super) fn edit_links(&self, child: usize, page: &[u8], tool: Span, edits: &mut Edits) {
        if self.0.contains_key(&child)
            && let Some(meta) = find_member(page, tool, "_meta")
        {
            self.edit(child, page, meta, &["resourceUri", "ui/resourceUri"], edits);
        }
    }

    fn edit(&self, child: usize, frame: &[u8], within: Span, keys: &[&str], edits: &mut Edits) {
        let Some(uris) = self.0.get(&child) else { return };
        for member in string_members(frame, within) {
            if keys.iter().any(|key| member.is(frame, key))
                && let Some(wrapped) = unquote(member.value.of(frame)).and_then(|uri| uris.get(uri.as_ref()))
            {
                edits.push(member.value, quote(wrapped));
            }
        }
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

    /// The edits that a result needs, and the URIs in it remembered as handed out by this child.
    pub(super) fn follow_uris(&mut self, child: usize, frame: &[u8], envelope: &Envelope) -> Edits {
        let Some(result) = envelope.get(Field::Result) else { return Edits::none() };
        if envelope.has_links() {
            for member in string_members(frame, result).filter(|member| member.is(frame, "uri")) {
                if let Some(uri) = unquote(member.value.of(frame)) {
                    self.uris.hand_out(child, &uri);
                }
            }
        }
        self.wrapped.edits(child, frame, result)
    }

    /// Whether a list of tools can be shown: a tool may link to a resource, whose URI is only known with the resources.
    pub(super) fn links_are_known(&mut self, kind: ListKind) -> bool {
        if kind != ListKind::Tools || self.order.len() < 2 || self.has_settled(ListKind::Resources) {
            return true;
        }
        let tools = self.active().filter_map(|peer| peer.list(ListKind::Tools).known.as_ref());
        if !tools.into_iter().any(|listing| listing.mentions(b"resourceUri\"")) {
            return true;
        }
        self.want(ListKind::Resources);
        self.has_settled(ListKind::Resources)
    }
}
