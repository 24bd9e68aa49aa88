//! `mcpgw config`

mod get;
mod list;
mod path;
mod set;
mod unset;

use clap::Subcommand;

use super::context::Context;
use super::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print where the settings file is
    Path(path::Args),
    /// List all settings with their values
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Print one setting's value
    Get(get::Args),
    /// Set one setting
    Set(set::Args),
    /// Remove one setting from the file, so that its default applies
    Unset(unset::Args),
}

impl Command {
    pub(super) fn run(self, context: &Context) -> Result<Exit, CommandError> {
        match self {
            Self::Path(args) => args.run(context),
            Self::List(args) => args.run(context),
            Self::Get(args) => args.run(context),
            Self::Set(args) => args.run(context),
            Self::Unset(args) => args.run(context),
        }
    }
}
