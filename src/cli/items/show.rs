//! One tool in full.

use super::raw::Raw;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::Page;
use crate::core::operation::item::Target;
use crate::core::problem::{Problem, ProblemKind};

/// Prints a tool: its definition as JSON is byte for byte what the server sent.
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
        let tool = Raw::new(&item.raw);
        for text in ["title", "description"].into_iter().filter_map(|member| tool.text_of(member)) {
            page.block(&text);
        }
        if let Some(schema) = tool.get("inputSchema") {
            arguments(page, schema);
        }
    })?;
    Ok(Exit::Success)
}

fn arguments(page: &mut Page, schema: Raw<'_>) {
    let required: Vec<_> =
        schema.get("required").into_iter().flat_map(Raw::elements).map(Raw::text).collect();
    let rows: Vec<_> = schema
        .get("properties")
        .into_iter()
        .flat_map(Raw::members)
        .map(|(name, property)| {
            let needed = if required.contains(&name) { "yes" } else { "" }.to_owned();
            let about = property.text_of("description").unwrap_or_default();
            [name, kind(property), needed, about]
        })
        .collect();
    if !rows.is_empty() {
        page.heading("Arguments");
        page.table(["NAME", "TYPE", "NEEDED", "MEANING"], rows);
    }
}

/// What a schema takes: its constants, or its `type`, as far as one word says it.
fn kind(schema: Raw<'_>) -> String {
    let joined = |list: Raw<'_>| list.elements().map(Raw::text).collect::<Vec<_>>().join(" | ");
    match (schema.get("enum"), schema.get("type")) {
        (Some(constants), _) => joined(constants),
        (None, Some(kinds)) if kinds.bytes().starts_with(b"[") => joined(kinds),
        (None, Some(kind)) => kind.text(),
        (None, None) => "any".to_owned(),
    }
}
