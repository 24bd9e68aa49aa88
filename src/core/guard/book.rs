//! The file of one token, user or team, and the place that one of those who count has in it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::counter::{Counter, Full, Owner, Share};
use super::record;
use super::window::Moment;
use crate::core::model::{CallLimits, Counted};
use crate::core::platform::{SharedFile, files, is_running};

/// How long a file is believed to be the one of that name: somebody may remove it, or put another there.
const FRESH: Duration = Duration::from_millis(250);

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
    /// It doesn't stand there yet; or only the calls that have ended don't.
    dirty: bool,
    ended: bool,
    /// When the calls were announced that are to come, and whether they take places.
    ahead: Option<(Moment, bool)>,
    /// What all have counted, as it was read last.
    seen: Counter,
    bytes: Vec<u8>,
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
            ended: false,
            ahead: None,
            seen: Counter::default(),
            bytes: Vec::new(),
        }
    }

    /// Whether a call may be made without more ado, as far as is known: a place is ours, and there was room for more.
    pub(super) fn has_room(&mut self, limits: &CallLimits, now: Moment) -> bool {
        let is_quiet = now.at.abs_diff(self.share.at) > QUIET.unsigned_abs();
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

    /// Whether others could take away what is announced here.
    pub(super) fn may_announce(&self) -> bool {
        let place = self.place.zip(self.file.as_ref());
        place.is_some_and(|(place, file)| file.shares_memory(record::ahead(place)))
    }

    /// Writes that a call is made, and that so many more than one are announced.
    pub(super) fn announce(&mut self, calls: u32, limits: &CallLimits, now: Moment) -> io::Result<()> {
        let numbers = self.seen.numbers(now);
        let takes_place = limits.concurrency.is_some();
        let share = self.share.with_call(numbers, takes_place, now);
        self.write(&share)?;
        self.before = std::mem::replace(&mut self.share, share);
        (self.dirty, self.ended) = (false, false);
        if calls > 1 && self.set_ahead(calls - 1).is_ok() {
            self.ahead = Some((now, takes_place));
        }
        Ok(())
    }

    /// Whether calls can be made that were announced: in the same minute and the same file.
    pub(super) fn may_use_ahead(&mut self, now: Moment) -> bool {
        self.ahead.is_some_and(|(at, _)| at.is_in_windows_of(now)) && self.is_fresh(now)
    }

    /// Makes one of the calls that were announced. `false`: others took it away.
    pub(super) fn use_ahead(&mut self) -> bool {
        let (Some((_, takes_place)), Some(place), Some(file)) = (self.ahead, self.place, &self.file) else {
            return false;
        };
        // First it counts twice: never too few do.
        if !file.add(record::counts_offset(place), &record::call(takes_place)) {
            return false;
        }
        let is_ours = file.take_one(record::ahead(place));
        if is_ours {
            self.share.add_call(takes_place);
        } else {
            // It is not made after all.
            self.dirty = true;
            self.tell();
        }
        is_ours
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

    /// Takes back a call that [`Book::use_ahead`] made, because it could not be made elsewhere.
    pub(super) fn unmake(&mut self) {
        let took_place = self.ahead.is_some_and(|(_, takes_place)| takes_place);
        self.share.remove_call(took_place);
        self.dirty = true;
        self.tell();
    }

    /// Takes back what was announced, and the call that was made.
    pub(super) fn take_back(&mut self) {
        self.withdraw();
        let before = self.before;
        self.share = before;
        // Where this fails, a call counts that was not made: never too many are made.
        self.dirty = self.write(&before).is_err();
    }

    /// What was announced and was not made is not announced any more.
    pub(super) fn withdraw(&mut self) {
        if let (Some(_), Some(place), Some(file)) = (self.ahead.take(), self.place, &self.file) {
            // Where this fails, it counts until somebody takes it away.
            let _ = file.take_all(record::ahead(place));
        }
    }

    /// Takes away what others have announced, in the file that is held.
    pub(super) fn take_away(&mut self) {
        let Some(file) = &self.file else { return };
        for (place, _) in self.seen.shares.iter().enumerate().filter(|(_, share)| share.ahead > 0) {
            // Where this fails, there is no room for now.
            let _ = file.take_all(record::ahead(place));
        }
    }

    /// A call that is under way takes a place.
    pub(super) fn occupy(&mut self, now: Moment) {
        self.share.under_way = self.share.under_way.saturating_add(1);
        self.share.at = now.at;
        self.dirty = true;
    }

    /// A call that took a place is over.
    pub(super) fn give_back(&mut self) {
        self.share.under_way = self.share.under_way.saturating_sub(1);
        self.ended = true;
    }

    /// Writes what has been given back. `false`: that failed.
    pub(super) fn tell(&mut self) -> bool {
        if (self.dirty || self.ended)
            && let Some(place) = self.place
        {
            if !self.has(place) {
                // Others held us to be gone: nothing of ours counts there any more.
                self.forget_place();
                (self.dirty, self.ended) = (false, false);
            } else if self.dirty {
                let share = self.share;
                self.dirty = self.write(&share).is_err();
                self.ended &= self.dirty;
            } else {
                self.ended = self.write_under_way(place).is_err();
            }
        }
        !self.dirty && !self.ended
    }

    /// Whether this place is ours, as it says itself.
    fn has(&mut self, place: usize) -> bool {
        let Some(file) = &mut self.file else { return false };
        if let Some(nonce) = file.number(record::nonce_offset(place)) {
            return nonce == self.share.owner.nonce;
        }
        let own = record::owner(self.share.owner);
        let mut there = own;
        // Where it can't be read, it can't be written either.
        file.read(&mut there, record::own_offset(place)).is_err() || there == own
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
            self.put(&record::EMPTY, record::offset(place))?;
            self.put(&record::head(place + 1), 0)?;
            self.seen.shares.push(Share::default());
        }
        // With what those had counted who have left the place, and what is under way here.
        let Share { owner, under_way, .. } = self.share;
        let at = now.at;
        self.share = Share { owner, under_way, at, ahead: 0, ..self.seen.shares[place] };
        let share = self.share;
        self.place = Some(place);
        self.write(&share)?;
        (self.dirty, self.ended, self.ahead) = (false, false, None);
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

    /// Leaves the place to others, with what we have counted.
    pub(super) fn leave(&mut self) {
        self.withdraw();
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
        let gone = |share: &&Share| !share.is_left() && is_gone(share.owner, share.at);
        let gone: Vec<_> = self.seen.shares.iter().filter(gone).map(|share| share.owner).collect();
        if gone.is_empty() {
            return Ok(());
        }
        // They may have counted until a moment ago, and do so no more.
        self.read()?;
        for place in self.seen.leave(|owner, at| gone.contains(&owner) && is_gone(owner, at)) {
            self.put(&record::number(0), record::ahead(place))?;
            self.put(&record::share(&self.seen.shares[place]), record::own_offset(place))?;
        }
        Ok(())
    }

    /// Writes a share, but for what is only announced.
    fn write(&mut self, share: &Share) -> io::Result<()> {
        let Some(place) = self.place else { return Err(ErrorKind::NotFound.into()) };
        self.put(&record::share(share), record::own_offset(place))?;
        self.has_written(place, *share);
        Ok(())
    }

    /// Writes how many calls are under way.
    fn write_under_way(&mut self, place: usize) -> io::Result<()> {
        let share = self.share;
        self.put(&record::number(share.under_way), record::counts_offset(place))?;
        self.has_written(place, share);
        Ok(())
    }

    fn set_ahead(&mut self, calls: u32) -> io::Result<()> {
        let Some(place) = self.place else { return Err(ErrorKind::NotFound.into()) };
        self.put(&record::number(calls), record::ahead(place))
    }

    fn has_written(&mut self, place: usize, share: Share) {
        if let Some(seen) = self.seen.shares.get_mut(place) {
            *seen = share;
        }
    }

    fn put(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.file.as_ref().map_or(Ok(()), |file| file.write_at(bytes, offset))
    }

    fn read(&mut self) -> io::Result<()> {
        let Some(file) = &mut self.file else { return Err(ErrorKind::NotFound.into()) };
        if read(file, &mut self.bytes, &mut self.seen)? { Ok(()) } else { Err(ErrorKind::InvalidData.into()) }
    }
}

/// Reads a file into `counter`. `false`: it is none of ours, and has counted nothing: only its owner writes there, and a machine
/// that went down.
pub(super) fn read(file: &mut SharedFile, bytes: &mut Vec<u8>, counter: &mut Counter) -> io::Result<bool> {
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
