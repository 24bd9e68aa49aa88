//! The servers whose items who acts may know of: those that they may see, and those that they may use.

use super::list::Item;
use crate::core::access::{Action, Method, Operation, Target, decide};
use crate::core::control::arrange;
use crate::core::model::{Server, ServerName};
use crate::core::operation::authority::row;
use crate::core::operation::{Context, server};
use crate::core::problem::Problem;

/// All of them, in the order and under the aliases that they have in sessions.
pub(super) async fn all(context: &Context) -> Result<Vec<Server>, Problem> {
    let teams = context.store.teams().await?;
    let known = |server: Server| {
        let target = Target::Row(row(&server, &teams));
        let joins = decide(&context.principal, Action::Method(Method::Join), &target, context.clock.now());
        let is_served = joins.is_allowed() && server.enabled;
        let is_known = joins.is_allowed() || context.may(Operation::ServerShow, &target);
        is_known.then_some((server, is_served))
    };
    let mut servers: Vec<_> = context.store.servers().await?.into_iter().filter_map(known).collect();
    arrange(&context.principal, &teams, &mut servers, |is_served| *is_served);
    Ok(servers.into_iter().map(|(server, _)| server).collect())
}

/// The one that `name` means; see [`server::meant`].
pub(super) async fn find(context: &Context, name: &ServerName) -> Result<Option<Server>, Problem> {
    Ok(server::meant(&context.principal, all(context).await?, name))
}

/// The one that an item is of.
pub(super) async fn of(context: &Context, item: &Item) -> Result<Server, Problem> {
    let server = all(context).await?.into_iter().find(|server| server.id == item.server_id);
    server.ok_or_else(|| server::unknown(&item.server))
}

/// The same, which must be there.
pub(super) async fn get(context: &Context, name: &ServerName) -> Result<Server, Problem> {
    find(context, name).await?.ok_or_else(|| server::unknown(name))
}

/// The same, which must be enabled.
pub(super) async fn get_enabled(context: &Context, name: &ServerName) -> Result<Server, Problem> {
    server::enabled(get(context, name).await?)
}
