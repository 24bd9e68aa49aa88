//! A counter as the bytes of its file: how many places there are, and a place for each of those who count. No place crosses a
//! page, so that each is written and read in one piece; or number by number, where it is memory that they share. Who reads meanwhile
//! sees some numbers as they were before: whoever writes them looks after that.

use super::counter::{Counter, Owner, Share};
use super::window::{WINDOWED, Window};
use crate::core::model::ProcessId;

/// What a file begins with.
const MARK: &[u8; 8] = b"mcpgwq2\n";

/// How long the beginning and each place is, bytes.
const PLACE: usize = 128;

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
    bytes_of([u64::from_le_bytes(*MARK), places as u64])
}

/// A share as it stands in its place.
pub(super) fn share(share: &Share) -> [u8; PLACE] {
    let Share { owner: Owner { process, space, nonce }, at, windows, under_way, ahead } = share;
    // One number for each, so that nobody reads a part of one and a part of another.
    let [minute, hour, day] = windows.map(|window| {
        let number = u32::try_from(window.number).unwrap_or(u32::MAX);
        u64::from(number) << 32 | u64::from(window.calls)
    });
    bytes_of([
        process.pid.into(),
        process.start,
        *space,
        *nonce,
        u64::from(*under_way),
        at.cast_unsigned(),
        minute,
        hour,
        day,
        u64::from(*ahead),
    ])
}

/// Numbers one behind the other, and zeros.
fn bytes_of<const N: usize>(numbers: [u64; N]) -> [u8; PLACE] {
    let mut bytes = [0; PLACE];
    for (bytes, number) in bytes.chunks_exact_mut(size_of::<u64>()).zip(numbers) {
        bytes.copy_from_slice(&number.to_le_bytes());
    }
    bytes
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
    let process = ProcessId { pid: rest.number(), start: u64::from_le_bytes(rest.take()) };
    let owner =
        Owner { process, space: u64::from_le_bytes(rest.take()), nonce: u64::from_le_bytes(rest.take()) };
    let (under_way, at) = (rest.number(), i64::from_le_bytes(rest.take()));
    let window = |_| {
        let calls = u32::from_le_bytes(rest.take());
        Window { number: u32::from_le_bytes(rest.take()).into(), calls }
    };
    let windows = [0; WINDOWED.len()].map(window);
    Share { owner, at, windows, under_way, ahead: rest.number() }
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
        let file = [head(2), share(&one.left()), share(&one)].concat();
        let mut counter = Counter::default();
        assert_eq!(read(&file, &mut counter), Some(2));
        assert_eq!(counter.shares, [one.left(), one]);
        assert_eq!((offset(1), length(2)), (file.len() as u64 - 128, file.len()));
        for cut in 1..file.len() {
            let told = read(&file[..cut], &mut counter);
            assert_eq!(
                (told, counter.shares.len()),
                ((cut >= PLACE).then_some(2), (cut / PLACE).saturating_sub(1))
            );
        }
        assert_eq!(read(b"", &mut counter), Some(0));
        assert_eq!(read(&[0; 256], &mut counter), Some(0));
        let longer = [head(1), share(&one), [0; PLACE]].concat();
        assert_eq!((read(&longer, &mut counter), counter.shares.len()), (Some(1), 1));
        assert_eq!(read(&head(MOST + 1), &mut counter), None);
    }
}
