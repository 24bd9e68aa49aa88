//! Raw JSON values, as a server sent them.

use std::fmt;
use std::sync::Arc;

/// Values in order. Thousands of them stand in a few pieces of memory, which clones share.
#[derive(Clone, Default)]
pub struct RawItems {
    pages: Arc<Vec<Vec<u8>>>,
    places: Vec<Place>,
}

/// Where one value stands: `start..end` of a page. No page is 4 GiB long.
#[derive(Clone, Copy)]
struct Place {
    page: u32,
    start: u32,
    end: u32,
}

impl RawItems {
    /// The values that stand at `places` of `pages`: which page, from where, to where.
    pub fn within(
        pages: Arc<Vec<Vec<u8>>>,
        places: impl IntoIterator<Item = (u32, std::ops::Range<usize>)>,
    ) -> Self {
        let place = |(page, range): (u32, std::ops::Range<usize>)| Place {
            page,
            start: small(range.start),
            end: small(range.end),
        };
        Self { pages, places: places.into_iter().map(place).collect() }
    }

    /// Adds a value.
    pub fn push(&mut self, item: &[u8]) {
        let pages = Arc::make_mut(&mut self.pages);
        let place = pages.len().saturating_sub(1);
        if pages.is_empty() {
            pages.push(Vec::new());
        }
        let page = &mut pages[place];
        let start = small(page.len());
        page.extend_from_slice(item);
        self.places.push(Place { page: small(place), start, end: small(page.len()) });
    }

    /// Leaves out the values of which `keep` says no.
    pub fn retain(&mut self, keep: impl Fn(&[u8]) -> bool) {
        let pages = &self.pages;
        self.places.retain(|place| keep(place.of(pages)));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The values.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.places.iter().map(|place| place.of(&self.pages))
    }
}

impl Place {
    fn of(self, pages: &[Vec<u8>]) -> &[u8] {
        &pages[self.page as usize][self.start as usize..self.end as usize]
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl fmt::Debug for RawItems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} items", self.len())
    }
}

impl PartialEq for RawItems {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for RawItems {}

impl<'a> FromIterator<&'a [u8]> for RawItems {
    fn from_iter<I: IntoIterator<Item = &'a [u8]>>(items: I) -> Self {
        let mut all = Self::default();
        items.into_iter().for_each(|item| all.push(item));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_pages_is_what_was_pushed() {
        let pages = Arc::new(vec![b"[1,{}]".to_vec(), b"\xff\"x\"".to_vec()]);
        let mut of_pages = RawItems::within(pages, [(0, 1..2), (0, 3..5), (1, 0..1), (1, 1..4)]);
        let mut pushed: RawItems = [&b"1"[..], b"{}", b"\xff", b"\"x\""].into_iter().collect();
        assert!(of_pages == pushed && pushed.len() == 4);
        of_pages.retain(|item| item != b"{}");
        assert!(of_pages != pushed);
        assert_eq!(of_pages.iter().collect::<Vec<_>>(), [&b"1"[..], b"\xff", b"\"x\""]);
        pushed.retain(|_| false);
        assert!(pushed.is_empty() && pushed == RawItems::default());
    }
}
