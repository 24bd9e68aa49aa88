//! The tables `catalogue`, `catalogue_item` and `catalogue_extra`: what servers listed, byte for byte.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::handle::Viewer;
use super::server::timestamp;
use super::{Store, StoreError};
use crate::core::model::{
    Catalogue, CatalogueKey, Hash, ListKind, Server, ServerId, Sighting, configuration_hash, offer_hash,
};

/// How many different clients' offers are remembered for one configuration of a server; the one seen longest ago goes first.
const OFFERS: i64 = 8;
/// How many entries one server has: each user's secrets make another configuration.
const ENTRIES: i64 = 256;
/// How long one is kept that nobody has seen again, of a server that has more than one configuration, milliseconds.
const KEPT_FOR: i64 = 30 * 24 * 3600 * 1000;

/// An item that a server was seen to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownItem {
    /// Whose it is.
    pub server: ServerId,
    /// What it is.
    pub kind: ListKind,
    /// As the server sent it.
    pub raw: Box<[u8]>,
}

impl Store {
    /// What the last start under exactly these conditions gave.
    pub async fn sighting(&self, key: CatalogueKey) -> Result<Option<Sighting>, StoreError> {
        self.read(move |connection| read(connection, &key)).await
    }

    /// What the last start of each of these servers under its present configuration gave, whoever started it and whatever was
    /// offered to it; in the order of `servers`.
    pub async fn newest_sightings(
        &self,
        servers: Vec<(ServerId, Hash)>,
    ) -> Result<Vec<Option<Sighting>>, StoreError> {
        self.read(move |connection| {
            let newest = |(server, configuration)| read_newest(connection, server, configuration);
            servers.into_iter().map(newest).collect()
        })
        .await
    }

    /// Every item that any start of these servers gave, under whatever conditions.
    pub async fn known_items(&self, servers: Vec<ServerId>) -> Result<Vec<KnownItem>, StoreError> {
        self.read(move |connection| {
            let mut statement = connection.prepare_cached(
                "SELECT DISTINCT kind, item FROM catalogue JOIN catalogue_item ON catalogue_id = id
                 WHERE server_id = ?1",
            )?;
            let mut known = Vec::new();
            for server in servers {
                let mut rows = statement.query([server.to_string()])?;
                while let Some(row) = rows.next()? {
                    let kind: String = row.get(0)?;
                    if let Some(kind) = ListKind::ALL.into_iter().find(|of| of.noun() == kind) {
                        known.push(KnownItem { server, kind, raw: row.get::<_, Vec<u8>>(1)?.into() });
                    }
                }
            }
            Ok(known)
        })
        .await
    }

    /// What the last starts under exactly these conditions gave, all as of the same moment, in the order of `keys`. `heads` is given everything but the
    /// items as soon as that is there: catalogues that are empty so far.
    pub async fn sightings(
        &self,
        keys: Vec<CatalogueKey>,
        heads: impl FnOnce(Vec<Option<Sighting>>) + Send + 'static,
    ) -> Result<Vec<Option<Sighting>>, StoreError> {
        self.read(move |connection| {
            let known = keys.iter().map(|key| read_head(connection, key)).collect::<Result<Vec<_>, _>>()?;
            heads(known.iter().map(|known| known.as_ref().map(|(_, sighting)| sighting.clone())).collect());
            known.into_iter().map(|head| complete(connection, head)).collect()
        })
        .await
    }

    /// Notes that a start gave again, just now, what is kept already. `false`: no list is kept any more.
    pub async fn confirm_sighting(&self, key: CatalogueKey, at: Timestamp) -> Result<bool, StoreError> {
        self.write(move |transaction| {
            let confirmed = transaction.execute(
                "UPDATE catalogue SET seen_at = ?4
                 WHERE server_id = ?1 AND configuration = ?2 AND offer = ?3 AND failure IS NULL",
                params![key.server.to_string(), key.configuration.0, key.offer.0, at.as_millisecond()],
            )?;
            Ok(confirmed > 0)
        })
        .await
    }

    /// Keeps what a start by a command gave. A failure takes nothing away of what is known, and is kept beside it.
    pub async fn keep_test(&self, key: CatalogueKey, sighting: Sighting) -> Result<(), StoreError> {
        let viewer = self.viewer();
        self.write(move |transaction| {
            let failed = matches!(sighting, Sighting::Failed { .. });
            let beside = CatalogueKey { offer: nobodys_offer(), ..key };
            let key = if failed && is_listed(transaction, &key)? { beside } else { key };
            keep(transaction, viewer, &key, &sighting)
        })
        .await
    }

    /// Keeps what a start gave, in place of what an earlier one under the same offer gave.
    ///
    /// Does nothing when the server is gone, or has another configuration by now.
    pub async fn keep_sighting(&self, key: CatalogueKey, sighting: Sighting) -> Result<(), StoreError> {
        let viewer = self.viewer();
        self.write(move |transaction| keep(transaction, viewer, &key, &sighting)).await
    }
}

fn keep(
    transaction: &Transaction<'_>,
    viewer: Viewer,
    key: &CatalogueKey,
    sighting: &Sighting,
) -> Result<(), StoreError> {
    if current_configuration(transaction, viewer, key.server)? == Some(key.configuration) {
        write(transaction, key, sighting)?;
    }
    Ok(())
}

/// An offer that no client makes, since every revision has a name.
fn nobodys_offer() -> Hash {
    offer_hash("", &serde_json::Value::Null)
}

/// Whether there is a catalogue under exactly these conditions.
fn is_listed(transaction: &Transaction<'_>, key: &CatalogueKey) -> Result<bool, StoreError> {
    Ok(matches!(read_head(transaction, key)?, Some((_, Sighting::Listed(_)))))
}

/// Writes one entry; the server's row is there.
pub(super) fn write(
    transaction: &Transaction<'_>,
    key: &CatalogueKey,
    sighting: &Sighting,
) -> Result<(), StoreError> {
    let server = key.server.to_string();
    transaction.execute(
        "DELETE FROM catalogue WHERE server_id = ?1 AND configuration = ?2 AND offer = ?3",
        params![server, key.configuration.0, key.offer.0],
    )?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO catalogue (server_id, configuration, offer, protocol_version, capabilities, server_info,
         instructions, failure, seen_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    match sighting {
        Sighting::Failed { message, at } => {
            let none: Option<&[u8]> = None;
            let at = at.as_millisecond();
            insert.execute(params![
                server,
                key.configuration.0,
                key.offer.0,
                None::<String>,
                none,
                none,
                none,
                message,
                at
            ])?;
        }
        Sighting::Listed(catalogue) => {
            insert.execute(params![
                server,
                key.configuration.0,
                key.offer.0,
                catalogue.protocol_version,
                catalogue.capabilities,
                catalogue.server_info,
                catalogue.instructions,
                None::<String>,
                catalogue.seen_at.as_millisecond(),
            ])?;
            write_items(transaction, transaction.last_insert_rowid(), catalogue)?;
        }
    }
    let seen_at = match sighting {
        Sighting::Failed { at, .. } => at.as_millisecond(),
        Sighting::Listed(catalogue) => catalogue.seen_at.as_millisecond(),
    };
    forget_superfluous(transaction, key, seen_at)
}

/// Drops what is too much, now that there is an entry of `key`. Only a server that has secrets of whoever uses it has more than
/// one configuration.
fn forget_superfluous(transaction: &Transaction<'_>, key: &CatalogueKey, now: i64) -> Result<(), StoreError> {
    let server = key.server.to_string();
    let per_user = "SELECT 1 FROM server_reference WHERE server_id = ?1 AND secret_id IS NULL";
    let since = if transaction.prepare_cached(per_user)?.exists([&server])? {
        now.saturating_sub(KEPT_FOR)
    } else {
        i64::MAX
    };
    transaction.execute(
        "DELETE FROM catalogue WHERE server_id = ?1 AND (
             configuration <> ?2 AND seen_at < ?3
             OR configuration = ?2 AND id NOT IN (
                 SELECT id FROM catalogue WHERE server_id = ?1 AND configuration = ?2
                 ORDER BY seen_at DESC, id DESC LIMIT ?4)
             OR id NOT IN (
                 SELECT id FROM catalogue WHERE server_id = ?1 ORDER BY seen_at DESC, id DESC LIMIT ?5))",
        params![server, key.configuration.0, since, OFFERS, ENTRIES],
    )?;
    Ok(())
}

/// Drops what was seen when `server` was started otherwise than it is now: for whoever changed it, and so for everybody.
pub(super) fn forget_other_configurations(
    transaction: &Transaction<'_>,
    (before, server): (&Server, &Server),
) -> Result<(), StoreError> {
    let configuration = configuration_hash(&server.launch);
    if configuration_hash(&before.launch) != configuration {
        transaction.execute(
            "DELETE FROM catalogue WHERE server_id = ?1 AND configuration <> ?2",
            params![server.id.to_string(), configuration.0],
        )?;
    }
    Ok(())
}

fn read(connection: &Connection, key: &CatalogueKey) -> Result<Option<Sighting>, StoreError> {
    complete(connection, read_head(connection, key)?)
}

fn read_head(connection: &Connection, key: &CatalogueKey) -> Result<Option<(i64, Sighting)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, protocol_version, capabilities, server_info, instructions, failure, seen_at
         FROM catalogue WHERE server_id = ?1 AND configuration = ?2 AND offer = ?3",
    )?;
    let parameters = params![key.server.to_string(), key.configuration.0, key.offer.0];
    Ok(statement.query_row(parameters, read_row).optional()?)
}

fn read_newest(
    connection: &Connection,
    server: ServerId,
    configuration: Hash,
) -> Result<Option<Sighting>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, protocol_version, capabilities, server_info, instructions, failure, seen_at
         FROM catalogue WHERE server_id = ?1 AND configuration = ?2 ORDER BY seen_at DESC, id DESC LIMIT 1",
    )?;
    let head = statement.query_row(params![server.to_string(), configuration.0], read_row).optional()?;
    complete(connection, head)
}

/// Adds the items to what was read of an entry.
fn complete(connection: &Connection, head: Option<(i64, Sighting)>) -> Result<Option<Sighting>, StoreError> {
    let Some((id, mut sighting)) = head else { return Ok(None) };
    if let Sighting::Listed(catalogue) = &mut sighting {
        read_items(connection, id, catalogue)?;
    }
    Ok(Some(sighting))
}

fn current_configuration(
    transaction: &Transaction<'_>,
    viewer: Viewer,
    id: ServerId,
) -> Result<Option<Hash>, StoreError> {
    let server = super::server::find_by_id(transaction, viewer, id)?;
    Ok(server.map(|server| configuration_hash(&server.launch)))
}

fn write_items(transaction: &Transaction<'_>, id: i64, catalogue: &Catalogue) -> Result<(), StoreError> {
    let mut insert = transaction.prepare_cached("INSERT INTO catalogue_item VALUES (?1, ?2, ?3, ?4)")?;
    for kind in ListKind::ALL {
        for (position, item) in catalogue.items(kind).iter().enumerate() {
            let position = i64::try_from(position).unwrap_or(i64::MAX);
            insert.execute(params![id, kind.noun(), position, item])?;
        }
    }
    let mut insert = transaction.prepare_cached("INSERT INTO catalogue_extra VALUES (?1, ?2, ?3)")?;
    for (kind, members) in &catalogue.extras {
        insert.execute(params![id, kind.noun(), &**members])?;
    }
    Ok(())
}

fn read_items(connection: &Connection, id: i64, catalogue: &mut Catalogue) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT item FROM catalogue_item WHERE catalogue_id = ?1 AND kind = ?2 ORDER BY position",
    )?;
    for kind in ListKind::ALL {
        let mut rows = statement.query(params![id, kind.noun()])?;
        while let Some(row) = rows.next()? {
            catalogue.items[kind.index()].push(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
        }
    }
    let mut statement = connection
        .prepare_cached("SELECT members FROM catalogue_extra WHERE catalogue_id = ?1 AND kind = ?2")?;
    for kind in ListKind::ALL {
        let members = statement.query_row(params![id, kind.noun()], |row| row.get(0));
        catalogue.extras.extend(members.optional()?.map(|members| (kind, members)));
    }
    Ok(())
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<(i64, Sighting)> {
    let at = timestamp(row, 6)?;
    let sighting = match row.get::<_, Option<String>>(5)? {
        Some(message) => Sighting::Failed { message, at },
        None => Sighting::Listed(Catalogue {
            protocol_version: row.get(1)?,
            capabilities: row.get(2)?,
            server_info: row.get(3)?,
            instructions: row.get(4)?,
            items: Default::default(),
            extras: Vec::new(),
            seen_at: at,
        }),
    };
    Ok((row.get(0)?, sighting))
}
