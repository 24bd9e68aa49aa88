//! The tables of usage: what was called, by whom, and what came of it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{Store, StoreError};
use crate::core::model::{
    ServerId, SessionId, TeamId, UsageBatch, UsageItem, UsageRow, UsageSession, usage_bucket,
};

/// The most that one row is made of, whatever a journal says: sums of them stay numbers.
const MOST: u64 = 1 << 40;
/// How many rows go at a time: others wait for the store meanwhile.
const PIECE: u32 = 4_000;
/// Items, and sessions that are over, which no call is of any more. They are looked for where nobody waits for it.
const UNUSED: [(&str, &str); 2] = [
    (
        "SELECT id FROM usage_item AS i WHERE id <> 0
             AND NOT EXISTS (SELECT 1 FROM usage AS u WHERE u.item IS NOT NULL AND u.item = i.id) LIMIT ?1",
        "DELETE FROM usage_item WHERE id = ?1
             AND NOT EXISTS (SELECT 1 FROM usage WHERE item IS NOT NULL AND item = ?1)",
    ),
    (
        "SELECT id FROM usage_session AS s WHERE NOT EXISTS (SELECT 1 FROM usage AS u WHERE u.session = s.id)
             AND NOT EXISTS (SELECT 1 FROM session WHERE session.id = s.session_id) LIMIT ?1",
        "DELETE FROM usage_session WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM usage WHERE session = ?1)",
    ),
];
/// The row of items that are not told apart.
const OTHER: i64 = 0;

impl Store {
    /// Keeps what `source` says is new of a session after the end that it is given: up to there the session is known. It runs in
    /// the transaction that keeps it, which waits no longer than `limit` for other processes. Returns whether there is more.
    pub async fn keep_usage(
        &self,
        session: SessionId,
        limit: Duration,
        source: impl FnOnce(u64) -> Result<Option<UsageBatch>, StoreError> + Send + 'static,
    ) -> Result<bool, StoreError> {
        self.write_within(limit, move |transaction| {
            let batch = source(known(transaction, session)?)?;
            let Some(batch) = batch else { return Ok(false) };
            if is_kept(transaction)? {
                insert(transaction, &batch.session, Some(batch.through), &batch.rows)?;
            }
            Ok(batch.more)
        })
        .await
    }

    /// Keeps calls of a session that are in no journal.
    pub async fn add_usage(
        &self,
        session: UsageSession,
        rows: Vec<UsageRow>,
        limit: Duration,
    ) -> Result<(), StoreError> {
        let work = move |transaction: &Transaction<'_>| {
            if is_kept(transaction)? { insert(transaction, &session, None, &rows) } else { Ok(()) }
        };
        self.write_within(limit, work).await
    }

    /// Removes some of what is older than `before`, milliseconds since 1970. Returns whether there is more of it.
    pub async fn forget_usage(&self, before: i64, limit: Duration) -> Result<bool, StoreError> {
        let old = "SELECT EXISTS (SELECT 1 FROM usage WHERE at < ?1)";
        if self.read(move |connection| Ok(connection.query_row(old, [before], |row| row.get(0))?)).await? {
            let sql = "DELETE FROM usage WHERE rowid IN (SELECT rowid FROM usage WHERE at < ?1 LIMIT ?2)";
            let work =
                move |transaction: &Transaction<'_>| Ok(transaction.execute(sql, params![before, PIECE])?);
            return Ok(self.write_within(limit, work).await? > 0);
        }
        let mut forgotten = 0;
        for (unused, remove) in UNUSED {
            let ids: Vec<i64> = self.read(move |connection| unused_rows(connection, unused)).await?;
            if !ids.is_empty() {
                let work = move |transaction: &Transaction<'_>| {
                    let mut statement = transaction.prepare(remove)?;
                    ids.into_iter().try_fold(0, |sum, id| Ok(sum + statement.execute([id])?))
                };
                forgotten += self.write_within(limit, work).await?;
            }
        }
        Ok(forgotten > 0)
    }
}

/// Whether usage is kept at all, as is set now: a session may have begun when something else was.
fn is_kept(connection: &Connection) -> Result<bool, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT value FROM setting WHERE key = 'usage.retention'")?;
    let text: Option<String> = statement.query_row([], |row| row.get(0)).optional()?;
    // A duration is nothing when all its digits are 0.
    Ok(text.is_none_or(|text| text.bytes().any(|byte| matches!(byte, b'1'..=b'9'))))
}

fn unused_rows(connection: &Connection, sql: &str) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare(sql)?;
    Ok(statement.query_map([PIECE], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn known(transaction: &Transaction<'_>, session: SessionId) -> Result<u64, StoreError> {
    let sql = "SELECT through FROM usage_session WHERE session_id = ?1";
    let through: Option<i64> =
        transaction.prepare_cached(sql)?.query_row([session.to_string()], |row| row.get(0)).optional()?;
    Ok(through.map_or(0, i64::cast_unsigned))
}

fn insert(
    transaction: &Transaction<'_>,
    session: &UsageSession,
    through: Option<u64>,
    rows: &[UsageRow],
) -> Result<(), StoreError> {
    let id = settle_session(transaction, session, through)?;
    let mut places = Places { transaction, servers: HashMap::new(), items: HashMap::new() };
    let sql = "INSERT INTO usage (at, session, server, item, method, outcome, bucket, calls, took, bytes_in, bytes_out)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let mut statement = transaction.prepare_cached(sql)?;
    for row in rows.iter().filter(|row| row.calls > 0) {
        let server = row.server.map(|server| places.server(server)).transpose()?;
        let number = |value: u64| value.min(MOST).cast_signed();
        statement.execute(params![
            row.at,
            id,
            server,
            places.item(&row.item)?,
            row.method.map(crate::core::model::CallMethod::code),
            row.outcome.code(),
            usage_bucket(row.took / row.calls),
            number(row.calls),
            number(row.took),
            number(row.bytes_in),
            number(row.bytes_out),
        ])?;
    }
    Ok(())
}

fn settle_session(
    transaction: &Transaction<'_>,
    session: &UsageSession,
    through: Option<u64>,
) -> Result<i64, StoreError> {
    let sql = "INSERT INTO usage_session (session_id, user_id, token_id, client, client_version, through)
               VALUES (?1, ?2, ?3, ?4, ?5, coalesce(?6, 0))
               ON CONFLICT (session_id) DO UPDATE SET through = max(through, coalesce(?6, 0)),
                   client = coalesce(client, ?4), client_version = coalesce(client_version, ?5)
               RETURNING id";
    let client = session.client.as_ref();
    let values = params![
        session.id.to_string(),
        session.user.to_string(),
        session.token.map(|token| token.to_string()),
        client.map(|client| &client.name),
        client.map(|client| &client.version),
        through.map(|through| through.min(UsageBatch::ALL).cast_signed()),
    ];
    Ok(transaction.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
}

/// The rows of servers and items that were met in one transaction.
struct Places<'a> {
    transaction: &'a Transaction<'a>,
    servers: HashMap<(ServerId, TeamId), i64>,
    items: HashMap<Arc<str>, i64>,
}

impl Places<'_> {
    fn server(&mut self, key: (ServerId, TeamId)) -> Result<i64, StoreError> {
        if let Some(id) = self.servers.get(&key) {
            return Ok(*id);
        }
        let sql = "INSERT INTO usage_server (server_id, team_id) VALUES (?1, ?2)
                   ON CONFLICT DO UPDATE SET team_id = team_id RETURNING id";
        let names = [key.0.to_string(), key.1.to_string()];
        let id = self.transaction.prepare_cached(sql)?.query_row(names, |row| row.get(0))?;
        self.servers.insert(key, id);
        Ok(id)
    }

    fn item(&mut self, item: &UsageItem) -> Result<Option<i64>, StoreError> {
        let name = match item {
            UsageItem::None => return Ok(None),
            UsageItem::Other => return Ok(Some(OTHER)),
            UsageItem::Named(name) => name,
        };
        if let Some(id) = self.items.get(name) {
            return Ok(Some(*id));
        }
        let sql =
            "INSERT INTO usage_item (name) VALUES (?1) ON CONFLICT DO UPDATE SET name = name RETURNING id";
        let id = self.transaction.prepare_cached(sql)?.query_row([name.as_ref()], |row| row.get(0))?;
        self.items.insert(Arc::clone(name), id);
        Ok(Some(id))
    }
}
