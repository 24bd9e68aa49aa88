//! Reads servers, and what is known about them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use crate::core::access::{Operation, Principal, Target};
use crate::core::control::nearness;
use crate::core::model::{Hash, Server, ServerId, ServerName, Sighting, Team, TeamId, configuration_hash};
use crate::core::operation::Context;
use crate::core::operation::authority::row;
use crate::core::operation::item::rights::Rights;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::StoreError;

/// A server, and what its last start gave, by a command or a session, if there was one under its present configuration.
#[derive(Debug, Clone)]
pub struct Known {
    /// The server.
    pub server: Server,
    /// What was seen.
    pub sighting: Option<Sighting>,
}

/// The servers that who acts may know of, oldest first.
pub async fn list(context: &Context) -> Result<Vec<Server>, Problem> {
    let teams = context.store.teams().await?;
    let mut servers = context.store.servers().await?;
    servers.retain(|server| context.may(Operation::ServerShow, &Target::Row(row(server, &teams))));
    Ok(servers)
}

/// The team of each of `servers`, where two of them have one name: only then it takes the team to tell them apart.
pub async fn apart(context: &Context, servers: &[Server]) -> Result<Option<Vec<String>>, Problem> {
    let mut names = HashSet::new();
    if servers.iter().all(|server| names.insert(&server.name)) {
        return Ok(None);
    }
    let teams = context.store.teams().await?;
    let slug = |server: &Server| teams.get(&server.belonging.team).map(|team| team.slug.to_string());
    Ok(Some(servers.iter().map(|server| slug(server).unwrap_or_default()).collect()))
}

/// All servers, oldest first, with what is known about them.
pub async fn list_known(context: &Context) -> Result<Vec<Known>, Problem> {
    let servers = list(context).await?;
    let sightings = context.store.newest_sightings(servers.iter().map(configured).collect()).await?;
    let rights = Rights::new(context).await?;
    let known = servers.into_iter().zip(sightings).map(|(server, mut sighting)| {
        conceal(&rights, &server, &mut sighting);
        Known { server, sighting }
    });
    Ok(known.collect())
}

/// The server of that name.
pub async fn get(context: &Context, name: &ServerName) -> Result<Server, Problem> {
    find(context, name).await?.ok_or_else(|| unknown(name))
}

/// What whoever asks for a server that isn't there is told, or for one that they may not know of.
pub fn unknown(name: &ServerName) -> Problem {
    StoreError::NoServer(name.clone()).into()
}

/// The server of that name, if there is one: the nearest to who acts of those that they may know of. Where there are others only,
/// the audit is told.
pub async fn find(context: &Context, name: &ServerName) -> Result<Option<Server>, Problem> {
    let teams = context.store.teams().await?;
    let target = |server: &Server| Target::Row(row(server, &teams));
    let servers = context.store.servers().await?;
    let seen = |server: &&Server| context.may(Operation::ServerShow, &target(server));
    let found = meant(&context.principal, servers.iter().filter(seen).cloned(), name);
    if found.is_none() {
        let refused = |server| context.require(Operation::ServerShow, &target(server), || unknown(name));
        servers.iter().filter(|server| is_called(server, name)).map(refused).for_each(drop);
    }
    Ok(found)
}

/// The one of `servers` whose id `name` is, or else that of this name which is nearest to `principal`.
pub(in crate::core::operation) fn meant(
    principal: &Principal,
    servers: impl IntoIterator<Item = Server>,
    name: &ServerName,
) -> Option<Server> {
    let called = servers.into_iter().filter(|server| is_called(server, name));
    called.min_by_key(|server| Reverse((server.name != *name, nearness(principal, server))))
}

/// Whether `name` is this server's name or id.
fn is_called(server: &Server, name: &ServerName) -> bool {
    server.name == *name || ServerId::parse(name.as_str()) == Some(server.id)
}

/// The server of that name, if who acts may do `operation` to it.
pub(super) async fn get_for(
    context: &Context,
    operation: Operation,
    name: &ServerName,
) -> Result<Server, Problem> {
    let server = get(context, name).await?;
    let teams = context.store.teams().await?;
    let target = |server: &Server| Target::Row(row(server, &teams));
    if server.name == *name {
        let mut same = context.store.servers().await?;
        same.retain(|other| other.name == *name && context.may(operation, &target(other)));
        match &same[..] {
            [] => {}
            [one] => return Ok(one.clone()),
            several => return Err(ambiguous(name, several, &teams)),
        }
    }
    context.require(operation, &target(&server), || unknown(name))?;
    Ok(server)
}

/// The server of that name for what is decided on by it for good: one of several, where who acts may do `operation`, is not guessed.
pub(in crate::core::operation) async fn get_one(
    context: &Context,
    operation: Operation,
    name: &ServerName,
) -> Result<Server, Problem> {
    let server = get(context, name).await?;
    let teams = context.store.teams().await?;
    let mut same = context.store.servers().await?;
    same.retain(|other| other.name == *name && context.may(operation, &Target::Row(row(other, &teams))));
    if same.len() > 1 { Err(ambiguous(name, &same, &teams)) } else { Ok(server) }
}

/// What is to be done to one server is not done to whichever of several comes first.
fn ambiguous(name: &ServerName, same: &[Server], teams: &BTreeMap<TeamId, Team>) -> Problem {
    let slug = |server: &Server| teams.get(&server.belonging.team).map_or("?", |team| team.slug.as_str());
    let each: Vec<_> = same.iter().map(|server| format!("{} of {}", server.id, slug(server))).collect();
    let message = format!("there are {} servers {name} that you may do this to", same.len());
    Problem::new(ProblemKind::Conflict, message).hint(format!("name one by its id: {}", each.join(", ")))
}

/// The server of that name, with what is known about it.
pub async fn known(context: &Context, name: &ServerName) -> Result<Known, Problem> {
    with_sighting(context, get(context, name).await?).await
}

async fn with_sighting(context: &Context, server: Server) -> Result<Known, Problem> {
    let mut sighting = context.store.newest_sightings(vec![configured(&server)]).await?.pop().flatten();
    conceal(&Rights::new(context).await?, &server, &mut sighting);
    Ok(Known { server, sighting })
}

fn conceal(rights: &Rights<'_>, server: &Server, sighting: &mut Option<Sighting>) {
    if let Some(Sighting::Listed(catalogue)) = sighting {
        rights.conceal(server, catalogue);
    }
}

fn configured(server: &Server) -> (ServerId, Hash) {
    (server.id, configuration_hash(&server.launch))
}
