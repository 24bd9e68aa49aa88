//! `mcpgw secret set`

use std::path::{Path, PathBuf};

use serde_json::json;

use super::whose::WhoseArgs;
use crate::cli::arguments::Mutation;
use crate::cli::context::{Context, absolute};
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::core::model::{LONGEST_SECRET, Secret, SecretCommand, SecretName, ServerName};
use crate::core::operation::secret::{Change, NewSecret, WasSet, Whose, exists, lend, set};
use crate::core::platform::{files, is_executable, limits, search_path};
use crate::core::problem::{Problem, ProblemKind};

/// Arguments of `secret set`.
///
/// Asks for the value at the terminal, unless it comes from somewhere else; one line feed at its end is not part of it. The value
/// is sealed, and never shown again. Servers refer to it as `secret://NAME`; sessions start those that run anew for a new value.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw secret set github
  mcpgw secret set github --file ~/.config/github-token
  pass show github | mcpgw secret set github --stdin
  mcpgw secret set github --team web
  mcpgw secret set github --lend tickets
  mcpgw secret set github --exec -- pass show github
  mcpgw server add github --env GITHUB_TOKEN=secret://github \\
      -- github-mcp-server stdio")]
pub(in crate::cli) struct Args {
    /// What to call it
    #[arg(value_parser = SecretName::parse)]
    name: SecretName,

    /// Read the value from stdin
    #[arg(long, group = "source")]
    stdin: bool,

    /// Read the value from a file, which only you may be able to read
    #[arg(long, value_name = "FILE", group = "source")]
    file: Option<PathBuf>,

    /// Keep no value: run a command whenever a server that needs it starts, and take what it prints
    #[arg(long, group = "source", requires = "command")]
    exec: bool,

    /// The command, and its arguments
    #[arg(last = true, requires = "exec", value_name = "COMMAND")]
    command: Vec<String>,

    #[command(flatten)]
    whose: WhoseArgs,

    /// Let this server have it though more people may use that, as long as its command is this one; alone it leaves the value
    #[arg(long, value_name = "SERVER", value_parser = ServerName::parse, conflicts_with = "exec")]
    lend: Option<ServerName>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let (whose, dry_run) = (self.whose.whose(), self.mutation.dry_run);
        let operations = context.operations().await?;
        let given = self.stdin || self.exec || self.file.is_some();
        let keeps = self.lend.is_some() && !given && exists(&operations, &whose, &self.name).await?;
        let done = if keeps {
            None
        } else {
            let new = self.content(context).await?;
            let done = set(&operations, &whose, &self.name, &new, dry_run).await?;
            context.tell_keeper(&operations).await?;
            Some(done)
        };
        let lent = match &self.lend {
            // What is not there yet can't be lent.
            Some(server) if !dry_run || done.as_ref().is_none_or(|done| done.id.is_some()) => {
                Some(lend(&operations, &whose, &self.name, server, true, dry_run).await?)
            }
            _ => None,
        };
        self.show(context, done.as_ref(), lent)?;
        Ok(Exit::Success)
    }

    fn show(&self, context: &Context, done: Option<&WasSet>, lent: Option<bool>) -> Result<(), CommandError> {
        let (name, dry_run) = (&self.name, self.mutation.dry_run);
        let change = done.map_or(Change::None, |done| done.change);
        let result = json!({
            "id": done.map(|done| done.id),
            "name": name,
            "kind": done.map(|done| done.kind),
            "made": change == Change::Made,
            "changed": change != Change::None || lent == Some(true),
            "lent_to": self.lend,
            "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let of = match self.whose.whose() {
                Whose::Mine => String::new(),
                Whose::Team(team) => format!(" of the team {team}"),
                Whose::Public => " of everybody".to_owned(),
            };
            let said = match (change, dry_run) {
                (Change::Made, false) => Some(format!("made the secret {name}{of}")),
                (Change::Made, true) => Some(format!("would make the secret {name}{of}")),
                (Change::Replaced, false) => Some(format!("changed the secret {name}{of}")),
                (Change::Replaced, true) => Some(format!("would change the secret {name}{of}")),
                (Change::None, _) => done.map(|_| format!("the secret {name}{of} is so already")),
            };
            if let Some(line) = &said {
                page.line(line);
            }
            if let Some(server) = &self.lend {
                page.line(&match (lent, dry_run) {
                    (Some(true), false) => {
                        format!("{server} may have the secret {name}, as long as its command is this one")
                    }
                    (Some(false), _) => format!("{server} may have the secret {name} already"),
                    _ => format!("{server} might have the secret {name} then"),
                });
            }
            if change == Change::Made && !dry_run {
                page.remark(&format!("servers get it with --env NAME=secret://{name}"));
            }
        })?;
        Ok(())
    }

    async fn content(&self, context: &Context) -> Result<NewSecret, CommandError> {
        if let Some((command, args)) = self.command.split_first() {
            return Ok(NewSecret::Exec(exec(context, command, args)?));
        }
        let text = if let Some(file) = &self.file {
            from_file(file)?
        } else if self.stdin {
            Secret::new(input::all_of(LONGEST_SECRET + 2).await?)
        } else {
            ask(context, &self.name).await?
        };
        Ok(NewSecret::Value(Secret::new(without_line_feed(text.reveal()).to_owned())))
    }
}

async fn ask(context: &Context, name: &SecretName) -> Result<Secret<String>, CommandError> {
    let Some(ask) = context.asker() else {
        let message = format!("the secret {name} has no value, and there is nobody to ask");
        let hint = "--stdin, --file FILE, or --exec -- COMMAND";
        return Err(Problem::new(ProblemKind::Usage, message).hint(hint).into());
    };
    let question = format!("{name}: ");
    let answer = tokio::task::spawn_blocking(move || ask(&question)).await.map_err(std::io::Error::other);
    let failed = |error| Problem::new(ProblemKind::Cancelled, format!("no value for {name}: {error}"));
    Ok(answer.and_then(|answer| answer).map_err(failed)?)
}

fn from_file(file: &Path) -> Result<Secret<String>, CommandError> {
    let failed = |error: std::io::Error| {
        Problem::new(ProblemKind::Usage, format!("--file {}: {error}", file.display()))
    };
    let exposure = files::exposure(file).map_err(failed)?;
    if exposure.readable {
        let message = format!("{} can be read by other users (mode {:03o})", file.display(), exposure.mode);
        let hint = format!("chmod 600 {}", file.display());
        return Err(Problem::new(ProblemKind::Usage, message).hint(hint).into());
    }
    let opened = std::fs::File::open(file).map_err(failed)?;
    Ok(Secret::new(input::text_of(opened, LONGEST_SECRET + 2).map_err(failed)?))
}

/// The command, which has to be there now: a mistake is better told to who makes it than to the server that needs it.
fn exec(context: &Context, command: &str, args: &[String]) -> Result<SecretCommand, CommandError> {
    let path = context.search_path().and_then(|path| path.into_string().ok());
    let command = if command.contains('/') {
        absolute(Path::new(command))?.to_string_lossy().into_owned()
    } else {
        command.to_owned()
    };
    let found = match &path {
        _ if command.contains('/') => is_executable(Path::new(&command)),
        Some(path) => search_path(path.as_ref(), &command).is_some(),
        None => false,
    };
    if !found {
        return Err(Problem::new(ProblemKind::Usage, format!("{command}: no such program")).into());
    }
    Ok(SecretCommand { command, args: args.to_vec(), path })
}

/// `text` without the line feed that ends it.
fn without_line_feed(text: &str) -> &str {
    let line = text.strip_suffix('\n').unwrap_or(text);
    if line.len() < text.len() { line.strip_suffix('\r').unwrap_or(line) } else { line }
}
