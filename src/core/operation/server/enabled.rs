//! Servers that may be used.

use super::list::get;
use crate::core::model::{Server, ServerName};
use crate::core::operation::Context;
use crate::core::problem::{Problem, ProblemKind};

/// The server of that name, unless it is disabled.
pub async fn get_enabled(context: &Context, name: &ServerName) -> Result<Server, Problem> {
    enabled(get(context, name).await?)
}

/// `server`, unless it is disabled.
pub fn enabled(server: Server) -> Result<Server, Problem> {
    if server.enabled { Ok(server) } else { Err(disabled(&server.name)) }
}

/// What whoever wants something of a disabled server is told.
pub fn disabled(name: &ServerName) -> Problem {
    Problem::new(ProblemKind::Conflict, format!("the server {name} is disabled"))
        .hint(format!("mcpgw server enable {name}"))
}
