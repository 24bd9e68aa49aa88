//! `mcpgw server edit`

use std::path::PathBuf;

use serde_json::json;

use super::environment::EnvironmentArgs;
use super::exposed;
use super::headers::HeaderArgs;
use super::launch::{self, ManagementArgs, Spoken};
use super::view::ServerView;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{HeaderName, Prefix, ServerName};
use crate::core::operation::server::{self, Edit, Reach};
use crate::core::operation::user::Who;
use crate::core::telling::server as told;

/// Arguments of `server edit`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server edit files --alias fs
  mcpgw server edit files -- npx -y @modelcontextprotocol/server-filesystem \\
      ~/notes ~/work
  mcpgw server edit github --env-file ~/.config/github.env \\
      --unset-env GITHUB_HOST
  mcpgw server edit docs --url https://mcp.example.com/v2/mcp \\
      --header authorization
  mcpgw server edit tickets --visibility public
  mcpgw server edit tickets --team support --owner ann@example.org
  mcpgw server edit slow --timeout 10m --no-cwd")]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub(in crate::cli) struct Args {
    /// The server's name
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,

    /// Another command that starts it, with all its arguments
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<String>,

    /// Another name; its alias stays
    #[arg(long, value_name = "NAME", value_parser = ServerName::parse)]
    rename: Option<ServerName>,

    /// Another URL; in its path and query, `secret://SECRET` is the secret of that name
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// What the remote server speaks
    #[arg(long, value_name = "PROTOCOL")]
    transport: Option<Spoken>,

    #[command(flatten)]
    headers: HeaderArgs,

    /// Drop a header
    #[arg(long, value_name = "NAME", value_parser = HeaderName::parse)]
    unset_header: Vec<HeaderName>,

    #[command(flatten)]
    environment: EnvironmentArgs,

    /// Who owns it from now on: somebody in its team
    #[arg(long, value_name = "EMAIL", value_parser = Who::parse)]
    owner: Option<Who>,

    /// Drop a variable
    #[arg(long, value_name = "NAME")]
    unset_env: Vec<String>,

    /// The directory it starts in
    #[arg(long, value_name = "DIR", conflicts_with = "no_cwd")]
    cwd: Option<PathBuf>,

    /// Start it in whatever directory the client starts mcpgw in
    #[arg(long)]
    no_cwd: bool,

    /// Put its alias before its names
    #[arg(long, conflicts_with = "no_prefix")]
    prefix: bool,

    /// Use its names as they are, without a prefix
    #[arg(long)]
    no_prefix: bool,

    /// Start it with every session, rather than when it is first needed
    #[arg(long, conflicts_with = "no_eager")]
    eager: bool,

    /// Leave its start to mcpgw
    #[arg(long)]
    no_eager: bool,

    /// Let a call take as long as it likes
    #[arg(long, conflicts_with = "timeout")]
    no_timeout: bool,

    #[command(flatten)]
    management: ManagementArgs,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let (name, check, dry_run) = (self.name.clone(), !self.management.no_check, self.mutation.dry_run);
        let edit = self.edit(context).await?;
        let exposes = edit.command.is_some() || edit.url.is_some() || !edit.set_headers.is_empty();
        let operations = context.operations().await?;
        let spinner = context.output.spinner();
        spinner.say(&format!("trying {name}"));
        let edited = server::edit(&operations, &name, edit, check, dry_run).await;
        drop(spinner);
        let edited = edited?;
        context.tell_keeper(&operations).await?;
        let catalogue = edited.inspection.as_ref().map(|inspection| &inspection.catalogue);
        let obstacles = server::obstacles(&operations, std::slice::from_ref(&edited.server)).await?.concat();
        let view = ServerView::with_obstacles(&edited.server, obstacles.clone()).with_catalogue(catalogue);
        let result = json!({"changed": edited.changed, "dry_run": dry_run, "server": view});
        context.output.show(&result, |page| {
            page.line(&match (edited.changed, dry_run) {
                (true, false) => format!("changed {}", edited.server.name),
                (true, true) => format!("would change {name}"),
                (false, _) => format!("{name} is so already"),
            });
            let offers = catalogue.map(told::offers).unwrap_or_default();
            page.pairs(told::settings(&edited.server, &obstacles).into_iter().chain(offers));
        })?;
        if exposes {
            exposed::note(context, &edited.server)?;
        }
        Ok(Exit::Success)
    }

    async fn edit(self, context: &Context) -> Result<Edit, CommandError> {
        let cwd = launch::directory(self.cwd.as_deref())?;
        let command = match self.command.split_first() {
            None => None,
            Some((command, args)) => Some((
                launch::command_path(command, cwd.as_deref())?,
                args.to_vec(),
                launch::search_path(context.search_path()),
            )),
        };
        Ok(Edit {
            name: self.rename,
            alias: self.management.alias,
            prefix: choice(self.prefix, self.no_prefix)
                .map(|on| if on { Prefix::Alias } else { Prefix::None }),
            eager: choice(self.eager, self.no_eager),
            command,
            set_env: self.environment.variables(context).await?,
            unset_env: self.unset_env,
            cwd: if self.no_cwd { Some(None) } else { cwd.map(Some) },
            url: self.url,
            protocol: self.transport.map(Spoken::protocol),
            set_headers: self.headers.headers(context).await?,
            unset_headers: self.unset_header.into_iter().map(HeaderName::into_string).collect(),
            reach: Reach { owner: self.owner, ..self.management.reach.reach() },
            start_timeout: self.management.start_timeout,
            call_timeout: if self.no_timeout { Some(None) } else { self.management.timeout.map(Some) },
        })
    }
}

/// What a pair of opposite flags says.
fn choice(on: bool, off: bool) -> Option<bool> {
    (on || off).then_some(on)
}
