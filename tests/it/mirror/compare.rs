//! Bytes against bytes, conditions against deadlines.

use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take: a generous bound, so that a hang fails instead of lasting.
pub(super) const DEADLINE: Duration = Duration::from_secs(30);

/// How much of a line is shown around the first difference.
const SHOWN: usize = 120;

/// Fails where two lines differ, showing where that is.
#[track_caller]
pub(super) fn assert_bytes(actual: &[u8], expected: &[u8]) {
    let Some(at) = (0..actual.len().max(expected.len())).find(|&at| actual.get(at) != expected.get(at))
    else {
        return;
    };
    let around = |bytes: &[u8]| {
        let from = at.saturating_sub(SHOWN / 2).min(bytes.len());
        shown(&bytes[from..bytes.len().min(at + SHOWN)])
    };
    panic!(
        "differs at byte {at}\n     got ({} bytes) …{}…\nexpected ({} bytes) …{}…",
        actual.len(),
        around(actual),
        expected.len(),
        around(expected)
    );
}

/// A line for a person; only the beginning of a long one.
pub(super) fn shown(line: &[u8]) -> String {
    let head = &line[..line.len().min(400)];
    head.escape_ascii().to_string()
}

/// Waits until `condition` holds.
#[track_caller]
pub(super) fn eventually(mut condition: impl FnMut() -> bool, otherwise: impl Fn() -> String) {
    let deadline = Instant::now() + DEADLINE;
    while !condition() {
        assert!(Instant::now() < deadline, "{}", otherwise());
        thread::park_timeout(Duration::from_millis(2));
    }
}
