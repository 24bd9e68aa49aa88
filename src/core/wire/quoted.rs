//! Finds the end of a string, sixty-four bytes at a time, by bit masks (Langdale and Lemire, "Parsing Gigabytes of JSON per
//! Second", 2019): most of a large frame is the text of one string, often full of escapes.

use wide::u8x16;

/// How many bytes are looked at at once.
const BLOCK: usize = u64::BITS as usize;
/// How many bytes one vector holds.
const LANE: usize = 16;

/// A string whose end is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quoted {
    /// Before this, the end is not.
    at: usize,
    /// 1 when the byte at `at` is escaped.
    escaped: u64,
}

impl Quoted {
    /// The string whose opening quote is at `quote`.
    pub(super) fn after(quote: usize) -> Self {
        Self { at: quote + 1, escaped: 0 }
    }

    /// The position behind the closing quote; `None` when `frame` ends before it, and a longer `frame` may have it.
    pub(super) fn find_end(&mut self, frame: &[u8]) -> Option<usize> {
        if let Some(lane) = frame[self.at..].first_chunk::<LANE>() {
            // Most strings are keys and short values.
            let (quotes, backslashes) = (lane_matches(lane, b'"'), lane_matches(lane, b'\\'));
            let before_quote = quotes.wrapping_sub(1) & !quotes;
            if self.escaped == 0 && quotes != 0 && backslashes & before_quote == 0 {
                return Some(self.at + quotes.trailing_zeros() as usize + 1);
            }
        }
        while let Some(block) = frame[self.at..].first_chunk::<BLOCK>() {
            let (quotes, backslashes) = (matches(block, b'"'), matches(block, b'\\'));
            let closing = quotes & !escaped_bits(backslashes, &mut self.escaped);
            if closing != 0 {
                return Some(self.at + closing.trailing_zeros() as usize + 1);
            }
            self.at += BLOCK;
        }
        // Fewer than a block: looked at again when there are more.
        let mut escaped = self.escaped == 1;
        for (place, &byte) in frame[self.at..].iter().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return Some(self.at + place + 1),
                _ => {}
            }
        }
        None
    }
}

/// A bit for each byte of `block` that is `byte`, the first one lowest.
fn matches(block: &[u8; BLOCK], byte: u8) -> u64 {
    let (lanes, _) = block.as_chunks::<LANE>();
    lanes.iter().rev().fold(0, |bits, lane| bits << LANE | u64::from(lane_matches(lane, byte)))
}

/// The same for one lane.
fn lane_matches(lane: &[u8; LANE], byte: u8) -> u32 {
    u8x16::new(*lane).simd_eq(u8x16::splat(byte)).to_bitmask()
}

/// A bit for each byte that stands behind an odd run of backslashes. `carry` is whether the first byte of a block does.
fn escaped_bits(backslashes: u64, carry: &mut u64) -> u64 {
    const EVEN: u64 = 0x5555_5555_5555_5555;
    if backslashes == 0 {
        return std::mem::take(carry);
    }
    let backslashes = backslashes & !*carry;
    let follows = backslashes << 1 | *carry;
    let odd_starts = backslashes & !EVEN & !follows;
    let (even_runs, overflow) = odd_starts.overflowing_add(backslashes);
    *carry = u64::from(overflow);
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

    proptest! {
        #[test]
        fn the_end_is_found_as_byte_by_byte(
            inside in proptest::collection::vec(prop_oneof![8 => Just(b'x'), 4 => Just(b'\\'), 1 => Just(b'"')], 0..300),
            cuts in proptest::collection::vec(1usize..300, 0..4),
        ) {
            let frame = [b"\"".as_slice(), &inside].concat();
            let mut quoted = Quoted::after(0);
            let mut cuts = cuts;
            cuts.sort_unstable();
            let found = cuts.iter().map(|&cut| cut.min(frame.len())).find_map(|cut| quoted.find_end(&frame[..cut]));
            prop_assert_eq!(found.or_else(|| quoted.find_end(&frame)), plainly(&frame));
        }
    }
}
