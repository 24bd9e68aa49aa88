//! One child's list of one kind, as raw items in the pages that brought them.

use std::collections::HashSet;
use std::sync::Arc;

use memchr::memmem;

use super::extras;
use crate::core::model::{ListKind, RawItems};
use crate::core::wire::{Span, elements, find_member, is_readable, unquote};

/// The most pages, items and bytes that one list may have. A child that exceeds one keeps what came before.
const MAX_PAGES: usize = 1_000;
const MAX_ITEMS: usize = 100_000;
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// A complete list: items in the child's order, byte for byte.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    pages: Arc<Vec<Vec<u8>>>,
    items: Vec<Item>,
    left_out: usize,
}

/// Where one item stands.
#[derive(Debug, Clone, Copy)]
struct Item {
    page: u32,
    whole: Span,
    key: Span,
}

/// One item, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ItemRef<'a> {
    /// The page that `whole` and `key` are positions in.
    pub page: &'a [u8],
    /// The item.
    pub whole: Span,
    /// The value of its identifying member: a string token with its quotes.
    pub key: Span,
}

impl<'a> ItemRef<'a> {
    /// The identifying token, with its quotes.
    pub fn key_token(&self) -> &'a [u8] {
        self.key.of(self.page)
    }

    /// The identifying text. A token that is not text (a lone surrogate) stands for itself.
    pub fn key_text(&self) -> String {
        let token = self.key_token();
        unquote(token)
            .map_or_else(|| String::from_utf8_lossy(token).into_owned(), std::borrow::Cow::into_owned)
    }
}

impl Listing {
    /// A list of raw items that were kept from an earlier answer, as one page.
    /// `extras` are the members of the result besides the items, as raw `"key":value` pairs.
    pub fn from_items<'a>(
        kind: ListKind,
        items: impl IntoIterator<Item = &'a [u8]>,
        extras: Option<&[u8]>,
    ) -> Self {
        let mut page = b"{\"result\":{".to_vec();
        if let Some(extras) = extras.filter(|extras| !extras.is_empty()) {
            page.extend_from_slice(extras);
            page.push(b',');
        }
        page.extend_from_slice(format!("\"{}\":[", kind.member()).as_bytes());
        for (place, item) in items.into_iter().enumerate() {
            if place > 0 {
                page.push(b',');
            }
            page.extend_from_slice(item);
        }
        page.extend_from_slice(b"]}}");
        let mut listing = Self::default();
        if let Some(result) = find_member(&page, Span::new(0, page.len()), "result") {
            listing.add(kind, page, result);
        }
        listing
    }

    /// The same list without the items that `keep` refuses by their identifying text.
    #[must_use]
    pub fn filtered(&self, keep: impl Fn(&str) -> bool) -> Self {
        let kept = (0..self.items.len()).filter(|&index| keep(&self.get(index).key_text()));
        Self {
            pages: Arc::clone(&self.pages),
            items: kept.map(|index| self.items[index]).collect(),
            left_out: self.left_out,
        }
    }

    /// The members of the first page's result besides the items and the cursor, as [`Listing::from_items`] takes them.
    pub fn raw_extras(&self, kind: ListKind) -> Option<Box<[u8]>> {
        let (page, result) = self.first_result()?;
        extras::raw_extras(page, result, kind)
    }

    /// The items, which stand in the same memory.
    pub fn raw(&self) -> RawItems {
        let places = self.items.iter().map(|item| (item.page, item.whole.start()..item.whole.end()));
        RawItems::within(Arc::clone(&self.pages), places)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items, in the child's order.
    pub fn iter(&self) -> impl Iterator<Item = ItemRef<'_>> {
        (0..self.items.len()).map(|index| self.get(index))
    }

    /// The item at `index`, which must be less than [`Listing::len`].
    pub fn get(&self, index: usize) -> ItemRef<'_> {
        let item = self.items[index];
        ItemRef { page: &self.pages[item.page as usize], whole: item.whole, key: item.key }
    }

    /// The members of the first page's result besides the items and the cursor, as (key token, value).
    pub fn extras(&self, kind: ListKind) -> Vec<(&[u8], &[u8])> {
        self.first_result().map_or_else(Vec::new, |(page, result)| extras::extras(page, result, kind))
    }

    fn first_result(&self) -> Option<(&[u8], Span)> {
        let page = self.pages.first()?;
        Some((page, find_member(page, Span::new(0, page.len()), "result")?))
    }

    /// Whether these bytes occur anywhere in it.
    pub fn mentions(&self, bytes: &[u8]) -> bool {
        self.pages.iter().any(|page| memmem::find(page, bytes).is_some())
    }

    /// Whether both hold the same bytes in the same order, and say the same besides.
    pub fn same_as(&self, other: &Self, kind: ListKind) -> bool {
        let items = |listing: &Self| listing.items.len();
        items(self) == items(other)
            && self
                .iter()
                .zip(other.iter())
                .all(|(one, two)| one.whole.of(one.page) == two.whole.of(two.page))
            && self.extras(kind) == other.extras(kind)
    }

    /// How many items were left out, since what they were to be listed with could not be read with them.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Adds the items of one page: the frame that answered, and where its `result` is.
    fn add(&mut self, kind: ListKind, mut frame: Vec<u8>, result: Span) {
        let page = u32::try_from(self.pages.len()).unwrap_or(u32::MAX);
        if let Some(items) = find_member(&frame, result, kind.member()) {
            for whole in elements(&frame, items) {
                let key = find_member(&frame, whole, kind.key()).filter(|key| frame[key.start()] == b'"');
                match key {
                    // It goes into one list with those of others.
                    Some(_) if !is_readable(whole.of(&frame)) => self.left_out += 1,
                    Some(key) => self.items.push(Item { page, whole, key }),
                    None => {}
                }
            }
        }
        frame.shrink_to_fit();
        Arc::make_mut(&mut self.pages).push(frame);
    }
}

/// What to do after a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextPage {
    /// Ask for the page at this cursor: a raw string token, which may be the empty string.
    At(Vec<u8>),
    /// The list is complete.
    Complete,
    /// The child repeats a cursor or exceeds a bound: what came so far is the list.
    CutShort,
}

/// Follows a child's pages until there are no more (MCP `server/utilities/pagination`).
#[derive(Debug)]
pub struct PageChain {
    kind: ListKind,
    listing: Listing,
    seen: HashSet<Vec<u8>>,
    bytes: usize,
}

impl PageChain {
    /// Before the first page.
    pub fn new(kind: ListKind) -> Self {
        Self { kind, listing: Listing::default(), seen: HashSet::new(), bytes: 0 }
    }

    /// Takes the frame that answered the last request, and where its `result` is.
    pub fn add(&mut self, frame: Vec<u8>, result: Span) -> NextPage {
        let cursor = find_member(&frame, result, "nextCursor")
            .map(|cursor| cursor.of(&frame).to_vec())
            .filter(|cursor| cursor.first() == Some(&b'"'));
        self.bytes += frame.len();
        self.listing.add(self.kind, frame, result);
        let Some(cursor) = cursor else { return NextPage::Complete };
        let full = self.listing.pages.len() >= MAX_PAGES
            || self.listing.len() >= MAX_ITEMS
            || self.bytes >= MAX_BYTES;
        if full || !self.seen.insert(cursor.clone()) { NextPage::CutShort } else { NextPage::At(cursor) }
    }

    /// What came so far.
    pub fn finish(self) -> Listing {
        self.listing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(chain: &mut PageChain, result: &str) -> NextPage {
        let frame = format!("{{\"id\":1,\"result\":{result}}}").into_bytes();
        let result = find_member(&frame, Span::new(0, frame.len()), "result").expect("result");
        chain.add(frame, result)
    }

    #[test]
    fn pages_are_followed_and_an_empty_cursor_is_one() {
        let mut chain = PageChain::new(ListKind::Tools);
        assert_eq!(
            add(&mut chain, r#"{"tools":[{"name":"a"}],"nextCursor":""}"#),
            NextPage::At(b"\"\"".to_vec())
        );
        assert_eq!(
            add(&mut chain, r#"{"tools":[{"x":1,"name":"b"}],"nextCursor":null}"#),
            NextPage::Complete
        );
        let names: Vec<_> = chain.finish().iter().map(|item| item.key_text()).collect();
        assert_eq!(names, ["a", "b"]);
    }

    #[test]
    fn a_cursor_that_comes_again_ends_the_list() {
        let mut chain = PageChain::new(ListKind::Tools);
        let page = r#"{"tools":[{"name":"a"}],"nextCursor":"x"}"#;
        assert_eq!(add(&mut chain, page), NextPage::At(b"\"x\"".to_vec()));
        assert_eq!(add(&mut chain, page), NextPage::CutShort);
    }

    #[test]
    fn an_endless_list_is_bounded() {
        let mut chain = PageChain::new(ListKind::Prompts);
        let pages = (0..).take_while(|n| {
            add(&mut chain, &format!(r#"{{"prompts":[],"nextCursor":"{n}"}}"#)) != NextPage::CutShort
        });
        assert_eq!(pages.count(), MAX_PAGES - 1);
    }

    #[test]
    fn items_without_a_usable_key_are_left_out() {
        let mut chain = PageChain::new(ListKind::Resources);
        add(&mut chain, r#"{"resources":[{"uri":1},{"name":"x"},7,{"uri":"u:1"}],"_meta":{"a":1}}"#);
        let listing = chain.finish();
        assert_eq!(listing.len(), 1);
        assert_eq!(listing.extras(ListKind::Resources), [(&b"\"_meta\""[..], &br#"{"a":1}"#[..])]);
    }
}
