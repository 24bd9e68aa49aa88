//! The table `server_reference`: what of a server's configuration refers to secrets, and whether they are to be had.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};

use super::handle::Viewer;
use super::secret::{by_id, find};
use super::server::broken;
use super::{Store, StoreError, lend};
use crate::core::access::Principal;
use crate::core::model::{
    Borrower, Hash, NamedSecret, Reference, ReferenceState, SecretId, SecretName, Server, ServerId, Spot,
    Target, command_hash,
};

impl Store {
    /// What stands behind each of `targets` for a server while it has this `command`: the secret, or why there is none.
    pub async fn behind(
        &self,
        borrower: Option<Borrower>,
        command: Hash,
        targets: Vec<Target>,
    ) -> Result<Vec<Result<NamedSecret, ReferenceState>>, StoreError> {
        let (viewer, acting) = (self.viewer(), self.principal_then());
        self.read(move |connection| {
            let behind =
                |target| behind(connection, (viewer, acting.as_deref()), borrower.as_ref(), command, target);
            targets.iter().map(behind).collect()
        })
        .await
    }
}

fn behind(
    connection: &Connection,
    (viewer, acting): (Viewer, Option<&Principal>),
    borrower: Option<&Borrower>,
    command: Hash,
    target: &Target,
) -> Result<Result<NamedSecret, ReferenceState>, StoreError> {
    let name = match target {
        Target::Secret { id, .. } => {
            let Some(secret) = by_id(connection, *id)? else { return Ok(Err(ReferenceState::Removed)) };
            let borrowed = match borrower {
                None => false,
                Some(borrower) => may_have(connection, acting, &secret, borrower, command)?,
            };
            return Ok(if borrowed { Ok(secret) } else { Err(ReferenceState::NotLent) });
        }
        Target::Mine(name) => name,
    };
    let Some(secret) = find(connection, viewer, name)? else { return Ok(Err(ReferenceState::NotMade)) };
    let granted = match borrower {
        Some(borrower) => is_granted(connection, secret.id, borrower.server, command)?,
        None => false,
    };
    Ok(if granted { Ok(secret) } else { Err(ReferenceState::NotGranted) })
}

/// Whether a server may have a secret: one that is as wide as itself, or that was lent to it.
fn may_have(
    connection: &Connection,
    acting: Option<&Principal>,
    secret: &NamedSecret,
    borrower: &Borrower,
    command: Hash,
) -> Result<bool, StoreError> {
    let wide = secret.belonging.is_as_wide_as(&borrower.belonging);
    Ok(wide || lend::is_lent(connection, acting, secret, borrower, command)?)
}

fn is_granted(
    connection: &Connection,
    secret: SecretId,
    server: ServerId,
    command: Hash,
) -> Result<bool, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT command FROM secret_grant WHERE secret_id = ?1 AND server_id = ?2")?;
    let granted =
        statement.query_row([secret.to_string(), server.to_string()], |row| row.get::<_, [u8; 32]>(0));
    Ok(granted.optional()? == Some(command.0))
}

/// Reads the references of a server, whose other members are there, as they stand for `viewer`.
pub(super) fn read(connection: &Connection, viewer: Viewer, server: &mut Server) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT place, item, position, name, secret_id FROM server_reference WHERE server_id = ?1",
    )?;
    let bare =
        statement.query_map([server.id.to_string()], |row| bare(row, 0))?.collect::<Result<Vec<_>, _>>()?;
    attach(connection, viewer, server, bare)
}

/// Reads the references of all servers: without their states, which [`attach`] finds out.
pub(super) fn read_all(connection: &Connection) -> Result<BTreeMap<String, Vec<Bare>>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT server_id, place, item, position, name, secret_id FROM server_reference")?;
    let mut rows = statement.query([])?;
    let mut all: BTreeMap<String, Vec<Bare>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        all.entry(row.get(0)?).or_default().push(bare(row, 1)?);
    }
    Ok(all)
}

/// A reference as its row has it.
pub(super) type Bare = (Spot, usize, Target);

/// Finds out how references stand, and gives them to `server`.
pub(super) fn attach(
    connection: &Connection,
    viewer: Viewer,
    server: &mut Server,
    bare: Vec<Bare>,
) -> Result<(), StoreError> {
    if bare.is_empty() {
        return Ok(());
    }
    let (borrower, launch) = (Borrower::of(server), &mut server.launch);
    let command = command_hash(launch);
    for (spot, position, target) in bare {
        let state = match behind(connection, (viewer, None), Some(&borrower), command, &target)? {
            Ok(NamedSecret { id, revision, .. }) => ReferenceState::Found { id, revision },
            Err(unmet) => unmet,
        };
        launch.references.push(Reference { spot, position, target, state });
    }
    launch.references.sort_by(|a, b| (&a.spot, a.position).cmp(&(&b.spot, b.position)));
    Ok(())
}

/// Writes the references of a server in place of those that it had.
pub(super) fn write(transaction: &Transaction<'_>, server: &Server) -> Result<(), StoreError> {
    let Server { id: server_id, launch, .. } = server;
    let server_id = server_id.to_string();
    transaction.execute("DELETE FROM server_reference WHERE server_id = ?1", [&server_id])?;
    let mut insert =
        transaction.prepare_cached("INSERT INTO server_reference VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for reference in &launch.references {
        let (place, item) = match &reference.spot {
            Spot::Env(name) => ("env", name.clone()),
            Spot::Arg(index) => ("arg", index.to_string()),
            Spot::Header(name) => ("header", name.clone()),
            Spot::Url => ("url", String::new()),
        };
        let secret = match &reference.target {
            Target::Secret { id, .. } => Some(id.to_string()),
            Target::Mine(_) => None,
        };
        let (name, position) =
            (reference.target.name().as_str(), i64::try_from(reference.position).unwrap_or(i64::MAX));
        insert.execute(params![server_id, place, item, position, name, secret])?;
    }
    Ok(())
}

/// Refuses a server that would refer to a secret which it may not have. A reference that stood there before, and is not to be had
/// any more, stays as long as nobody else gets to use the server.
pub(super) fn require_borrowable(
    transaction: &Transaction<'_>,
    before: Option<&Server>,
    server: &Server,
) -> Result<(), StoreError> {
    let (borrower, command) = (Borrower::of(server), command_hash(&server.launch));
    for reference in &server.launch.references {
        let Target::Secret { id, .. } = reference.target else { continue };
        let Some(secret) = by_id(transaction, id)? else { continue };
        if !server.had(before, &reference.target)
            && !may_have(transaction, None, &secret, &borrower, command)?
        {
            return Err(StoreError::PrivateSecret { server: server.name.clone(), secret: secret.name });
        }
    }
    Ok(())
}

/// Reads place, item, position, name and secret from `column` on.
fn bare(row: &Row<'_>, column: usize) -> rusqlite::Result<Bare> {
    let odd = |offset: usize| broken(column + offset, std::fmt::Error);
    let item: String = row.get(column + 1)?;
    let spot = match row.get::<_, String>(column)?.as_str() {
        "env" => Spot::Env(item),
        "arg" => Spot::Arg(item.parse().map_err(|_| odd(1))?),
        "header" => Spot::Header(item),
        "url" => Spot::Url,
        _ => return Err(odd(0)),
    };
    let name = SecretName::parse(&row.get::<_, String>(column + 3)?).map_err(|_| odd(3))?;
    let target = match row.get::<_, Option<String>>(column + 4)? {
        Some(id) => Target::Secret { id: SecretId::parse(&id).ok_or_else(|| odd(4))?, name },
        None => Target::Mine(name),
    };
    let position = usize::try_from(row.get::<_, i64>(column + 2)?).map_err(|_| odd(2))?;
    Ok((spot, position, target))
}
