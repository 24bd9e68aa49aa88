//! Finds the end of a string: most of a large frame is the text of one string, often full of escapes.
//!
//! Where quotes are rare, each is looked for, and then whether backslashes stand before it; where they are not, sixty-four bytes are
//! looked at at a time, by bit masks (Langdale and Lemire, "Parsing Gigabytes of JSON per Second", 2019).

#![expect(clippy::inline_always, reason = "the crate is built for size, and every frame comes through here")]

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, u8x16, u8x64};
use memchr::memchr;

/// How many bytes are looked at at once.
const BLOCK: usize = u64::BITS as usize;
/// How many bytes most strings have at most.
const LANE: usize = 16;
/// How many blocks are looked at after quotes that stood close together.
const DENSE: usize = 256;

/// The position behind the closing quote of the string at `quote`, if it is as short as most are and has no escapes.
#[inline(always)]
pub(super) fn short_end(frame: &[u8], quote: usize) -> Option<usize> {
    let lane = frame.get(quote + 1..)?.first_chunk::<LANE>()?;
    let (quotes, backslashes) = dispatch!(Level::baseline(), simd => {
        let lane = u8x16::from_slice(simd, lane);
        (matches(lane, u8x16::splat(simd, b'"')), matches(lane, u8x16::splat(simd, b'\\')))
    });
    let before_quote = quotes.wrapping_sub(1) & !quotes;
    (quotes != 0 && backslashes & before_quote == 0).then(|| quote + 2 + quotes.trailing_zeros() as usize)
}

/// A string whose end is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quoted {
    /// Behind the opening quote.
    start: usize,
    /// Before this, the end is not.
    at: usize,
}

impl Quoted {
    /// The string whose opening quote is at `quote`.
    pub(super) fn after(quote: usize) -> Self {
        Self { start: quote + 1, at: quote + 1 }
    }

    /// The position behind the closing quote; `None` when `frame` ends before it, and a longer `frame` may have it.
    pub(super) fn find_end(&mut self, frame: &[u8]) -> Option<usize> {
        loop {
            let Some(quote) = memchr(b'"', &frame[self.at..]).map(|found| self.at + found) else {
                self.at = frame.len();
                return None;
            };
            if !self.is_escaped(frame, quote) {
                return Some(quote + 1);
            }
            let is_dense = quote - self.at < BLOCK;
            self.at = quote + 1;
            if is_dense && let Some(end) = self.find_by_blocks(frame) {
                return Some(end);
            }
        }
    }

    /// Looks at some blocks at the present place, where nothing is escaped from before, with the widest vectors that this processor has.
    fn find_by_blocks(&mut self, frame: &[u8]) -> Option<usize> {
        dispatch!(Level::new(), simd => self.find_with(simd, frame))
    }

    #[inline(always)]
    fn find_with<S: Simd>(&mut self, simd: S, frame: &[u8]) -> Option<usize> {
        let (quote, backslash) = (u8x64::splat(simd, b'"'), u8x64::splat(simd, b'\\'));
        let (blocks, _) = frame[self.at..].as_chunks::<BLOCK>();
        let mut before = 0;
        for block in blocks.iter().take(DENSE) {
            let block = u8x64::from_slice(simd, block);
            let (quotes, backslashes) = (matches(block, quote), matches(block, backslash));
            let follows = backslashes << 1 | before >> (BLOCK - 1);
            let follows_two = follows & (backslashes << 2 | before >> (BLOCK - 2));
            // Nearly all quotes stand behind one backslash, and what is before that doesn't matter.
            if quotes & !(follows & !follows_two) != 0 {
                let escaped = escaped_bits(backslashes, self.is_escaped(frame, self.at));
                let closing = quotes & !escaped;
                if closing != 0 {
                    return Some(self.at + closing.trailing_zeros() as usize + 1);
                }
            }
            before = backslashes;
            self.at += BLOCK;
        }
        None
    }

    /// Whether an odd run of backslashes stands before this place.
    fn is_escaped(&self, frame: &[u8], place: usize) -> bool {
        let before = frame[self.start..place].iter().rev();
        before.take_while(|&&byte| byte == b'\\').count() % 2 == 1
    }
}

/// A bit for each byte of `block` that is as in `byte`, the first one lowest.
#[inline(always)]
fn matches<S: Simd, V: SimdBase<S> + SimdInt<S>>(block: V, byte: V) -> u64 {
    block.simd_eq(byte).to_bitmask()
}

/// A bit for each byte that stands behind an odd run of backslashes. `first` is whether the first byte of the block does.
fn escaped_bits(backslashes: u64, first: bool) -> u64 {
    const EVEN: u64 = 0x5555_5555_5555_5555;
    let first = u64::from(first);
    let backslashes = backslashes & !first;
    let follows = backslashes << 1 | first;
    let odd_starts = backslashes & !EVEN & !follows;
    let even_runs = odd_starts.wrapping_add(backslashes);
    (EVEN ^ even_runs << 1) & follows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plainly(frame: &[u8]) -> Option<usize> {
        let mut escaped = false;
        frame.iter().enumerate().skip(1).find_map(|(at, &byte)| {
            let closes = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            closes.then_some(at + 1)
        })
    }

    /// What this processor can do, and what older ones can.
    fn levels() -> Vec<Level> {
        let mut levels = vec![Level::new(), Level::baseline()];
        #[cfg(target_arch = "x86_64")]
        {
            levels.extend(Level::new().as_avx2().map(Simd::level));
            levels.extend(Level::new().as_sse4_2().map(Simd::level));
        }
        levels
    }

    proptest! {
        #[test]
        fn the_end_is_found_as_byte_by_byte(
            inside in proptest::collection::vec(prop_oneof![8 => Just(b'x'), 4 => Just(b'\\'), 1 => Just(b'"')], 0..300),
            before in 0usize..3,
            cuts in proptest::collection::vec(1usize..9_000, 0..4),
        ) {
            // As much as is looked at by blocks at once, and more.
            let long = br#"an \\\" escaped quote, "#.repeat(before * 2 * DENSE);
            let frame = [b"\"".as_slice(), &long, &inside].concat();
            let mut quoted = Quoted::after(0);
            let mut cuts = cuts;
            cuts.sort_unstable();
            let found = cuts.iter().map(|&cut| cut.min(frame.len())).find_map(|cut| quoted.find_end(&frame[..cut]));
            prop_assert_eq!(found.or_else(|| quoted.find_end(&frame)), plainly(&frame));
            let short = short_end(&frame, 0);
            prop_assert!(short.is_none() || short == plainly(&frame));
        }

        #[test]
        fn every_processor_finds_the_same(
            inside in proptest::collection::vec(prop_oneof![1 => Just(b'x'), 4 => Just(b'\\'), 1 => Just(b'"')], 0..1000),
        ) {
            let frame = [br#""\""#.as_slice(), &inside, &[b'x'; BLOCK]].concat();
            let plainly = plainly(&frame);
            for level in levels() {
                let mut quoted = Quoted { start: 1, at: 3 };
                match dispatch!(level, simd => quoted.find_with(simd, &frame)) {
                    Some(end) => prop_assert_eq!(Some(end), plainly),
                    None => prop_assert!(plainly.is_none_or(|end| end > quoted.at)),
                }
            }
        }
    }
}
