//! Replacements change their spans and nothing else.

use mcpgw::core::wire::{Edits, Span};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

proptest! {
    #[test]
    fn edits_are_what_replacing_from_the_back_is(
        frame in vec(any::<u8>(), 0..80),
        cuts in vec(any::<Index>(), 0..12),
        order in any::<u64>(),
        with in vec(vec(any::<u8>(), 0..6), 6),
        before in 0..10_usize,
    ) {
        let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(frame.len() + 1)).collect();
        cuts.sort_unstable();
        // A span of a frame is a value, and a value has bytes.
        let mut spans: Vec<_> = cuts.chunks_exact(2).map(|cut| (cut[0], cut[1])).filter(|(a, b)| a < b).collect();
        let mut expected = frame.clone();
        for (place, &(start, end)) in spans.iter().enumerate().rev() {
            expected.splice(start..end, with[place].iter().copied());
        }
        let mut numbered: Vec<_> = spans.drain(..).enumerate().collect();
        let turn = usize::try_from(order % 7).unwrap() % numbered.len().max(1);
        numbered.rotate_left(turn);
        let mut edits = Edits::none();
        for (place, (start, end)) in numbered {
            edits.push(Span::new(start, end), with[place].clone());
        }
        prop_assert_eq!(edits.length(frame.len()), expected.len());
        let mut out = Vec::new();
        edits.append(&frame, Span::new(0, frame.len()), &mut out);
        prop_assert_eq!(&out, &expected);
        // The same frame further back in a buffer.
        let moved = [vec![b'#'; before], frame.clone()].concat();
        let mut out = Vec::new();
        edits.shifted(before).append(&moved, Span::new(before, moved.len()), &mut out);
        prop_assert_eq!(&out, &expected);
    }
}
