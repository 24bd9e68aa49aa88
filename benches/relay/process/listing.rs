//! The tools that the child lists.

use super::text;

/// Bytes of one tool in `tools/list`.
pub(crate) const TOOL_BYTES: usize = 400;

/// The array of `count` tools of [`TOOL_BYTES`] bytes each; the first are the ones that are called.
pub(super) fn listing(count: usize) -> String {
    let tools: Vec<String> = (0..count).map(tool).collect();
    format!("[{}]", tools.join(","))
}

/// The tools that do something of their own (`process/child.rs`, `process/trouble.rs`).
const NAMED: [&str; 11] =
    ["echo", "blob", "swallow", "ask", "report", "hold", "stick", "exit", "noise", "chatter", "pid"];

fn tool(index: usize) -> String {
    let name = NAMED.get(index).map_or_else(|| format!("tool_{index:05}"), |&name| name.to_owned());
    let schema = r#"{"type":"object","properties":{"path":{"type":"string","description":"Where to look"}}}"#;
    let head = format!(r#"{{"name":"{name}","inputSchema":{schema},"description":""#);
    let tail = "\"}";
    format!("{head}{}{tail}", text(TOOL_BYTES - head.len() - tail.len(), true))
}
