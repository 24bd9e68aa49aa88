//! `--header` and `--header-file`: headers for a remote server, and what may not be typed on a command line.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::environment::{ask, read_given, refers_alone};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::core::model::{HeaderName, HiddenValue, is_secret_name};
use crate::core::platform::limits;
use crate::core::problem::{Problem, ProblemKind};

/// Flags that declare headers.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct HeaderArgs {
    /// A header of every request to the URL; NAME alone asks for its value, which is how secrets are typed; in VALUE,
    /// `secret://SECRET` is the secret of that name (see mcpgw secret set)
    #[arg(short = 'H', long = "header", value_name = "NAME[: VALUE]")]
    header: Vec<String>,

    /// A file of `NAME: VALUE` lines, or - for stdin; when it names secrets, only you may be able to read it
    #[arg(long, value_name = "FILE")]
    header_file: Option<PathBuf>,
}

impl HeaderArgs {
    /// The headers declared, by their names in lower case. `--header` wins over the file.
    pub(super) async fn headers(
        &self,
        context: &Context,
    ) -> Result<BTreeMap<String, HiddenValue>, CommandError> {
        limits::no_core_dumps();
        let mut headers = BTreeMap::new();
        if let Some(file) = &self.header_file {
            headers.extend(read_given("--header-file", file, parse).await?);
        }
        for declared in &self.header {
            let Some((name, value)) = split(declared) else {
                let name = header_name(declared)?;
                let value = ask(context, "--header", &name).await?;
                headers.insert(name, value);
                continue;
            };
            let name = header_name(name)?;
            // What refers to a secret gives nothing away; what only seems to is refused for that.
            if is_secret_name(&name) && !refers_alone(value).unwrap_or(true) {
                let message = format!(
                    "{name} looks like a secret: on a command line, ps and the shell's history show it"
                );
                let hint = format!(
                    "use --header {name} to be asked for it, --header '{name}: Bearer secret://NAME', or --header-file FILE with a \
                     file that only you can read"
                );
                return Err(Problem::new(ProblemKind::Usage, message).hint(hint).into());
            }
            headers.insert(name, HiddenValue::new(value));
        }
        let bare = |value: &HiddenValue| {
            value.clear().is_some_and(|value| !value.contains(' ') && !value.contains("secret://"))
        };
        if headers.get("authorization").is_some_and(bare) {
            let text =
                "note: most servers want a scheme before what is in authorization, as in: Bearer TOKEN";
            context.output.note(text)?;
        }
        Ok(headers)
    }
}

/// Name and value, which a colon separates, as in HTTP, or `=`, as with variables. No name holds either.
fn split(declared: &str) -> Option<(&str, &str)> {
    let (name, value) = declared.split_once([':', '='])?;
    Some((name.trim(), value.trim()))
}

fn header_name(text: &str) -> Result<String, Problem> {
    Ok(HeaderName::parse(text)?.into_string())
}

/// Lines of `NAME: VALUE`; `#` starts a comment line.
fn parse(text: &str) -> Result<BTreeMap<String, HiddenValue>, Problem> {
    let mut headers = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            // The line may hold a secret: only its number is shown.
            let message = format!("line {} of the headers is not NAME: VALUE", index + 1);
            return Err(Problem::new(ProblemKind::Usage, message));
        };
        headers.insert(header_name(name.trim())?, HiddenValue::new(value.trim()));
    }
    Ok(headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_split_as_http_and_as_shells_write_it() {
        assert_eq!(split("X-Team: core"), Some(("X-Team", "core")));
        assert_eq!(split("X-Team=a:b"), Some(("X-Team", "a:b")));
        assert_eq!(split("authorization"), None);
    }

    #[test]
    fn files_of_headers_are_read_by_lines_and_never_quoted_in_errors() {
        let headers = parse("# mine\n\nAuthorization: Bearer a:b\r\nx-empty:\n").expect("valid");
        let plain: Vec<_> =
            headers.iter().map(|(name, value)| (name.as_str(), value.clear().expect("clear"))).collect();
        assert_eq!(plain, [("authorization", "Bearer a:b"), ("x-empty", "")]);
        let error = parse("hunter2\n").expect_err("no name");
        assert!(!error.message.contains("hunter2"));
    }
}
