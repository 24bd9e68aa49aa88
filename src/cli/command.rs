//! The command tree.

use std::future::Future;

use clap::{Parser, Subcommand};

use super::arguments::Global;
use super::completions::CompletionsArgs;
use super::context::Context;
use super::error::{CommandError, Exit};
use super::example::ExampleCommand;
use super::explain::ExplainArgs;
use super::interrupt::interrupted;
use super::login::{LoginArgs, LogoutArgs, WhoamiArgs};
use super::manual::ManArgs;
use super::status::StatusArgs;
use super::stdio::StdioArgs;
use super::try_demo::TryArgs;
use super::tui::TuiArgs;
use super::{
    audit, bare, config, key, profile, prompt, resource, role, secret, server, session, team, token, tool,
    usage, user, vault,
};
use crate::core::problem::{Problem, ProblemKind};

/// Many MCP servers behind one.
#[derive(Debug, Parser)]
#[command(name = "mcpgw", version, max_term_width = 100, propagate_version = false)]
#[command(subcommand_required = false)]
pub struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The nouns.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Stdio(StdioArgs),
    Try(TryArgs),
    Status(StatusArgs),
    Tui(TuiArgs),
    Explain(ExplainArgs),
    Login(LoginArgs),
    Logout(LogoutArgs),
    Whoami(WhoamiArgs),
    /// Who may use this store: create, list, show, edit, passwd, quota and more
    #[command(subcommand)]
    User(user::Command),
    /// Servers behind mcpgw: add, list, show, edit, test, logs and more
    #[command(subcommand)]
    Server(Box<server::Command>),
    /// Clients that are served now: list, show, kill
    #[command(subcommand)]
    Session(session::Command),
    /// Tools of all servers: list, show, call, edit, disable, enable
    #[command(subcommand)]
    Tool(tool::Command),
    /// Prompts of all servers: list, get, edit, disable, enable
    #[command(subcommand)]
    Prompt(prompt::Command),
    /// Resources of all servers: list, read, edit, disable, enable
    #[command(subcommand)]
    Resource(resource::Command),
    /// Secrets under names: set, list, grant, remove, rotate-key
    #[command(subcommand)]
    Secret(secret::Command),
    /// People who share servers: create, list, show, edit, member, invite and more
    #[command(subcommand)]
    Team(team::Command),
    /// Named sets of permissions: list, show, create, edit, delete, grant, revoke
    #[command(subcommand)]
    Role(role::Command),
    /// Credentials that can do exactly what they must: create, list, show, edit, rotate, revoke, usage, verify
    #[command(subcommand)]
    Token(token::Command),
    /// Clients of this machine, and the tokens that they have: create, list, remove
    #[command(subcommand)]
    Profile(profile::Command),
    /// Keys that sign tokens: list, rotate, import, export
    #[command(subcommand)]
    Key(key::Command),
    /// Where the key to sealed values is kept: status, move
    #[command(subcommand)]
    Vault(vault::Command),
    /// Who did what, and whether anybody changed that since: list, show, export, head, verify
    #[command(subcommand)]
    Audit(audit::Command),
    /// Who used what, and what came of it: report
    #[command(subcommand)]
    Usage(usage::Command),
    /// Settings: list, get, set, unset, path
    #[command(subcommand)]
    Config(config::Command),
    Completions(CompletionsArgs),
    Man(ManArgs),
    /// The servers that `try` shows
    #[command(name = "__example", hide = true, subcommand)]
    Example(ExampleCommand),
}

impl Cli {
    /// Runs the command.
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let Some(command) = self.command else { return bare::run(context).await };
        let outcome = Box::pin(command.run(context)).await;
        context.tell_denied().await;
        context.tell_lagging()?;
        outcome
    }
}

impl Command {
    async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Stdio(command) => command.run(context).await,
            Self::Server(command) if command.is_endless() => {
                until_interrupted(Box::pin(command.run(context))).await
            }
            Self::Server(command) => interruptible(Box::pin(command.run(context))).await,
            Self::Status(command) if command.watch => until_interrupted(command.run(context)).await,
            Self::Status(command) => interruptible(command.run(context)).await,
            Self::Tui(command) => until_interrupted(Box::pin(command.run(context))).await,
            Self::Explain(command) => interruptible(command.run(context)).await,
            Self::Login(command) => interruptible(command.run(context)).await,
            Self::Logout(command) => interruptible(command.run(context)).await,
            Self::Whoami(command) => interruptible(command.run(context)).await,
            Self::User(command) => interruptible(Box::pin(command.run(context))).await,
            Self::Session(command) => interruptible(command.run(context)).await,
            Self::Tool(command) => interruptible(command.run(context)).await,
            Self::Prompt(command) => interruptible(command.run(context)).await,
            Self::Resource(command) => interruptible(command.run(context)).await,
            Self::Secret(command) => interruptible(command.run(context)).await,
            Self::Role(command) => interruptible(command.run(context)).await,
            Self::Team(command) => interruptible(Box::pin(command.run(context))).await,
            Self::Token(command) => interruptible(Box::pin(command.run(context))).await,
            Self::Profile(command) => interruptible(Box::pin(command.run(context))).await,
            Self::Key(command) => interruptible(command.run(context)).await,
            Self::Vault(command) => interruptible(command.run(context)).await,
            Self::Usage(command) if command.is_endless() => {
                until_interrupted(Box::pin(command.run(context))).await
            }
            Self::Usage(command) => interruptible(Box::pin(command.run(context))).await,
            Self::Audit(command) => interruptible(command.run(context)).await,
            Self::Completions(command) => command.run(context),
            Self::Man(command) => command.run(context),
            Self::Config(command) => command.run(context).await,
            Self::Try(command) => command.run(context).await,
            Self::Example(command) => command.run(),
        }
    }
}

/// Gives `command` up when the person interrupts it; whatever it started ends with it.
async fn interruptible(
    command: impl Future<Output = Result<Exit, CommandError>>,
) -> Result<Exit, CommandError> {
    let interrupted = interrupted()?;
    tokio::select! {
        outcome = command => outcome,
        () = interrupted => Err(Problem::new(ProblemKind::Cancelled, "interrupted").into()),
    }
}

/// Lets `command` go on until the person interrupts it, which is its proper end.
async fn until_interrupted(
    command: impl Future<Output = Result<Exit, CommandError>>,
) -> Result<Exit, CommandError> {
    let interrupted = interrupted()?;
    tokio::select! {
        outcome = command => outcome,
        () = interrupted => Ok(Exit::Success),
    }
}
