//! Secrets that others can see: among a server's arguments, which `ps` shows to everyone on the machine, or on the way to a
//! remote server without TLS.

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::core::model::{Reference, Server, Spot, is_secret_name};

/// Says so, without the value, when an argument looks like a secret, or will hold one, or when one is sent in clear.
pub(super) fn note(context: &Context, server: &Server) -> Result<(), CommandError> {
    let overheard = server.launch.remote().filter(|remote| remote.is_overheard());
    if let Some(remote) = overheard.filter(|_| server.launch.has_secrets()) {
        let text = format!(
            "note: everybody on the way to {} can read the headers and the URL that {} is called with; use https where it has it",
            remote.origin(),
            server.name
        );
        context.output.note(&text)?;
    }
    let holds = |reference: &&Reference| matches!(reference.spot, Spot::Arg(_));
    if let Some(reference) = server.launch.references.iter().find(holds) {
        let text = format!(
            "note: the secret takes the place of {} in {} when {name} starts, and ps shows arguments to every user of this \
             machine; if {name} reads it from a variable, too:\n  mcpgw server edit {name} --env NAME={} -- COMMAND",
            reference.target,
            reference.spot,
            reference.target,
            name = server.name
        );
        context.output.note(&text)?;
    }
    if let Some(remote) = server.launch.remote().filter(|remote| has_key_in_path(&remote.url)) {
        let text = format!(
            "note: the path of {origin} looks as if it held a key, and it is kept and shown as it is; if it does:\n  \
             mcpgw secret set KEY; mcpgw server edit {name} --url {origin}/.../secret://KEY/...",
            origin = remote.origin(),
            name = server.name
        );
        context.output.note(&text)?;
    }
    let Some(argument) = server.launch.command().and_then(|command| find(&command.args)) else {
        return Ok(());
    };
    let text = format!(
        "note: {argument} looks like a secret, and ps shows arguments to every user of this machine; if {name} reads \
         it from a variable, too:\n  mcpgw server edit {name} --env-file FILE -- COMMAND",
        name = server.name
    );
    context.output.note(&text)?;
    Ok(())
}

/// Whether a part of the path is long and as mixed as only keys are.
fn has_key_in_path(url: &str) -> bool {
    let path = url.split('?').next().unwrap_or_default();
    let is_key = |part: &str| {
        let has = |kind: fn(&char) -> bool| part.chars().any(|c| kind(&c));
        part.len() >= 20
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_=.".contains(c))
            && has(char::is_ascii_digit)
            && has(char::is_ascii_alphabetic)
    };
    path.split('/').skip(3).any(is_key)
}

/// The first argument that looks like a secret, described by its flag or its place and never by its value.
fn find(args: &[String]) -> Option<String> {
    args.iter().enumerate().find_map(|(index, argument)| {
        if has_known_shape(argument) {
            return Some(format!("argument {}", index + 1));
        }
        if !argument.starts_with('-') {
            return None;
        }
        let (flag, value) = match argument.split_once('=') {
            Some((flag, value)) => (flag, Some(value)),
            None => (argument.as_str(), args.get(index + 1).map(String::as_str)),
        };
        let value = value.filter(|value| !value.is_empty() && !value.starts_with(['-', '/', '.', '~', '$']));
        // The last word says what a flag takes: `--api-key` takes a secret, `--key-file` a path.
        let last = flag.rsplit(['-', '_', '.']).next()?;
        (value.is_some() && is_secret_name(last)).then(|| format!("the value of {flag}"))
    })
}

/// Whether it begins as tokens of well-known services do.
fn has_known_shape(argument: &str) -> bool {
    const BEGINNINGS: [&str; 8] = ["ghp_", "gho_", "github_pat_", "glpat-", "sk-", "xoxb-", "xoxp-", "AKIA"];
    let value = argument.split_once('=').map_or(argument, |(_, value)| value);
    value.len() >= 16 && BEGINNINGS.iter().any(|beginning| value.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(args: &[&str]) -> Option<String> {
        find(&args.iter().map(|&arg| arg.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn secrets_are_described_without_their_value() {
        assert_eq!(found(&["-v", "--api-key", "hunter2"]).as_deref(), Some("the value of --api-key"));
        assert_eq!(found(&["--token=hunter2"]).as_deref(), Some("the value of --token"));
        assert_eq!(found(&["serve", "ghp_0123456789abcdef"]).as_deref(), Some("argument 2"));
        assert_eq!(found(&["--header=sk-0123456789abcdef"]).as_deref(), Some("argument 1"));
    }

    #[test]
    fn a_key_in_a_path_is_known_by_its_looks() {
        assert!(has_key_in_path("https://example.com/api/s/ZjQ0NTg3MWUtZTk4Yi00/mcp"));
        for url in [
            "https://mcp0123456789abcdefghij.example.com/mcp",
            "https://example.com/some-long-and-quiet-path/mcp",
            "https://example.com/s/secret://key/mcp?x=0123456789abcdefghijkl",
        ] {
            assert!(!has_key_in_path(url), "{url}");
        }
    }

    #[test]
    fn paths_switches_and_plain_words_are_left_alone() {
        for args in [
            &["--token-file", "t"][..],
            &["--key", "/etc/key.pem"],
            &["--no-auth", "-v"],
            &["--token"],
            &["token", "x"],
            &["sk-short"],
        ] {
            assert_eq!(found(args), None, "{args:?}");
        }
    }
}
