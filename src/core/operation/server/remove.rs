//! Removes a server and all that is kept about it.

use super::list::get_for;
use crate::core::access::Operation;
use crate::core::model::{Server, ServerName};
use crate::core::operation::{Context, following::followed};
use crate::core::problem::Problem;

/// Removes the server of that name, and returns what it was.
pub async fn remove(context: &Context, name: &ServerName, dry_run: bool) -> Result<Server, Problem> {
    let server = get_for(context, Operation::ServerRemove, name).await?;
    if dry_run {
        return Ok(server);
    }
    let removed = context.store.remove_server(context.act("server.remove"), &server).await?;
    followed(context).await;
    if let Some(files) = context.launcher.recorder.files()
        && let Err(error) = files.server(removed.id).remove()
    {
        tracing::warn!("can't remove the log of {name}: {error}");
    }
    Ok(removed)
}
