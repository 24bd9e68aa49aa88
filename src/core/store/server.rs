//! The tables `server`, `server_env` and `server_header`.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, Transaction, named_params};

use super::handle::Viewer;
use super::{Store, StoreError, deed, grant, lend, owner, reference, tenancy};
use crate::core::model::{
    Act, Belonging, CatalogueKey, Command, HiddenValue, Launch, Prefix, Protocol, Remote, Sealed,
    SealedColumn, Server, ServerAlias, ServerId, ServerName, Sighting, TeamId, Transport, UserId, Visibility,
};

const SELECT: &str = "SELECT id, name, alias, prefixed, enabled, eager, command, args, cwd, path,
                      start_timeout_ms, call_timeout_ms, created_at, updated_at, owner_id, team_id, visibility,
                      transport FROM server";

/// The `transport` of a server that is a command.
const STDIO: &str = "stdio";

/// Where values stand that servers declare.
const DECLARED: [SealedColumn; 2] = [SealedColumn::ServerVariable, SealedColumn::ServerHeader];

impl Store {
    /// All servers, oldest first.
    pub async fn servers(&self) -> Result<Vec<Server>, StoreError> {
        let viewer = self.viewer();
        self.read(move |connection| all(connection, viewer)).await
    }

    /// The server of that id.
    pub async fn server(&self, id: ServerId) -> Result<Option<Server>, StoreError> {
        let viewer = self.viewer();
        self.read(move |connection| find_by_id(connection, viewer, id)).await
    }

    /// Adds `server`, together with what was seen when it was tried.
    pub async fn insert_server(
        &self,
        act: Act,
        server: Server,
        seen: Option<(CatalogueKey, Sighting)>,
    ) -> Result<(), StoreError> {
        let plans = self.plans();
        self.audited(act, move |transaction| {
            let sql =
                "INSERT INTO server VALUES (:id, :owner_id, :team_id, :visibility, :name, :alias, :prefixed,
                       :enabled, :eager, :command, :args, :cwd, :path, :start_timeout_ms, :call_timeout_ms,
                       :created_at, :updated_at, :transport)";
            write_row(transaction, sql, &server)?;
            tenancy::admit(transaction, &plans, &server, None)?;
            write_declared(transaction, &server)?;
            reference::write(transaction, &server)?;
            reference::require_borrowable(transaction, None, &server)?;
            if let Some((key, sighting)) = seen {
                super::catalogue::write(transaction, &key, &sighting)?;
            }
            Ok(((), Some(deed::of_server(&server).with("alias", server.alias.as_str()))))
        })
        .await
    }

    /// Applies `change` to the server as it is at this moment, and returns it as it is now.
    ///
    /// What is kept of a configuration that it no longer has is forgotten.
    pub async fn change_server(
        &self,
        act: Act,
        server: &Server,
        seen: Option<(CatalogueKey, Sighting)>,
        change: impl FnOnce(&mut Server) + Send + 'static,
    ) -> Result<Server, StoreError> {
        let (id, name, viewer) = (server.id, server.name.clone(), self.viewer());
        let (acting, at, belonging) = (self.principal_then(), act.at, server.belonging);
        let plans = self.plans();
        self.audited(act, move |transaction| {
            let before = find_by_id(transaction, viewer, id)?.ok_or(StoreError::NoServer(name))?;
            require_unmoved(&before, belonging)?;
            let mut server = before.clone();
            change(&mut server);
            let sql = "UPDATE server SET owner_id = :owner_id, team_id = :team_id, visibility = :visibility,
                       name = :name, alias = :alias, prefixed = :prefixed, enabled = :enabled, eager = :eager,
                       command = :command, args = :args, cwd = :cwd, path = :path,
                       transport = :transport,
                       start_timeout_ms = :start_timeout_ms, call_timeout_ms = :call_timeout_ms,
                       created_at = :created_at, updated_at = :updated_at WHERE id = :id";
            write_row(transaction, sql, &server)?;
            tenancy::admit(transaction, &plans, &server, Some(&before))?;
            write_declared(transaction, &server)?;
            reference::write(transaction, &server)?;
            grant::drop_outdated(transaction, &server)?;
            lend::follow_command(transaction, acting.as_deref(), (&before, &server), at)?;
            lend::follow_audience(transaction, acting.as_deref(), (&before, &server), at)?;
            reference::require_borrowable(transaction, Some(&before), &server)?;
            owner::require(transaction, &before, &server, at)?;
            // What was granted to it may have gone with its command.
            let server =
                find_by_id(transaction, viewer, server.id)?.ok_or(StoreError::NoServer(server.name))?;
            super::catalogue::forget_other_configurations(transaction, (&before, &server))?;
            if let Some((key, sighting)) = seen {
                super::catalogue::write(transaction, &key, &sighting)?;
            }
            let deed = deed::of_change(&before, &server);
            Ok((server, deed))
        })
        .await
    }

    /// Removes the server and all that is kept about it; returns what was removed.
    pub async fn remove_server(&self, act: Act, server: &Server) -> Result<Server, StoreError> {
        let (id, name, viewer) = (server.id, server.name.clone(), self.viewer());
        let belonging = server.belonging;
        self.audited(act, move |transaction| {
            let server = find_by_id(transaction, viewer, id)?.ok_or(StoreError::NoServer(name))?;
            require_unmoved(&server, belonging)?;
            transaction.execute("DELETE FROM server WHERE id = ?1", [server.id.to_string()])?;
            let deed = deed::of_server(&server);
            Ok((server, Some(deed)))
        })
        .await
    }
}

/// Refuses to do to a server what was decided when it was somebody else's, or for others.
fn require_unmoved(server: &Server, decided: Belonging) -> Result<(), StoreError> {
    if server.belonging == decided { Ok(()) } else { Err(StoreError::RightsChanged) }
}

/// All servers, oldest first: in four queries, however many there are, and one for each reference to a secret.
pub(super) fn all(connection: &Connection, viewer: Viewer) -> Result<Vec<Server>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} ORDER BY created_at, rowid"))?;
    let mut servers = statement.query_map([], read_row)?.collect::<Result<Vec<_>, _>>()?;
    let mut declared = read_declared(connection)?;
    let mut references = reference::read_all(connection)?;
    for server in &mut servers {
        let id = server.id.to_string();
        let all = declared.remove(&(server.launch.sealed_column(), id.clone())).unwrap_or_default();
        *server.launch.declared_mut() = all;
        let bare = references.remove(&id).unwrap_or_default();
        reference::attach(connection, viewer, server, bare)?;
    }
    Ok(servers)
}

pub(super) fn find_by_id(
    connection: &Connection,
    viewer: Viewer,
    id: ServerId,
) -> Result<Option<Server>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
    let Some(mut server) = statement.query_row([id.to_string()], read_row).optional()? else {
        return Ok(None);
    };
    let table = server.launch.sealed_column().table();
    let mut declared = connection
        .prepare_cached(&format!("SELECT name, value, revision FROM {table} WHERE server_id = ?1"))?;
    let rows = declared.query_map([server.id.to_string()], |row| Ok((row.get(0)?, hidden_value(row, 1)?)))?;
    *server.launch.declared_mut() = rows.collect::<Result<_, _>>()?;
    reference::read(connection, viewer, &mut server)?;
    Ok(Some(server))
}

/// Values that servers declare, by their column and their server's id, and then by name.
type Declared = HashMap<(SealedColumn, String), BTreeMap<String, HiddenValue>>;

fn read_declared(connection: &Connection) -> Result<Declared, StoreError> {
    let mut declared = Declared::new();
    for column in DECLARED {
        let sql = format!("SELECT server_id, name, value, revision FROM {}", column.table());
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let all = declared.entry((column, row.get(0)?)).or_default();
            all.insert(row.get(1)?, hidden_value(row, 2)?);
        }
    }
    Ok(declared)
}

fn write_row(transaction: &Transaction<'_>, sql: &str, server: &Server) -> Result<(), StoreError> {
    let in_place;
    let (transport, command) = match &server.launch.transport {
        Transport::Stdio(command) => (STDIO, command),
        Transport::Remote(remote) => {
            in_place = Command { command: remote.url.clone(), ..Command::default() };
            (remote.protocol.name(), &in_place)
        }
    };
    let cwd = match &command.cwd {
        None => None,
        Some(cwd) => Some(cwd.to_str().ok_or_else(|| unreadable("the directory is not UTF-8"))?),
    };
    let args = serde_json::to_string(&command.args).map_err(|error| unreadable(error.to_string()))?;
    let belonging = &server.belonging;
    let visibility = belonging.visibility.ok_or_else(|| unreadable("its visibility is not known here"))?;
    let written = transaction.execute(
        sql,
        named_params! {
            ":id": server.id.to_string(),
            ":owner_id": belonging.owner.to_string(),
            ":team_id": belonging.team.to_string(),
            ":visibility": visibility.name(),
            ":name": server.name.as_str(),
            ":alias": server.alias.as_str(),
            ":prefixed": server.prefix == Prefix::Alias,
            ":enabled": server.enabled,
            ":eager": server.eager,
            ":command": command.command,
            ":args": args,
            ":cwd": cwd,
            ":path": command.path,
            ":start_timeout_ms": millis(server.start_timeout),
            ":call_timeout_ms": server.call_timeout.map(millis),
            ":created_at": server.created_at.as_millisecond(),
            ":updated_at": server.updated_at.as_millisecond(),
            ":transport": transport,
        },
    );
    match written {
        Ok(_) => Ok(()),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(taken(transaction, server, error))
        }
        Err(error) => Err(error.into()),
    }
}

/// Finds out, inside the same transaction, which of the two unique columns another server holds.
fn taken(transaction: &Transaction<'_>, server: &Server, error: rusqlite::Error) -> StoreError {
    let holder = |column: &str, value: &str| {
        let sql = format!(
            "SELECT iif(visibility = 'private' AND owner_id <> ?4, NULL, name) FROM server
             WHERE {column} = ?1 AND id <> ?2 AND team_id = ?3"
        );
        let belonging = &server.belonging;
        let key = [value, &server.id.to_string(), &belonging.team.to_string(), &belonging.owner.to_string()];
        transaction.query_row(&sql, key, |row| row.get::<_, Option<String>>(0)).optional()
    };
    match (holder("name", server.name.as_str()), holder("alias", server.alias.as_str())) {
        (Ok(Some(_)), _) => StoreError::NameTaken(server.name.clone()),
        (_, Ok(Some(by))) => StoreError::AliasTaken { alias: server.alias.clone(), by },
        _ => error.into(),
    }
}

/// Writes what a server declares, in place of what it declared.
fn write_declared(transaction: &Transaction<'_>, server: &Server) -> Result<(), StoreError> {
    let id = server.id.to_string();
    for column in DECLARED {
        transaction.execute(&format!("DELETE FROM {} WHERE server_id = ?1", column.table()), [&id])?;
    }
    let table = server.launch.sealed_column().table();
    let mut statement =
        transaction.prepare_cached(&format!("INSERT INTO {table} VALUES (?1, ?2, ?3, ?4)"))?;
    for (name, value) in server.launch.declared() {
        let HiddenValue::Sealed { sealed, revision } = value else {
            return Err(unreadable(format!("the {} is not sealed", server.launch.spot_of(name))));
        };
        super::vault::require_current(transaction, sealed.key())?;
        statement.execute((&id, name, sealed.as_bytes(), revision))?;
    }
    Ok(())
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<Server> {
    let belonging = Belonging {
        owner: id(row, 14, UserId::parse)?,
        team: id(row, 15, TeamId::parse)?,
        visibility: Visibility::parse(row.get_ref(16)?.as_str()?),
    };
    Ok(Server {
        id: id(row, 0, ServerId::parse)?,
        belonging,
        name: ServerName::parse(&row.get::<_, String>(1)?).map_err(|error| broken(1, error))?,
        alias: ServerAlias::parse(&row.get::<_, String>(2)?).map_err(|error| broken(2, error))?,
        prefix: if row.get(3)? { Prefix::Alias } else { Prefix::None },
        enabled: row.get(4)?,
        eager: row.get(5)?,
        launch: read_launch(row)?,
        start_timeout: duration(row.get(10)?),
        call_timeout: row.get::<_, Option<i64>>(11)?.map(duration),
        created_at: timestamp(row, 12)?,
        updated_at: timestamp(row, 13)?,
    })
}

/// Reads how a server is reached, but for what it declares and refers to.
fn read_launch(row: &Row<'_>) -> rusqlite::Result<Launch> {
    let transport = row.get_ref(17)?.as_str()?;
    if transport == STDIO {
        return Ok(Launch::from(Command {
            command: row.get(6)?,
            args: serde_json::from_str(row.get_ref(7)?.as_str()?).map_err(|error| broken(7, error))?,
            env: BTreeMap::new(),
            cwd: row.get::<_, Option<String>>(8)?.map(PathBuf::from),
            path: row.get(9)?,
        }));
    }
    let protocol = Protocol::parse(transport).ok_or_else(|| broken(17, std::fmt::Error))?;
    Ok(Launch::from(Remote { protocol, url: row.get(6)?, headers: BTreeMap::new() }))
}

/// Reads the value in `column`, with its revision behind it.
fn hidden_value(row: &Row<'_>, column: usize) -> rusqlite::Result<HiddenValue> {
    let sealed = Sealed::from_bytes(row.get(column)?).ok_or_else(|| broken(column, std::fmt::Error))?;
    Ok(HiddenValue::Sealed { sealed, revision: row.get(column + 1)? })
}

/// Reads the id in `column`.
pub(super) fn id<T>(row: &Row<'_>, column: usize, parse: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    parse(row.get_ref(column)?.as_str()?).ok_or_else(|| broken(column, std::fmt::Error))
}

pub(super) fn timestamp(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|error| broken(column, error))
}

pub(super) fn broken(
    column: usize,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
}

fn unreadable(what: impl Into<String>) -> StoreError {
    StoreError::Unreadable { table: "server", what: what.into() }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

fn duration(millis: i64) -> Duration {
    Duration::from_millis(u64::try_from(millis).unwrap_or(0))
}
