//! `mcpgw prompt get`

use serde_json::json;
use serde_json::value::RawValue;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::{Progress, content};
use crate::core::model::ListKind;
use crate::core::operation::item::{find_named, prompt_arguments, request};
use crate::core::problem::Problem;
use crate::core::telling::raw::Raw;

/// Arguments of `prompt get`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw prompt get git__commit-message style=short
  mcpgw prompt get git/commit-message style=short --json")]
pub(in crate::cli) struct Args {
    /// The prompt, as clients see it or as SERVER/PROMPT
    #[arg(value_name = "NAME|SERVER/PROMPT")]
    prompt: String,

    /// Its arguments
    #[arg(value_name = "NAME=VALUE")]
    pairs: Vec<String>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let arguments = prompt_arguments(&self.pairs).map_err(Problem::from)?;
        let operations = context.operations().await?;
        let target = find_named(&operations, ListKind::Prompts, &self.prompt).await?;
        let name = json!(target.name);
        let params = RawValue::from_string(format!(r#"{{"name":{name},"arguments":{arguments}}}"#))?;
        let progress = Progress::new(&context.output, &format!("waiting for {}", self.prompt));
        let on_notification = |frame: &[u8]| progress.notification(frame);
        let result = request(&operations, &target, "prompts/get", &params, on_notification).await;
        drop(progress);
        let result = result?;
        context.output.show_raw(&result, |page| {
            for message in Raw::new(&result).get("messages").into_iter().flat_map(Raw::elements) {
                page.heading(&message.text_of("role").unwrap_or_default());
                if let Some(block) = message.get("content") {
                    content(page, block);
                }
            }
        })?;
        Ok(Exit::Success)
    }
}
