//! `mcpgw server test`

use serde_json::json;

use super::view;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::ServerName;
use crate::core::operation::StepTaken;
use crate::core::operation::server;

/// Arguments of `server test`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server test files
  mcpgw server test files --json")]
pub(in crate::cli) struct Args {
    /// The server's name
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let spinner = context.output.spinner();
        spinner.say(&format!("starting {}", self.name));
        let tested = server::test(&operations, &self.name).await;
        drop(spinner);
        let tested = tested?;
        let inspection = tested.outcome.as_ref().ok();
        let noise = inspection.and_then(|inspection| inspection.noise.as_deref());
        let steps: Vec<_> = tested.steps.iter().map(step_json).collect();
        let result = json!({"name": self.name, "ok": inspection.is_some(), "steps": steps, "noise": noise});
        context.output.show(&result, |page| {
            if !tested.steps.is_empty() {
                page.table(["STEP", "ITEMS", "TOOK"], tested.steps.iter().map(step_row));
            }
            if let Some(inspection) = inspection {
                page.pairs(view::offers(&inspection.catalogue));
            }
            if let Some(noise) = noise {
                page.line(&format!("on its stdout, where only MCP messages may be (ignored): {noise}"));
            }
        })?;
        tested.outcome?;
        Ok(Exit::Success)
    }
}

fn step_json(step: &StepTaken) -> serde_json::Value {
    let took_ms = step.took.as_secs_f64() * 1000.0;
    json!({"step": step.step.to_string(), "took_ms": took_ms, "items": step.items})
}

fn step_row(step: &StepTaken) -> [String; 3] {
    let took = format!("{:.1} ms", step.took.as_secs_f64() * 1000.0);
    [step.step.to_string(), step.items.map(|items| items.to_string()).unwrap_or_default(), took]
}
