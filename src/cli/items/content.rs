//! Contents of results: text as text, all else by what it is.

use serde_json::Value;

use crate::cli::output::Page;

/// Puts content blocks (MCP `server/tools`, tool result) or resource contents on a page.
pub(in crate::cli) fn contents<'a>(page: &mut Page, blocks: impl IntoIterator<Item = &'a Value>) {
    for block in blocks {
        match block["type"].as_str() {
            Some("text") => page.block(text(block)),
            Some("resource") => resource(page, &block["resource"]),
            Some("resource_link") => page.line(&format!("[resource {}]", text_of(block, "uri"))),
            Some(kind) => page.line(&format!(
                "[{kind} {}, {} characters of base64; --json shows them]",
                text_of(block, "mimeType"),
                block["data"].as_str().map_or(0, str::len)
            )),
            None => resource(page, block),
        }
    }
}

/// A resource's contents have no `type`: they hold `text` or `blob`.
fn resource(page: &mut Page, contents: &Value) {
    if contents["text"].is_string() {
        page.block(text(contents));
    } else if let Some(blob) = contents["blob"].as_str() {
        let (uri, mime) = (text_of(contents, "uri"), text_of(contents, "mimeType"));
        page.line(&format!("[{uri} {mime}, {} characters of base64; --json shows them]", blob.len()));
    } else {
        page.block(&format!("{contents:#}"));
    }
}

fn text(block: &Value) -> &str {
    text_of(block, "text")
}

fn text_of<'a>(block: &'a Value, member: &str) -> &'a str {
    block[member].as_str().unwrap_or_default()
}
