//! What of one server a session may use.

use std::collections::BTreeSet;

use super::{Filter, ListKind};

/// What of one server a session may use: all of it, but for what is withheld.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowance {
    /// Kinds of which nothing may be used.
    barred: [bool; 4],
    /// Single items, by the text that their server knows them by: a name, a URI, a template.
    withheld: [BTreeSet<String>; 4],
    /// Whether the server may not ask the client's model.
    no_sampling: bool,
    /// What each of the tokens lets through that the session has.
    filters: [Vec<Filter>; 4],
}

impl Allowance {
    /// Nothing of this kind may be used.
    pub fn bar(&mut self, kind: ListKind) {
        self.barred[kind.index()] = true;
    }

    /// This item may not be used.
    pub fn withhold(&mut self, kind: ListKind, item: String) {
        self.withheld[kind.index()].insert(item);
    }

    /// The server may not ask the client's model.
    pub fn bar_sampling(&mut self) {
        self.no_sampling = true;
    }

    /// Whether the server may ask the client for this.
    pub fn may_ask(&self, capability: &str) -> bool {
        capability != "sampling" || !self.no_sampling
    }

    /// Of this kind only what `filter` lets through may be used, of what is left.
    pub fn filter(&mut self, kind: ListKind, filter: Filter) {
        if filter.is_shut() {
            self.bar(kind);
        }
        self.filters[kind.index()].push(filter);
    }

    /// Whether something of this kind may be used.
    pub fn offers(&self, kind: ListKind) -> bool {
        !self.barred[kind.index()]
    }

    /// Whether this item may be used, if the server has it. `advertised` is what clients see it as.
    pub fn permits(&self, kind: ListKind, item: &str, advertised: &str) -> bool {
        self.leaves(kind, item) && self.filters(kind).iter().all(|filter| filter.permits(item, advertised))
    }

    /// The same, whatever the tokens say of single items.
    pub fn leaves(&self, kind: ListKind, item: &str) -> bool {
        self.offers(kind) && !self.withheld[kind.index()].contains(item)
    }

    /// What each of the tokens lets through.
    pub fn filters(&self, kind: ListKind) -> &[Filter] {
        &self.filters[kind.index()]
    }

    /// Whether the tokens let only some of this kind through.
    pub fn is_filtered(&self, kind: ListKind) -> bool {
        !self.filters[kind.index()].is_empty()
    }

    /// The single items of a kind that may not be used.
    pub fn withheld(&self, kind: ListKind) -> impl Iterator<Item = &str> {
        self.withheld[kind.index()].iter().map(String::as_str)
    }

    /// Whether of this kind both allow the same.
    pub fn is_alike(&self, other: &Self, kind: ListKind) -> bool {
        let index = kind.index();
        self.barred[index] == other.barred[index]
            && self.withheld[index] == other.withheld[index]
            && self.filters[index] == other.filters[index]
    }

    /// Whether all of this kind may be used.
    pub fn is_whole(&self, kind: ListKind) -> bool {
        self.offers(kind) && self.withheld[kind.index()].is_empty() && !self.is_filtered(kind)
    }

    /// Whether nothing at all may be used.
    pub fn is_nothing(&self) -> bool {
        self.barred == [true; 4]
    }
}
