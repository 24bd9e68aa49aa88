//! Seals a server's variables before they are kept.

use std::collections::BTreeMap;

use crate::core::model::{EnvValue, SealedColumn, Server, ServerId};
use crate::core::operation::Context;
use crate::core::platform::entropy;
use crate::core::problem::Problem;
use crate::core::vault::{OpenVault, Place, VaultError};

/// `server` with all its variables sealed. One that has none makes nobody open the vault.
pub(in crate::core::operation) async fn sealed(
    context: &Context,
    mut server: Server,
) -> Result<Server, Problem> {
    let env = std::mem::take(&mut server.launch.env);
    server.launch.env = seal_new(context, server.id, env, &BTreeMap::new()).await?;
    Ok(server)
}

/// Seals the clear values among `env` for `server`. One that equals what is kept under its name stays as it is kept.
pub(in crate::core::operation) async fn seal_new(
    context: &Context,
    server: ServerId,
    env: BTreeMap<String, EnvValue>,
    kept: &BTreeMap<String, EnvValue>,
) -> Result<BTreeMap<String, EnvValue>, Problem> {
    if env.values().all(|value| value.clear().is_none()) {
        return Ok(env);
    }
    let vault = context.launcher.vault.open().await?;
    let mut all = BTreeMap::new();
    for (name, value) in env {
        let value = match (value.clear(), kept.get(&name)) {
            (None, _) => value,
            (Some(clear), Some(kept)) if holds(&vault, server, &name, kept, clear) => kept.clone(),
            (Some(clear), _) => seal(&vault, server, &name, clear.as_bytes())?,
        };
        all.insert(name, value);
    }
    Ok(all)
}

/// Seals one value.
pub(super) fn seal(
    vault: &OpenVault,
    server: ServerId,
    name: &str,
    clear: &[u8],
) -> Result<EnvValue, VaultError> {
    let row = SealedColumn::variable_row(server, name);
    let sealed = vault.seal(&Place { column: SealedColumn::ServerVariable, row: &row }, clear)?;
    Ok(EnvValue::Sealed { sealed, revision: entropy::random().map_err(VaultError::entropy)? })
}

fn holds(vault: &OpenVault, server: ServerId, name: &str, kept: &EnvValue, clear: &str) -> bool {
    let EnvValue::Sealed { sealed, .. } = kept else { return false };
    let row = SealedColumn::variable_row(server, name);
    let opened = vault.unseal(&Place { column: SealedColumn::ServerVariable, row: &row }, sealed);
    opened.is_ok_and(|opened| opened.reveal() == clear.as_bytes())
}
