//! The verbs of `mcpgw config`.

use clap::Subcommand;

use super::{get, list, path, set, unset};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Print where the settings file is
    Path(path::Args),
    /// List all settings with their values
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Print one setting's value
    Get(get::Args),
    /// Set one setting
    Set(set::Args),
    /// Remove one setting, so that its default applies
    Unset(unset::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Path(args) => args.run(context),
            Self::List(args) => args.run(context).await,
            Self::Get(args) => args.run(context).await,
            Self::Set(args) => args.run(context).await,
            Self::Unset(args) => args.run(context).await,
        }
    }
}
