//! Runs a server anew in every session that has it.

use std::time::Duration;

use super::enabled::enabled;
use super::list::get_for;
use crate::core::access::{Operation, Target};
use crate::core::control::{Answer, Request, ask_all, sessions};
use crate::core::model::{Deed, Server, ServerName, SessionRow};
use crate::core::operation::{Context, audit};
use crate::core::problem::Problem;

/// How long all sessions together have to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Where a server was run anew, or would be.
#[derive(Debug)]
pub struct Restarted {
    /// The server.
    pub server: Server,
    /// The sessions that did it, of the ones that who acts may see.
    pub sessions: Vec<SessionRow>,
    /// How many others did.
    pub others: usize,
    /// Those that did not answer, of the ones that who acts may see.
    pub unanswered: Vec<SessionRow>,
}

/// Has every session run the server of that name anew; requests under way finish on the old run.
pub async fn restart(context: &Context, name: &ServerName, dry_run: bool) -> Result<Restarted, Problem> {
    let server = enabled(get_for(context, Operation::ServerRestart, name).await?)?;
    let rows = sessions(&context.store).await?;
    let is_seen = |row: &SessionRow| context.may(Operation::SessionShow, &Target::User(row.user));
    if dry_run {
        let sessions = rows.into_iter().filter(is_seen).collect();
        return Ok(Restarted { server, sessions, others: 0, unanswered: Vec::new() });
    }
    let (mut done, mut unanswered) = (Vec::new(), Vec::new());
    for (row, answer) in ask_all(rows, Request::Restart { server: server.id }, PATIENCE).await {
        match answer {
            Ok(Answer::Done) => done.push(row),
            // Removed meanwhile, or the session ended.
            Ok(Answer::NoServer) => {}
            _ if is_seen(&row) => unanswered.push(row),
            // It may not even have that server.
            _ => {}
        }
    }
    let deed =
        Deed::done("server", Some(server.id.to_string()), server.name.as_str()).belonging(server.belonging);
    let deed = deed.with("sessions", done.len()).with("unanswered", unanswered.len());
    audit::told(context, "server.restart", deed).await;
    let all = done.len();
    done.retain(is_seen);
    Ok(Restarted { server, others: all - done.len(), sessions: done, unanswered })
}
