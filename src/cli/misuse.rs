//! What is wrong with arguments that clap refuses, and what helps.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, Parser as _};

use super::command::Cli;
use crate::core::model::shell_word;
use crate::core::problem::{Problem, ProblemKind};

/// The error in one line, with what helps or where the help is.
pub(super) fn problem(error: &clap::Error, arguments: &[OsString]) -> Problem {
    let text = error.render().to_string();
    // The usage follows behind an empty line.
    let mut lines = text.lines().take_while(|line| !line.is_empty()).map(str::trim);
    let first = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    let details = lines.collect::<Vec<_>>().join(", ");
    let message = if details.is_empty() { first } else { format!("{first} {details}") };
    let help = || [Named::find(arguments).words().as_str(), "--help"].join(" ");
    Problem::new(ProblemKind::Usage, message).hint(remedy(error, arguments).unwrap_or_else(help))
}

/// What helps against the error, where clap doesn't know: the `--` before the command of a server is missing, or the `--url`
/// before its URL.
pub(super) fn remedy(error: &clap::Error, arguments: &[OsString]) -> Option<String> {
    let Some(ContextValue::String(surplus)) = error.get(ContextKind::InvalidArg) else { return None };
    let named = Named::find(arguments);
    let takes_command = named.command.get_positionals().any(clap::Arg::is_last_set);
    if error.kind() != ErrorKind::UnknownArgument || !takes_command || surplus.starts_with('-') {
        return None;
    }
    let is_url = ["http://", "https://"].iter().any(|scheme| surplus.starts_with(scheme));
    let is_url = is_url && named.command.get_arguments().any(|argument| argument.get_id() == "url");
    let mark = if is_url { "--url" } else { "--" };
    let (before, after) = (named.end..arguments.len())
        .filter(|at| arguments[*at] == **surplus)
        .map(|at| arguments.split_at(at))
        .find(|(before, after)| Cli::try_parse_from([before, &[mark.into()][..], after].concat()).is_ok())?;
    let shown = |words: &[OsString]| {
        let words = words.iter().map(|word| shell_word(&word.to_string_lossy()));
        words.collect::<Vec<_>>().join(" ")
    };
    let own = &before[named.end..];
    // Options may hold what nobody should repeat.
    let has_options = own.iter().any(|word| word.as_encoded_bytes().starts_with(b"-"));
    let own = if has_options { "…".to_owned() } else { shown(own) };
    // So may a URL.
    let (what, after) = if is_url { ("URL", "URL".to_owned()) } else { ("command", shown(after)) };
    let words = [&*named.words(), &*own, mark, &*after];
    let line = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    Some(format!("put {mark} before the {what}: {line}"))
}

/// The command that arguments name, as far as they do.
struct Named {
    command: clap::Command,
    path: Vec<String>,
    /// Where the arguments behind its name begin.
    end: usize,
}

impl Named {
    fn find(arguments: &[OsString]) -> Self {
        let mut named = Self { command: Cli::command(), path: vec!["mcpgw".to_owned()], end: 1 };
        for (at, argument) in arguments.iter().enumerate().skip(1) {
            if argument == "--" {
                break;
            }
            if let Some(next) = named.command.find_subcommand(argument) {
                named = Self {
                    path: [named.path, vec![next.get_name().to_owned()]].concat(),
                    command: next.clone(),
                    end: at + 1,
                };
            }
        }
        named
    }

    fn words(&self) -> String {
        self.path.join(" ")
    }
}
