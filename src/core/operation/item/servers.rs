//! The servers whose items who acts may know of: those that they may see, and those that they may use.

use std::cmp::Reverse;

use crate::core::access::{Action, Method, Operation, Target, decide};
use crate::core::control::nearness;
use crate::core::model::{Server, ServerName};
use crate::core::operation::authority::row;
use crate::core::operation::{Context, server};
use crate::core::problem::Problem;

/// All of them, oldest first.
pub(super) async fn all(context: &Context) -> Result<Vec<Server>, Problem> {
    let teams = context.store.teams().await?;
    let mut servers = context.store.servers().await?;
    servers.retain(|server| {
        let target = Target::Row(row(server, &teams));
        let joins = || decide(&context.principal, Action::Method(Method::Join), &target, context.clock.now());
        context.may(Operation::ServerShow, &target) || joins().is_allowed()
    });
    Ok(servers)
}

/// The one of that name: the nearest to who acts.
pub(super) async fn find(context: &Context, name: &ServerName) -> Result<Option<Server>, Problem> {
    let named = all(context).await?.into_iter().filter(|server| server.name == *name);
    Ok(named.min_by_key(|server| Reverse(nearness(&context.principal, server))))
}

/// The same, which must be there.
pub(super) async fn get(context: &Context, name: &ServerName) -> Result<Server, Problem> {
    find(context, name).await?.ok_or_else(|| server::unknown(name))
}

/// The same, which must be enabled.
pub(super) async fn get_enabled(context: &Context, name: &ServerName) -> Result<Server, Problem> {
    server::enabled(get(context, name).await?)
}
