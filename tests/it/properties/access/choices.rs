//! A world is made of small choices, so that one that shows a fault shrinks to few.

use jiff::Timestamp;
use proptest::prelude::*;

/// Choices, one after the other; the first of what there is to choose from when there are no more.
#[derive(Debug, Clone)]
pub(super) struct Choices {
    words: [u64; Self::WORDS],
    bytes: usize,
}

impl Choices {
    const WORDS: usize = 56;

    /// Any choices.
    pub(super) fn any() -> impl Strategy<Value = Self> {
        any::<[u64; Self::WORDS]>().prop_map(|words| Self { words, bytes: 0 })
    }

    /// One of `0..among`.
    pub(super) fn below(&mut self, among: usize) -> usize {
        let word = self.words.get(self.bytes / 8).copied().unwrap_or_default();
        let byte = word.to_le_bytes()[self.bytes % 8];
        self.bytes += 1;
        usize::from(byte) % among
    }

    /// One of these.
    pub(super) fn of<T: Copy>(&mut self, these: &[T]) -> T {
        these[self.below(these.len())]
    }

    /// Up to `most` of what `one` makes.
    pub(super) fn several<T>(&mut self, most: usize, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| one(self)).collect()
    }

    /// None, one or two of what `one` makes; one often, two seldom.
    pub(super) fn few<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let most = [0, 0, 1, 1, 2][self.below(5)];
        (0..most).map(|_| one(self)).collect()
    }

    /// A time near the others: many things end at once.
    pub(super) fn time(&mut self) -> Timestamp {
        moment([10, 20, 20, 30][self.below(4)])
    }

    /// An end, more often none.
    pub(super) fn end(&mut self) -> Option<Timestamp> {
        (self.below(3) == 2).then(|| self.time())
    }
}

/// That second.
pub(super) fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}
