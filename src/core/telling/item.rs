//! A tool, prompt, resource or template.

use super::raw::Raw;
use crate::core::operation::item::Item;

/// How much of a description a table shows, characters.
const SHOWN: usize = 80;

/// Why an item can't be used; else the first line of what the server says about it.
pub(crate) fn about(item: &Item) -> String {
    if let Some(refusal) = &item.refusal {
        return format!("can't be used: {refusal}");
    }
    let raw = Raw::new(&item.raw);
    let text = ["description", "title", "name"].iter().find_map(|member| raw.text_of(member));
    let text = text.unwrap_or_default();
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= SHOWN {
        return line.to_owned();
    }
    let cut: String = line.chars().take(SHOWN - 1).collect();
    format!("{cut}…")
}

/// The arguments of a tool: name, type, whether it is needed, and what it means.
pub(crate) fn arguments(tool: Raw<'_>) -> Vec<[String; 4]> {
    let Some(schema) = tool.get("inputSchema") else { return Vec::new() };
    let required: Vec<_> =
        schema.get("required").into_iter().flat_map(Raw::elements).map(Raw::text).collect();
    let properties = schema.get("properties").into_iter().flat_map(Raw::members);
    properties
        .map(|(name, property)| {
            let needed = if required.contains(&name) { "yes" } else { "" }.to_owned();
            let about = property.text_of("description").unwrap_or_default();
            [name, kind(property), needed, about]
        })
        .collect()
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
