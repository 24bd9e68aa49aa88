//! Any bytes in any pieces: the same lines as cutting at `\n`, each scanned as if it had come at once.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wire::{Line, LineBuffer, scan};

#[allow(dead_code, unused_imports, reason = "targets use parts of it")]
#[path = "../../src/core/wire/mod.rs"]
mod wire;

const LIMIT: usize = 100_000;

fuzz_target!(|input: (Vec<u8>, Vec<u16>, u8)| {
    let (seed, sizes, growth) = input;
    // Lines grow by repetition to where they are scanned while they arrive.
    let stream = seed.repeat(1 << (growth % 12));
    if stream.len() > 1 << 20 {
        return;
    }
    let mut expected: Vec<_> = stream.split(|&byte| byte == b'\n').collect();
    if expected.last().is_some_and(|last| last.is_empty()) {
        expected.pop();
    }
    let mut expected = expected.into_iter();
    let mut buffer = LineBuffer::new(LIMIT);
    let mut rest = stream.as_slice();
    for size in sizes.iter().map(|&size| usize::from(size) + 1).chain(std::iter::repeat(1 << 16)) {
        if rest.is_empty() {
            break;
        }
        let room = buffer.room();
        let (now, later) = rest.split_at(size.min(rest.len()).min(room.len()));
        room[..now.len()].copy_from_slice(now);
        buffer.filled(now.len());
        rest = later;
        while let Some(line) = buffer.next_line() {
            check(&mut buffer, line, expected.next(), size % 2 == 0);
        }
    }
    if let Some(line) = buffer.remainder() {
        check(&mut buffer, line, expected.next(), false);
    }
    assert_eq!(expected.next(), None);
});

fn check(buffer: &mut LineBuffer, line: Line, expected: Option<&[u8]>, taken: bool) {
    let expected = expected.expect("no more lines than there are");
    let Line::Complete(span) = line else {
        assert!(expected.len() > LIMIT);
        return;
    };
    assert!(span.of(buffer.bytes()) == expected);
    assert_eq!(buffer.scan(span), scan(expected));
    if taken {
        let memory = buffer.take();
        assert!(span.of(&memory) == expected);
        buffer.give(memory);
    }
}
