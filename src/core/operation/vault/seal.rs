//! Seals what a server declares, variables or headers, before it is kept.

use std::collections::BTreeMap;

use crate::core::model::{HiddenValue, SealedColumn, Server, ServerId};
use crate::core::operation::Context;
use crate::core::platform::entropy;
use crate::core::problem::Problem;
use crate::core::vault::{OpenVault, Place, VaultError};

/// `server` with all that it declares sealed. One that declares nothing makes nobody open the vault.
pub(in crate::core::operation) async fn sealed(
    context: &Context,
    mut server: Server,
) -> Result<Server, Problem> {
    let given = std::mem::take(server.launch.declared_mut());
    let declarer = (server.id, server.launch.sealed_column());
    *server.launch.declared_mut() = seal_new(context, declarer, given, &BTreeMap::new()).await?;
    Ok(server)
}

/// Whose value is sealed, and where it is kept.
type Declarer = (ServerId, SealedColumn);

/// Seals the clear values among those `given` for a server. One that equals what is kept under its name stays as it is kept.
pub(in crate::core::operation) async fn seal_new(
    context: &Context,
    declarer: Declarer,
    given: BTreeMap<String, HiddenValue>,
    kept: &BTreeMap<String, HiddenValue>,
) -> Result<BTreeMap<String, HiddenValue>, Problem> {
    if given.values().all(|value| value.clear().is_none()) {
        return Ok(given);
    }
    let vault = context.launcher.vault.open().await?;
    let mut all = BTreeMap::new();
    for (name, value) in given {
        let value = match (value.clear(), kept.get(&name)) {
            (None, _) => value,
            (Some(clear), Some(kept)) if holds(&vault, declarer, &name, kept, clear) => kept.clone(),
            (Some(clear), _) => seal(&vault, declarer, &name, clear.as_bytes())?,
        };
        all.insert(name, value);
    }
    Ok(all)
}

/// Seals one value.
pub(super) fn seal(
    vault: &OpenVault,
    (server, column): Declarer,
    name: &str,
    clear: &[u8],
) -> Result<HiddenValue, VaultError> {
    let row = SealedColumn::declared_row(server, name);
    let sealed = vault.seal(&Place { column, row: &row }, clear)?;
    Ok(HiddenValue::Sealed { sealed, revision: entropy::random().map_err(VaultError::entropy)? })
}

fn holds(vault: &OpenVault, (server, column): Declarer, name: &str, kept: &HiddenValue, clear: &str) -> bool {
    let HiddenValue::Sealed { sealed, .. } = kept else { return false };
    let row = SealedColumn::declared_row(server, name);
    let opened = vault.unseal(&Place { column, row: &row }, sealed);
    opened.is_ok_and(|opened| opened.reveal() == clear.as_bytes())
}
