//! `mcpgw tool call`

use serde_json::json;
use serde_json::value::RawValue;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::cli::items::{Progress, content};
use crate::core::model::ListKind;
use crate::core::operation::item::{arguments, find_named, request};
use crate::core::telling::raw::Raw;

/// Arguments of `tool call`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw tool call time__get_current_time timezone=Europe/Berlin
  mcpgw tool call files/read_file --args '{\"path\":\"/tmp/a.txt\"}' --json
  jq -n '{path:\"/tmp\"}' | mcpgw tool call files/list_directory --args -

The exit code is 1 when the tool says that it failed.")]
pub(in crate::cli) struct Args {
    /// The tool, as clients see it or as SERVER/TOOL
    #[arg(value_name = "NAME|SERVER/TOOL")]
    tool: String,

    /// Its arguments; the tool's schema says whether a value is text or JSON
    #[arg(value_name = "NAME=VALUE")]
    pairs: Vec<String>,

    /// Its arguments as a JSON object, or - for stdin; passed on as they are
    #[arg(long = "args", value_name = "JSON")]
    object: Option<String>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let json = match self.object.as_deref() {
            Some("-") => Some(input::all().await?),
            given => given.map(ToOwned::to_owned),
        };
        let operations = context.operations().await?;
        let target = find_named(&operations, ListKind::Tools, &self.tool).await?;
        let arguments = arguments(json.as_deref(), &self.pairs, target.item.as_ref())
            .map_err(crate::core::problem::Problem::from)?;
        let params = params(&target.name, &arguments)?;
        let progress = Progress::new(&context.output, &format!("waiting for {}", self.tool));
        let on_notification = |frame: &[u8]| progress.notification(frame);
        let result = request(&operations, &target, "tools/call", &params, on_notification).await;
        drop(progress);
        let result = result?;
        let raw = Raw::new(&result);
        context.output.show_raw(&result, |page| {
            let blocks: Vec<_> = raw.get("content").into_iter().flat_map(Raw::elements).collect();
            if let (true, Some(structured)) = (blocks.is_empty(), raw.get("structuredContent")) {
                page.block(&structured.text());
            }
            for block in blocks {
                content(page, block);
            }
        })?;
        let failed = raw.get("isError").is_some_and(|value| value.bytes() == b"true");
        Ok(if failed { Exit::Failed } else { Exit::Success })
    }
}

/// The token asks for progress.
fn params(name: &str, arguments: &RawValue) -> Result<Box<RawValue>, CommandError> {
    let name = json!(name);
    let arguments = arguments.get();
    let params = format!(r#"{{"name":{name},"arguments":{arguments},"_meta":{{"progressToken":1}}}}"#);
    Ok(RawValue::from_string(params)?)
}
