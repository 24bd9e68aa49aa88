//! How much noise of a child is read: a server that writes lines that are no messages as fast as they are taken would have
//! the time of all others.

use std::time::{Duration, Instant};

/// What may come at once: a server that says much when it starts is not slowed.
const BURST: usize = 1024 * 1024;
/// What is read in a second after that.
const RATE: usize = 256 * 1024;
/// How long it rests at least: short rests are many.
const REST: Duration = Duration::from_millis(250);
/// The most that one read brings of a server that has written noise lately: others get their turn in between.
const PIECE: usize = 8 * 1024;
/// What a line costs besides its bytes: it is looked at, and goes to a log.
const LINE: usize = 64;

/// A bucket of tokens, of which each byte of noise takes one.
#[derive(Debug, Default)]
pub(super) struct Noise {
    owed: usize,
    paid: Option<Instant>,
}

impl Noise {
    /// A line that is no message came.
    pub(super) fn heard(&mut self, length: usize) {
        self.owed = self.owed.saturating_add(length + LINE);
    }

    /// How much is to be read at once of `room` bytes.
    pub(super) fn piece(&self, room: usize) -> usize {
        if self.owed > 0 { room.min(PIECE) } else { room }
    }

    /// How long nothing is to be read.
    pub(super) fn pause(&mut self, now: Instant) -> Option<Duration> {
        if self.owed == 0 {
            self.paid = Some(now);
            return None;
        }
        let since = now.saturating_duration_since(self.paid.unwrap_or(now));
        let paid = usize::try_from(since.as_micros()).unwrap_or(usize::MAX).saturating_mul(RATE) / 1_000_000;
        if paid > 0 || self.paid.is_none() {
            self.owed = self.owed.saturating_sub(paid);
            self.paid = Some(now);
        }
        let over = u32::try_from(self.owed.checked_sub(BURST)?).unwrap_or(u32::MAX);
        (over > 0).then(|| REST.max(Duration::from_secs(1) * over / u32::try_from(RATE).unwrap_or(u32::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_only_greets_never_waits() {
        let (mut noise, now) = (Noise::default(), Instant::now());
        for _ in 0..1000 {
            noise.heard(80);
            assert_eq!(noise.pause(now), None);
        }
    }

    #[test]
    fn a_flood_is_read_at_the_rate() {
        let (mut noise, start) = (Noise::default(), Instant::now());
        let (mut now, mut read) = (start, 0);
        while now < start + Duration::from_secs(10) {
            for _ in 0..1000 {
                noise.heard(64);
                read += 64 + LINE;
            }
            now += noise.pause(now).unwrap_or(Duration::from_micros(1));
        }
        let expected = BURST + 10 * RATE;
        assert!(read.abs_diff(expected) < expected / 10, "{read} of {expected}");
    }

    #[test]
    fn silence_pays_for_a_burst() {
        let (mut noise, now) = (Noise::default(), Instant::now());
        noise.heard(2 * BURST);
        assert!(noise.pause(now).is_some_and(|pause| pause > Duration::from_millis(3900)));
        assert!(noise.piece(1 << 20) < 1 << 20);
        assert_eq!(noise.pause(now + Duration::from_secs(9)), None);
        assert_eq!(noise.piece(1 << 20), 1 << 20);
        noise.heard(BURST / 2);
        assert_eq!(noise.pause(now + Duration::from_secs(9)), None);
    }
}
