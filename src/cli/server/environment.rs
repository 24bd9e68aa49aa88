//! `--env`, `--env-file` and `--env-stdin`: variables for a server, and what may not be typed on a command line.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::input;
use crate::core::model::{HiddenValue, InvalidMention, is_secret_name, mentions};
use crate::core::platform::{files, limits};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::untrusted::{Breaks, untrusted};

/// Flags that declare variables.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct EnvironmentArgs {
    /// A variable for the server; NAME alone asks for its value, which is how secrets are typed; a VALUE of `secret://SECRET`
    /// is the secret of that name (see mcpgw secret set)
    #[arg(short, long = "env", value_name = "NAME[=VALUE]")]
    env: Vec<String>,

    /// A file of NAME=VALUE lines, as .env files are, or - for stdin; when it names secrets, only you may be able to read it
    #[arg(long, value_name = "FILE")]
    env_file: Option<PathBuf>,

    /// Read NAME=VALUE lines from stdin, as --env-file - does
    #[arg(long, conflicts_with = "env_file")]
    env_stdin: bool,
}

impl EnvironmentArgs {
    /// The variables declared. `--env` wins over the file and stdin.
    pub(super) async fn variables(
        &self,
        context: &Context,
    ) -> Result<BTreeMap<String, HiddenValue>, CommandError> {
        limits::no_core_dumps();
        let mut variables = BTreeMap::new();
        if let Some(file) = &self.env_file {
            variables.extend(read_file(file).await?);
        }
        if self.env_stdin {
            variables.extend(read_file(Path::new("-")).await?);
        }
        for declared in &self.env {
            let Some((name, value)) = declared.split_once('=') else {
                variables.insert(declared.clone(), ask(context, "--env", declared).await?);
                continue;
            };
            // What refers to a secret gives nothing away; what only seems to is refused for that.
            let refers = refers_alone(value).unwrap_or(true);
            if is_secret_name(name) && !refers {
                let message = format!(
                    "{name} looks like a secret: on a command line, ps and the shell's history show it"
                );
                let hint = format!(
                    "use --env {name} to be asked for it, --env {name}=secret://NAME, --env-stdin, or --env-file FILE with a \
                     file that only you can read"
                );
                return Err(Problem::new(ProblemKind::Usage, message).hint(hint).into());
            }
            variables.insert(name.to_owned(), HiddenValue::new(value));
        }
        Ok(variables)
    }
}

/// Whether a value refers to secrets and holds nothing that could be one itself: a few words at most, as in
/// `Bearer secret://NAME`.
pub(super) fn refers_alone(value: &str) -> Result<bool, InvalidMention> {
    let mentions = mentions(value)?;
    let mut rest = value.to_owned();
    for mention in mentions.iter().rev() {
        rest.replace_range(mention.span.clone(), " ");
    }
    let is_word =
        |word: &str| word.len() <= 12 && word.chars().all(|c| c.is_ascii_alphabetic() || ":=,;".contains(c));
    Ok(!mentions.is_empty() && rest.split_whitespace().count() <= 2 && rest.split_whitespace().all(is_word))
}

/// Asks for the value of `name`, which `flag` named alone, at the terminal.
pub(super) async fn ask(context: &Context, flag: &str, name: &str) -> Result<HiddenValue, CommandError> {
    let Some(ask) = context.asker() else {
        let message = format!("{flag} {name} has no value, and there is nobody to ask");
        let hint = if name == "authorization" {
            // The scheme stands before what is secret (RFC 9110, section 11.4).
            format!("{flag}-file FILE, which may be - for stdin, or {flag} '{name}: Bearer secret://NAME'")
        } else if is_secret_name(name) {
            format!("{flag}-file FILE, which may be - for stdin, or {flag} {name}=secret://NAME")
        } else {
            format!("{flag} {name}=VALUE, or {flag}-file FILE, which may be - for stdin")
        };
        return Err(Problem::new(ProblemKind::Usage, message).hint(hint).into());
    };
    let question = format!("{}: ", untrusted(name, Breaks::Escape));
    let answer = tokio::task::spawn_blocking(move || ask(&question)).await.map_err(std::io::Error::other);
    match answer.and_then(|answer| answer) {
        Ok(value) => Ok(HiddenValue::Clear(value)),
        Err(error) => {
            Err(Problem::new(ProblemKind::Cancelled, format!("no value for {name}: {error}")).into())
        }
    }
}

async fn read_file(file: &Path) -> Result<BTreeMap<String, HiddenValue>, CommandError> {
    read_given("--env-file", file, parse).await
}

/// What `parse` makes of `file`, which `flag` named, or of stdin. A file of secrets that others can read is refused.
pub(super) async fn read_given(
    flag: &str,
    file: &Path,
    parse: fn(&str) -> Result<BTreeMap<String, HiddenValue>, Problem>,
) -> Result<BTreeMap<String, HiddenValue>, CommandError> {
    let failed = |error: std::io::Error| {
        Problem::new(ProblemKind::Usage, format!("{flag} {}: {error}", file.display()))
    };
    if file == Path::new("-") {
        return Ok(parse(unmarked(&Zeroizing::new(input::all().await?)))?);
    }
    let text = Zeroizing::new(fs::read_to_string(file).map_err(failed)?);
    let variables = parse(unmarked(&text))?;
    let exposure = files::exposure(file).map_err(failed)?;
    if exposure.readable && variables.keys().any(|name| is_secret_name(name)) {
        let message = format!(
            "{} holds secrets and can be read by other users (mode {:03o})",
            file.display(),
            exposure.mode
        );
        return Err(Problem::new(ProblemKind::Usage, message)
            .hint(format!("chmod 600 {}", file.display()))
            .into());
    }
    Ok(variables)
}

/// A text without the mark that some editors put before it.
fn unmarked(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

/// Lines of `NAME=VALUE`, as other tools' `.env` files have them: `#` starts a comment line, `export ` may stand
/// before a name, a value may be in single or double quotes, ` #` starts a comment behind it. Nothing is expanded.
fn parse(text: &str) -> Result<BTreeMap<String, HiddenValue>, Problem> {
    let mut variables = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line);
        let Some((name, value)) = line.split_once('=') else {
            // The line may hold a secret: only its number is shown.
            let message = format!("line {} of the variables is not NAME=VALUE", index + 1);
            return Err(Problem::new(ProblemKind::Usage, message));
        };
        let name = name.trim();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            let message = format!("line {} of the variables names none", index + 1);
            return Err(Problem::new(ProblemKind::Usage, message));
        }
        variables.insert(name.to_owned(), HiddenValue::new(value_of(value.trim())));
    }
    Ok(variables)
}

/// What stands between quotes, or before a comment.
fn value_of(text: &str) -> &str {
    let quoted = ['"', '\''].into_iter().find_map(|quote| {
        let inside = text.strip_prefix(quote)?;
        let mut ends = inside.split_once(quote).into_iter().chain(inside.rsplit_once(quote));
        ends.find(|(_, rest)| is_comment(rest)).map(|(value, _)| value)
    });
    let before_comment = || {
        let mut signs = text.match_indices('#');
        let sign = signs.find(|(at, _)| text[..*at].is_empty() || text[..*at].ends_with([' ', '\t']));
        sign.map_or(text, |(at, _)| text[..at].trim_end())
    };
    quoted.unwrap_or_else(before_comment)
}

/// Whether nothing stands here but a comment.
fn is_comment(text: &str) -> bool {
    text.is_empty() || text.starts_with(char::is_whitespace) && text.trim_start().starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_passes_with_a_word_before_it_and_with_nothing_that_may_be_a_secret() {
        for value in ["secret://gh", "Bearer secret://gh", "token=secret://me/gh", "secret://a,secret://b"] {
            assert_eq!(refers_alone(value), Ok(true), "{value}");
        }
        for value in ["hunter2-secret://gh", "s3cr3t secret://gh", "averylongpassphrase secret://gh", "plain"]
        {
            assert_eq!(refers_alone(value), Ok(false), "{value}");
        }
        assert!(refers_alone("secret://").is_err());
    }

    #[test]
    fn files_of_variables_are_read_as_other_tools_read_them() {
        let text = "# comment\n\nexport A=1\nB = \"two words\" \nC='x=y'\nD=\r\nE=it's\n";
        let variables = parse(text).expect("valid");
        let plain: Vec<_> =
            variables.iter().map(|(name, value)| (name.as_str(), value.clear().expect("clear"))).collect();
        assert_eq!(plain, [("A", "1"), ("B", "two words"), ("C", "x=y"), ("D", ""), ("E", "it's")]);
        for (written, value) in [
            ("p # comment", "p"),
            ("\"p\" # c \"d\"", "p"),
            ("'p # q'", "p # q"),
            ("p#q", "p#q"),
            ("# all of it", ""),
            ("\"{\"a\": 1}\"", "{\"a\": 1}"),
            ("\"open", "\"open"),
        ] {
            let variables = parse(&format!("A={written}")).expect(written);
            assert_eq!(variables["A"].clear(), Some(value), "{written}");
        }
        for unnamed in ["=x", "a b=x", "\u{feff}A=x"] {
            assert!(parse(unnamed).is_err_and(|error| error.message.ends_with("names none")), "{unnamed}");
        }
        let error = parse("hunter2\n").expect_err("no name");
        assert!(!error.message.contains("hunter2"));
    }
}
