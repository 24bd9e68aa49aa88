//! The servers that are tried.

use std::path::Path;

use super::args::TryArgs;
use super::choice::Choice;
use crate::core::model::{Command, InvalidServer, Launch, ServerName};
use crate::core::problem::{Problem, ProblemKind};

/// Programs that run a package, which is their first argument that is no flag.
const RUNNERS: &[&str] = &["npx", "bunx", "uvx"];

/// One server, and what to call there.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) name: ServerName,
    pub(super) launch: Launch,
    /// Chosen by the user.
    pub(super) choice: Option<Choice>,
}

/// The two examples of `binary`, or the one server that `args` name.
pub(super) fn subjects(args: &TryArgs, binary: &Path) -> Result<Vec<Subject>, Problem> {
    if let [command, rest @ ..] = args.command.as_slice() {
        let choice = args
            .call
            .as_ref()
            .map(|tool| Choice { tool: tool.clone(), arguments: args.arguments.clone().unwrap_or_default() });
        return Ok(vec![subject(&name(command, rest), launch(command, rest.to_vec()), choice)?]);
    }
    let binary = text(binary)?;
    let example =
        |name: &str| subject(name, launch(binary, vec!["__example".to_owned(), name.to_owned()]), None);
    Ok(vec![example("files")?, example("time")?])
}

/// How to start `command`: in the current directory, found on the current `PATH`, with nothing added.
pub(super) fn launch(command: &str, args: Vec<String>) -> Launch {
    Command { command: command.to_owned(), args, ..Command::default() }.into()
}

/// A path as a command line can be stored.
pub(super) fn text(path: &Path) -> Result<&str, Problem> {
    let refuse = || Problem::new(ProblemKind::Failed, format!("{} is not UTF-8", path.display()));
    path.to_str().ok_or_else(refuse)
}

/// What to call a given server: its program, or what a runner of packages is told to run, without what all such names
/// start with.
fn name(command: &str, args: &[String]) -> String {
    let program = Path::new(command).file_stem().unwrap_or_default().to_string_lossy();
    let package = args.iter().find(|arg| RUNNERS.contains(&&*program) && !arg.starts_with('-'));
    let package = package.map(|package| package.rsplit('/').next().unwrap_or_default());
    let name = package.map_or(&*program, |package| package.split('@').next().unwrap_or_default());
    let name = name.trim_start_matches("mcp-").trim_start_matches("server-");
    ServerName::parse(name).map_or_else(|_| "server".to_owned(), |name| name.to_string())
}

fn subject(name: &str, launch: Launch, choice: Option<Choice>) -> Result<Subject, InvalidServer> {
    Ok(Subject { name: ServerName::parse(name)?, launch, choice })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_server_is_called_after_its_program_or_package() {
        let cases: [(&str, &[&str], &str); 5] = [
            ("/opt/bin/notes-mcp", &["--stdio"], "notes-mcp"),
            ("npx", &["-y", "@modelcontextprotocol/server-filesystem@2", "."], "filesystem"),
            ("uvx", &["mcp-server-time"], "time"),
            ("npx", &["-y"], "npx"),
            ("./my server", &[], "server"),
        ];
        for (command, args, expected) in cases {
            let args: Vec<_> = args.iter().map(ToString::to_string).collect();
            assert_eq!(name(command, &args), expected);
        }
    }
}
