//! Counts the calls of this process.

use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::counter::{Counter, Full};
use super::record;
use crate::core::clock::Clock;
use crate::core::model::{Bound, Bounds, Counted, ProcessId, Unmade};
use crate::core::platform::{SharedFile, files, is_running, this_process};

/// How long another process may keep the counts to itself. It does so for some microseconds, unless it is stopped, or gets no turn
/// on a busy machine.
const PATIENCE: Duration = Duration::from_millis(250);

/// Who was not patient enough is not patient at all for so long: calls come one after the other.
const IMPATIENCE: Duration = Duration::from_secs(1);

/// As much of a file as is read at once; that of many processes is read in two.
const READ: usize = 4096;

/// Where a call takes the place of another. Whoever gets some gives them back.
#[must_use = "places are given back"]
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Slots(Vec<Counted>);

impl Slots {
    /// Whether there is nothing to give back.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Counts the calls of this process with those of all others.
#[derive(Debug)]
pub struct Counters {
    dir: PathBuf,
    clock: Clock,
    process: ProcessId,
    files: Vec<(Counted, SharedFile)>,
    /// What could not be given back yet.
    owed: Vec<(Counted, u32)>,
    impatient_until: Option<Instant>,
    bytes: Vec<u8>,
}

impl Counters {
    /// For files in `dir`, which need not exist.
    pub fn new(dir: PathBuf, clock: Clock) -> Self {
        Self {
            dir,
            clock,
            process: this_process(),
            files: Vec::new(),
            owed: Vec::new(),
            impatient_until: None,
            bytes: Vec::new(),
        }
    }

    /// Counts one call under all of `bounds`, or under none. Blocks for [`PATIENCE`] at most.
    pub fn take(&mut self, bounds: &Bounds) -> Result<Slots, Unmade> {
        let mut held = Vec::with_capacity(bounds.as_slice().len());
        let taken = self.take_held(bounds, &mut held);
        for (place, _) in held {
            self.files[place].1.release();
        }
        taken
    }

    fn take_held(&mut self, bounds: &Bounds, held: &mut Vec<(usize, Counter)>) -> Result<Slots, Unmade> {
        for bound in bounds.as_slice() {
            let failed = |error: io::Error| unmade(bound, &error);
            let place = self.hold(bound.counted).map_err(failed)?;
            let counter = self.read(place);
            held.push((place, Counter::default()));
            if let Some((_, read)) = held.last_mut() {
                *read = counter.map_err(failed)?;
            }
        }
        // Only now: it may have taken a while.
        let now = self.clock.now();
        for (bound, (_, counter)) in bounds.as_slice().iter().zip(held.iter_mut()) {
            counter.turn(now);
            let runs = |process| process == self.process || is_running(process);
            if let Some(full) = counter.full(&bound.limits, now, runs) {
                return Err(over(bound, full));
            }
        }
        let mut slots = Slots::default();
        for (bound, (place, counter)) in bounds.as_slice().iter().zip(held.iter_mut()) {
            let holder = bound.limits.concurrency.map(|_| self.process);
            counter.add(holder);
            if let Err(error) = self.write(*place, counter) {
                self.take_back(bounds, bound.counted, held);
                return Err(unmade(bound, &error));
            }
            slots.0.extend(holder.map(|_| bound.counted));
        }
        Ok(slots)
    }

    /// Takes one call back from all that were written before `failed`.
    fn take_back(&mut self, bounds: &Bounds, failed: Counted, held: &mut [(usize, Counter)]) {
        let written = bounds.as_slice().iter().take_while(|bound| bound.counted != failed);
        for (bound, (place, counter)) in written.zip(held) {
            counter.take_back(bound.limits.concurrency.map(|_| self.process));
            // Where this fails as well, a call counts that was not made: never too many are made.
            let _ = self.write(*place, counter);
        }
    }

    /// A call is over. What can't be given back now is tried again by [`Counters::settle`], and by the next one that is over.
    pub fn give_back(&mut self, slots: Slots) {
        for counted in slots.0 {
            match self.owed.iter_mut().find(|(owed, _)| *owed == counted) {
                Some((_, calls)) => *calls += 1,
                None => self.owed.push((counted, 1)),
            }
        }
        self.settle();
    }

    /// Whether everything was given back.
    pub fn is_settled(&self) -> bool {
        self.owed.is_empty()
    }

    /// Gives back what could not be given back before. `false`: it still can't.
    pub fn settle(&mut self) -> bool {
        let mut owed = std::mem::take(&mut self.owed);
        owed.retain(|(counted, calls)| self.try_give_back(*counted, *calls).is_err());
        self.owed = owed;
        self.owed.is_empty()
    }

    fn try_give_back(&mut self, counted: Counted, calls: u32) -> io::Result<()> {
        let place = self.hold(counted)?;
        let done = self.read(place).and_then(|mut counter| {
            counter.give_back(self.process, calls);
            self.write(place, &counter)
        });
        self.files[place].1.release();
        done
    }

    /// Keeps all other processes from the file of `counted`, and says which one that is.
    fn hold(&mut self, counted: Counted) -> io::Result<usize> {
        let known = self.files.iter().position(|(known, _)| *known == counted);
        let place = known.unwrap_or(self.files.len());
        if known.is_none() {
            files::create_private_dir(&self.dir)?;
            let file = SharedFile::open(super::used::file_of(&self.dir, counted))?;
            self.files.push((counted, file));
        }
        let impatient = self.impatient_until.is_some_and(|until| Instant::now() < until);
        let patience = if impatient { Duration::ZERO } else { PATIENCE };
        let mut held = self.files[place].1.hold(patience);
        if matches!(&held, Err(error) if error.kind() == io::ErrorKind::NotFound) {
            // The directory was removed with all that was counted.
            files::create_private_dir(&self.dir)?;
            held = self.files[place].1.hold(patience);
        }
        match &held {
            Ok(()) => self.impatient_until = None,
            Err(error) if error.kind() == io::ErrorKind::TimedOut && !impatient => {
                self.impatient_until = Some(Instant::now() + IMPATIENCE);
            }
            Err(_) => {}
        }
        held.map(|()| place)
    }

    fn read(&mut self, place: usize) -> io::Result<Counter> {
        read_counter(&self.files[place].1, &mut self.bytes)
    }

    fn write(&mut self, place: usize, counter: &Counter) -> io::Result<()> {
        record::write(counter, &mut self.bytes);
        self.files[place].1.write(&self.bytes)
    }
}

/// Reads a file that is held; what can't be read has counted nothing: only its owner writes there, and a machine that went down.
pub(super) fn read_counter(file: &SharedFile, bytes: &mut Vec<u8>) -> io::Result<Counter> {
    bytes.resize(READ, 0);
    let mut length = file.read(bytes)?;
    if length == READ {
        bytes.resize(record::LONGEST, 0);
        length = file.read(bytes)?;
    }
    Ok(record::read(&bytes[..length]).unwrap_or_else(|| {
        tracing::warn!("a file of counted calls can't be read: counting begins anew");
        Counter::default()
    }))
}

fn over(bound: &Bound, full: Full) -> Unmade {
    let Full { limit, most, retry_after } = full;
    Unmade::Over { counted: bound.counted, name: bound.name.clone(), limit, most, retry_after }
}

fn unmade(bound: &Bound, error: &io::Error) -> Unmade {
    let name = bound.name.clone();
    match error.kind() {
        io::ErrorKind::TimedOut => Unmade::Busy { name },
        _ => Unmade::Uncounted { name, reason: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::guard::{sweep, used};
    use crate::core::model::{CallLimit, CallLimits, TeamId, TokenId, UserId};
    use jiff::{Timestamp, ToSpan as _};

    const TOKEN: fn(u64) -> Counted = |number| Counted::Token(TokenId::new(number, [0; 10]));
    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn bound(counted: Counted, limits: CallLimits) -> Bound {
        Bound { counted, name: "n".to_owned(), limits }
    }

    fn per_minute(most: u32) -> CallLimits {
        CallLimits { per_minute: Some(most), ..CallLimits::default() }
    }

    fn at_once(most: u32) -> CallLimits {
        CallLimits { concurrency: Some(most), ..CallLimits::default() }
    }

    /// A process's view of the counts in `dir`, at `seconds`.
    fn counters(dir: &tempfile::TempDir, seconds: i64) -> Counters {
        Counters::new(dir.path().join("quota"), Clock::Fixed(NOW + seconds.seconds()))
    }

    fn calls(dir: &tempfile::TempDir, counted: Counted, limit: CallLimit) -> u32 {
        used(&dir.path().join("quota"), counted, NOW).expect("counts").calls(limit)
    }

    fn refused(taken: Result<Slots, Unmade>) -> (Counted, CallLimit, Option<u32>) {
        match taken.expect_err("no room") {
            Unmade::Over { counted, limit, retry_after, .. } => (counted, limit, retry_after),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_call_that_one_bound_refuses_counts_under_none() {
        let dir = tempfile::tempdir().expect("a directory");
        let (team, user) = (Counted::Team(TeamId::new(1, [0; 10])), Counted::User(UserId::new(1, [0; 10])));
        let mut counters = counters(&dir, 0);
        let bounds = Bounds::new([
            bound(team, per_minute(5)),
            bound(user, at_once(5)),
            bound(TOKEN(1), per_minute(2)),
        ]);
        let slots = [counters.take(&bounds).expect("room"), counters.take(&bounds).expect("room")];
        for _ in 0..3 {
            assert_eq!(refused(counters.take(&bounds)), (TOKEN(1), CallLimit::PerMinute, Some(60)));
        }
        assert_eq!(calls(&dir, team, CallLimit::PerMinute), 2);
        assert_eq!(calls(&dir, user, CallLimit::Concurrency), 2);
        for slots in slots {
            counters.give_back(slots);
        }
        assert!(counters.is_settled());
        assert_eq!(calls(&dir, user, CallLimit::Concurrency), 0);
        assert_eq!(calls(&dir, TOKEN(1), CallLimit::PerMinute), 2);
    }

    #[test]
    fn a_window_that_is_over_gives_room_again_and_a_clock_that_goes_back_a_little_does_not() {
        let dir = tempfile::tempdir().expect("a directory");
        let bounds = Bounds::new([bound(TOKEN(1), per_minute(1))]);
        let take = |seconds| counters(&dir, seconds).take(&bounds);
        assert!(take(59).is_ok());
        assert_eq!(refused(take(59)).2, Some(1));
        assert!(take(60).is_ok());
        assert_eq!(refused(take(59)).2, Some(61), "the minute that counts is the later one");
        assert_eq!(refused(take(61)).2, Some(59));
        assert!(take(600).is_ok());
        assert!(take(0).is_ok(), "a clock that was put right is believed");
    }

    #[test]
    fn places_of_a_process_that_is_gone_are_free_and_those_of_others_are_not() {
        let dir = tempfile::tempdir().expect("a directory");
        let bounds = Bounds::new([bound(TOKEN(1), at_once(2))]);
        let (mut this, mut gone) = (counters(&dir, 0), counters(&dir, 0));
        gone.process = ProcessId { pid: u32::MAX, start: 1 };
        let _ = gone.take(&bounds).expect("room");
        let slots = this.take(&bounds).expect("room");
        let more = this.take(&bounds).expect("the place of who is gone");
        assert_eq!(refused(this.take(&bounds)), (TOKEN(1), CallLimit::Concurrency, Some(1)));
        this.give_back(slots);
        this.give_back(more);
        assert!(this.take(&bounds).is_ok());
    }

    #[test]
    fn counts_that_another_process_keeps_to_itself_stop_nobody_for_long() {
        let dir = tempfile::tempdir().expect("a directory");
        let bounds = Bounds::new([bound(TOKEN(1), at_once(1))]);
        let (mut first, mut second) = (counters(&dir, 0), counters(&dir, 0));
        let slots = first.take(&bounds).expect("room");
        let place = second.hold(TOKEN(1)).expect("free");
        assert!(matches!(first.take(&bounds), Err(Unmade::Busy { .. })));
        first.give_back(slots);
        assert!(!first.is_settled(), "it is remembered");
        second.files[place].1.release();
        assert!(first.settle());
        assert!(second.take(&bounds).is_ok());
    }

    #[test]
    fn files_that_say_nothing_any_more_are_swept_and_counting_goes_on() {
        let dir = tempfile::tempdir().expect("a directory");
        let quota = dir.path().join("quota");
        let bounds = Bounds::new([bound(TOKEN(1), per_minute(1)), bound(TOKEN(2), at_once(1))]);
        let mut counters = counters(&dir, 0);
        let slots = counters.take(&bounds).expect("room");
        let files = || {
            let all = std::fs::read_dir(&quota).expect("a directory").flatten();
            all.map(|entry| std::fs::File::open(entry.path()).expect("a file")).collect::<Vec<_>>()
        };
        let swept = |now| {
            let long_ago = std::time::SystemTime::now() - Duration::from_hours(50);
            for file in files() {
                file.set_modified(long_ago).expect("its time");
            }
            sweep(&quota, now);
            files().len()
        };
        sweep(&quota, NOW + 48.hours());
        assert_eq!(files().len(), 2, "somebody has just written there");
        assert_eq!(swept(NOW), 2);
        assert_eq!(swept(NOW + 48.hours()), 1, "a call is under way");
        counters.give_back(slots);
        assert_eq!(swept(NOW + 48.hours()), 0);
        assert!(counters.take(&bounds).is_ok());
        assert_eq!(refused(super::Counters::new(quota.clone(), Clock::Fixed(NOW)).take(&bounds)).0, TOKEN(1));
        // All of it may be removed at any time.
        std::fs::remove_dir_all(&quota).expect("removed");
        counters.owed.clear();
        assert!(counters.take(&bounds).is_ok());
    }
}
