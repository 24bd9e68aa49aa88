//! `mcpgw audit verify`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Flaw, Link};
use crate::core::operation::audit::{Verified, verify};
use crate::core::problem::{Problem, ProblemKind};

/// Arguments of `audit verify`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw audit verify
  mcpgw audit verify \\
      --expect 12:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

Each row is hashed together with the hash of the row before it. Who can change the store can also write all hashes anew, or \
cut rows off at the end: only a head that was kept elsewhere shows that. The first row that is wrong is named, and the exit \
code is 9.")]
pub(in crate::cli) struct Args {
    /// A row and its hash that you have kept: the rows up to it must still be those
    #[arg(long, value_name = "SEQ:HASH", value_parser = Link::parse)]
    expect: Option<Link>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let Verified { verdict, heads, unproven, no_keyring } = verify(&operations, self.expect).await?;
        let problem = verdict.flaw.map(|flaw| format!("the audit is not what was written: {flaw}"));
        let result = json!({
            "ok": verdict.flaw.is_none(),
            "rows": verdict.last.seq,
            "head": verdict.last.to_string(),
            "signed_heads": heads,
            "vouched": verdict.vouched,
            "broken": verdict.flaw.map(Flaw::seq),
            "problem": problem,
        });
        context.output.show(&result, |page| {
            if problem.is_none() {
                page.line(&match verdict.last.seq {
                    1 => "1 row, as it was written".to_owned(),
                    rows => format!("{rows} rows, all as they were written"),
                });
                page.line(&match verdict.vouched {
                    0 => "no head vouches for them: mcpgw audit head".to_owned(),
                    vouched => format!("a head vouches for the rows up to {vouched}"),
                });
            }
        })?;
        let warn = |what: &str, problem: Problem| {
            let message = format!("{what}: {}", problem.message);
            context.output.warn(&Problem { message, ..problem })
        };
        if let Some(problem) = unproven {
            warn("whose key the heads are signed with can't be checked", problem)?;
        }
        if let Some(problem) = no_keyring {
            warn("the head in the keyring can't be read", problem)?;
        }
        match problem {
            None => Ok(Exit::Success),
            Some(problem) => Err(Problem::new(ProblemKind::CheckFailed, problem).into()),
        }
    }
}
