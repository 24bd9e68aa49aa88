//! `mcpgw config set`

use super::list::View;
use super::permit::permit;
use super::tell::tell;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::config;
use crate::core::settings::{self, Home};

/// Arguments of `config set`.
///
/// What guards the store, or what people have there, is kept in the store, for everybody; the rest in your settings file. `config
/// list` says which.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw config set naming.separator -- --
  mcpgw config set relay.list_hold 5s
  mcpgw config set login.idle 1h
  mcpgw config set relay.max_frame 16MiB --dry-run")]
pub(in crate::cli) struct Args {
    /// The setting, as `config list` names it
    key: String,
    /// Its value
    value: String,
    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let (key, dry_run) = (&self.key, self.mutation.dry_run);
        let of_store = settings::find(key).filter(|setting| setting.home() == Home::Store);
        let value = if let Some(setting) = of_store {
            let operations = context.operations().await?;
            let (value, _) = config::set_in_store(&operations, setting, Some(&self.value), dry_run).await?;
            // What the file says of it has no effect any more.
            config::unset(&context.paths.config_file, key, dry_run)?;
            value
        } else {
            permit(context).await?;
            let file = context.paths.config_file.clone();
            let value = config::set(&file, key, &self.value, true)?;
            if !dry_run {
                tell(context, key, true).await?;
                config::set(&file, key, &self.value, false)?;
            }
            value
        };
        context.output.show(&View::new(&value), |page| page.line(&format!("{key} = {}", value.value)))?;
        if dry_run {
            context.output.note("nothing was changed (--dry-run)")?;
        }
        Ok(Exit::Success)
    }
}
