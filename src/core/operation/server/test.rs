//! Starts a server alone and tells each step.

use super::list::get;
use crate::core::model::{Server, ServerName, Sighting};
use crate::core::operation::inspect::catalogue_key;
use crate::core::operation::{Context, Inspection, StepTaken, inspect, server_failure};
use crate::core::problem::Problem;

/// How a test went.
#[derive(Debug)]
pub struct Tested {
    /// The server.
    pub server: Server,
    /// The steps that succeeded.
    pub steps: Vec<StepTaken>,
    /// What it offers, or why it doesn't.
    pub outcome: Result<Inspection, Problem>,
}

/// Tests the server of that name, and keeps what was seen.
pub async fn test(context: &Context, name: &ServerName) -> Result<Tested, Problem> {
    let server = get(context, name).await?;
    let mut steps = Vec::new();
    let inspected = inspect(&server, context, |step| steps.push(step)).await;
    let (sighting, outcome) = match inspected {
        Ok(inspection) => (inspection.sighting(&server).1, Ok(inspection)),
        Err(error) => {
            let sighting = Sighting::Failed { message: error.to_string(), at: context.clock.now() };
            (sighting, Err(server_failure(&server, &error)))
        }
    };
    context.store.keep_sighting(catalogue_key(&server), sighting).await?;
    Ok(Tested { server, steps, outcome })
}
