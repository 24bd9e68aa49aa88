//! The file of one token, user or team, and the place that one of those who count has in it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::SignedDuration;

use super::counter::{Counter, Full, Owner, Share};
use super::record;
use super::window::Moment;
use crate::core::model::{CallLimits, Counted};
use crate::core::platform::{SharedFile, files, is_running};

/// How long a file is believed to be the one of that name: somebody may remove it, or put another there.
const FRESH: SignedDuration = SignedDuration::from_millis(250);

/// Who has not counted for so long looks first whose its place is: others may hold it to be gone after a day.
const QUIET: i64 = 12 * 60 * 60 * 1000;

/// Where somebody counts.
#[derive(Debug)]
pub(super) struct Book {
    pub counted: Counted,
    /// Until then nobody waits for the file: it was in vain a moment ago.
    pub impatient_until: Option<Instant>,
    path: PathBuf,
    file: Option<SharedFile>,
    /// When it was looked whether it is still the file.
    looked: Option<Moment>,
    /// Which place in it is ours, once there is one.
    place: Option<usize>,
    /// What we have counted, as it stands there, and as it did before the call that is being made.
    share: Share,
    before: Share,
    /// It doesn't stand there yet.
    dirty: bool,
    /// Of what stands there, what was not made yet.
    ahead: Ahead,
    /// What all have counted, as it was read last.
    seen: Counter,
    bytes: Vec<u8>,
}

/// Calls that were announced before they are made, so that not each has to be.
#[derive(Debug, Default)]
struct Ahead {
    calls: u32,
    take_places: bool,
}

impl Book {
    pub(super) fn new(dir: &Path, counted: Counted, owner: Owner) -> Self {
        let share = Share::of(owner);
        Self {
            counted,
            impatient_until: None,
            path: super::used::file_of(dir, counted),
            file: None,
            looked: None,
            place: None,
            share,
            before: share,
            dirty: false,
            ahead: Ahead::default(),
            seen: Counter::default(),
            bytes: Vec::new(),
        }
    }

    /// Whether a call may be made without more ado, as far as is known: a place is ours, and there was room for more.
    pub(super) fn has_room(&mut self, limits: &CallLimits, now: Moment) -> bool {
        let is_quiet = now.now.as_millisecond().abs_diff(self.share.at) > QUIET.unsigned_abs();
        self.place.is_some() && !is_quiet && self.is_fresh(now) && self.seen.full(limits, now, 1).is_none()
    }

    fn is_fresh(&mut self, now: Moment) -> bool {
        if self.looked.is_some_and(|looked| looked.is_within(FRESH, now)) {
            return true;
        }
        let is_fresh = self.file.as_ref().is_some_and(|file| file.has_its_name().unwrap_or(false));
        self.looked = is_fresh.then_some(now);
        is_fresh
    }

    /// Makes one of the calls that were announced ahead.
    pub(super) fn use_ahead(&mut self) {
        self.ahead.calls = self.ahead.calls.saturating_sub(1);
    }

    /// Writes that so many more calls are made: the first one now, the others at once or, at [`Book::settle`], not at all.
    pub(super) fn announce(&mut self, calls: u32, limits: &CallLimits, now: Moment) -> io::Result<()> {
        self.drop_ahead();
        let numbers = self.seen.numbers(now);
        let share = self.share.with_calls(calls, numbers, limits.concurrency.is_some(), now);
        let share = Share { ahead: calls - 1, ..share };
        self.write(&share)?;
        self.before = std::mem::replace(&mut self.share, share);
        self.dirty = false;
        self.ahead = Ahead { calls: calls - 1, take_places: limits.concurrency.is_some() };
        Ok(())
    }

    /// Whether all calls are within `limits`, with those that were announced.
    pub(super) fn is_within(&mut self, limits: &CallLimits, now: Moment) -> bool {
        let numbers = self.share.windows.map(|window| window.number);
        self.read().is_ok()
            && self.is_there()
            && self.seen.numbers(now) == numbers
            && self.seen.full(limits, now, 0).is_none()
    }

    /// Whether our place is still ours.
    fn is_there(&self) -> bool {
        let there = self.place.and_then(|place| self.seen.shares.get(place));
        there.is_some_and(|share| share.owner == self.share.owner)
    }

    /// Takes back what was announced.
    pub(super) fn take_back(&mut self) {
        let before = self.before;
        self.share = before;
        self.ahead.calls = 0;
        // Where this fails, a call counts that was not made: never too many are made.
        self.dirty = self.write(&before).is_err();
    }

    /// What was announced ahead and is not made is not announced any more, as soon as that is written.
    fn drop_ahead(&mut self) {
        let calls = std::mem::take(&mut self.ahead.calls);
        if calls > 0 {
            self.share = self.share.without_calls(calls, self.ahead.take_places);
            self.dirty = true;
        }
        if std::mem::take(&mut self.share.ahead) > 0 {
            self.dirty = true;
        }
    }

    /// A call that is under way takes a place.
    pub(super) fn occupy(&mut self, now: Moment) {
        self.share.under_way = self.share.under_way.saturating_add(1);
        self.share.at = now.now.as_millisecond();
        self.dirty = true;
    }

    /// A call that took a place is over.
    pub(super) fn give_back(&mut self) {
        self.share.under_way = self.share.under_way.saturating_sub(1);
        self.dirty = true;
    }

    /// Writes what has been given back, and what was announced ahead. `false`: that failed.
    pub(super) fn settle(&mut self) -> bool {
        self.drop_ahead();
        if self.dirty && self.place.is_some() {
            let share = self.share;
            self.dirty = self.write(&share).is_err();
        }
        !self.dirty
    }

    /// Keeps others from looking alone, if nobody does: [`ErrorKind::WouldBlock`]. The file is the one of that name then.
    pub(super) fn hold(&mut self) -> io::Result<()> {
        self.hold_any()?;
        if self.read().is_err_and(|error| error.kind() == ErrorKind::InvalidData) {
            tracing::warn!("a file of counted calls can't be read: counting begins anew");
            // In another file, so that all see that this one is not it any more.
            self.file.as_ref().map_or(Ok(()), SharedFile::remove)?;
            self.release();
            self.hold_any()?;
        }
        Ok(())
    }

    /// The same of a file that may be none of ours.
    fn hold_any(&mut self) -> io::Result<()> {
        if self.file.is_none() {
            if let Some(dir) = self.path.parent() {
                files::create_private_dir(dir)?;
            }
            self.file = Some(SharedFile::open(self.path.clone())?);
            self.forget_place();
        }
        let held = self.file.as_mut().map_or(Ok(false), SharedFile::try_hold);
        match held {
            Ok(is_other) => {
                if is_other {
                    self.forget_place();
                }
                self.impatient_until = None;
                Ok(())
            }
            // The directory was removed with all that was counted.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                self.file = None;
                self.forget_place();
                Err(ErrorKind::WouldBlock.into())
            }
            Err(error) => Err(error),
        }
    }

    fn forget_place(&mut self) {
        self.place = None;
        self.seen = Counter::default();
    }

    /// Does not believe any more that the file is the one of that name.
    #[cfg(test)]
    pub(super) fn look_again(&mut self) {
        self.looked = None;
    }

    pub(super) fn release(&self) {
        self.file.iter().for_each(SharedFile::release);
    }

    /// Sees to it that we have a place in the file that is held.
    pub(super) fn enter(&mut self, now: Moment) -> io::Result<()> {
        self.looked = Some(now);
        self.read()?;
        if self.is_there() {
            return Ok(());
        }
        self.forget_gone(now)?;
        let place = self.seen.shares.iter().position(Share::is_left).unwrap_or(self.seen.shares.len());
        if place >= record::MOST {
            return Err(io::Error::other("too many count at the same time"));
        }
        if place == self.seen.shares.len() {
            self.put(&record::head(place + 1), 0)?;
            self.seen.shares.push(Share::default());
        }
        // With what those had counted who have left the place, and what is under way here.
        let Share { owner, under_way, .. } = self.share;
        self.share = Share { owner, under_way, at: now.now.as_millisecond(), ..self.seen.shares[place] };
        let share = self.share;
        self.place = Some(place);
        self.write(&share)?;
        self.dirty = false;
        Ok(())
    }

    /// Whether `limits` leave no room for another call, in the file that is held; those who have left take none.
    pub(super) fn full_alone(&mut self, limits: &CallLimits, now: Moment) -> io::Result<Option<Full>> {
        self.read()?;
        if self.seen.full(limits, now, 1).is_some() {
            self.forget_gone(now)?;
        }
        Ok(self.seen.full(limits, now, 1))
    }

    /// Whether there would be room if nobody made the calls that are only announced.
    pub(super) fn may_become_free(&self, limits: &CallLimits, now: Moment) -> bool {
        self.seen.without_ahead().full(limits, now, 1).is_none()
    }

    /// Leaves the place to others, with what we have counted.
    pub(super) fn leave(&mut self) {
        self.drop_ahead();
        if self.read().is_ok() && self.is_there() {
            let left = self.share.left();
            // Where this fails it is left all the same: who counted there is gone.
            let _ = self.write(&left);
        }
        self.place = None;
    }

    /// Sees to it that those who are gone have left.
    fn forget_gone(&mut self, now: Moment) -> io::Result<()> {
        let own = self.share.owner;
        let is_gone = |owner: Owner, at| {
            let share = Share { at, ..Share::of(owner) };
            owner != own
                && share.is_gone(own.space, now, |process| process == own.process || is_running(process))
        };
        for place in self.seen.leave(is_gone) {
            self.put(&record::share(&self.seen.shares[place]), record::offset(place))?;
        }
        Ok(())
    }

    fn write(&mut self, share: &Share) -> io::Result<()> {
        let Some(place) = self.place else { return Err(ErrorKind::NotFound.into()) };
        self.put(&record::share(share), record::offset(place))?;
        if let Some(seen) = self.seen.shares.get_mut(place) {
            *seen = *share;
        }
        Ok(())
    }

    fn put(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.file.as_ref().map_or(Ok(()), |file| file.write_at(bytes, offset))
    }

    fn read(&mut self) -> io::Result<()> {
        let Some(file) = &self.file else { return Err(ErrorKind::NotFound.into()) };
        if read(file, &mut self.bytes, &mut self.seen)? { Ok(()) } else { Err(ErrorKind::InvalidData.into()) }
    }
}

/// Reads a file into `counter`. `false`: it is none of ours, and has counted nothing: only its owner writes there, and a machine
/// that went down.
pub(super) fn read(file: &SharedFile, bytes: &mut Vec<u8>, counter: &mut Counter) -> io::Result<bool> {
    let mut places = counter.shares.len();
    loop {
        bytes.resize(record::length(places), 0);
        let length = file.read(bytes, 0)?;
        bytes.truncate(length);
        match record::read(bytes, counter) {
            // Somebody has come since.
            Some(more) if more > places => places = more,
            told => return Ok(told.is_some()),
        }
    }
}
