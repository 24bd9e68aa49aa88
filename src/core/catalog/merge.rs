//! Many lists as one: who keeps a name, what an item looks like, which page it is on.

use std::collections::HashSet;
use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::listing::{ItemRef, Listing};
use super::template::UriTemplate;
use super::{Cursor, NamingRules, named_by, wrap_template, wrap_uri};
use crate::core::model::{ListKind, Prefix, ServerAlias};
use crate::core::wire::{Edits, quote};

/// The most that a page holds, bytes, unless one item is longer: many clients read a page into memory at once, and bound it.
const PAGE_BYTES: usize = 8 * 1024 * 1024;

/// One child's part in a merged list.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Which child: its place in the session.
    pub child: usize,
    /// Its alias.
    pub alias: &'a ServerAlias,
    /// Whether its names carry the alias.
    pub prefix: Prefix,
    /// Its list.
    pub listing: &'a Listing,
}

/// Where an advertised tool or prompt goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route<'a> {
    /// Which child.
    pub child: usize,
    /// Its own name for it: the raw token that stands in its list.
    pub original: &'a [u8],
}

/// An item that is not advertised because an earlier server has the name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hidden {
    /// Whose item it is.
    pub child: usize,
    /// The advertised name that it would have.
    pub name: String,
    /// Who keeps that name.
    pub kept_by: usize,
}

/// One item of the merged list. There may be thousands, for as long as the session runs: they are kept small.
#[derive(Debug)]
struct Entry {
    /// Place in the `sources` that it was merged from, and there.
    source: u32,
    index: u32,
    /// The identifying text that the client sees.
    key: Box<str>,
    /// Whether that differs from the child's own.
    is_new: bool,
}

/// The merged list of one kind: servers in their order, each server's items in its own.
#[derive(Debug)]
pub struct Merged {
    kind: ListKind,
    entries: Vec<Entry>,
    /// Places in `entries`, by their keys.
    names: HashTable<u32>,
    hasher: RandomState,
    hidden: Vec<Hidden>,
    /// The aliases of all sources.
    aliases: HashSet<String>,
}

impl Merged {
    /// Merges `sources`, in the order in which they keep a name that two of them have.
    ///
    /// A tool or prompt that loses its name is hidden; a resource or template that loses its URI is shown wrapped.
    pub fn new(kind: ListKind, sources: &[Source<'_>], rules: &NamingRules) -> Self {
        let total = sources.iter().map(|source| source.listing.len()).sum();
        let mut merged = Self {
            kind,
            entries: Vec::with_capacity(total),
            names: HashTable::with_capacity(total),
            hasher: RandomState::default(),
            hidden: Vec::new(),
            aliases: sources.iter().map(|source| source.alias.as_str().to_owned()).collect(),
        };
        for (position, source) in sources.iter().enumerate() {
            for (index, item) in source.listing.iter().enumerate() {
                merged.add(sources, position, index, item, rules);
            }
        }
        merged
    }

    fn add(
        &mut self,
        sources: &[Source<'_>],
        position: usize,
        index: usize,
        item: ItemRef<'_>,
        rules: &NamingRules,
    ) {
        let source = &sources[position];
        let original = item.key_text();
        let others = |alias: &str| self.aliases.contains(alias) && alias != source.alias.as_str();
        let mut key = match self.kind {
            ListKind::Tools | ListKind::Prompts => rules.advertise(source.alias, source.prefix, &original),
            ListKind::Resources | ListKind::Templates => original.clone(),
        };
        if matches!(self.kind, ListKind::Resources | ListKind::Templates)
            && named_by(&original).is_some_and(others)
        {
            // It looks like another server's wrapped URI, and would be taken for that.
            key = self.wrapped(source, &original);
        }
        if let Some(keeper) = self.entry(&key) {
            let kept_by = sources[keeper.source as usize].child;
            // The same child may list one URI twice; it stays as the child said.
            let repeated =
                kept_by == source.child && matches!(self.kind, ListKind::Resources | ListKind::Templates);
            match self.kind {
                _ if repeated => {}
                ListKind::Tools | ListKind::Prompts => {
                    self.hidden.push(Hidden { child: source.child, name: key, kept_by });
                    return;
                }
                ListKind::Resources | ListKind::Templates => key = self.wrapped(source, &original),
            }
        }
        let is_new = key != original;
        self.entries.push(Entry { source: small(position), index: small(index), key: key.into(), is_new });
        self.enter_last();
    }

    /// Finds the last entry by its key from now on, unless an earlier one is found.
    fn enter_last(&mut self) {
        let Self { entries, names, hasher, .. } = self;
        let Some(entry) = entries.last() else { return };
        let same = |&place: &u32| entries[place as usize].key == entry.key;
        let hash = |place: &u32| hasher.hash_one(&entries[*place as usize].key);
        names.entry(hasher.hash_one(&entry.key), same, hash).or_insert(small(entries.len() - 1));
    }

    fn entry(&self, key: &str) -> Option<&Entry> {
        let same = |&place: &u32| *self.entries[place as usize].key == *key;
        self.names.find(self.hasher.hash_one(key), same).map(|&place| &self.entries[place as usize])
    }

    fn wrapped(&self, source: &Source<'_>, original: &str) -> String {
        match self.kind {
            ListKind::Templates => wrap_template(source.alias, &UriTemplate::parse(original)),
            _ => wrap_uri(source.alias, original),
        }
    }

    /// How many items are advertised.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Where the item that is advertised as `name` goes; `source` gives one of those that the list was merged from.
    pub fn route<'a>(&self, source: impl FnOnce(usize) -> Source<'a>, name: &str) -> Option<Route<'a>> {
        let entry = self.entry(name)?;
        let source = source(entry.source as usize);
        let original = source.listing.get(entry.index as usize).key_token();
        Some(Route { child: source.child, original })
    }

    /// The items that are not advertised.
    pub fn hidden(&self) -> &[Hidden] {
        &self.hidden
    }

    /// What is advertised, with the child it belongs to and its place in that child's list.
    pub fn items<'a>(
        &'a self,
        sources: &'a [Source<'_>],
    ) -> impl Iterator<Item = (String, usize, ItemRef<'a>)> {
        self.entries.iter().map(|entry| {
            let source = &sources[entry.source as usize];
            (entry.key.to_string(), source.child, source.listing.get(entry.index as usize))
        })
    }

    /// One page as a `result` object: at most `size` items and 8 MiB from `cursor` on, but at least one, and the cursor
    /// of the next page if there is one.
    ///
    /// `sources` are those that the list was merged from. `rewrite` names what else changes in an item of a child.
    pub fn page(
        &self,
        sources: &[Source<'_>],
        cursor: Cursor,
        size: usize,
        mut rewrite: impl FnMut(usize, ItemRef<'_>, &mut Edits),
    ) -> Vec<u8> {
        let start = cursor.offset.min(self.entries.len());
        let (end, length) = self.extent(sources, start, size.max(1));
        let mut out = Vec::with_capacity(length + 128);
        out.extend_from_slice(b"{\"");
        out.extend_from_slice(self.kind.member().as_bytes());
        out.extend_from_slice(b"\":[");
        for (place, entry) in self.entries[start..end].iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            let source = &sources[entry.source as usize];
            let item = source.listing.get(entry.index as usize);
            let mut edits =
                if entry.is_new { Edits::one(item.key, quote(&entry.key)) } else { Edits::none() };
            rewrite(source.child, item, &mut edits);
            edits.append(item.page, item.whole, &mut out);
        }
        out.push(b']');
        if end < self.entries.len() {
            let next = Cursor { offset: end, ..cursor }.to_text();
            out.extend_from_slice(format!(",\"nextCursor\":\"{next}\"").as_bytes());
        }
        self.push_extras(sources, &mut out);
        out.push(b'}');
        out
    }

    /// What the children's results hold besides the items: the first one to have a member decides it.
    fn push_extras(&self, sources: &[Source<'_>], out: &mut Vec<u8>) {
        let mut seen: HashSet<&[u8]> = HashSet::new();
        for (key, value) in sources.iter().flat_map(|source| source.listing.extras(self.kind)) {
            if seen.insert(key) {
                out.push(b',');
                out.extend_from_slice(key);
                out.push(b':');
                out.extend_from_slice(value);
            }
        }
    }

    /// Where the page that begins at `start` ends, and about how many bytes its items take.
    fn extent(&self, sources: &[Source<'_>], start: usize, size: usize) -> (usize, usize) {
        let mut length = 0;
        for (place, entry) in self.entries.iter().enumerate().skip(start).take(size) {
            let shown = if entry.is_new { entry.key.len() } else { 0 };
            let source = &sources[entry.source as usize];
            let item = source.listing.get(entry.index as usize).whole.len() + shown + 3;
            if place > start && length + item > PAGE_BYTES {
                return (place, length);
            }
            length += item;
        }
        (start.saturating_add(size).min(self.entries.len()), length)
    }
}

/// A place; lists are bounded far below.
fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::catalog::PageChain;
    use crate::core::wire::{Span, find_member};

    fn listing(kind: ListKind, items: &str) -> Listing {
        let frame = format!(r#"{{"id":1,"result":{{"{}":[{items}],"_meta":{{"k":1}}}}}}"#, kind.member())
            .into_bytes();
        let result = find_member(&frame, Span::new(0, frame.len()), "result").expect("result");
        let mut chain = PageChain::new(kind);
        chain.add(frame, result);
        chain.finish()
    }

    fn aliases() -> [ServerAlias; 2] {
        ["one", "two"].map(|alias| ServerAlias::parse(alias).expect("alias"))
    }

    fn sources<'a>(
        aliases: &'a [ServerAlias; 2],
        listings: &'a [Listing; 2],
        prefix: Prefix,
    ) -> [Source<'a>; 2] {
        [0, 1].map(|child| Source { child, alias: &aliases[child], prefix, listing: &listings[child] })
    }

    fn page(merged: &Merged, sources: &[Source<'_>], offset: usize, size: usize) -> String {
        let bytes = merged.page(sources, Cursor { state: 3, offset }, size, |_, _, _| {});
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn only_the_name_changes_and_the_rest_passes_byte_for_byte() {
        let kind = ListKind::Tools;
        let listings =
            [listing(kind, r#"{"x":1e400, "name" : "a","y":"\ud83d"}"#), listing(kind, r#"{"name":"a"}"#)];
        let aliases = aliases();
        let sources = sources(&aliases, &listings, Prefix::Alias);
        let merged = Merged::new(kind, &sources, &NamingRules::default());
        assert_eq!(
            page(&merged, &sources, 0, 10),
            r#"{"tools":[{"x":1e400, "name" : "one__a","y":"\ud83d"},{"name":"two__a"}],"_meta":{"k":1}}"#
        );
        let route = |name| merged.route(|source| sources[source], name);
        assert_eq!(route("two__a"), Some(Route { child: 1, original: b"\"a\"" }));
        assert_eq!(route("a"), None);
    }

    #[test]
    fn the_newcomers_item_is_hidden_and_nothing_else() {
        let kind = ListKind::Tools;
        let listings = [listing(kind, r#"{"name":"a"}"#), listing(kind, r#"{"name":"a"},{"name":"b"}"#)];
        let aliases = aliases();
        let sources = sources(&aliases, &listings, Prefix::None);
        let merged = Merged::new(kind, &sources, &NamingRules::default());
        assert_eq!(merged.len(), 2);
        assert_eq!(merged.hidden(), [Hidden { child: 1, name: "a".to_owned(), kept_by: 0 }]);
        assert_eq!(merged.route(|source| sources[source], "a").map(|route| route.child), Some(0));
    }

    #[test]
    fn the_loser_of_a_uri_is_shown_wrapped() {
        let kind = ListKind::Resources;
        let listings = [listing(kind, r#"{"uri":"u:1"}"#), listing(kind, r#"{"uri":"u:1"},{"uri":"u:2"}"#)];
        let aliases = aliases();
        let sources = sources(&aliases, &listings, Prefix::Alias);
        let merged = Merged::new(kind, &sources, &NamingRules::default());
        let expected =
            r#"{"resources":[{"uri":"u:1"},{"uri":"mcpgw://two/u%3A1"},{"uri":"u:2"}],"_meta":{"k":1}}"#;
        assert_eq!(page(&merged, &sources, 0, 10), expected);
    }

    #[test]
    fn what_looks_like_anothers_wrapped_uri_is_shown_wrapped() {
        let kind = ListKind::Resources;
        let listings = [listing(kind, r#"{"uri":"mcpgw://two/u%3A1"}"#), listing(kind, r#"{"uri":"u:1"}"#)];
        let aliases = aliases();
        let sources = sources(&aliases, &listings, Prefix::Alias);
        let merged = Merged::new(kind, &sources, &NamingRules::default());
        let expected = r#"{"resources":[{"uri":"mcpgw://one/mcpgw%3A%2F%2Ftwo%2Fu%253A1"},{"uri":"u:1"}],"_meta":{"k":1}}"#;
        assert_eq!(page(&merged, &sources, 0, 10), expected);
    }

    #[test]
    fn pages_cover_the_list_exactly() {
        let kind = ListKind::Prompts;
        let items: Vec<_> = (0..5).map(|n| format!(r#"{{"name":"p{n}"}}"#)).collect();
        let listings = [listing(kind, &items.join(",")), listing(kind, "")];
        let aliases = aliases();
        let sources = sources(&aliases, &listings, Prefix::Alias);
        let merged = Merged::new(kind, &sources, &NamingRules::default());
        assert!(page(&merged, &sources, 0, 2).contains(r#""nextCursor":"p3.2""#));
        assert!(page(&merged, &sources, 2, 2).contains(r#""nextCursor":"p3.4""#));
        let last = page(&merged, &sources, 4, 2);
        assert!(last.contains("one__p4") && !last.contains("nextCursor") && !last.contains("one__p3"));
        let long = format!(r#"{{"name":"long","x":"{}"}}"#, "x".repeat(PAGE_BYTES));
        let listings =
            [listing(kind, &format!(r#"{{"name":"a"}},{long},{{"name":"b"}}"#)), listing(kind, "")];
        let sources = [0, 1].map(|child| Source { listing: &listings[child], ..sources[child] });
        let merged = Merged::new(kind, &sources, &NamingRules::default());
        let ends = [0, 1, 2].map(|start| {
            let page = page(&merged, &sources, start, 10);
            page.rsplit_once("nextCursor").map(|(_, cursor)| cursor[3..7].to_owned())
        });
        assert_eq!(ends, [Some("p3.1".to_owned()), Some("p3.2".to_owned()), None]);
        assert_eq!(Cursor::parse("p3.4"), Some(Cursor { state: 3, offset: 4 }));
        assert_eq!(Cursor::parse("p3"), None);
    }
}
