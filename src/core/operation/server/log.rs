//! What was said by a server and about it.

use super::list::get_for;
use crate::core::access::Operation;
use crate::core::model::ServerName;
use crate::core::observe::Ring;
use crate::core::operation::Context;
use crate::core::problem::{Problem, ProblemKind};

/// The log of the server of that name.
pub async fn log(context: &Context, name: &ServerName) -> Result<Ring, Problem> {
    let server = get_for(context, Operation::ServerLogs, name).await?;
    let files = context.launcher.recorder.files();
    let none = || Problem::new(ProblemKind::Failed, "no logs are kept here");
    Ok(files.ok_or_else(none)?.server(server.id))
}
