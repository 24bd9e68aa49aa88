//! Adds a server: tries it once, and keeps it with what it offered.

use std::time::Duration;

use super::bind::{bind, refuse_narrower};
use super::reach::{Reach, require_place};
use crate::core::access::{Operation, Target};
use crate::core::model::{
    Belonging, Borrower, Launch, Prefix, Server, ServerAlias, ServerId, ServerName, Visibility,
};
use crate::core::operation::authority::row;
use crate::core::operation::following::followed;
use crate::core::operation::{Context, Inspection, inspect, server_failure, vault};
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::StoreError;
use crate::core::upstream::direct::DirectCause;
use crate::core::upstream::{LockedCause, SpawnError};

/// The server to be.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each of them is told by itself")]
pub struct Add {
    /// Its name.
    pub name: ServerName,
    /// Its alias; made from its name when absent.
    pub alias: Option<ServerAlias>,
    /// Whether its names carry the alias.
    pub prefix: Prefix,
    /// Whether it is served; what is not is not started either.
    pub enabled: bool,
    /// Whether it starts with every session.
    pub eager: bool,
    /// How it is started.
    pub launch: Launch,
    /// Whose it is, and who else may see it.
    pub reach: Reach,
    /// The limit for its start.
    pub start_timeout: Duration,
    /// The limit for one call.
    pub call_timeout: Option<Duration>,
    /// Whether it is started once, and refused when that fails.
    pub check: bool,
    /// Whether everything is done but keeping it.
    pub dry_run: bool,
}

/// The server that was added, or would be.
#[derive(Debug)]
pub struct Added {
    /// The server.
    pub server: Server,
    /// What it offers, if it was checked.
    pub inspection: Option<Inspection>,
}

/// Adds one server. A name or alias that is taken is found out before anything is started.
pub async fn add(context: &Context, input: Add) -> Result<Added, Problem> {
    let (check, dry_run) = (input.check && input.enabled, input.dry_run);
    let mut server = server(context, input).await?;
    require_place(context, &server, None).await?;
    refuse_taken(context, &server).await?;
    let borrower = Borrower::of(&server);
    server.launch.references = bind(context, &server, borrower, |_| true).await?;
    refuse_narrower(None, &server)?;
    let inspection = if check { Some(checked(context, &server, borrower).await?) } else { None };
    if dry_run {
        return Ok(Added { server, inspection });
    }
    loop {
        let sealed = vault::sealed(context, server.clone()).await?;
        let seen = inspection.as_ref().map(|inspection| inspection.sighting(&sealed));
        match context.store.insert_server(context.act("server.add"), sealed.clone(), seen).await {
            // Somebody rotated the key meanwhile.
            Err(StoreError::KeyChanged) => drop(context.launcher.vault.refresh().await?),
            kept => {
                kept?;
                followed(context).await;
                return Ok(Added { server: sealed, inspection });
            }
        }
    }
}

async fn server(context: &Context, input: Add) -> Result<Server, Problem> {
    input.launch.validate()?;
    let own = Belonging {
        owner: context.principal.user(),
        team: context.principal.personal_team(),
        visibility: Some(Visibility::Private),
    };
    let now = context.clock.now();
    let random = entropy::random()
        .map_err(|error| Problem::new(ProblemKind::Failed, format!("no random numbers: {error}")))?;
    Ok(Server {
        id: ServerId::new(u64::try_from(now.as_millisecond()).unwrap_or(0), random),
        belonging: input.reach.resolve(context, own).await?,
        alias: input.alias.unwrap_or_else(|| ServerAlias::from_name(&input.name)),
        name: input.name,
        prefix: input.prefix,
        enabled: input.enabled,
        eager: input.eager,
        launch: input.launch,
        start_timeout: input.start_timeout,
        call_timeout: input.call_timeout,
        created_at: now,
        updated_at: now,
    })
}

/// The store decides when it writes; this only spares a start in vain, and serves a dry run.
pub(super) async fn refuse_taken(context: &Context, server: &Server) -> Result<(), Problem> {
    let teams = context.store.teams().await?;
    for other in context.store.servers().await?.into_iter().filter(|other| other.id != server.id) {
        if other.belonging.team != server.belonging.team {
            continue;
        }
        if other.name == server.name {
            return Err(StoreError::NameTaken(other.name).into());
        }
        if other.alias == server.alias {
            let seen = context.may(Operation::ServerShow, &Target::Row(row(&other, &teams)));
            let by = seen.then(|| other.name.to_string());
            return Err(StoreError::AliasTaken { alias: other.alias, by }.into());
        }
    }
    Ok(())
}

/// Starts `server` once; the problem of a failure says how to keep it all the same.
pub(super) async fn checked(
    context: &Context,
    server: &Server,
    borrower: Borrower,
) -> Result<Inspection, Problem> {
    inspect(server, borrower, &context.unrecorded(), |_| {}).await.map_err(|error| {
        let problem = server_failure(server, &error);
        let hint = match (&error.cause, &problem.hint) {
            // Nobody is granted a secret before the server is there, with this command.
            (DirectCause::Spawn(SpawnError::Locked(locked)), Some(hint))
                if matches!(locked.cause, LockedCause::Unmet { .. }) =>
            {
                format!("keep it with --no-check, and then: {hint}")
            }
            (_, Some(hint)) => format!("{hint}; to keep it as it is, use --no-check"),
            (_, None) => "to keep it as it is, use --no-check".to_owned(),
        };
        problem.hint(hint)
    })
}
