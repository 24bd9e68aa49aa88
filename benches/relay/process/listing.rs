//! The tools that the child lists.

use super::text;

/// Bytes of one tool in `tools/list`.
pub(crate) const TOOL_BYTES: usize = 400;

/// The array of `count` tools of [`TOOL_BYTES`] bytes each; the first five are the ones that are called.
pub(super) fn listing(count: usize) -> String {
    let tools: Vec<String> = (0..count).map(tool).collect();
    format!("[{}]", tools.join(","))
}

fn tool(index: usize) -> String {
    let name = match index {
        0 => "echo".to_owned(),
        1 => "blob".to_owned(),
        2 => "swallow".to_owned(),
        3 => "ask".to_owned(),
        4 => "report".to_owned(),
        _ => format!("tool_{index:05}"),
    };
    let schema = r#"{"type":"object","properties":{"path":{"type":"string","description":"Where to look"}}}"#;
    let head = format!(r#"{{"name":"{name}","inputSchema":{schema},"description":""#);
    let tail = "\"}";
    format!("{head}{}{tail}", text(TOOL_BYTES - head.len() - tail.len(), true))
}
