//! However a journal of usage is cut, and whenever it is read: each call is counted once, and nothing is lost by making few rows of
//! many.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;

use mcpgw::core::model::{
    CallMethod, CallOutcome, ClientInfo, ServerId, SessionId, TeamId, TokenId, UsageBatch, UsageItem,
    UsageRow, UserId,
};
use mcpgw::core::usage::{APART, Call, EndedLine, Fold, Line, Reader, Replay, Sent, SentLine};
use proptest::prelude::*;

/// What a session does with one of its calls, which are numbered as they come.
#[derive(Debug, Clone, Copy)]
enum Step {
    Send { server: usize, item: Option<u32> },
    End { which: usize, outcome: usize, took: u64 },
    Lose(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let send =
        (0_usize..3, proptest::option::of(0_u32..3)).prop_map(|(server, item)| Step::Send { server, item });
    let end = (any::<usize>(), 0_usize..9, 0_u64..5_000_000).prop_map(|(which, outcome, took)| Step::End {
        which,
        outcome,
        took,
    });
    proptest::collection::vec(prop_oneof![4 => send, 3 => end, 1 => (1_u64..9).prop_map(Step::Lose)], 0..60)
}

fn head() -> Vec<u8> {
    let mut journal = Vec::new();
    let session = SessionId::new(1, [1; 10]);
    let token = Some(TokenId::new(1, [3; 10]));
    Line::Of { session, user: UserId::new(1, [2; 10]), token }.append(&mut journal);
    let client = ClientInfo { name: "a\n\u{1b}[2J\"".to_owned(), version: String::new() };
    Line::Client(client).append(&mut journal);
    for place in 0..3 {
        let tag = u8::try_from(place).expect("small");
        let (server, team) = (ServerId::new(1, [tag; 10]), TeamId::new(1, [tag; 10]));
        Line::Server { place, server, team }.append(&mut journal);
    }
    // The third item is never introduced: it is one of those that are not told apart.
    Line::Item { place: 0, name: "one\ntwo".to_owned() }.append(&mut journal);
    Line::Item { place: 1, name: "\u{feff}e 1 1 1 1".to_owned() }.append(&mut journal);
    journal
}

/// The journal of a session that did this.
fn journal(steps: &[Step]) -> Vec<u8> {
    let mut journal = head();
    let (mut open, mut number) = (Vec::new(), 0);
    for (at, step) in (1_000_000..).zip(steps) {
        match *step {
            Step::Send { server, item } => {
                number += 1;
                // Now and then one is missing.
                if server == 2 {
                    number += 3;
                    Line::Number(number).append(&mut journal);
                }
                open.push(number);
                Line::Time(at).append(&mut journal);
                SentLine { server, method: CallMethod::CallTool, item, bytes: 10 }.append(&mut journal);
            }
            Step::End { which, outcome, took } if !open.is_empty() => {
                let back = number - open.remove(which % open.len());
                let outcome = CallOutcome::ALL[outcome];
                EndedLine { back, outcome, took, bytes: 20 }.append(&mut journal);
            }
            Step::End { .. } => {}
            Step::Lose(calls) => {
                Line::Lost { at, calls }.append(&mut journal);
            }
        }
    }
    journal
}

/// What rows have in common that may become one.
type Key = (i64, Option<CallMethod>, UsageItem, CallOutcome);

/// How many calls of each kind a store was told of.
type Told = BTreeMap<(Option<usize>, u8), (u64, u64)>;

/// A store: what it was told of, and up to where.
#[derive(Debug, Default, Clone, PartialEq)]
struct Ledger {
    told: Told,
    through: u64,
}

impl Ledger {
    fn keep(&mut self, batch: UsageBatch) {
        self.through = batch.through;
        for row in batch.rows {
            let server =
                row.server.map(|(server, _)| (0..3).find(|&tag| server == ServerId::new(1, [tag; 10])));
            let sum = self.told.entry((server.flatten().map(usize::from), row.outcome.code())).or_default();
            *sum = (sum.0 + row.calls, sum.1 + row.took);
        }
    }
}

fn read(reader: &mut Reader, file: &mut File, store: &mut Ledger) {
    let end = file.metadata().expect("its size").len();
    while let Some(batch) = reader.piece(file, end, store.through).expect("readable") {
        let more = batch.more;
        store.keep(batch);
        if !more {
            break;
        }
    }
}

/// What the store is told by someone who reads all of it once.
fn at_once(journal: &[u8]) -> Ledger {
    let mut file = tempfile::tempfile().expect("a file");
    file.write_all(journal).expect("written");
    let (mut reader, mut store) = (Reader::default(), Ledger::default());
    read(&mut reader, &mut file, &mut store);
    if let Some(rest) = reader.rest() {
        store.keep(rest);
    }
    store
}

proptest! {
    #[test]
    fn each_call_is_counted_once_wherever_the_reading_was_cut(
        steps in steps(),
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0_u8..4), 0..6),
    ) {
        let journal = journal(&steps);
        let mut cuts: Vec<_> =
            cuts.into_iter().map(|(cut, fate)| (cut.index(journal.len() + 1), fate)).collect();
        cuts.sort_unstable();
        let mut file = tempfile::tempfile().expect("a file");
        let (mut reader, mut store, mut written) = (Reader::default(), Ledger::default(), 0);
        for (cut, fate) in cuts {
            file.write_all(&journal[written..cut]).expect("written");
            written = cut;
            match fate {
                // It is read, and goes on.
                0 => read(&mut reader, &mut file, &mut store),
                // Its process is killed, or did not hear whether the store had it.
                1 => {
                    read(&mut reader, &mut file, &mut store);
                    reader = Reader::default();
                }
                // The store did not take it.
                2 => {
                    read(&mut reader, &mut file, &mut store.clone());
                    reader = Reader::default();
                }
                // The journal begins anew with what it needs.
                _ => {
                    read(&mut reader, &mut file, &mut store);
                    let read = usize::try_from(reader.offset()).expect("small");
                    let mut whole = Vec::new();
                    std::io::Seek::rewind(&mut file).expect("rewound");
                    std::io::Read::read_to_end(&mut file, &mut whole).expect("read");
                    let mut next = reader.replay().snapshot();
                    let start = next.len() as u64;
                    next.extend_from_slice(&whole[read..]);
                    file = tempfile::tempfile().expect("a file");
                    file.write_all(&next).expect("written");
                    reader.moved(start);
                }
            }
            std::io::Seek::seek(&mut file, std::io::SeekFrom::End(0)).expect("the end");
        }
        file.write_all(&journal[written..]).expect("written");
        read(&mut reader, &mut file, &mut store);
        if let Some(rest) = reader.rest() {
            store.keep(rest);
        }
        prop_assert_eq!(store, at_once(&journal));
    }

    #[test]
    fn a_journal_that_ends_anywhere_has_what_stands_in_its_whole_lines(
        steps in steps(),
        cut in any::<prop::sample::Index>(),
    ) {
        let journal = journal(&steps);
        let cut = &journal[..cut.index(journal.len() + 1)];
        let whole = cut.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let lines = || cut[..whole].split(|&byte| byte == b'\n').filter_map(Line::parse);
        let sent = lines().filter(|line| matches!(line, Line::Sent(_))).count() as u64;
        let lost: u64 = lines().map(|line| if let Line::Lost { calls, .. } = line { calls } else { 0 }).sum();
        let told: u64 = at_once(cut).told.values().map(|(calls, _)| calls).sum();
        prop_assert_eq!(told, sent + lost);
    }

    #[test]
    fn what_somebody_wrote_into_a_journal_breaks_nothing(
        steps in steps(),
        place in any::<prop::sample::Index>(),
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut journal = journal(&steps);
        let place = place.index(journal.len());
        let end = (place + bytes.len() / 2).min(journal.len());
        journal.splice(place..end, bytes);
        at_once(&journal);
        let (mut replay, mut fold) = (Replay::default(), Fold::default());
        for line in journal.split(|&byte| byte == b'\n') {
            replay.read(line, 0, &mut fold);
        }
        fold.rows(&replay);
    }

    #[test]
    fn few_rows_say_what_many_said(
        seconds in 1_i64..4,
        kinds in proptest::collection::vec((0_usize..3, 0_usize..9, 1_u64..1 << 40, 0_u64..99), 1..40),
        many in 1_usize..3_000,
    ) {
        let mut replay = Replay::default();
        for line in head().split(|&byte| byte == b'\n') {
            replay.read(line, 0, &mut Fold::default());
        }
        let call = |number: usize| {
            let (item, outcome, took, bytes) = kinds[number % kinds.len()];
            let at = 5_000 + i64::try_from(number).expect("small") % (seconds * 1_000);
            let (method, item) = (CallMethod::ALL[item], [None, Some(0), Some(2)][item]);
            let sent = Sent { at, line: SentLine { server: 1, method, item, bytes } };
            Call { sent, outcome: CallOutcome::ALL[outcome], took, bytes: bytes * 2 }
        };
        let row = |call: Call| UsageRow {
            at: call.sent.at,
            method: Some(call.sent.line.method),
            server: Some((ServerId::new(1, [1; 10]), TeamId::new(1, [1; 10]))),
            item: match call.sent.line.item {
                None => UsageItem::None,
                Some(0) => UsageItem::Named("one\ntwo".into()),
                Some(_) => UsageItem::Other,
            },
            outcome: call.outcome,
            calls: 1,
            took: call.took,
            bytes_in: call.sent.line.bytes,
            bytes_out: call.bytes,
        };
        let rows: Vec<_> = (0..many).map(call).map(row).collect();
        let mut fold = Fold::default();
        (0..many).map(call).for_each(|call| fold.add(call));
        let folded = fold.rows(&replay);
        let sums = |rows: &[UsageRow]| {
            let mut sums: Vec<(Key, [u64; 4])> = Vec::new();
            for row in rows {
                let key = (row.at.div_euclid(1_000), row.method, row.item.clone(), row.outcome);
                let more = [row.calls, row.took, row.bytes_in, row.bytes_out];
                match sums.iter_mut().find(|(other, _)| *other == key) {
                    Some((_, sum)) => sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more),
                    None => sums.push((key, more)),
                }
            }
            sums.sort_by_key(|((second, method, _, outcome), _)| (*second, *method, *outcome));
            sums
        };
        prop_assert_eq!(sums(&rows), sums(&folded));
        if many <= APART {
            // By their seconds, and within one as they came.
            let mut rows = rows;
            rows.sort_by_key(|row| row.at.div_euclid(1_000));
            prop_assert_eq!(rows, folded);
        }
    }
}
