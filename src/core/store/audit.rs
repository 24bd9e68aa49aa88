//! The table `audit`: what is appended to it stands in the transaction of the change that it tells of.

use std::time::Duration;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};

use super::{Store, StoreError, audit_denial, mode, token};
use crate::core::access::Principal;
use crate::core::model::{
    Act, AuditRecord, AuditRow, AuthMode, Deed, Hash, Link, Outcome, TeamId, Verdict, Verifier, Via,
};

const COLUMNS: &str =
    "seq, at, actor, via, uid, pid, parent, client, action, kind, id, name, outcome, reason, details,
                       count, hash";

/// Which rows of the audit are wanted.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Those since then, milliseconds since the Unix epoch.
    pub since: Option<i64>,
    /// Those of this user.
    pub actor: Option<String>,
    /// Those of this action; of all of a noun, where it names no verb.
    pub action: Option<String>,
    /// Those that the owners of one of these teams may read.
    pub teams: Option<Vec<TeamId>>,
}

impl Store {
    /// Runs `work` in one transaction with the row that tells of it. A `work` that turns out to change nothing has no deed,
    /// and one that fails leaves nothing.
    ///
    /// Everything that an operation changes goes through here; [`Store::write`] is for what mcpgw keeps for itself.
    pub(super) async fn audited<T: Send + 'static>(
        &self,
        act: Act,
        work: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Deed>), StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.rehearsable(act, false, work).await
    }

    /// The same; for a `dry_run` everything is done, and none of it kept: what would fail fails.
    pub(super) async fn rehearsable<T: Send + 'static>(
        &self,
        act: Act,
        dry_run: bool,
        work: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Deed>), StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (then, tokens) = (self.principal_then(), self.tokens_then());
        // Boxed: what `work` holds would be in the future of every operation many times over.
        Box::pin(self.write(move |transaction| {
            if act.via == Via::Owner && mode::auth_mode(transaction)? == AuthMode::Required {
                return Err(StoreError::LoginRequired);
            }
            if let Some(then) = &then {
                still_may(transaction, then)?;
            }
            if let Some(token) = tokens.first()
                && token::chain(transaction, token.id)?.as_deref() != Some(&*tokens)
            {
                return Err(StoreError::RightsChanged);
            }
            if dry_run {
                transaction.execute_batch("SAVEPOINT rehearsal")?;
            }
            let (value, deed) = work(transaction)?;
            if dry_run {
                transaction.execute_batch("ROLLBACK TO rehearsal")?;
            } else if let Some(deed) = deed {
                let deed = match tokens.first() {
                    Some(token) => deed.with("token", token.id.to_string()),
                    None => deed,
                };
                audit_denial::settle(transaction, act.at)?;
                let record = AuditRecord::new(&act, &deed);
                match deed.outcome {
                    Outcome::Denied(_) => audit_denial::tell(transaction, &record, 1)?,
                    Outcome::Done | Outcome::Failed(_) => drop(append(transaction, &record)?),
                }
            }
            Ok(value)
        }))
        .await
    }

    /// Tells of something that changed nothing in the store, such as a session that was ended, within `limit` or not at all.
    pub async fn record(&self, act: Act, deed: Deed, limit: Duration) -> Result<(), StoreError> {
        let record = AuditRecord::new(&act, &deed);
        self.write_within(limit, move |transaction| append(transaction, &record).map(drop)).await
    }

    /// The last `limit` rows that `filter` lets through, oldest first.
    pub async fn audit_rows(&self, filter: AuditFilter, limit: u32) -> Result<Vec<AuditRow>, StoreError> {
        self.read(move |connection| {
            let sql = format!(
                "SELECT {COLUMNS} FROM audit WHERE (:since IS NULL OR at >= :since)
                 AND (:actor IS NULL OR actor = :actor)
                 AND (:action IS NULL OR action = :action OR substr(action, 1, length(:action) + 1) = :action || '.')
                 AND (:teams IS NULL OR json_extract(details, :team) IN (SELECT value FROM json_each(:teams)))
                 ORDER BY seq DESC LIMIT :limit"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let teams = filter.teams.map(|teams| {
                let ids: Vec<_> = teams.iter().map(TeamId::to_string).collect();
                serde_json::Value::from(ids).to_string()
            });
            let team = format!("$.{}", Deed::TEAM);
            let values = named_params! {
                ":teams": teams, ":team": team, ":since": filter.since, ":actor": filter.actor, ":action": filter.action, ":limit": limit,
            };
            let mut rows = statement.query_map(values, read_row)?.collect::<Result<Vec<_>, _>>()?;
            rows.reverse();
            Ok(rows)
        })
        .await
    }

    /// Up to `limit` rows after the row `after`, in their order.
    pub async fn audit_page(&self, after: i64, limit: u32) -> Result<Vec<AuditRow>, StoreError> {
        self.read(move |connection| {
            let sql = format!("SELECT {COLUMNS} FROM audit WHERE seq > ?1 ORDER BY seq LIMIT ?2");
            let mut statement = connection.prepare_cached(&sql)?;
            Ok(statement.query_map((after, limit), read_row)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Checks all rows as of one moment, beginning with what `verifier` knows.
    pub async fn verify_audit(&self, mut verifier: Verifier) -> Result<Verdict, StoreError> {
        self.read(move |connection| {
            let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM audit ORDER BY seq"))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                verifier.check(&read_row(row)?);
            }
            Ok(verifier.finish())
        })
        .await
    }

    /// The last row's number and hash.
    pub async fn audit_link(&self) -> Result<Link, StoreError> {
        self.read(last).await
    }
}

/// Refuses what was decided on rights that `then` had and has no more.
fn still_may(connection: &Connection, then: &Principal) -> Result<(), StoreError> {
    match super::principal::principal(connection, then.user())? {
        Some(now) if now.covers(then) => Ok(()),
        _ => Err(StoreError::RightsChanged),
    }
}

/// Appends a row, and returns its number. The transaction holds the write lock, so that nobody else does it at the same time.
pub(super) fn append(transaction: &Transaction<'_>, record: &AuditRecord) -> Result<i64, StoreError> {
    let link = last(transaction)?.next(record);
    let sql = "INSERT INTO audit VALUES (:seq, :at, :actor, :via, :uid, :pid, :parent, :client, :action, :kind, :id, :name,
               :outcome, :reason, :details, :count, :hash)";
    transaction.prepare_cached(sql)?.execute(named_params! {
        ":seq": link.seq,
        ":at": record.at,
        ":actor": record.actor,
        ":via": record.via,
        ":uid": record.uid,
        ":pid": record.pid,
        ":parent": record.parent,
        ":client": record.client,
        ":action": record.action,
        ":kind": record.kind,
        ":id": record.id,
        ":name": record.name,
        ":outcome": record.outcome,
        ":reason": record.reason,
        ":details": record.details,
        ":count": record.count,
        ":hash": link.hash.0,
    })?;
    Ok(link.seq)
}

/// The row of that number.
pub(super) fn find(connection: &Connection, seq: i64) -> Result<Option<AuditRow>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM audit WHERE seq = ?1"))?;
    Ok(statement.query_row([seq], read_row).optional()?)
}

fn last(connection: &Connection) -> Result<Link, StoreError> {
    let mut statement = connection.prepare_cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")?;
    let last = statement.query_row([], |row| Ok(Link { seq: number(row, 0)?, hash: hash(row, 1)? }));
    if let Some(last) = last.optional()? {
        return Ok(last);
    }
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE key = 'store_id'")?;
    Ok(Link::genesis(&statement.query_row([], |row| row.get::<_, String>(0))?))
}

/// Reads [`COLUMNS`], whatever somebody made of them: a row that can't be read as it is does not match its hash, either.
fn read_row(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    let required = |column| Ok::<_, rusqlite::Error>(text(row, column)?.unwrap_or_default());
    let record = AuditRecord {
        at: number(row, 1)?,
        actor: text(row, 2)?,
        via: required(3)?,
        uid: optional_number(row, 4)?,
        pid: number(row, 5)?,
        parent: text(row, 6)?,
        client: text(row, 7)?,
        action: required(8)?,
        kind: text(row, 9)?,
        id: text(row, 10)?,
        name: text(row, 11)?,
        outcome: required(12)?,
        reason: text(row, 13)?,
        details: required(14)?,
        count: number(row, 15)?,
    };
    Ok(AuditRow { seq: number(row, 0)?, record, hash: hash(row, 16)? })
}

fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Null => None,
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
    })
}

fn optional_number(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<i64>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number),
        _ => Some(-1),
    })
}

fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<i64> {
    Ok(optional_number(row, column)?.unwrap_or(-1))
}

fn hash(row: &Row<'_>, column: usize) -> rusqlite::Result<Hash> {
    let bytes = match row.get_ref(column)? {
        ValueRef::Blob(bytes) => bytes.try_into().unwrap_or_default(),
        _ => [0; 32],
    };
    Ok(Hash(bytes))
}
