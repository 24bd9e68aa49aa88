//! Ends a session.

use std::time::Duration;

use super::find::{Target, find, unknown};
use crate::core::access::{self, Operation};
use crate::core::control::{Answer, Request, ask, ended, sessions};
use crate::core::model::{Deed, Outcome, SessionRow};
use crate::core::operation::{Context, audit::told};
use crate::core::platform::terminate;
use crate::core::problem::{Problem, ProblemKind};

/// How long it has to agree.
const AGREE: Duration = Duration::from_secs(1);
/// How long its servers and it have to end: longer than a session ever takes.
const END: Duration = Duration::from_secs(15);

/// Ends the session that `target` names, as SIGTERM would; returns when its process is gone.
pub async fn end(context: &Context, target: Target, dry_run: bool) -> Result<SessionRow, Problem> {
    let row = find(context, target).await?;
    context.require(Operation::SessionKill, &access::Target::User(row.user), || unknown(target))?;
    if dry_run {
        return Ok(row);
    }
    let killed = kill(&row).await;
    let deed = Deed::done("session", Some(row.id.to_string()), row.process.pid.to_string());
    let outcome = killed.as_ref().err().map_or(Outcome::Done, |problem| Outcome::Failed(problem.to_string()));
    told(context, "session.kill", deed.outcome(outcome)).await;
    killed?;
    // What it could not take along.
    sessions(&context.store).await?;
    Ok(row)
}

async fn kill(row: &SessionRow) -> Result<(), Problem> {
    if !matches!(ask(&row.socket, Request::End, AGREE).await, Ok(Answer::Done)) {
        terminate(row.process);
    }
    if !ended(row, END).await {
        let pid = row.process.pid;
        let problem = Problem::new(ProblemKind::Failed, format!("the session {pid} has not ended"));
        return Err(problem.hint(format!("kill -9 {pid}")));
    }
    Ok(())
}
