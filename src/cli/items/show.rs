//! One tool in full.

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::Page;
use crate::core::operation::item::Target;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::telling::item::arguments as told;
use crate::core::telling::raw::Raw;

/// Prints a tool: its definition as JSON is byte for byte what the server sent.
pub(in crate::cli) fn show(context: &Context, target: &Target) -> Result<Exit, CommandError> {
    let Some(item) = &target.item else {
        let message = format!("the server {} lists no tool {}", target.server.name, target.name);
        let hint = format!("mcpgw tool list --server {} --refresh", target.server.name);
        return Err(Problem::new(ProblemKind::NotFound, message).hint(hint).into());
    };
    context.output.show_raw(&item.raw, |page| {
        let refusal = item.refusal.clone().map(|because| ("can't be used", because));
        let facts = [
            ("name", item.advertised.clone()),
            ("server", item.server.to_string()),
            ("its own name", item.original.clone()),
        ];
        page.pairs(facts.into_iter().chain(refusal));
        let tool = Raw::new(&item.raw);
        for text in ["title", "description"].into_iter().filter_map(|member| tool.text_of(member)) {
            page.block(&text);
        }
        arguments(page, tool);
    })?;
    Ok(Exit::Success)
}

fn arguments(page: &mut Page, tool: Raw<'_>) {
    let rows = told(tool);
    if !rows.is_empty() {
        page.heading("Arguments");
        page.table(["NAME", "TYPE", "NEEDED", "MEANING"], rows);
    }
}
