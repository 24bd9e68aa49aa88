//! What the child does when it is told to be a nuisance.

use std::{
    thread,
    time::{Duration, Instant},
};

use super::write_all;

/// How often chatter is written: what is due since the last time, each notification in a write of its own.
const BEAT: Duration = Duration::from_millis(1);

/// Never reads or answers again.
pub(super) fn stick() {
    loop {
        thread::park();
    }
}

/// From here on writes lines that are no messages, as fast as they are taken.
pub(super) fn noise() {
    thread::spawn(|| {
        let lines = "DEBUG worker 7: cache miss for key 0123456789abcdef, fetching\n".repeat(16);
        while write_all(rustix::stdio::stdout(), lines.as_bytes()).is_ok() {}
    });
}

/// From here on writes `rate` log messages a second.
pub(super) fn chatter(rate: usize) {
    const MESSAGE: &[u8] = b"{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"info\",\"data\":\"still at it\"}}\n";
    thread::spawn(move || {
        let began = Instant::now();
        let mut written = 0;
        loop {
            let elapsed = usize::try_from(began.elapsed().as_micros()).unwrap_or(usize::MAX);
            let due = elapsed.saturating_mul(rate) / 1_000_000;
            while written < due {
                if write_all(rustix::stdio::stdout(), MESSAGE).is_err() {
                    return;
                }
                written += 1;
            }
            thread::sleep(BEAT);
        }
    });
}
