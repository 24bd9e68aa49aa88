//! A row of the table `token`, read and written.

use std::path::PathBuf;

use jiff::Timestamp;
use rusqlite::{Row, Transaction, named_params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::StoreError;
use super::principal::time;
use super::server::{broken, id, timestamp};
use crate::core::model::{CallLimits, Hash, Hours, Token, TokenId, TokenReach, TokenScope, UserId};

const COLUMNS: &str = "id, user_id, parent_id, name, kid, hash, reach, teams, servers, tools, prompts,
    resources, capabilities, permissions, zone, days, from_minute, to_minute, per_minute, per_hour, per_day, concurrency,
    cidrs, client, workspace, created_by, created_at, expires_at, revoked_at, counts_as";

const VALUES: &str = ":id, :user_id, :parent_id, :name, :kid, :hash, :reach, :teams, :servers, :tools, :prompts,
    :resources, :capabilities, :permissions, :zone, :days, :from_minute, :to_minute, :per_minute, :per_hour, :per_day,
    :concurrency, :cidrs, :client, :workspace, :created_by, :created_at, :expires_at, :revoked_at,
    :counts_as";

/// When the first of those ends that a token was made with; nothing: none does.
const OUTLIVED_AT: &str = "CASE WHEN parent_id IS NULL THEN NULL ELSE (
    WITH RECURSIVE above (parent_id, expires_at) AS (
        SELECT parent.parent_id, parent.expires_at FROM token AS parent WHERE parent.id = token.parent_id
        UNION SELECT parent.parent_id, parent.expires_at FROM token AS parent JOIN above ON parent.id = above.parent_id)
    SELECT min(expires_at) FROM above) END";

/// When the key retires that has signed a token; nothing: it stays, or none has.
const RETIRES_AT: &str = "(SELECT retires_at FROM signing_key WHERE signing_key.kid = token.kid)";

/// What a query begins with whose rows [`read`] takes.
pub(super) fn select() -> String {
    format!("SELECT {COLUMNS}, {OUTLIVED_AT}, {RETIRES_AT} FROM token")
}

/// Reads a row of [`select`]. A row that can't be read is an error, never a token for more than it says.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Token> {
    let (parent, counts_as): (Option<String>, Option<String>) = (row.get(2)?, row.get(29)?);
    Ok(Token {
        id: id(row, 0, TokenId::parse)?,
        user: id(row, 1, UserId::parse)?,
        parent: parent.map(|_| id(row, 2, TokenId::parse)).transpose()?,
        name: row.get(3)?,
        kid: row.get(4)?,
        hash: Hash(row.get(5)?),
        scope: scope(row)?,
        created_by: id(row, 25, UserId::parse)?,
        created_at: timestamp(row, 26)?,
        expires_at: time(row, 27)?,
        outlived_at: time(row, 30)?,
        retires_at: time(row, 31)?,
        revoked_at: time(row, 28)?,
        counts_as: counts_as.map(|_| id(row, 29, TokenId::parse)).transpose()?,
    })
}

fn scope(row: &Row<'_>) -> rusqlite::Result<TokenScope> {
    let unknown = || broken(6, std::fmt::Error);
    let reach = match row.get_ref(6)?.as_str()? {
        "all" => TokenReach::All,
        "public" => TokenReach::Public,
        "teams" => TokenReach::Teams(json(row, 7)?.ok_or_else(unknown)?),
        _ => return Err(unknown()),
    };
    Ok(TokenScope {
        reach,
        servers: json(row, 8)?,
        tools: json(row, 9)?,
        prompts: json(row, 10)?,
        resources: json(row, 11)?,
        capabilities: json(row, 12)?,
        permissions: json(row, 13)?.unwrap_or_default(),
        hours: hours(row)?,
        limits: CallLimits {
            per_minute: row.get(18)?,
            per_hour: row.get(19)?,
            per_day: row.get(20)?,
            concurrency: row.get(21)?,
        },
        cidrs: json(row, 22)?,
        client: row.get(23)?,
        workspace: row.get::<_, Option<String>>(24)?.map(PathBuf::from),
    })
}

fn hours(row: &Row<'_>) -> rusqlite::Result<Option<Hours>> {
    let Some(zone) = row.get(14)? else { return Ok(None) };
    let letters: String = row.get(15)?;
    let days = std::array::from_fn(|day| letters.contains(char::from(b'1' + u8::try_from(day).unwrap_or(0))));
    Ok(Some(Hours { zone, days, from: row.get(16)?, to: row.get(17)? }))
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    text.map(serde_json::from_str).transpose().map_err(|error| broken(column, error))
}

/// Writes a row, in the place of one of the same id.
pub(super) fn write(transaction: &Transaction<'_>, token: &Token, insert: bool) -> Result<(), StoreError> {
    let Token { scope, .. } = token;
    let (reach, teams) = match &scope.reach {
        TokenReach::All => ("all", &[][..]),
        TokenReach::Public => ("public", &[][..]),
        TokenReach::Teams(teams) => ("teams", teams.as_slice()),
    };
    let hours = scope.hours.as_ref();
    let days = hours.map(|hours| {
        (1..=7).filter(|day| hours.days[day - 1]).map(|day| day.to_string()).collect::<String>()
    });
    let sql = if insert {
        format!("INSERT INTO token ({COLUMNS}) VALUES ({VALUES})")
    } else {
        format!("UPDATE token SET ({COLUMNS}) = ({VALUES}) WHERE id = :id")
    };
    transaction.execute(
        &sql,
        named_params! {
            ":id": token.id.to_string(),
            ":user_id": token.user.to_string(),
            ":parent_id": token.parent.map(|parent| parent.to_string()),
            ":name": token.name,
            ":kid": token.kid,
            ":hash": token.hash.0,
            ":reach": reach,
            ":teams": text(&teams)?,
            ":servers": optional(scope.servers.as_ref())?,
            ":tools": optional(scope.tools.as_ref())?,
            ":prompts": optional(scope.prompts.as_ref())?,
            ":resources": optional(scope.resources.as_ref())?,
            ":capabilities": optional(scope.capabilities.as_ref())?,
            ":permissions": text(&scope.permissions)?,
            ":zone": hours.map(|hours| &hours.zone),
            ":days": days,
            ":from_minute": hours.map(|hours| hours.from),
            ":to_minute": hours.map(|hours| hours.to),
            ":per_minute": scope.limits.per_minute,
            ":per_hour": scope.limits.per_hour,
            ":per_day": scope.limits.per_day,
            ":concurrency": scope.limits.concurrency,
            ":cidrs": optional(scope.cidrs.as_ref())?,
            ":client": scope.client,
            ":workspace": scope.workspace.as_ref().map(|path| path.to_string_lossy()),
            ":created_by": token.created_by.to_string(),
            ":created_at": token.created_at.as_millisecond(),
            ":expires_at": token.expires_at.map(Timestamp::as_millisecond),
            ":revoked_at": token.revoked_at.map(Timestamp::as_millisecond),
            ":counts_as": token.counts_as.map(|id| id.to_string()),
        },
    )?;
    Ok(())
}

fn text(value: &impl Serialize) -> Result<String, StoreError> {
    let failed =
        |error: serde_json::Error| StoreError::Unreadable { table: "token", what: error.to_string() };
    serde_json::to_string(value).map_err(failed)
}

fn optional(value: Option<&impl Serialize>) -> Result<Option<String>, StoreError> {
    value.map(text).transpose()
}
