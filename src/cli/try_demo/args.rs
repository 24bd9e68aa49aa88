//! The command line of `mcpgw try`.

use std::time::Duration;

use clap::Args;

use crate::cli::arguments::duration;

/// Show mcpgw at work: servers behind one `mcpgw stdio`, in a temporary directory
///
/// Without a command it uses two small servers that ship in the binary: one reads files below the current directory, one
/// tells time zones. It starts `mcpgw stdio` as a client would, lists what a client sees, calls a tool of each server,
/// compares the time of a call with and without mcpgw, and ends with the JSON to paste into a client. Nothing is kept.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mcpgw try
  mcpgw try -- npx -y @modelcontextprotocol/server-filesystem .
  mcpgw try --call get_current_time --arguments '{\"timezone\":\"UTC\"}' -- \\
      uvx mcp-server-time
  mcpgw try --json --field client_settings")]
pub(crate) struct TryArgs {
    /// The tool to call, by the server's own name for it
    ///
    /// Unless given, it is the first tool that says that it only reads, and that needs no arguments.
    #[arg(long, value_name = "TOOL", requires = "command")]
    pub(super) call: Option<String>,

    /// The arguments of that call, as a JSON object
    #[arg(long, value_name = "JSON", requires = "call", value_parser = object)]
    pub(super) arguments: Option<Object>,

    /// How long a server may take to start (1m by default)
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub(super) start_timeout: Option<Duration>,

    /// A server of your own, in place of the two examples
    #[arg(last = true, value_name = "COMMAND")]
    pub(super) command: Vec<String>,
}

/// A JSON object.
pub(super) type Object = serde_json::Map<String, serde_json::Value>;

fn object(text: &str) -> Result<Object, String> {
    serde_json::from_str(text).map_err(|error| format!("not a JSON object: {error}"))
}
