//! The table `item_rule`: single items of servers that are off, or that fewer may see than their server.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, Transaction, params};

use super::server::{broken, id};
use super::{Store, StoreError};
use crate::core::access::{ItemVisibility, Narrowing};
use crate::core::model::{Act, Deed, ListKind, Server, ServerId, Visibility};

/// What was set for one item of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRule {
    /// What it is.
    pub kind: ListKind,
    /// As the server calls it: a name, a URI, a template.
    pub name: String,
    /// What was set.
    pub narrowing: Narrowing,
}

/// The rules of each server that has some.
pub type ItemRules = BTreeMap<ServerId, Vec<ItemRule>>;

impl Store {
    /// The rules of all servers.
    pub async fn item_rules(&self) -> Result<ItemRules, StoreError> {
        self.read(all).await
    }

    /// Sets what holds for one item; [`Narrowing::NONE`]: nothing beside what holds for its server. Returns whether that changed
    /// anything.
    pub async fn set_item_rule(&self, act: Act, server: &Server, rule: ItemRule) -> Result<bool, StoreError> {
        let (server, name, viewer) = (server.id, server.name.clone(), self.viewer());
        self.audited(act, move |transaction| {
            let server =
                super::server::find_by_id(transaction, viewer, server)?.ok_or(StoreError::NoServer(name))?;
            let changed = write(transaction, server.id, &rule)?;
            Ok((changed, changed.then(|| deed(&server, &rule))))
        })
        .await
    }
}

fn write(transaction: &Transaction<'_>, server: ServerId, rule: &ItemRule) -> Result<bool, StoreError> {
    if rule.narrowing == Narrowing::NONE {
        let sql = "DELETE FROM item_rule WHERE server_id = ?1 AND kind = ?2 AND name = ?3";
        let key = params![server.to_string(), rule.kind.noun(), rule.name];
        return Ok(transaction.execute(sql, key)? > 0);
    }
    let visibility = match rule.narrowing.visibility {
        ItemVisibility::Inherited => None,
        ItemVisibility::At(visibility) => Some(visibility.name()),
        ItemVisibility::Unknown => {
            let what = "an item's visibility is not known here".to_owned();
            return Err(StoreError::Unreadable { table: "item_rule", what });
        }
    };
    let sql = "INSERT INTO item_rule VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT DO UPDATE SET enabled = ?4, visibility = ?5
               WHERE enabled <> ?4 OR visibility IS NOT ?5";
    let values = params![server.to_string(), rule.kind.noun(), rule.name, rule.narrowing.enabled, visibility];
    Ok(transaction.execute(sql, values)? > 0)
}

fn deed(server: &Server, rule: &ItemRule) -> Deed {
    let deed = Deed::done(rule.kind.noun(), None, format!("{}/{}", server.name, rule.name))
        .with("server_id", server.id.to_string())
        .with("enabled", rule.narrowing.enabled)
        .belonging(server.belonging);
    match rule.narrowing.visibility {
        ItemVisibility::At(visibility) => deed.with("visibility", visibility.name()),
        ItemVisibility::Inherited | ItemVisibility::Unknown => deed,
    }
}

/// See [`Store::item_rules`].
pub(super) fn all(connection: &Connection) -> Result<ItemRules, StoreError> {
    let sql =
        "SELECT server_id, kind, name, enabled, visibility FROM item_rule ORDER BY server_id, kind, name";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut rules = ItemRules::new();
    while let Some(row) = rows.next()? {
        rules.entry(id(row, 0, ServerId::parse)?).or_default().push(read(row)?);
    }
    Ok(rules)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ItemRule> {
    let kind = row.get_ref(1)?.as_str()?;
    let kind = ListKind::ALL.into_iter().find(|&known| known.noun() == kind);
    let visibility = match row.get_ref(4)?.as_str_or_null()? {
        None => ItemVisibility::Inherited,
        Some(text) => Visibility::parse(text).map_or(ItemVisibility::Unknown, ItemVisibility::At),
    };
    Ok(ItemRule {
        kind: kind.ok_or_else(|| broken(1, std::fmt::Error))?,
        name: row.get(2)?,
        narrowing: Narrowing { visibility, enabled: row.get(3)? },
    })
}
