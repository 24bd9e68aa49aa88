//! Flags that `server add`, `server add-json` and `server edit` share.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::reach::ReachArgs;
use crate::cli::arguments::duration;
use crate::cli::context::absolute;
use crate::cli::error::CommandError;
use crate::core::model::{Command, Prefix, Protocol, ServerAlias};
use crate::core::problem::{Problem, ProblemKind};

/// How a server appears, starts and is waited for.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct ManagementArgs {
    /// The prefix of its tools' and prompts' names (from the server's name by default)
    #[arg(long, value_name = "ALIAS", value_parser = ServerAlias::parse)]
    pub(super) alias: Option<ServerAlias>,

    /// How long it may take to start (1m by default)
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub(super) start_timeout: Option<Duration>,

    /// How long one call may take without progress (no limit by default)
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub(super) timeout: Option<Duration>,

    /// Keep it without starting it first
    #[arg(long)]
    pub(super) no_check: bool,

    #[command(flatten)]
    pub(super) reach: ReachArgs,
}

/// What a remote server speaks, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Spoken {
    /// Streamable HTTP
    Http,
    /// HTTP+SSE, of MCP 2024-11-05
    Sse,
}

impl Spoken {
    pub(super) fn protocol(self) -> Protocol {
        match self {
            Self::Http => Protocol::Http,
            Self::Sse => Protocol::Sse,
        }
    }
}

/// `--no-prefix` as a value.
pub(super) fn prefix(no_prefix: bool) -> Prefix {
    if no_prefix { Prefix::None } else { Prefix::Alias }
}

/// `--cwd`, as an absolute directory that exists.
pub(super) fn directory(cwd: Option<&Path>) -> Result<Option<PathBuf>, CommandError> {
    let Some(cwd) = cwd else { return Ok(None) };
    let cwd = absolute(cwd)?;
    if cwd.to_str().is_none() {
        return Err(Problem::new(ProblemKind::Usage, format!("{}: not UTF-8", cwd.display())).into());
    }
    Ok(Some(cwd))
}

/// A command that is a relative path is meant from here (or from `--cwd`): a client starts mcpgw anywhere.
///
/// A name with arguments behind it, quoted as one word, is no path, even if an argument looks like one: it stays as it was
/// typed, and what is said of it names what was typed.
pub(super) fn command_path(command: &str, cwd: Option<&Path>) -> Result<String, CommandError> {
    let path = Path::new(command);
    if path.is_absolute() || path.components().count() < 2 && !command.contains(std::path::MAIN_SEPARATOR) {
        return Ok(command.to_owned());
    }
    let path = absolute(&cwd.unwrap_or(Path::new("")).join(path))?;
    if is_line_of_words(command) && !path.exists() {
        return Ok(command.to_owned());
    }
    Ok(path.to_string_lossy().into_owned())
}

/// Whether the first of several words is a name to look up, as in `npx -y @scope/server`.
fn is_line_of_words(command: &str) -> bool {
    let first = command.trim_start().split_once(char::is_whitespace).map(|(first, _)| first);
    first.is_some_and(|first| !first.contains(std::path::MAIN_SEPARATOR))
}

/// Arguments that name something in the present directory, while the server will start in another.
pub(super) fn relative_path(command: &Command) -> Option<String> {
    if command.cwd.is_some() {
        return None;
    }
    let here = |arg: &&String| {
        !arg.starts_with('-') && Path::new(arg.as_str()).is_relative() && Path::new(arg).exists()
    };
    command.args.iter().find(here).cloned()
}

/// `PATH`, if it is text.
pub(super) fn search_path(path: Option<OsString>) -> Option<String> {
    path.and_then(|path| path.into_string().ok())
}
