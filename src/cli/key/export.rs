//! `mcpgw key export`

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::key::{export_private, export_public};
use crate::core::platform::{files, limits};
use crate::core::problem::{Problem, ProblemKind};

/// Arguments of `key export`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw key export
  mcpgw key export --out jwks.json
  mcpgw key export --private --out key.pem
  mcpgw key export --private --out key.pem --key 5kV0lm5oS2mY6bGv0q0tQw

The set holds the public halves of all keys that are believed, and never a secret that both sides have (HS256, HS384, HS512). \
Whoever has a private key signs tokens; a token works here only if this store has made it, all the same.")]
pub(in crate::cli) struct Args {
    /// Give the secret half away, which the audit is told of
    #[arg(long, requires = "out")]
    private: bool,

    /// The file to write to, which must not be there yet; only you can read it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// Which key; without it the one that signs
    #[arg(long, value_name = "KEY", requires = "private")]
    key: Option<String>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let operations = context.operations().await?;
        let Some(file) = self.out else {
            let set = export_public(&operations).await?;
            context.output.show(&set, |page| {
                format!("{set:#}").lines().for_each(|line| page.line(line));
            })?;
            return Ok(Exit::Success);
        };
        if !self.private {
            let set = export_public(&operations).await?;
            let text = format!("{set:#}\n");
            let written =
                files::create_private(&file).and_then(|mut opened| opened.write_all(text.as_bytes()));
            if let Err(error) = written {
                if error.kind() != io::ErrorKind::AlreadyExists {
                    let _ = std::fs::remove_file(&file);
                }
                return Err(failed(&file, &error).into());
            }
            let keys = set["keys"].as_array().map_or(0, Vec::len);
            context.output.show(&json!({ "keys": keys, "file": file }), |page| {
                page.line(&format!("the public halves are in {}", file.display()));
            })?;
            return Ok(Exit::Success);
        }
        // Before anybody is told that the key was given away.
        let mut opened = files::create_private(&file).map_err(|error| failed(&file, &error))?;
        let written = async {
            let (key, secret) = export_private(&operations, self.key.as_deref()).await?;
            let written = opened.write_all(secret.reveal()).and_then(|()| opened.sync_all());
            written.map_err(|error| failed(&file, &error))?;
            Ok::<_, Problem>(key)
        };
        let key = match written.await {
            Ok(key) => key,
            Err(problem) => {
                // What is empty, or half written, is of no use.
                let _ = std::fs::remove_file(&file);
                return Err(problem.into());
            }
        };
        let result = json!({ "kid": key.kid, "algorithm": key.algorithm, "file": file });
        context.output.show(&result, |page| {
            page.line(&format!("the private key {} is in {}", key.kid, file.display()));
            page.remark("whoever can read it signs as this store");
        })?;
        Ok(Exit::Success)
    }
}

fn failed(file: &Path, error: &io::Error) -> Problem {
    Problem::new(ProblemKind::Failed, format!("{}: {error}", file.display()))
}
