//! Counts the calls of this process.
//!
//! Each of those who count has a place of its own in the file of a token, user or team. To make a call it writes there that it
//! does, and then reads whether all of them together are still within the limit: of two who make the last call at one moment, at
//! least one sees both. That takes no lock. Who sees too many takes it back, and looks again while it holds the file's lock, so
//! that not all of them give way to each other.
//!
//! Who makes many calls announces some that are still to come, so that not each has to be looked after. They count for all until
//! they are made; who would be kept from a call by them takes them away.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use super::book::Book;
use super::counter::{Full, Owner};
use super::window::Moment;
use crate::core::clock::Clock;
use crate::core::model::{Bound, Bounds, Counted, Unmade};
use crate::core::platform::{entropy, process_space, this_process};

/// How long another process may keep the counts to itself. It does so for some microseconds, unless it is stopped, or gets no turn
/// on a busy machine.
const PATIENCE: Duration = Duration::from_millis(250);

/// Who was not patient enough is not patient at all for so long: calls come one after the other.
const IMPATIENCE: Duration = Duration::from_secs(1);

/// How long is waited between two tries to take hold of files, at first and at most.
const FIRST_WAIT: Duration = Duration::from_micros(20);
const LONGEST_WAIT: Duration = Duration::from_millis(1);

/// How many calls are announced at once, at most: where they come that fast, fewer than one in a hundred is looked after.
const MOST_AHEAD: u32 = 256;

/// Calls that come so close together are followed by others.
const CLOSE: Duration = Duration::from_millis(10);

/// How often it is looked whether there is room, where others who take back their calls may just be in the way.
const LOOKS: usize = 8;

/// For how long it is tried to take room that there is, where others always come first.
const CROWDED: Duration = Duration::from_millis(20);

/// Where a call takes the place of another, under the bounds that it was counted under. Whoever gets some gives them back.
#[must_use = "places are given back"]
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Slots(Bounds);

impl Slots {
    /// Whether there is nothing to give back.
    pub fn is_empty(&self) -> bool {
        !self.0.is_concurrent()
    }

    /// Whether these are the places that a call takes under `bounds`.
    pub fn are_under(&self, bounds: &Bounds) -> bool {
        self.0.counts_as(bounds)
    }
}

/// Counts the calls of this process with those of all others. What it has counted stays when it is dropped; what it had under way
/// is over then.
#[derive(Debug)]
pub struct Counters {
    dir: PathBuf,
    clock: Clock,
    owner: Owner,
    books: Vec<Book>,
    /// What time it is for the calls since [`Counters::settle`].
    present: Option<Moment>,
    /// The bounds of the last call, and where their books are.
    last: Bounds,
    places: Vec<usize>,
    /// How many calls were announced last in all of these, when, and how many of them were not made yet.
    announced: u32,
    announced_at: Option<Moment>,
    ahead: u32,
    /// Since [`Counters::settle`] it was looked whether those may still be made.
    looked_ahead: bool,
}

impl Counters {
    /// For files in `dir`, which need not exist.
    pub fn new(dir: PathBuf, clock: Clock) -> Self {
        let nonce = entropy::random().map_or(0, u64::from_ne_bytes);
        let owner = Owner { process: this_process(), space: process_space(), nonce };
        Self {
            dir,
            clock,
            owner,
            books: Vec::new(),
            present: None,
            last: Bounds::default(),
            places: Vec::new(),
            announced: 1,
            announced_at: None,
            ahead: 0,
            looked_ahead: false,
        }
    }

    /// Counts one call under all of `bounds`, or under none. Blocks for [`PATIENCE`] at most.
    pub fn take(&mut self, bounds: &Bounds) -> Result<Slots, Unmade> {
        let is_last = self.last.counts_as(bounds);
        if is_last && self.ahead > 0 && self.use_ahead() {
            return Ok(Slots(bounds.clone()));
        }
        let mut places = std::mem::take(&mut self.places);
        if !is_last {
            places.clear();
            places.extend(bounds.as_slice().iter().map(|bound| self.book(bound.counted)));
            self.last = bounds.clone();
        }
        let taken = self.take_at(bounds.as_slice(), &places);
        self.places = places;
        taken.map(|()| Slots(bounds.clone()))
    }

    /// Has a call that is under way take its places, also where there is no room. Blocks for [`PATIENCE`] at most.
    pub fn occupy(&mut self, bounds: &Bounds) -> Result<Slots, Unmade> {
        self.withdraw();
        let places: Vec<_> = bounds.as_slice().iter().map(|bound| self.book(bound.counted)).collect();
        let pairs = || bounds.as_slice().iter().zip(&places);
        self.hold(bounds.as_slice(), &places)?;
        let now = self.clock.now().into();
        let entered = pairs().try_for_each(|(bound, place)| {
            self.books[*place].enter(now).map_err(|error| unmade(bound, &error))
        });
        for place in &places {
            self.books[*place].release();
        }
        entered?;
        for (_, place) in pairs().filter(|(bound, _)| bound.limits.concurrency.is_some()) {
            self.books[*place].occupy(now);
        }
        Ok(Slots(bounds.clone()))
    }

    fn take_at(&mut self, bounds: &[Bound], places: &[usize]) -> Result<(), Unmade> {
        if self.take_beside(bounds, places) {
            return Ok(());
        }
        // What is over makes room, and what may not come.
        self.withdraw();
        self.tell();
        self.take_alone(bounds, places)
    }

    fn book(&mut self, counted: Counted) -> usize {
        let known = self.books.iter().position(|book| book.counted == counted);
        known.unwrap_or_else(|| {
            self.books.push(Book::new(&self.dir, counted, self.owner));
            self.books.len() - 1
        })
    }

    /// Counts a call while others do. `false`: nothing is counted, and it has to be looked alone.
    fn take_beside(&mut self, bounds: &[Bound], places: &[usize]) -> bool {
        let now = self.present();
        let room = |(bound, place): (&Bound, &usize)| self.books[*place].has_room(&bound.limits, now);
        if !bounds.iter().zip(places).all(room) {
            return false;
        }
        let many = self.expected(places, now);
        many > 1 && self.announce(many, bounds, places, now) || self.announce(1, bounds, places, now)
    }

    fn present(&mut self) -> Moment {
        let clock = &self.clock;
        *self.present.get_or_insert_with(|| clock.now().into())
    }

    /// How many calls may come: as many as last time, or more where all of those came in no time.
    fn expected(&self, places: &[usize], now: Moment) -> u32 {
        if !places.iter().all(|place| self.books[*place].may_announce()) {
            return 1;
        }
        let all_came = self.ahead == 0 && self.announced_at.is_some_and(|at| at.is_within(CLOSE, now));
        if all_came { (2 * self.announced).min(MOST_AHEAD) } else { self.announced }
    }

    /// Makes one of the calls that were announced. `false`: it has to be counted as any other.
    fn use_ahead(&mut self) -> bool {
        if !self.looked_ahead {
            let now = self.present();
            let may_use = |place: &usize| self.books[*place].may_use_ahead(now);
            self.looked_ahead = self.places.iter().all(may_use);
        }
        if self.looked_ahead {
            let count = self.places.iter().take_while(|place| self.books[**place].use_ahead()).count();
            if count == self.places.len() {
                self.ahead -= 1;
                return true;
            }
            for place in &self.places[..count] {
                self.books[*place].unmake();
            }
        }
        // Whoever took them away has use for them.
        (self.announced, self.announced_at, self.ahead) = (1, None, 0);
        false
    }

    /// What was announced and has not come is not announced any more: next time fewer are.
    fn withdraw(&mut self) {
        self.announced -= std::mem::take(&mut self.ahead);
        self.books.iter_mut().for_each(Book::withdraw);
    }

    /// Counts so many calls if all of them are within their limits then, the first of which is made. `false`: nothing is counted.
    fn announce(&mut self, calls: u32, bounds: &[Bound], places: &[usize], now: Moment) -> bool {
        self.withdraw();
        let announced = |(bound, place): &(&Bound, &usize)| {
            self.books[**place].announce(calls, &bound.limits, now).is_ok()
        };
        let count = bounds.iter().zip(places).take_while(announced).count();
        let is_within = |(bound, place): (&Bound, &usize)| self.books[*place].is_within(&bound.limits, now);
        if count == bounds.len() && bounds.iter().zip(places).all(is_within) {
            (self.announced, self.ahead, self.announced_at) = (calls, calls - 1, Some(now));
            self.looked_ahead = true;
            return true;
        }
        for place in &places[..count] {
            self.books[*place].take_back();
        }
        false
    }

    /// Counts a call while nobody else does who looks alone.
    fn take_alone(&mut self, bounds: &[Bound], places: &[usize]) -> Result<(), Unmade> {
        self.hold(bounds, places)?;
        let taken = self.take_held(bounds, places);
        for place in places {
            self.books[*place].release();
        }
        taken
    }

    fn take_held(&mut self, bounds: &[Bound], places: &[usize]) -> Result<(), Unmade> {
        for (bound, place) in bounds.iter().zip(places) {
            let now = self.clock.now().into();
            self.books[*place].enter(now).map_err(|error| unmade(bound, &error))?;
        }
        let began = Instant::now();
        for look in 1.. {
            let now = self.clock.now().into();
            let refused = self.refusal(bounds, places, now);
            if refused.is_none() && self.announce(1, bounds, places, now) {
                return Ok(());
            }
            if let Some(unmade) = refused {
                if look >= LOOKS {
                    return Err(unmade);
                }
            } else if began.elapsed() >= CROWDED
                && let Some(bound) = bounds.first()
            {
                return Err(busy(bound));
            }
            for place in places {
                self.books[*place].take_away();
            }
            thread::yield_now();
        }
        Ok(())
    }

    /// Why there is no room in the files that are held.
    fn refusal(&mut self, bounds: &[Bound], places: &[usize], now: Moment) -> Option<Unmade> {
        bounds.iter().zip(places).find_map(|(bound, place)| {
            match self.books[*place].full_alone(&bound.limits, now) {
                Ok(full) => Some(over(bound, full?)),
                Err(error) => Some(unmade(bound, &error)),
            }
        })
    }

    /// Takes hold of all files, waiting for none while it holds another.
    fn hold(&mut self, bounds: &[Bound], places: &[usize]) -> Result<(), Unmade> {
        let began = Instant::now();
        let mut wait = FIRST_WAIT;
        loop {
            let failed = bounds.iter().zip(places).enumerate().find_map(|(count, (bound, place))| {
                self.books[*place].hold().err().map(|error| (count, bound, error))
            });
            let Some((count, bound, error)) = failed else { return Ok(()) };
            for place in &places[..count] {
                self.books[*place].release();
            }
            let book = &mut self.books[places[count]];
            let impatient = book.impatient_until.is_some_and(|until| began < until);
            if error.kind() != ErrorKind::WouldBlock || impatient {
                return Err(unmade(bound, &error));
            }
            if began.elapsed() >= PATIENCE {
                book.impatient_until = Some(Instant::now() + IMPATIENCE);
                return Err(unmade(bound, &error));
            }
            thread::sleep(wait);
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    /// A call is over; [`Counters::settle`] tells the others.
    pub fn give_back(&mut self, slots: Slots) {
        let Slots(bounds) = slots;
        let is_last = self.last.counts_as(&bounds);
        for (index, bound) in bounds.as_slice().iter().enumerate() {
            if bound.limits.concurrency.is_some() {
                let place = if is_last { self.places[index] } else { self.book(bound.counted) };
                self.books[place].give_back();
            }
        }
    }

    /// Tells the others what calls are over. `false`: it can't now, and is to be tried again.
    pub fn settle(&mut self) -> bool {
        self.present = None;
        self.looked_ahead = false;
        self.tell()
    }

    fn tell(&mut self) -> bool {
        self.books.iter_mut().filter_map(|book| (!book.tell()).then_some(())).count() == 0
    }
}

impl Drop for Counters {
    fn drop(&mut self) {
        self.books.iter_mut().for_each(Book::leave);
    }
}

fn over(bound: &Bound, full: Full) -> Unmade {
    let Full { limit, most, retry_after } = full;
    Unmade::Over { counted: bound.counted, name: bound.name.clone(), limit, most, retry_after }
}

fn busy(bound: &Bound) -> Unmade {
    Unmade::Busy { name: bound.name.clone() }
}

fn unmade(bound: &Bound, error: &io::Error) -> Unmade {
    match error.kind() {
        ErrorKind::WouldBlock => busy(bound),
        _ => Unmade::Uncounted { name: bound.name.clone(), reason: error.to_string() },
    }
}

#[cfg(test)]
mod tests;
