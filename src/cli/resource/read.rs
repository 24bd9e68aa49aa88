//! `mcpgw resource read`

use serde_json::json;
use serde_json::value::RawValue;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::{Progress, content};
use crate::core::model::ServerName;
use crate::core::operation::item::{find_resource, request};
use crate::core::telling::raw::Raw;

/// Arguments of `resource read`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw resource read file:///srv/notes/todo.md
  mcpgw resource read notes://today --server notes
  mcpgw resource read notes/notes://today --json")]
pub(in crate::cli) struct Args {
    /// The resource's URI, as clients see it or as SERVER/URI
    #[arg(value_name = "URI|SERVER/URI")]
    uri: String,

    /// Ask this server, whether it lists the URI or not
    #[arg(long, value_name = "NAME", value_parser = ServerName::parse)]
    server: Option<ServerName>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let target = find_resource(&operations, &self.uri, self.server.as_ref()).await?;
        let uri = json!(target.name);
        let params = RawValue::from_string(format!(r#"{{"uri":{uri}}}"#))?;
        let progress = Progress::new(&context.output, &format!("waiting for {}", target.server.name));
        let on_notification = |frame: &[u8]| progress.notification(frame);
        let result = request(&operations, &target, "resources/read", &params, on_notification).await;
        drop(progress);
        let result = result?;
        context.output.show_raw(&result, |page| {
            let contents = Raw::new(&result).get("contents").into_iter().flat_map(Raw::elements);
            contents.for_each(|one| content(page, one));
        })?;
        Ok(Exit::Success)
    }
}
