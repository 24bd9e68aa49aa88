//! A counter as the bytes of its file: a place for each of those who count, and among them the base, what those counted who have
//! left. No place crosses a page, so that each is written and read in one piece.
//!
//! What somebody counted who has left goes to the base first, which then says whose that was, and only after that from their
//! place: whoever dies in between has counted nothing twice. Readers read the base after the places, so that what is on its way
//! is seen at least once.

use super::counter::{Counter, Owner, Share};
use super::window::{WINDOWED, Window};
use crate::core::model::ProcessId;

/// What a file begins with.
const MARK: &[u8; 8] = b"mcpgwq2\n";

/// How long each place is, bytes.
pub(super) const PLACE: usize = 128;

/// The first page: its mark, the first places, and the base.
pub(super) const PAGE: usize = 4096;
const ON_PAGE: usize = PAGE / PLACE - 2;

/// Where the base stands.
pub(super) const BASE: u64 = (PAGE - PLACE) as u64;

/// Those who count, at most.
pub(super) const MOST: usize = 8_192;

/// The longest file, bytes.
pub(super) const LONGEST: usize = PAGE + PLACE * (MOST - ON_PAGE);

/// Where the share at `place` stands.
pub(super) fn offset(place: usize) -> u64 {
    let before = if place < ON_PAGE { PLACE } else { 2 * PLACE };
    (before + PLACE * place) as u64
}

/// What a file that says nothing begins with.
pub(super) fn beginning() -> [u8; PAGE] {
    let mut bytes = [0; PAGE];
    bytes[..MARK.len()].copy_from_slice(MARK);
    bytes
}

/// The base, when it has taken over what `from` counted.
pub(super) fn base(base: &[Window; WINDOWED.len()], from: &Owner) -> [u8; PLACE] {
    let mut bytes = Writer::new();
    bytes.put_owner(from);
    for window in base {
        bytes.put_window(*window);
    }
    bytes.0
}

/// A share as it stands in its place.
pub(super) fn share(share: &Share) -> [u8; PLACE] {
    let Share { owner, at, windows, under_way } = share;
    let mut bytes = Writer::new();
    bytes.put_owner(owner);
    bytes.put(&u64::from(*under_way).to_le_bytes());
    bytes.put(&at.to_le_bytes());
    for window in windows {
        bytes.put_window(*window);
    }
    bytes.0
}

/// Reads a file into `counter`, in place of what that says; one that is empty has counted nothing. Of a file that is longer than a
/// page, `base` is the base as it was read after the rest. `false`: it is none of ours.
pub(super) fn read(bytes: &[u8], base: Option<&[u8]>, counter: &mut Counter) -> bool {
    counter.shares.clear();
    counter.base = Default::default();
    if bytes.is_empty() {
        return true;
    }
    if bytes.len() < PAGE || !bytes.starts_with(MARK) {
        return false;
    }
    let (page, rest) = bytes.split_at(PAGE);
    let (places, own) = page[PLACE..].split_at(PAGE - 2 * PLACE);
    counter.shares.extend(places.chunks_exact(PLACE).chain(rest.chunks_exact(PLACE)).map(read_share));
    let mut base = Reader(base.unwrap_or(own));
    let taken_over = base.owner();
    counter.base = base.windows();
    for share in counter.shares.iter_mut().filter(|share| share.owner == taken_over) {
        *share = Share::default();
    }
    let used = counter.shares.iter().rposition(|share| !share.is_empty());
    counter.shares.truncate(used.map_or(0, |last| last + 1));
    true
}

fn read_share(bytes: &[u8]) -> Share {
    let mut rest = Reader(bytes);
    let owner = rest.owner();
    let under_way = u32::try_from(u64::from_le_bytes(rest.take())).unwrap_or(u32::MAX);
    let at = i64::from_le_bytes(rest.take());
    Share { owner, at, windows: rest.windows(), under_way }
}

/// Puts numbers one behind the other; there is room for all of a place.
struct Writer([u8; PLACE], usize);

impl Writer {
    fn new() -> Self {
        Self([0; PLACE], 0)
    }

    fn put(&mut self, bytes: &[u8]) {
        self.0[self.1..self.1 + bytes.len()].copy_from_slice(bytes);
        self.1 += bytes.len();
    }

    fn put_owner(&mut self, owner: &Owner) {
        self.put(&u64::from(owner.process.pid).to_le_bytes());
        self.put(&owner.process.start.to_le_bytes());
        self.put(&owner.space.to_le_bytes());
        self.put(&owner.nonce.to_le_bytes());
    }

    fn put_window(&mut self, window: Window) {
        self.put(&window.number.to_le_bytes());
        self.put(&u64::from(window.calls).to_le_bytes());
    }
}

/// Takes numbers from the front; beyond the end there are zeros.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let Some((taken, rest)) = self.0.split_first_chunk() else { return [0; N] };
        self.0 = rest;
        *taken
    }

    fn owner(&mut self) -> Owner {
        let pid = u32::try_from(u64::from_le_bytes(self.take())).unwrap_or(u32::MAX);
        let process = ProcessId { pid, start: u64::from_le_bytes(self.take()) };
        Owner { process, space: u64::from_le_bytes(self.take()), nonce: u64::from_le_bytes(self.take()) }
    }

    fn windows(&mut self) -> [Window; WINDOWED.len()] {
        std::array::from_fn(|_| {
            let number = i64::from_le_bytes(self.take());
            let calls = u32::try_from(u64::from_le_bytes(self.take())).unwrap_or(u32::MAX);
            Window { number, calls }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(nonce: u64) -> Owner {
        Owner { process: ProcessId { pid: 7, start: u64::MAX }, space: 3, nonce }
    }

    #[test]
    fn what_is_written_is_read() {
        let window = |number| Window { number, calls: u32::MAX };
        let one = Share { owner: owner(5), at: -1, windows: [-1, 2, i64::MAX].map(window), under_way: 4 };
        let other = Share { owner: owner(6), ..one };
        let mut file = beginning().to_vec();
        let mut put = |bytes: &[u8], offset: u64| {
            let offset = usize::try_from(offset).expect("a place");
            file.resize(file.len().max(offset + bytes.len()), 0);
            file[offset..offset + bytes.len()].copy_from_slice(bytes);
        };
        // The last place of the page, and the first behind it.
        put(&share(&one), offset(ON_PAGE - 1));
        put(&share(&other), offset(ON_PAGE));
        let windows = [1, 2, 3].map(window);
        put(&base(&windows, &owner(9)), BASE);
        let mut counter = Counter::default();
        assert!(read(&file, None, &mut counter));
        assert_eq!((counter.base, counter.shares.len()), (windows, ON_PAGE + 1));
        assert_eq!(counter.shares[ON_PAGE - 1..], [one, other]);
        // What the base has taken over does not count a second time.
        let taken = base(&windows, &owner(6));
        assert!(read(&file, Some(&taken), &mut counter));
        assert_eq!((counter.shares.len(), counter.shares[ON_PAGE - 1]), (ON_PAGE, one));
        for cut in 1..PAGE {
            assert!(!read(&file[..cut], None, &mut counter));
        }
        assert!(read(b"", None, &mut counter) && counter == Counter::default());
    }
}
