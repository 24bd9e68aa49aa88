//! One item in full.

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::server::view::text_member;
use crate::core::operation::item::Target;
use crate::core::problem::{Problem, ProblemKind};

/// Prints an item: its definition as JSON is byte for byte what the server sent.
pub(in crate::cli) fn show(context: &Context, target: &Target) -> Result<Exit, CommandError> {
    let Some(item) = &target.item else {
        let message = format!("the server {} lists no {}", target.server.name, target.name);
        return Err(Problem::new(ProblemKind::NotFound, message).into());
    };
    context.output.show_raw(&item.raw, |page| {
        page.pairs([
            ("name", item.advertised.clone()),
            ("server", item.server.to_string()),
            ("its own name", item.original.clone()),
        ]);
        for member in ["title", "description"] {
            if let Some(text) = text_member(&item.raw, member) {
                page.block(&text);
            }
        }
        for (member, heading) in
            [("inputSchema", "Arguments"), ("arguments", "Arguments"), ("outputSchema", "Result")]
        {
            let value = serde_json::from_slice::<serde_json::Value>(&item.raw).unwrap_or_default();
            if let Some(value) = value.get(member) {
                page.heading(heading);
                page.block(&format!("{value:#}"));
            }
        }
    })?;
    Ok(Exit::Success)
}
