//! `mcpgw tui`

use std::io::IsTerminal as _;
use std::sync::Arc;

use super::context::Context;
use super::error::{CommandError, Exit};
use crate::core::operation::login::Admission;
use crate::core::platform::limits;
use crate::core::problem::{Problem, ProblemKind};
use crate::tui::{Door, Equip, Look, Start, run};

/// Look after servers, sessions, tokens and people on the whole screen
///
/// Where one has to log in, it asks for that, and keeps the login where `mcpgw login` does. Every change that it makes it also tells
/// as a command (@). Press ? for the keys.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw tui
  NO_COLOR=1 mcpgw tui")]
pub(super) struct TuiArgs {}

impl TuiArgs {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        if !std::io::stdin().is_terminal() || !context.output.is_screen() {
            let dumb = context.environment().get("TERM").is_some_and(|name| name == "dumb");
            let message = "the full screen needs a terminal on stdin and stdout";
            let told =
                if dumb { format!("{message}, and TERM calls this one dumb") } else { message.to_owned() };
            let problem = Problem::new(ProblemKind::Usage, told);
            return Err(problem.hint("for a script: mcpgw status --json").into());
        }
        limits::no_core_dumps();
        // Nobody can be asked at a terminal that is the screen's.
        context.ask_nobody();
        let gate = context.gate().await?;
        let by_credential = context.has_credential(&gate).await?;
        let start = match context.identify(&gate, Admission::Password).await {
            Ok(acting) => Start::In(Box::new(acting)),
            Err(CommandError::Problem(problem))
                if problem.kind == ProblemKind::Unauthenticated && !by_credential =>
            {
                Start::Out(problem)
            }
            Err(other) => return Err(other),
        };
        let shell = context.clone();
        let equip: Equip = Arc::new(move |gate, acting| shell.equip(gate, acting));
        let door = Door {
            place: context.login_place(&gate.store)?,
            vault: context.vault(&gate.store, &context.paths.data_dir, &gate.settings)?,
            gate,
            by_credential,
            equip,
            directory: std::env::current_dir().ok(),
        };
        let look =
            Look { colours: context.output.has_colours(), unicode: context.environment().speaks_utf8() };
        let held = context.output.hold();
        let outcome = run(door, start, look).await;
        drop(held);
        outcome?;
        Ok(Exit::Success)
    }
}
