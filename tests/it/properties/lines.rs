//! Lines are whole however the bytes arrive, and whatever is done with the memory in between.

use mcpgw::core::wire::{Line, LineBuffer, scan};
use proptest::collection::vec;
use proptest::prelude::*;

/// The longest line that is taken, bytes; above the size from which lines are scanned while they arrive.
const LIMIT: usize = 150_000;

/// What a buffer says of one line.
#[derive(Debug, PartialEq)]
enum Seen {
    Whole(Vec<u8>),
    TooLong,
}

/// What there is to see in `stream`, found the simple way.
fn expected(stream: &[u8]) -> Vec<Seen> {
    let mut lines: Vec<_> = stream.split(|&byte| byte == b'\n').collect();
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    lines
        .into_iter()
        .map(|line| if line.len() > LIMIT { Seen::TooLong } else { Seen::Whole(line.to_vec()) })
        .collect()
}

/// A line: short, or large enough to arrive in many pieces; a frame, or something like one.
fn line() -> impl Strategy<Value = Vec<u8>> {
    let size = prop_oneof![6 => 0..200_usize, 3 => 30_000..140_000_usize, 1 => 140_000..170_000_usize];
    let filler =
        prop_oneof![Just("x"), Just("\\\""), Just("\u{e9} "), Just("{"), Just("\",\"id\":2,\"a\":\"")];
    (size, filler, any::<bool>(), any::<bool>()).prop_map(|(size, filler, id_first, closed)| {
        let text = filler.repeat(size / filler.len());
        let (head, tail) = if id_first { ("\"id\":1,", "") } else { ("", ",\"id\":\"end\"") };
        let end = if closed { "}" } else { "" };
        format!("{{{head}\"result\":{{\"text\":\"{text}\"}}{tail}{end}").into_bytes()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn lines_are_whole_and_scanned_as_if_they_had_come_at_once(
        lines in vec(line(), 0..8),
        ended: bool,
        chunks in vec(prop_oneof![1..100_usize, 1_000..70_000_usize], 1..12),
        habits in vec(any::<(bool, bool)>(), 1..5),
    ) {
        let mut stream = lines.join(&b'\n');
        if ended && !lines.is_empty() {
            stream.push(b'\n');
        }
        let mut buffer = LineBuffer::new(LIMIT);
        let mut seen = Vec::new();
        let mut habits = habits.iter().cycle();
        let mut rest = stream.as_slice();
        for &chunk in chunks.iter().cycle() {
            if rest.is_empty() {
                break;
            }
            let room = buffer.room();
            let (now, later) = rest.split_at(chunk.min(rest.len()).min(room.len()));
            room[..now.len()].copy_from_slice(now);
            buffer.filled(now.len());
            rest = later;
            while let Some(line) = buffer.next_line() {
                let &(scanned, taken) = habits.next().unwrap();
                seen.push(look(&mut buffer, line, scanned, taken)?);
            }
        }
        if let Some(line) = buffer.remainder() {
            seen.push(look(&mut buffer, line, true, false)?);
        }
        let expected = expected(&stream);
        prop_assert_eq!(seen.len(), expected.len());
        prop_assert!(seen == expected);
    }
}

/// Takes one line as the session does: scanned or not, copied or taken with its memory.
fn look(buffer: &mut LineBuffer, line: Line, scanned: bool, taken: bool) -> Result<Seen, TestCaseError> {
    let Line::Complete(span) = line else { return Ok(Seen::TooLong) };
    let bytes = span.of(buffer.bytes()).to_vec();
    if scanned {
        prop_assert_eq!(buffer.scan(span), scan(&bytes));
    }
    if taken {
        let memory = buffer.take();
        prop_assert_eq!(span.of(&memory), bytes.as_slice());
        buffer.give(memory);
    }
    Ok(Seen::Whole(bytes))
}
