//! Whatever somebody does to rows of the audit: the first row that is wrong is found, and the right one.

use mcpgw::core::model::{AuditRecord, AuditRow, Flaw, Hash, Link, Verdict, Verifier, Witness};
use proptest::prelude::*;

const STORE: &str = "store";

fn text() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[a-c\\x00\\x1b]{0,3}").expect("a pattern")
}

fn record() -> impl Strategy<Value = AuditRecord> {
    let optional = || proptest::option::of(text());
    let who = (any::<i64>(), optional(), text(), proptest::option::of(0_i64..3), 0_i64..3);
    let what = (optional(), optional(), text(), optional(), optional(), optional());
    (who, what, (text(), optional(), text(), 1_i64..3)).prop_map(|(who, what, how)| AuditRecord {
        at: who.0,
        actor: who.1,
        via: who.2,
        uid: who.3,
        pid: who.4,
        parent: what.0,
        client: what.1,
        action: what.2,
        kind: what.3,
        id: what.4,
        name: what.5,
        outcome: how.0,
        reason: how.1,
        details: how.2,
        count: how.3,
    })
}

fn chained(records: &[AuditRecord]) -> Vec<AuditRow> {
    let mut last = Link::genesis(STORE);
    let row = |record: &AuditRecord| {
        last = last.next(record);
        AuditRow { seq: last.seq, record: record.clone(), hash: last.hash }
    };
    records.iter().map(row).collect()
}

fn verdict(rows: &[AuditRow], heads: &[Link]) -> Verdict {
    let mut verifier = Verifier::new(STORE);
    for head in heads {
        verifier.expect(*head, Witness::Signed);
    }
    for row in rows {
        verifier.check(row);
    }
    verifier.finish()
}

fn link(row: &AuditRow) -> Link {
    Link { seq: row.seq, hash: row.hash }
}

/// A chain, and two of its rows.
fn chain() -> impl Strategy<Value = (Vec<AuditRow>, usize, usize)> {
    proptest::collection::vec(record(), 1..12).prop_flat_map(|records| {
        let (rows, length) = (chained(&records), records.len());
        (Just(rows), 0..length, 0..length)
    })
}

fn seq(index: usize) -> i64 {
    i64::try_from(index).expect("a small number") + 1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_nobody_touched_is_right_with_every_head((rows, head, _) in chain()) {
        let verdict = verdict(&rows, &[link(&rows[head]), Link::genesis(STORE)]);
        prop_assert_eq!(verdict.flaw, None);
        prop_assert_eq!(verdict.last, link(&rows[rows.len() - 1]));
        prop_assert_eq!(verdict.vouched, seq(head));
    }

    #[test]
    fn the_beginning_of_another_store_shows((rows, _, _) in chain()) {
        let rewritten = Flaw::Rewritten { seq: 0, after: 0, by: Witness::Signed };
        prop_assert_eq!(verdict(&rows, &[Link::genesis("another")]).flaw, Some(rewritten));
    }

    #[test]
    fn an_edited_row_is_named((mut rows, at, _) in chain(), other in record()) {
        prop_assume!(rows[at].record != other);
        rows[at].record = other;
        prop_assert_eq!(verdict(&rows, &[]).flaw, Some(Flaw::Altered { seq: seq(at) }));
    }

    #[test]
    fn an_edited_hash_is_named((mut rows, at, byte) in chain()) {
        let Hash(mut hash) = rows[at].hash;
        hash[byte] ^= 1;
        rows[at].hash = Hash(hash);
        prop_assert_eq!(verdict(&rows, &[]).flaw, Some(Flaw::Altered { seq: seq(at) }));
    }

    #[test]
    fn a_deleted_row_is_named_unless_it_was_the_last_and_nobody_kept_a_head((rows, at, _) in chain()) {
        let mut left = rows.clone();
        left.remove(at);
        let head = link(&rows[rows.len() - 1]);
        if at + 1 < rows.len() {
            prop_assert_eq!(verdict(&left, &[]).flaw, Some(Flaw::Missing { seq: seq(at) }));
            // Renumbered, the row behind it is wrong.
            left[at..].iter_mut().for_each(|row| row.seq -= 1);
            prop_assert_eq!(verdict(&left, &[]).flaw.map(Flaw::seq), Some(seq(at)));
        } else {
            prop_assert_eq!(verdict(&left, &[]).flaw, None);
            let flaw = Flaw::CutOff { seq: seq(at), head: seq(at), by: Witness::Signed };
            prop_assert_eq!(verdict(&left, &[head]).flaw, Some(flaw));
        }
    }

    #[test]
    fn swapped_rows_show_at_the_first_of_them((mut rows, one, other) in chain()) {
        prop_assume!(rows[one].record != rows[other].record);
        let (a, b) = (rows[one].clone(), rows[other].clone());
        (rows[one].record, rows[one].hash) = (b.record, b.hash);
        (rows[other].record, rows[other].hash) = (a.record, a.hash);
        prop_assert_eq!(verdict(&rows, &[]).flaw, Some(Flaw::Altered { seq: seq(one.min(other)) }));
    }

    #[test]
    fn an_appended_row_shows_unless_its_hash_is_right((mut rows, at, _) in chain(), forged in record()) {
        let next = seq(rows.len());
        rows.push(AuditRow { seq: next, record: forged.clone(), hash: rows[at].hash });
        prop_assert_eq!(verdict(&rows, &[]).flaw, Some(Flaw::Altered { seq: next }));
        rows.pop();
        rows.push(AuditRow { seq: next + 1, record: forged, hash: Hash([0; 32]) });
        prop_assert_eq!(verdict(&rows, &[]).flaw, Some(Flaw::Missing { seq: next }));
    }

    #[test]
    fn a_row_before_the_first_shows((mut rows, at, _) in chain()) {
        let row = AuditRow { seq: -seq(at), ..rows[at].clone() };
        rows.insert(0, row);
        prop_assert_eq!(verdict(&rows, &[]).flaw, Some(Flaw::Unexpected { seq: -seq(at) }));
    }

    #[test]
    fn a_chain_written_anew_shows_only_where_a_head_was_kept((rows, at, head) in chain(), other in record()) {
        prop_assume!(rows[at].record != other);
        let mut records: Vec<_> = rows.iter().map(|row| row.record.clone()).collect();
        records[at] = other;
        let forged = chained(&records);
        prop_assert_eq!(verdict(&forged, &[]).flaw, None);
        let flaw = verdict(&forged, &[link(&rows[head])]).flaw;
        if head < at {
            prop_assert_eq!(flaw, None);
        } else {
            let rewritten = Flaw::Rewritten { seq: seq(head), after: 0, by: Witness::Signed };
            prop_assert_eq!(flaw, Some(rewritten));
        }
    }

    #[test]
    fn rows_cut_off_show_where_a_head_was_kept((rows, keep, head) in chain()) {
        let flaw = verdict(&rows[..keep], &[link(&rows[head])]).flaw;
        if head < keep {
            prop_assert_eq!(flaw, None);
        } else {
            let cut = Flaw::CutOff { seq: seq(keep), head: seq(head), by: Witness::Signed };
            prop_assert_eq!(flaw, Some(cut));
        }
    }

    #[test]
    fn no_two_records_have_one_hash(one in record(), other in record()) {
        let start = Link::genesis(STORE);
        prop_assert_eq!(start.next(&one) == start.next(&other), one == other);
    }
}
