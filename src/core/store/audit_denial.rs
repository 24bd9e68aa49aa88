//! The table `audit_denial`: a program that asks again and again for what it may not have fills no disk.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::audit::{append, find};
use super::{Store, StoreError};
use crate::core::model::{Act, AuditRecord, Deed};

/// How long identical refusals are counted before their number is told, milliseconds.
const MINUTE: i64 = 60_000;

impl Store {
    /// Tells of refusals, each with how often it happened, within `limit` or not at all. Of identical ones (who, from where,
    /// what, why) the first one is a row at once; those of the minute after it are one row together.
    pub async fn record_denials(
        &self,
        denials: Vec<(Act, Deed, u32)>,
        limit: Duration,
    ) -> Result<(), StoreError> {
        self.write_within(limit, move |transaction| {
            for (act, deed, count) in &denials {
                settle(transaction, act.at)?;
                tell(transaction, &AuditRecord::new(act, deed), *count)?;
            }
            Ok(())
        })
        .await
    }

    /// Tells how many refusals there were in minutes that are over, within `limit` or not at all.
    pub async fn settle_denials(&self, now: Timestamp, limit: Duration) -> Result<(), StoreError> {
        if self.read(move |connection| is_due(connection, now)).await? {
            self.write_within(limit, move |transaction| settle(transaction, now)).await?;
        }
        Ok(())
    }
}

/// Tells of `record`, which happened `count` times.
pub(super) fn tell(
    transaction: &Transaction<'_>,
    record: &AuditRecord,
    count: u32,
) -> Result<(), StoreError> {
    if count == 0 {
        return Ok(());
    }
    let same = record.sameness().0;
    let sql = "UPDATE audit_denial SET count = count + ?2, latest = max(latest, ?3) WHERE sameness = ?1";
    if transaction.prepare_cached(sql)?.execute(params![same, count, record.at])? == 0 {
        let seq = append(transaction, record)?;
        let sql = "INSERT INTO audit_denial VALUES (?1, ?2, ?3, ?3, ?4)";
        transaction.prepare_cached(sql)?.execute(params![same, seq, record.at, count - 1])?;
    }
    Ok(())
}

/// Tells how many refusals there were in minutes that are over at `now`.
pub(super) fn settle(transaction: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    while let Some((seq, since, latest, count)) = due(transaction, now)? {
        if count > 0
            && let Some(row) = find(transaction, seq)?
        {
            append(transaction, &AuditRecord { at: latest, count, ..row.record })?;
        }
        let sql = "DELETE FROM audit_denial WHERE seq = ?1 AND since = ?2";
        transaction.prepare_cached(sql)?.execute((seq, since))?;
    }
    Ok(())
}

fn is_due(connection: &Connection, now: Timestamp) -> Result<bool, StoreError> {
    Ok(due(connection, now)?.is_some())
}

/// A minute that is over: the row of its first refusal, when that was, when the last one was, and how many came after the first.
fn due(connection: &Connection, now: Timestamp) -> Result<Option<(i64, i64, i64, i64)>, StoreError> {
    // A clock that was put back must not keep anything for ever.
    let sql = "SELECT seq, since, latest, count FROM audit_denial WHERE since <= ?1 OR since > ?2 ORDER BY since LIMIT 1";
    let now = now.as_millisecond();
    let mut statement = connection.prepare_cached(sql)?;
    let row = statement.query_row((now - MINUTE, now + MINUTE), |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    });
    Ok(row.optional()?)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;

    use super::*;
    use crate::core::model::{AuditRow, Origin, Outcome, Verifier, Via};
    use crate::core::store::AuditFilter;

    const LIMIT: Duration = Duration::from_secs(5);

    fn denial(seconds: i64, name: &str, count: u32) -> (Act, Deed, u32) {
        let at = Timestamp::UNIX_EPOCH + seconds.seconds();
        let act = Act { at, actor: None, via: Via::Nobody, origin: Origin::default(), action: "tool.call" };
        (act, Deed::done("tool", None, name).outcome(Outcome::Denied("no".to_owned())), count)
    }

    async fn rows(store: &Store) -> Vec<(String, i64, i64)> {
        let rows = store.audit_rows(AuditFilter::default(), 100).await.expect("rows");
        let told =
            |row: AuditRow| (row.record.name.unwrap_or_default(), row.record.at / 1000, row.record.count);
        rows.into_iter().map(told).collect()
    }

    #[tokio::test]
    async fn identical_refusals_are_one_row_and_a_count_a_minute() {
        let dir = tempfile::tempdir().expect("a directory");
        let store = Store::open(&dir.path().join("mcpgw.db")).await.expect("a store");
        let tell = async |denials: Vec<_>| store.record_denials(denials, LIMIT).await.expect("told");
        tell(vec![denial(0, "a", 1), denial(1, "a", 1), denial(2, "b", 3), denial(59, "a", 5)]).await;
        let first = [("a".to_owned(), 0, 1), ("b".to_owned(), 2, 1)];
        assert_eq!(rows(&store).await, first);
        // The minute of the first one is over, that of the second one is not.
        tell(vec![denial(61, "a", 1)]).await;
        let second = [("a".to_owned(), 59, 6), ("a".to_owned(), 61, 1)];
        assert_eq!(rows(&store).await, [first.as_slice(), &second].concat());
        store.settle_denials(Timestamp::UNIX_EPOCH + 70.seconds(), LIMIT).await.expect("settled");
        let third = [("b".to_owned(), 2, 2)];
        assert_eq!(rows(&store).await, [first.as_slice(), &second, &third].concat());
        // Nothing came after the last one.
        store.settle_denials(Timestamp::UNIX_EPOCH + 900.seconds(), LIMIT).await.expect("settled");
        assert_eq!(rows(&store).await.len(), 5);
        let verdict = store.verify_audit(Verifier::new(store.id())).await.expect("a verdict");
        assert_eq!((verdict.flaw, verdict.last.seq), (None, 5));
    }

    #[tokio::test]
    async fn a_clock_that_was_put_back_keeps_no_count_for_ever() {
        let dir = tempfile::tempdir().expect("a directory");
        let store = Store::open(&dir.path().join("mcpgw.db")).await.expect("a store");
        store.record_denials(vec![denial(9_000, "a", 3)], LIMIT).await.expect("told");
        store.settle_denials(Timestamp::UNIX_EPOCH, LIMIT).await.expect("settled");
        assert_eq!(rows(&store).await, [("a".to_owned(), 9_000, 1), ("a".to_owned(), 9_000, 2)]);
    }
}
