//! What a try found out, as `--json` prints it.

use std::path::Path;

use serde::Serialize;
use serde_json::{Value, json};

/// Everything that is shown.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) servers: Vec<ServerReport>,
    /// What a client sees: the merged lists, each item as mcpgw sent it.
    pub(super) catalogue: Merged,
    /// What to paste into a client's settings.
    pub(super) client_settings: Value,
}

/// One server behind mcpgw.
#[derive(Debug, Serialize)]
pub(super) struct ServerReport {
    pub(super) name: String,
    /// The program and its arguments.
    pub(super) command: Vec<String>,
    pub(super) protocol_version: String,
    /// Absent when no tool may be called unasked.
    pub(super) call: Option<CallReport>,
}

/// One tool's result through mcpgw, and how long a call takes.
#[derive(Debug, Serialize)]
pub(super) struct CallReport {
    /// Under the name that the client sees.
    pub(super) tool: String,
    pub(super) arguments: Value,
    pub(super) result: Value,
    /// The median of calls to the server itself, in microseconds.
    pub(super) direct_us: f64,
    /// The median of the same calls through mcpgw, in microseconds.
    pub(super) through_mcpgw_us: f64,
}

/// The merged lists.
#[derive(Debug, Default, Serialize)]
pub(super) struct Merged {
    pub(super) tools: Vec<Value>,
    pub(super) prompts: Vec<Value>,
    pub(super) resources: Vec<Value>,
    pub(super) resource_templates: Vec<Value>,
}

/// The entry of `mcpServers` that most clients take, for the binary at `binary`.
pub(super) fn client_settings(binary: &Path) -> Value {
    json!({ "mcpServers": { "mcpgw": { "command": binary.to_string_lossy(), "args": ["stdio"] } } })
}
