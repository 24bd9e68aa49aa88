//! `mcpgw config list`

use serde::Serialize;

use super::kept::kept;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::config::{self, Origin, SettingValue};
use crate::core::settings::{Home, Setting};

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
    /// Where it is kept when it is set: `file` or `store`.
    kept_in: &'static str,
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
            kept_in: kept_in(setting),
            takes: setting.takes,
            help: setting.help,
        }
    }
}

/// The word for where a setting is kept.
fn kept_in(setting: &Setting) -> &'static str {
    match setting.home() {
        Home::File => "file",
        Home::Store => "store",
    }
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let kept = kept(context).await?;
        let values = config::list(&context.paths.config_file, &kept)?;
        let views: Vec<_> = values.iter().map(View::new).collect();
        context.output.show(&views, |page| {
            page.table(
                ["KEY", "VALUE", "DEFAULT", "KEPT IN", "TAKES", "MEANING"],
                views.iter().map(|view| {
                    [view.key, view.value, &view.default, view.kept_in, view.takes, view.help]
                        .map(ToOwned::to_owned)
                }),
            );
        })?;
        Ok(Exit::Success)
    }
}
