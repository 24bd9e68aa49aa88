//! `mcpgw config list`

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::config::{self, Origin, SettingValue};

/// Arguments of `config list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw config list
  mcpgw config list --json")]
pub(in crate::cli) struct Args {}

#[derive(Serialize)]
pub(super) struct View<'a> {
    key: &'a str,
    value: &'a str,
    default: String,
    origin: Origin,
    takes: &'a str,
    help: &'a str,
}

impl<'a> View<'a> {
    pub(super) fn new(value: &'a SettingValue) -> Self {
        let setting = value.setting;
        Self {
            key: setting.key,
            value: &value.value,
            default: setting.default_text(),
            origin: value.origin,
            takes: setting.takes,
            help: setting.help,
        }
    }
}

impl Args {
    #[expect(clippy::unused_self, reason = "every verb runs alike")]
    pub(super) fn run(self, context: &Context) -> Result<Exit, CommandError> {
        let values = config::list(&context.paths.config_file)?;
        let views: Vec<_> = values.iter().map(View::new).collect();
        context.output.show(&views, |page| {
            page.table(
                ["KEY", "VALUE", "DEFAULT", "TAKES", "MEANING"],
                views.iter().map(|view| {
                    [view.key, view.value, &view.default, view.takes, view.help].map(ToOwned::to_owned)
                }),
            );
        })?;
        Ok(Exit::Success)
    }
}
