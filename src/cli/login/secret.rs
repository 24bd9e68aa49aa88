//! Where passwords come from: stdin, or the person at the terminal. Never from an argument, which `ps` shows.

use std::io;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::input;
use crate::core::model::Secret;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::vault::Ask;

/// A password that is there already.
pub(in crate::cli) async fn known(
    context: &Context,
    question: &str,
    stdin: bool,
) -> Result<Secret<String>, CommandError> {
    if stdin {
        return input::password().await;
    }
    let question = question.to_owned();
    asked(context, move |ask| ask(&question)).await
}

/// A password that is chosen now: asked for twice.
pub(in crate::cli) async fn chosen(
    context: &Context,
    question: &str,
    stdin: bool,
) -> Result<Secret<String>, CommandError> {
    if stdin {
        return input::password().await;
    }
    let question = question.to_owned();
    let answers = asked(context, move |ask| {
        let first = ask(&question)?;
        if ask("Once more: ")? == first { Ok(first) } else { Err(io::ErrorKind::InvalidInput.into()) }
    });
    answers.await
}

async fn asked(
    context: &Context,
    dialogue: impl FnOnce(&Ask) -> io::Result<Secret<String>> + Send + 'static,
) -> Result<Secret<String>, CommandError> {
    let Some(ask) = context.asker() else {
        let problem = Problem::new(ProblemKind::Usage, "a password is needed, and there is nobody to ask");
        return Err(problem.hint("--password-stdin").into());
    };
    let answer = tokio::task::spawn_blocking(move || dialogue(&ask)).await.map_err(io::Error::other);
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::InvalidInput => Problem::new(ProblemKind::Usage, "the two passwords differ"),
        _ => Problem::new(ProblemKind::Cancelled, format!("no password: {error}")),
    };
    Ok(answer.and_then(|answer| answer).map_err(failed)?)
}
