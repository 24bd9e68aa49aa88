//! `mcpgw audit export`

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::AuditRow;
use crate::core::operation::audit::export;
use crate::core::platform::files;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::untrusted::untrusted_json;

/// Arguments of `audit export`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw audit export --out audit.jsonl
  mcpgw audit export | jq 'select(.outcome == \"denied\")'

Each line is one row, as in the JSON of audit list. Only you can read the file.")]
pub(in crate::cli) struct Args {
    /// Write to this file, which must not be there yet
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let Some(file) = &self.out else {
            export(&operations, |row| context.output.raw(line(row)?.as_bytes())).await?;
            return Ok(Exit::Success);
        };
        let failed = |error| failed(file, &error);
        let mut writer = BufWriter::new(files::create_private(file).map_err(failed)?);
        let count = export(&operations, |row| {
            Ok::<_, CommandError>(writer.write_all(line(row)?.as_bytes()).map_err(failed)?)
        })
        .await?;
        let written = writer.into_inner().map_err(std::io::IntoInnerError::into_error);
        written.and_then(|file| file.sync_all()).map_err(failed)?;
        context.output.note(&format!("{count} rows are in {}", file.display()))?;
        Ok(Exit::Success)
    }
}

fn line(row: &AuditRow) -> Result<String, CommandError> {
    Ok(untrusted_json(&serde_json::to_string(row)?).into_owned() + "\n")
}

fn failed(file: &Path, error: &std::io::Error) -> Problem {
    let problem = |kind, what: &str| Problem::new(kind, format!("{}: {what}", file.display()));
    if error.kind() == std::io::ErrorKind::AlreadyExists {
        return problem(ProblemKind::Conflict, "there is such a file already")
            .hint("name another one, or remove it");
    }
    problem(ProblemKind::Failed, &error.to_string())
}
