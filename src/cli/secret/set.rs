//! `mcpgw secret set`

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::{Context, absolute};
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::core::model::{LONGEST_SECRET, Secret, SecretCommand, SecretName};
use crate::core::operation::secret::{Change, NewSecret, set};
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
  mcpgw secret set github --exec -- pass show github
  mcpgw server add github --env GITHUB_TOKEN=secret://github -- github-mcp-server stdio")]
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
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let new = self.content(context).await?;
        let operations = context.operations().await?;
        let done = set(&operations, &self.name, &new, self.mutation.dry_run).await?;
        context.tell_keeper(&operations).await?;
        let name = &self.name;
        let result = json!({
            "id": done.id,
            "name": name,
            "kind": done.kind,
            "made": done.change == Change::Made,
            "changed": done.change != Change::None,
            "dry_run": self.mutation.dry_run,
        });
        context.output.show(&result, |page| {
            page.line(&match (done.change, self.mutation.dry_run) {
                (Change::Made, false) => format!("made the secret {name}"),
                (Change::Made, true) => format!("would make the secret {name}"),
                (Change::Replaced, false) => format!("changed the secret {name}"),
                (Change::Replaced, true) => format!("would change the secret {name}"),
                (Change::None, _) => format!("the secret {name} is so already"),
            });
            if done.change == Change::Made && !self.mutation.dry_run {
                page.remark(&format!("servers get it with --env NAME=secret://{name}"));
            }
        })?;
        Ok(Exit::Success)
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
