//! A counter as the bytes of its file.

use super::counter::{Counter, Holder};
use super::window::Window;
use crate::core::model::ProcessId;

/// What a file begins with.
const MARK: &[u8; 8] = b"mcpgwq1\n";

/// A file that tells of so many processes at most is written in one piece of memory, which no signal cuts in two.
const HEAD: usize = 8 + 3 * 12 + 4;
const HOLDER: usize = 16;

/// The longest file, bytes.
pub(super) const LONGEST: usize = HEAD + HOLDER * 65_536;

/// Writes `counter` to `into`, in place of what it holds.
pub(super) fn write(counter: &Counter, into: &mut Vec<u8>) {
    into.clear();
    into.extend_from_slice(MARK);
    for window in counter.windows {
        into.extend_from_slice(&window.number.to_le_bytes());
        into.extend_from_slice(&window.calls.to_le_bytes());
    }
    into.extend_from_slice(&u32::try_from(counter.holders.len()).unwrap_or(u32::MAX).to_le_bytes());
    for holder in &counter.holders {
        into.extend_from_slice(&holder.process.pid.to_le_bytes());
        into.extend_from_slice(&holder.calls.to_le_bytes());
        into.extend_from_slice(&holder.process.start.to_le_bytes());
    }
}

/// Reads what [`write`] wrote; of an empty file a counter that has counted nothing. Nothing: it is none.
pub(super) fn read(bytes: &[u8]) -> Option<Counter> {
    if bytes.is_empty() {
        return Some(Counter::default());
    }
    let mut rest = bytes.strip_prefix(MARK)?;
    let mut counter = Counter::default();
    for window in &mut counter.windows {
        let number = i64::from_le_bytes(*take(&mut rest)?);
        *window = Window { number, calls: u32::from_le_bytes(*take(&mut rest)?) };
    }
    let holders = u32::from_le_bytes(*take(&mut rest)?);
    for _ in 0..holders {
        let pid = u32::from_le_bytes(*take(&mut rest)?);
        let calls = u32::from_le_bytes(*take(&mut rest)?);
        let start = u64::from_le_bytes(*take(&mut rest)?);
        counter.holders.push(Holder { process: ProcessId { pid, start }, calls });
    }
    Some(counter)
}

fn take<'a, const N: usize>(rest: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (taken, left) = rest.split_first_chunk()?;
    *rest = left;
    Some(taken)
}
