//! The table `setting`: what is set for everybody who uses this store, whatever file of settings they bring.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{Store, StoreError};
use crate::core::model::{Act, Deed, Plans};

impl Store {
    /// All that is set, by key.
    pub async fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.read(all).await
    }

    /// Sets `key`, or has it not set any more. Returns whether that changed anything.
    pub async fn set_setting(&self, act: Act, key: &str, value: Option<String>) -> Result<bool, StoreError> {
        let key = key.to_owned();
        self.audited(act, move |transaction| {
            let changed = match &value {
                Some(value) => transaction.execute(
                    "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2 WHERE value <> ?2",
                    [&key, value],
                )?,
                None => transaction.execute("DELETE FROM setting WHERE key = ?1", [&key])?,
            };
            let deed = Deed::done("setting", None, &*key).with("value", value);
            Ok((changed > 0, (changed > 0).then_some(deed)))
        })
        .await
    }

    /// Sets those of `values` that are not set, and returns all that is.
    pub async fn adopt_settings(
        &self,
        act: Act,
        values: Vec<(&'static str, String)>,
    ) -> Result<BTreeMap<String, String>, StoreError> {
        self.audited(act, move |transaction| {
            let mut adopted = Vec::new();
            for (key, value) in &values {
                if adopt(transaction, key, value)? {
                    adopted.push(format!("{key} = {value}"));
                }
            }
            let deed =
                (!adopted.is_empty()).then(|| Deed::done("setting", None, "").with("settings", adopted));
            Ok((all(transaction)?, deed))
        })
        .await
    }
}

/// The plans that teams follow. What can't be read are no plans: who follows one gets nothing more.
pub(super) fn plans(connection: &Connection) -> Result<Plans, StoreError> {
    Ok(value(connection, "team.plans")?.and_then(|text| Plans::parse(&text)).unwrap_or_default())
}

/// Whether what a token's capabilities say nothing of is denied. Where that can't be read, it is.
pub(super) fn enforces_capabilities(connection: &Connection) -> Result<bool, StoreError> {
    Ok(value(connection, "tokens.enforce_capabilities")?.is_some_and(|text| text != "false"))
}

fn value(connection: &Connection, key: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

fn all(connection: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT key, value FROM setting")?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

fn adopt(transaction: &Transaction<'_>, key: &str, value: &str) -> Result<bool, StoreError> {
    let sql = "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    Ok(transaction.execute(sql, [key, value])? > 0)
}
