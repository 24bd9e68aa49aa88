//! `mcpgw server add`

use std::path::PathBuf;

use super::environment::EnvironmentArgs;
use super::exposed;
use super::headers::HeaderArgs;
use super::launch::{self, ManagementArgs, Spoken};
use super::reference;
use super::view::ServerView;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Command, DEFAULT_START_TIMEOUT, Launch, Protocol, Remote, ServerName};
use crate::core::operation::server::{self, Add, Added};
use crate::core::telling::server as told;

/// Arguments of `server add`.
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "mcpgw server add [OPTIONS] <NAME> -- <COMMAND>...\n       mcpgw server add [OPTIONS] <NAME> --url <URL>",
    after_help = "Examples:
  mcpgw server add files -- npx -y @modelcontextprotocol/server-filesystem \\
      ~/notes
  mcpgw server add time --env TZ=Europe/Berlin -- uvx mcp-server-time
  mcpgw server add github --env GITHUB_TOKEN=secret://github \\
      -- github-mcp-server stdio
  mcpgw server add gitlab --env-file ~/.config/gitlab.env -- gitlab-mcp-server
  mcpgw server add docs --url https://mcp.example.com/mcp
  mcpgw server add issues --url https://mcp.example.com/mcp \\
      --header 'Authorization: Bearer secret://issues'
  mcpgw server add tickets --team support -- tickets-mcp
  mcpgw server add slow --start-timeout 5m --no-check -- ./serve --port 0"
)]
pub(in crate::cli) struct Args {
    /// What to call it
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,

    /// The command that starts it, and its arguments
    #[arg(last = true, required_unless_present = "url", conflicts_with_all = ["url", "transport", "header", "header_file"], value_name = "COMMAND")]
    command: Vec<String>,

    /// The URL of a remote server, in place of a command; in its path and query, `secret://SECRET` is the secret of that name
    #[arg(long, value_name = "URL", conflicts_with_all = ["env", "env_file", "env_stdin", "cwd"])]
    url: Option<String>,

    /// What the remote server speaks (http by default, which finds out when it is sse)
    #[arg(long, value_name = "PROTOCOL")]
    transport: Option<Spoken>,

    #[command(flatten)]
    headers: HeaderArgs,

    #[command(flatten)]
    environment: EnvironmentArgs,

    /// The directory it starts in
    #[arg(long, value_name = "DIR")]
    cwd: Option<PathBuf>,

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
        let launch = self.launch(context).await?;
        let input = Add {
            name: self.name,
            alias: self.management.alias,
            prefix: launch::prefix(self.no_prefix),
            enabled: true,
            eager: self.eager,
            launch,
            reach: self.management.reach.reach(),
            start_timeout: self.management.start_timeout.unwrap_or(DEFAULT_START_TIMEOUT),
            call_timeout: self.management.timeout,
            check: !self.management.no_check,
            dry_run: self.mutation.dry_run,
        };
        let operations = context.operations().await?;
        let spinner = context.output.spinner();
        spinner.say(&format!("starting {}", input.name));
        let added = server::add(&operations, input).await;
        drop(spinner);
        let added = added?;
        context.tell_keeper(&operations).await?;
        show(context, &added, self.mutation)?;
        Ok(Exit::Success)
    }

    async fn launch(&self, context: &Context) -> Result<Launch, CommandError> {
        if let Some(url) = &self.url {
            let protocol = self.transport.map_or(Protocol::Http, Spoken::protocol);
            let headers = self.headers.headers(context).await?;
            return Ok(Launch::from(Remote { protocol, url: url.clone(), headers }));
        }
        let cwd = launch::directory(self.cwd.as_deref())?;
        let (command, args) =
            self.command.split_first().map_or(("", [].as_slice()), |(c, a)| (c.as_str(), a));
        Ok(Launch::from(Command {
            command: launch::command_path(command, cwd.as_deref())?,
            args: args.to_vec(),
            env: self.environment.variables(context).await?,
            path: launch::search_path(context.search_path()),
            cwd,
        }))
    }
}

/// Prints the server that was added, and what is odd about it.
pub(super) fn show(context: &Context, added: &Added, mutation: Mutation) -> Result<(), CommandError> {
    let server = &added.server;
    let catalogue = added.inspection.as_ref().map(|inspection| &inspection.catalogue);
    let verb = if mutation.dry_run { "would add" } else { "added" };
    context.output.show(&ServerView::new(server).with_catalogue(catalogue), |page| {
        page.line(&format!("{verb} {}", server.name));
        if let Some(catalogue) = catalogue {
            page.pairs(told::offers(catalogue));
        }
    })?;
    if let Some(noise) = added.inspection.as_ref().and_then(|inspection| inspection.noise.as_ref()) {
        let text =
            format!("note: {} writes to stdout what is no MCP message (ignored): {noise}", server.name);
        context.output.note(&text)?;
    }
    let relative = server.launch.command().and_then(launch::relative_path);
    if let Some(path) = relative {
        let text = format!(
            "note: {path} is a path from this directory, and clients start servers elsewhere; to start it here:\n  \
             mcpgw server edit {} --cwd .",
            server.name
        );
        context.output.note(&text)?;
    }
    reference::note(context, server)?;
    exposed::note(context, server)
}
