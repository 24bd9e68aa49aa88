//! Contents of results: text as text, all else by what it is.

use crate::cli::output::Page;
use crate::core::telling::raw::Raw;

/// Puts a content block (MCP `server/tools`, tool result) or the contents of a resource on a page.
pub(in crate::cli) fn content(page: &mut Page, block: Raw<'_>) {
    let text_of = |member| block.text_of(member).unwrap_or_default();
    match block.text_of("type").as_deref() {
        Some("text") => page.block(&text_of("text")),
        Some("resource") if block.get("resource").is_some() => {
            if let Some(contents) = block.get("resource") {
                resource(page, contents);
            }
        }
        Some("resource_link") => page.line(&format!("[resource {}]", text_of("uri"))),
        Some(kind) => page.line(&binary(kind, &text_of("mimeType"), &text_of("data"))),
        None => resource(page, block),
    }
}

/// A resource's contents have no `type`: they hold `text` or `blob`.
fn resource(page: &mut Page, contents: Raw<'_>) {
    if let Some(text) = contents.text_of("text") {
        page.block(&text);
    } else if let Some(blob) = contents.text_of("blob") {
        let of = |member| contents.text_of(member).unwrap_or_default();
        page.line(&binary(&of("uri"), &of("mimeType"), &blob));
    } else {
        page.block(&contents.text());
    }
}

fn binary(what: &str, mime: &str, base64: &str) -> String {
    format!("[{what} {mime}, {} characters of base64; --json shows them]", base64.len())
}
