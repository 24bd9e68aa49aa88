//! Reads servers, and what is known about them.

use crate::core::model::{Hash, Server, ServerId, ServerName, Sighting, configuration_hash};
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// A server, and what its last start gave, by a command or a session, if there was one under its present configuration.
#[derive(Debug, Clone)]
pub struct Known {
    /// The server.
    pub server: Server,
    /// What was seen.
    pub sighting: Option<Sighting>,
}

/// All servers, oldest first.
pub async fn list(context: &Context) -> Result<Vec<Server>, Problem> {
    Ok(context.store.servers().await?)
}

/// All servers, oldest first, with what is known about them.
pub async fn list_known(context: &Context) -> Result<Vec<Known>, Problem> {
    let servers = list(context).await?;
    let sightings = context.store.newest_sightings(servers.iter().map(configured).collect()).await?;
    Ok(servers.into_iter().zip(sightings).map(|(server, sighting)| Known { server, sighting }).collect())
}

/// The server of that name.
pub async fn get(context: &Context, name: &ServerName) -> Result<Server, Problem> {
    find(context, name).await?.ok_or_else(|| StoreError::NoServer(name.clone()).into())
}

/// The server of that name, if there is one.
pub async fn find(context: &Context, name: &ServerName) -> Result<Option<Server>, Problem> {
    Ok(list(context).await?.into_iter().find(|server| server.name == *name))
}

/// The server of that name, with what is known about it.
pub async fn known(context: &Context, name: &ServerName) -> Result<Known, Problem> {
    with_sighting(context, get(context, name).await?).await
}

async fn with_sighting(context: &Context, server: Server) -> Result<Known, Problem> {
    let sighting = context.store.newest_sightings(vec![configured(&server)]).await?.pop().flatten();
    Ok(Known { server, sighting })
}

fn configured(server: &Server) -> (ServerId, Hash) {
    (server.id, configuration_hash(&server.launch))
}
