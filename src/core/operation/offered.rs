//! What servers offer: from the store where it is known, by starting them where it is not.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::inspect::catalogue_key;
use super::{Context, inspect, server_failure};
use crate::core::model::{Borrower, Catalogue, Server, ServerName, Sighting};
use crate::core::problem::{Problem, ProblemKind};

/// How much may be done to know what servers offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Only what is kept; servers of which nothing is known are left out.
    Kept,
    /// Servers of which nothing is known are started.
    StartUnknown,
    /// All are started.
    StartAll,
}

/// Servers that are started at the same time.
const AT_ONCE: usize = 8;

/// A server and what it offers, or why that is not known.
#[derive(Debug)]
pub struct Offering {
    /// The server.
    pub server: Server,
    /// What it offers.
    pub catalogue: Result<Catalogue, Problem>,
}

/// What `servers` offer, in their order. What is seen of those that are started is kept.
pub async fn offered(
    context: &Context,
    servers: Vec<Server>,
    effort: Effort,
) -> Result<Vec<Offering>, Problem> {
    let mut offerings: Vec<Option<Offering>> = Vec::new();
    let mut starting = JoinSet::new();
    let places = Arc::new(Semaphore::new(AT_ONCE));
    for (position, server) in servers.into_iter().enumerate() {
        let known = match effort {
            Effort::StartAll => None,
            Effort::Kept | Effort::StartUnknown => context.store.sighting(catalogue_key(&server)).await?,
        };
        if known.is_none() && effort == Effort::Kept {
            continue;
        }
        if let Some(sighting) = known {
            offerings.push(Some(from_sighting(server, sighting)));
            continue;
        }
        offerings.push(None);
        let (context, places) = (context.clone(), Arc::clone(&places));
        starting.spawn(async move {
            let _place = places.acquire().await;
            (position, start(&context, server).await)
        });
    }
    while let Some(started) = starting.join_next().await {
        let (position, offering) = started
            .map_err(|error| Problem::new(ProblemKind::Failed, format!("a start was given up: {error}")))?;
        offerings[position] = Some(offering?);
    }
    Ok(offerings.into_iter().flatten().collect())
}

/// Starts one server, and keeps what that gave, be it good or bad.
async fn start(context: &Context, server: Server) -> Result<Offering, Problem> {
    let key = catalogue_key(&server);
    let inspected = inspect(&server, Borrower::of(&server), context, |_| {}).await;
    let (sighting, catalogue) = match inspected {
        Ok(inspection) => (Sighting::Listed(inspection.catalogue.clone()), Ok(inspection.catalogue)),
        Err(error) => {
            let problem = server_failure(&server, &error);
            (Sighting::Failed { message: error.brief(), at: context.clock.now() }, Err(problem))
        }
    };
    context.store.keep_test(key, sighting).await?;
    Ok(Offering { server, catalogue })
}

fn from_sighting(server: Server, sighting: Sighting) -> Offering {
    let catalogue = match sighting {
        Sighting::Listed(catalogue) => Ok(catalogue),
        Sighting::Failed { message, .. } => Err(last_failure(&server.name, &message)),
    };
    Offering { server, catalogue }
}

fn last_failure(name: &ServerName, message: &str) -> Problem {
    Problem::new(
        ProblemKind::Unavailable,
        format!("the server {name} failed when it was last started: {message}"),
    )
    .hint(format!("mcpgw server test {name}"))
}
