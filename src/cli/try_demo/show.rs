//! What a try found out, as a person reads it.

use std::time::Duration;

use serde_json::Value;

use super::report::{CallReport, Merged, Report, ServerReport};
use super::timing::short;
use crate::cli::output::Page;

/// How much of a description, a command or a result is shown, in characters.
const SHOWN: usize = 64;
/// How many resources are shown by name.
const SHOWN_RESOURCES: usize = 5;

/// Puts `report` on `page`; the settings to paste come last.
pub(super) fn show(report: &Report, page: &mut Page) {
    servers(page, &report.servers);
    catalogue(page, &report.catalogue);
    let called: Vec<_> = report.servers.iter().filter_map(|server| server.call.as_ref()).collect();
    if !called.is_empty() {
        answers(page, &called);
        times(page, &called);
    }
    for ServerReport { name, .. } in report.servers.iter().filter(|server| server.call.is_none()) {
        page.heading(&format!("No tool of {name} was called"));
        page.line("None says that it only reads and needs no arguments. Choose one and try again:");
        page.line("  mcpgw try --call TOOL --arguments JSON -- COMMAND [ARGS]");
    }
    page.heading("For your client's settings");
    page.remark(
        "Nothing of this try is kept; `mcpgw server add NAME -- COMMAND [ARGS]` adds a server to keep.",
    );
    page.block(&format!("{:#}", report.client_settings));
}

fn servers(page: &mut Page, servers: &[ServerReport]) {
    page.heading(match servers.len() {
        1 => "A server behind `mcpgw stdio`",
        _ => "Servers behind one `mcpgw stdio`",
    });
    let row = |server: &ServerReport| {
        [server.name.clone(), server.protocol_version.clone(), cut(&server.command.join(" "))]
    };
    page.table(["Server", "Protocol", "Command"], servers.iter().map(row));
}

fn catalogue(page: &mut Page, merged: &Merged) {
    page.heading("What a client sees, in one list");
    let kinds = [
        ("tool", "name", &merged.tools, usize::MAX),
        ("prompt", "name", &merged.prompts, usize::MAX),
        ("resource", "uri", &merged.resources, SHOWN_RESOURCES),
        ("template", "uriTemplate", &merged.resource_templates, SHOWN_RESOURCES),
    ];
    let mut rows = Vec::new();
    for (kind, key, items, most) in kinds {
        let shown = items.iter().take(most);
        rows.extend(shown.map(|item| [kind.to_owned(), member(item, &[key]), about(item)]));
        if items.len() > most {
            rows.push([kind.to_owned(), format!("and {} more", items.len() - most), String::new()]);
        }
    }
    page.table(["Kind", "Name", "What it is"], rows);
}

fn answers(page: &mut Page, called: &[&CallReport]) {
    page.heading("One call of each");
    let row =
        |call: &&CallReport| [call.tool.clone(), cut(&call.arguments.to_string()), cut(&said(&call.result))];
    page.table(["Tool", "Arguments", "Answer"], called.iter().map(row));
}

fn times(page: &mut Page, called: &[&CallReport]) {
    page.heading("Time of a call, median");
    let told = |micros: f64| short(Duration::from_secs_f64(micros / 1e6));
    let row = |call: &&CallReport| [call.tool.clone(), told(call.direct_us), told(call.through_mcpgw_us)];
    page.table(["Tool", "Directly", "Through mcpgw"], called.iter().map(row));
}

/// What a tool's result says: its first text, or all of it as JSON.
fn said(result: &Value) -> String {
    let text =
        result["content"].as_array().into_iter().flatten().find_map(|content| content["text"].as_str());
    text.map_or_else(|| result.to_string(), str::to_owned)
}

/// The first sentence of what an item says of itself.
fn about(item: &Value) -> String {
    let text = member(item, &["description", "title", "name"]);
    let line = text.lines().next().unwrap_or_default();
    cut(line.split_inclusive(". ").next().unwrap_or_default().trim_end())
}

/// The first of `names` that `item` has as a string.
fn member(item: &Value, names: &[&str]) -> String {
    names.iter().find_map(|name| item[name].as_str()).unwrap_or_default().to_owned()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    text.chars().take(SHOWN - 1).chain(['…']).collect()
}
