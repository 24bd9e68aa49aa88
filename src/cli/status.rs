//! `mcpgw status`

use serde::Serialize;

use super::context::Context;
use super::error::{CommandError, Exit};
use super::output::Page;
use crate::core::model::{ListKind, Sighting};
use crate::core::operation::server::{self, Known};

/// Show where things are, and how each server is doing
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw status
  mcpgw status --field servers.state")]
pub(super) struct StatusArgs {}

#[derive(Debug, Serialize)]
struct Status {
    version: &'static str,
    store_id: String,
    data_dir: String,
    config_file: String,
    servers: Vec<ServerStatus>,
}

#[derive(Debug, Serialize)]
struct ServerStatus {
    name: String,
    state: State,
    tools: Option<usize>,
    prompts: Option<usize>,
    resources: Option<usize>,
    last_failure: Option<String>,
}

/// What the store knows of a server. Whether a session has it running now, only that session knows.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    /// No session uses it.
    Disabled,
    /// It starts when it is needed.
    Idle,
    /// Its last start failed.
    Down,
}

impl StatusArgs {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let known = server::list_known(&operations).await?;
        let status = Status {
            version: env!("CARGO_PKG_VERSION"),
            store_id: operations.store.id().to_owned(),
            data_dir: context.paths.data_dir.display().to_string(),
            config_file: context.paths.config_file.display().to_string(),
            servers: known.iter().map(ServerStatus::new).collect(),
        };
        context.output.show(&status, |page| show(&status, page))?;
        Ok(Exit::Success)
    }
}

impl ServerStatus {
    fn new(known: &Known) -> Self {
        let (catalogue, last_failure) = match &known.sighting {
            Some(Sighting::Listed(catalogue)) => (Some(catalogue), None),
            Some(Sighting::Failed { message, .. }) => (None, Some(message.clone())),
            None => (None, None),
        };
        let state = match (known.server.enabled, &last_failure) {
            (false, _) => State::Disabled,
            (true, None) => State::Idle,
            (true, Some(_)) => State::Down,
        };
        let count = |kind| catalogue.map(|catalogue| catalogue.items(kind).len());
        Self {
            name: known.server.name.to_string(),
            state,
            tools: count(ListKind::Tools),
            prompts: count(ListKind::Prompts),
            resources: count(ListKind::Resources),
            last_failure,
        }
    }
}

fn show(status: &Status, page: &mut Page) {
    page.pairs([
        ("store", status.data_dir.clone()),
        ("settings", status.config_file.clone()),
        ("servers", status.servers.len().to_string()),
    ]);
    if status.servers.is_empty() {
        page.remark("add one: mcpgw server add NAME -- COMMAND");
        return;
    }
    let count = |count: Option<usize>| count.map_or_else(|| "?".to_owned(), |count| count.to_string());
    let rows = status.servers.iter().map(|server| {
        let state = match server.state {
            State::Disabled => "disabled",
            State::Idle => "idle",
            State::Down => "down",
        };
        [
            server.name.clone(),
            state.to_owned(),
            count(server.tools),
            count(server.prompts),
            count(server.resources),
            server.last_failure.clone().unwrap_or_default(),
        ]
    });
    page.heading("Servers");
    page.table(["NAME", "STATE", "TOOLS", "PROMPTS", "RESOURCES", "LAST FAILURE"], rows);
}
