//! The page of `mcpgw status`.

use super::document::Status;
use crate::cli::output::Page;
use crate::cli::session::server_table;
use crate::core::telling::session::title;

pub(super) fn show(status: &Status, page: &mut Page) {
    page.pairs([
        ("store", status.data_dir.clone()),
        ("settings", status.config_file.clone()),
        ("servers", status.servers.len().to_string()),
        ("sessions", status.sessions.len().to_string()),
    ]);
    if status.servers.is_empty() && status.by_token {
        page.remark("there are none that this token lets you see");
    } else if status.servers.is_empty() {
        page.remark("add one: mcpgw server add NAME -- COMMAND");
    } else {
        servers(status, page);
    }
    if status.sessions.is_empty() && !status.servers.is_empty() {
        page.remark("no client is served now; servers start for one: mcpgw stdio");
    }
    for session in &status.sessions {
        page.heading(&title(session, status.at));
        if session.servers.as_ref().is_some_and(|servers| !servers.is_empty()) {
            server_table(session, page);
        }
    }
}

fn servers(status: &Status, page: &mut Page) {
    let count = |count: Option<usize>| count.map_or_else(|| "?".to_owned(), |count| count.to_string());
    let rows = status.servers.iter().map(|server| {
        [
            server.name.clone(),
            server.state.name().to_owned(),
            count(server.tools),
            count(server.prompts),
            count(server.resources),
            server.last_failure.clone().unwrap_or_default(),
        ]
    });
    page.heading("Servers");
    page.table(["NAME", "STATE", "TOOLS", "PROMPTS", "RESOURCES", "LAST FAILURE"], rows);
}
