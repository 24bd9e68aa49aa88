//! `mcpgw server add-json`

use std::path::Path;

use super::launch::{self, ManagementArgs};
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::core::model::{
    DEFAULT_START_TIMEOUT, HiddenValue, Launch, ServerName, Transport, is_secret_name, mentions,
};
use crate::core::operation::server::{self, Add};
use crate::core::platform::limits;

/// Arguments of `server add-json`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server add-json time '{\"command\":\"uvx\",\"args\":[\"mcp-server-time\"]}'
  mcpgw server add-json docs '{\"url\":\"https://mcp.example.com/mcp\"}'
  mcpgw server add-json github - < ~/.cursor/mcp.json")]
pub(in crate::cli) struct Args {
    /// What to call it; in a whole document, the name that it has there
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,

    /// One server's JSON, or a client's whole file, or - for stdin
    #[arg(value_name = "JSON")]
    document: String,

    /// Use its names as they are, without a prefix
    #[arg(long)]
    no_prefix: bool,

    /// Start it with every session, rather than when it is first needed
    #[arg(long)]
    eager: bool,

    #[command(flatten)]
    management: ManagementArgs,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let mut json = self.document;
        if json == "-" {
            json = input::all().await?;
        }
        let imported = server::import(&self.name, &json).map_err(|problem| {
            if !Path::new(&json).exists() {
                return problem;
            }
            problem.hint(format!("to read a file: mcpgw server add-json {} - < FILE", self.name))
        })?;
        let is_off = !imported.enabled;
        let secrets = secret_looking(&imported.launch);
        let mut launch = imported.launch;
        if let Transport::Stdio(command) = &mut launch.transport {
            command.cwd = launch::directory(command.cwd.as_deref())?;
            command.command = launch::command_path(&command.command, command.cwd.as_deref())?;
            command.path = launch::search_path(context.search_path());
        }
        let input = Add {
            name: self.name,
            alias: self.management.alias,
            prefix: launch::prefix(self.no_prefix),
            enabled: imported.enabled,
            eager: self.eager,
            launch,
            reach: self.management.reach.reach(),
            start_timeout: self.management.start_timeout.unwrap_or(DEFAULT_START_TIMEOUT),
            call_timeout: self.management.timeout,
            check: !self.management.no_check,
            dry_run: self.mutation.dry_run,
        };
        if !imported.ignored.is_empty() {
            context.output.note(&format!("note: ignored in the JSON: {}", imported.ignored.join(", ")))?;
        }
        let operations = context.operations().await?;
        let spinner = context.output.spinner();
        spinner.say(&format!("starting {}", input.name));
        let added = server::add(&operations, input).await;
        drop(spinner);
        let added = added?;
        context.tell_keeper(&operations).await?;
        super::add::show(context, &added, self.mutation)?;
        if is_off {
            let name = &added.server.name;
            context
                .output
                .note(&format!("note: it is disabled, as in the JSON: mcpgw server enable {name}"))?;
        }
        if !secrets.is_empty() && !self.mutation.dry_run {
            let names = secrets.join(", ");
            context
                .output
                .note(&format!("note: sealed: {names}; where they came from, they still stand in clear"))?;
        }
        Ok(Exit::Success)
    }
}

/// The variables or headers whose names say that their values are secrets; those that refer to one hold none.
fn secret_looking(launch: &Launch) -> Vec<String> {
    let refers = |text: &str| mentions(text).is_ok_and(|mentions| !mentions.is_empty());
    let holds = |value: &HiddenValue| value.clear().is_some_and(|text| !text.is_empty() && !refers(text));
    let secret = launch.declared().iter().filter(|(name, value)| is_secret_name(name) && holds(value));
    secret.map(|(name, _)| name.clone()).collect()
}
