//! A counter as the bytes of its file: how many places there are, and a place for each of those who count. No place crosses a
//! page, so that each is written and read in one piece; or number by number, from the first to the last, where it is memory that they
//! share. What is only announced comes before what was made: a call moves from there to here by counting twice for a moment, and
//! who reads in this order may see it twice, but sees it.

use super::counter::{Counter, Owner, Share};
use super::window::{WINDOWED, Window};
use crate::core::model::ProcessId;

/// What a file begins with.
const MARK: &[u8; 8] = b"mcpgwq3\n";

/// How long the beginning and each place is, bytes.
const PLACE: usize = 128;

/// A place that nobody has.
pub(super) const EMPTY: [u8; PLACE] = [0; PLACE];

/// How long a number is there, bytes.
const NUMBER: usize = size_of::<u64>();

/// How many numbers of a place its owner alone writes, behind the one that others may take away: who it is, and how many calls
/// there were and are.
const OWNER: usize = 4;
const COUNTS: usize = 5;
const OWN: usize = OWNER + COUNTS;

/// Those who count, at most.
pub(super) const MOST: usize = 8_192;

/// How long a file with so many places is.
pub(super) fn length(places: usize) -> usize {
    PLACE * (places.min(MOST) + 1)
}

/// Where the share at `place` stands.
pub(super) fn offset(place: usize) -> u64 {
    length(place) as u64
}

/// The beginning of a file with so many places.
pub(super) fn head(places: usize) -> [u8; PLACE] {
    let mut bytes = [0; PLACE];
    fill(&mut bytes, [u64::from_le_bytes(*MARK), places as u64]);
    bytes
}

/// Where what its owner writes of the share at `place` stands.
pub(super) fn own_offset(place: usize) -> u64 {
    offset(place) + NUMBER as u64
}

/// Where what tells its owner from all others stands.
pub(super) fn nonce_offset(place: usize) -> u64 {
    counts_offset(place) - NUMBER as u64
}

/// Where the counts of the share at `place` stand, the calls that are under way first.
pub(super) fn counts_offset(place: usize) -> u64 {
    own_offset(place) + (OWNER * NUMBER) as u64
}

/// What a call adds to those, in the windows that they are about.
pub(super) fn call(takes_place: bool) -> [i64; COUNTS] {
    [takes_place.into(), 0, 1, 1, 1]
}

/// Where the calls stand that are only announced, which others may take away.
pub(super) fn ahead(place: usize) -> u64 {
    offset(place)
}

/// So many calls as they stand there, and where those do that are under way.
pub(super) fn number(number: u32) -> [u8; NUMBER] {
    u64::from(number).to_le_bytes()
}

/// What its owner writes of a share, as it stands in its place.
pub(super) fn share(share: &Share) -> [u8; OWN * NUMBER] {
    let mut bytes = [0; OWN * NUMBER];
    let (owner_bytes, own) = bytes.split_at_mut(OWNER * NUMBER);
    owner_bytes.copy_from_slice(&owner(share.owner));
    own.copy_from_slice(&counts(share));
    bytes
}

/// Whose it is, as it stands at the beginning of that; the nonce, which nobody else has, last.
pub(super) fn owner(owner: Owner) -> [u8; OWNER * NUMBER] {
    let Owner { process, space, nonce } = owner;
    let mut bytes = [0; OWNER * NUMBER];
    fill(&mut bytes, [process.pid.into(), process.start, space, nonce]);
    bytes
}

/// How many calls there were and are, as it stands there.
pub(super) fn counts(share: &Share) -> [u8; COUNTS * NUMBER] {
    // One number for each, so that nobody reads a part of one and a part of another.
    let [minute, hour, day] = share.windows.map(|window| {
        let number = u32::try_from(window.number).unwrap_or(u32::MAX);
        u64::from(number) << 32 | u64::from(window.calls)
    });
    let mut bytes = [0; COUNTS * NUMBER];
    fill(&mut bytes, [share.under_way.into(), share.at.cast_unsigned(), minute, hour, day]);
    bytes
}

/// Puts numbers one behind the other.
fn fill<const N: usize>(bytes: &mut [u8], numbers: [u64; N]) {
    for (bytes, number) in bytes.chunks_exact_mut(NUMBER).zip(numbers) {
        bytes.copy_from_slice(&number.to_le_bytes());
    }
}

/// Reads what there is of a file into `counter`, in place of what that says; one that is empty, or zeros, has counted nothing. Returns how
/// many places it has, which may be more than were read; nothing: it is none of ours.
pub(super) fn read(bytes: &[u8], counter: &mut Counter) -> Option<usize> {
    counter.shares.clear();
    if bytes.iter().take(MARK.len()).all(|&byte| byte == 0) {
        return Some(0);
    }
    let (head, shares) = bytes.split_at_checked(PLACE)?;
    let mut head = Reader(head.strip_prefix(MARK)?);
    let places = usize::try_from(u64::from_le_bytes(head.take())).ok().filter(|places| *places <= MOST)?;
    counter.shares.extend(shares.chunks_exact(PLACE).take(places).map(read_share));
    Some(places)
}

fn read_share(bytes: &[u8]) -> Share {
    let mut rest = Reader(bytes);
    let ahead = rest.number();
    let process = ProcessId { pid: rest.number(), start: u64::from_le_bytes(rest.take()) };
    let owner =
        Owner { process, space: u64::from_le_bytes(rest.take()), nonce: u64::from_le_bytes(rest.take()) };
    let (under_way, at) = (rest.number(), i64::from_le_bytes(rest.take()));
    let window = |_| {
        let calls = u32::from_le_bytes(rest.take());
        Window { number: u32::from_le_bytes(rest.take()).into(), calls }
    };
    let windows = [0; WINDOWED.len()].map(window);
    Share { owner, at, windows, under_way, ahead }
}

/// Takes numbers from the front; beyond the end there are zeros.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let Some((taken, rest)) = self.0.split_first_chunk() else { return [0; N] };
        self.0 = rest;
        *taken
    }

    fn number(&mut self) -> u32 {
        u32::try_from(u64::from_le_bytes(self.take())).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let owner = Owner { process: ProcessId { pid: 7, start: u64::MAX }, space: 3, nonce: 5 };
        let windows = [0, 2, i64::from(u32::MAX)].map(|number| Window { number, calls: u32::MAX });
        let one = Share { owner, at: -1, windows, under_way: 4, ahead: 6 };
        let place = |one: &Share| {
            let mut bytes = [0; PLACE];
            bytes[..NUMBER].copy_from_slice(&number(one.ahead));
            bytes[NUMBER..][..OWN * NUMBER].copy_from_slice(&share(one));
            bytes
        };
        let file = [head(2), place(&one.left()), place(&one)].concat();
        let mut counter = Counter::default();
        assert_eq!(read(&file, &mut counter), Some(2));
        assert_eq!(counter.shares, [one.left(), one]);
        assert_eq!((offset(1), length(2)), (file.len() as u64 - 128, file.len()));
        let at = |place: u64| &file[usize::try_from(place).expect("small")..];
        assert!(at(counts_offset(1)).starts_with(&counts(&one)) && at(ahead(1)).starts_with(&number(6)));
        assert!(at(own_offset(1)).starts_with(&super::owner(owner)));
        assert!(ahead(1) < counts_offset(1), "who reads both has to read this one first");
        for cut in 1..file.len() {
            let told = read(&file[..cut], &mut counter);
            assert_eq!(
                (told, counter.shares.len()),
                ((cut >= PLACE).then_some(2), (cut / PLACE).saturating_sub(1))
            );
        }
        assert_eq!(read(b"", &mut counter), Some(0));
        assert_eq!(read(&[0; 256], &mut counter), Some(0));
        let longer = [head(1), place(&one), [0; PLACE]].concat();
        assert_eq!((read(&longer, &mut counter), counter.shares.len()), (Some(1), 1));
        assert_eq!(read(&head(MOST + 1), &mut counter), None);
    }
}
