//! `mcpgw vault status`

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::vault::{Status, status};
use crate::core::problem::Problem;
use crate::core::vault::VaultState;

/// Arguments of `vault status`.
///
/// Values of servers' variables are sealed under a data key, and that key is wrapped by a master key, which the system's
/// keyring, the file vault.key or your passphrase keeps. Exit code 8 when it doesn't open.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw vault status
  mcpgw vault status --field keeper

The JSON has: state (absent, open or locked), keeper (os, file or passphrase), key_id (a name for the key, not the key), \
key_made_at and sealed_values. Without a key, the three that tell of it are left out.")]
pub(in crate::cli) struct Args {}

#[derive(Debug, Serialize)]
struct View {
    /// `absent`, `open` or `locked`.
    state: &'static str,
    /// `os`, `file` or `passphrase`.
    #[serde(skip_serializing_if = "Option::is_none")]
    keeper: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_made_at: Option<jiff::Timestamp>,
    sealed_values: i64,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let gate = context.gate().await?;
        let vault = context.vault(&gate.store, &context.paths.data_dir, &gate.settings)?;
        let Status { state, opening, sealed } = status(&gate.store, &vault).await?;
        let (keeper, key_id, key_made_at) = match state {
            VaultState::Absent => (None, None, None),
            VaultState::Present { key, source, created_at } => {
                (Some(source.name()), Some(key.to_string()), Some(created_at))
            }
        };
        let (state, problem) = match opening {
            None => ("absent", None),
            Some(Ok(())) => ("open", None),
            Some(Err(error)) => ("locked", Some(Problem::from(error))),
        };
        let view = View { state, keeper, key_id, key_made_at, sealed_values: sealed };
        context.output.show(&view, |page| {
            let mut pairs = vec![("vault", state.to_owned())];
            if let Some(keeper) = keeper {
                pairs.push(("key kept by", words(keeper).to_owned()));
            }
            pairs.push(("sealed values", sealed.to_string()));
            page.pairs(pairs);
        })?;
        problem.map_or(Ok(Exit::Success), |problem| Err(problem.into()))
    }
}

/// A keeper, for a person.
pub(super) fn words(keeper: &str) -> &str {
    match keeper {
        "os" => "the system's keyring",
        "file" => "the file vault.key beside the store",
        "passphrase" => "a passphrase",
        other => other,
    }
}
