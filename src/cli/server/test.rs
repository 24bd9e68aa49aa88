//! `mcpgw server test`

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::ServerName;
use crate::core::operation::server::{self, Tested};
use crate::core::operation::{StepResult, StepTaken};
use crate::core::telling::server as told;

/// Arguments of `server test`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server test files
  mcpgw server test files --json
  mcpgw server test files --field steps.took_ms

Steps: secrets (opens what the server needs), command (finds the program), start, initialize, one for each list that it offers, \
and stop. What fails is told with the last lines of the server's stderr and a way out. Exit codes: 0 it works, 3 there is no \
such server, 7 it failed, 8 a secret that it needs can't be had.")]
pub(in crate::cli) struct Args {
    /// The server's name
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,
}

/// What JSON shows of a test. Why it failed is on stderr, like any error.
#[derive(Debug, Serialize)]
struct TestView<'a> {
    name: &'a str,
    ok: bool,
    steps: Vec<StepView>,
    /// The first line on its stdout that was no message.
    noise: Option<&'a str>,
    /// Its last lines on stderr, when it failed.
    stderr: &'a [String],
}

#[derive(Debug, Serialize)]
struct StepView {
    step: String,
    ok: bool,
    took_ms: f64,
    items: Option<usize>,
    detail: Option<String>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let spinner = context.output.spinner();
        spinner.say(&format!("starting {}", self.name));
        let tested = server::test(&operations, &self.name).await;
        drop(spinner);
        let tested = tested?;
        let test = TestView::new(&tested);
        context.output.show(&test, |page| {
            page.table(["STEP", "RESULT", "TOOK"], test.steps.iter().map(StepView::row));
            if let Ok(inspection) = &tested.outcome {
                page.pairs(told::offers(&inspection.catalogue));
                if let Some(noise) = test.noise {
                    page.line(&format!("on its stdout, where only MCP messages may be (ignored): {noise}"));
                }
            }
        })?;
        match tested.outcome {
            Ok(_) => Ok(Exit::Success),
            Err(failed) => Err(failed.problem.into()),
        }
    }
}

impl<'a> TestView<'a> {
    fn new(tested: &'a Tested) -> Self {
        let (noise, stderr) = match &tested.outcome {
            Ok(inspection) => (&inspection.noise, [].as_slice()),
            Err(failed) => (&failed.evidence.noise, failed.evidence.stderr.as_slice()),
        };
        Self {
            name: tested.server.name.as_str(),
            ok: tested.outcome.is_ok(),
            steps: tested.steps.iter().map(StepView::new).collect(),
            noise: noise.as_deref(),
            stderr,
        }
    }
}

impl StepView {
    fn new(step: &StepTaken) -> Self {
        let StepTaken { step, took, result } = step;
        let (items, detail) = match result {
            StepResult::Listed(items) => (Some(*items), None),
            StepResult::Found(text) => (None, Some(text.clone())),
            StepResult::Done | StepResult::Failed => (None, None),
        };
        let ok = *result != StepResult::Failed;
        Self { step: step.to_string(), ok, took_ms: took.as_secs_f64() * 1000.0, items, detail }
    }

    fn row(&self) -> [String; 3] {
        let result = match (self.ok, self.items, &self.detail) {
            (false, ..) => "failed".to_owned(),
            (true, Some(1), _) => "1 item".to_owned(),
            (true, Some(items), _) => format!("{items} items"),
            (true, None, detail) => detail.clone().unwrap_or_default(),
        };
        [self.step.clone(), result, format!("{:.1} ms", self.took_ms)]
    }
}
