//! Which tool of a server to call: one that only reads and needs to be told nothing, unless the user chose one.

use serde_json::{Map, Value};

/// A tool and what to call it with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// The name that the server gave it.
    pub(super) tool: String,
    pub(super) arguments: Map<String, Value>,
}

/// The first of `tools` that says it only reads, and that can be called without arguments.
///
/// A tool that says nothing may do anything (MCP `server/tools`, annotations), so that none such is called unasked.
pub(super) fn harmless(tools: &[Value]) -> Option<Choice> {
    let harmless = tools.iter().find(|tool| {
        let needs_nothing = tool["inputSchema"]["required"].as_array().is_none_or(Vec::is_empty);
        needs_nothing && tool["annotations"]["readOnlyHint"] == true && tool["name"].is_string()
    })?;
    Some(Choice { tool: harmless["name"].as_str()?.to_owned(), arguments: Map::new() })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_a_tool_that_reads_and_needs_nothing_is_called_unasked() {
        let tools = [
            json!({ "name": "silent", "inputSchema": { "type": "object" } }),
            json!({ "name": "delete_all", "inputSchema": {}, "annotations": { "readOnlyHint": false } }),
            json!({ "name": "read", "inputSchema": { "required": ["path"] }, "annotations": { "readOnlyHint": true } }),
            json!({ "name": "list", "inputSchema": { "required": [] }, "annotations": { "readOnlyHint": true } }),
        ];
        assert_eq!(harmless(&tools).map(|choice| choice.tool).as_deref(), Some("list"));
        assert_eq!(harmless(&tools[..3]), None);
    }
}
