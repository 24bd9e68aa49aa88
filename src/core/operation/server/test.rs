//! Starts a server alone and tells each step.

use super::list::get_for;
use crate::core::access::Operation;
use crate::core::model::{Borrower, Server, ServerName, Sighting};
use crate::core::operation::inspect::catalogue_key;
use crate::core::operation::{Context, Inspection, StepTaken, inspect, server_failure};
use crate::core::problem::Problem;
use crate::core::upstream::direct::Evidence;

/// How a test went.
#[derive(Debug)]
pub struct Tested {
    /// The server.
    pub server: Server,
    /// The steps that were taken.
    pub steps: Vec<StepTaken>,
    /// What it offers, or why it doesn't.
    pub outcome: Result<Inspection, Failed>,
}

/// Why a test failed.
#[derive(Debug)]
pub struct Failed {
    /// What was seen of the process.
    pub evidence: Box<Evidence>,
    /// What it means, and what to do.
    pub problem: Problem,
}

/// Tests the server of that name, and keeps what was seen.
pub async fn test(context: &Context, name: &ServerName) -> Result<Tested, Problem> {
    let server = get_for(context, Operation::ServerTest, name).await?;
    let mut steps = Vec::new();
    let inspected = inspect(&server, Borrower::of(&server), context, |step| steps.push(step)).await;
    let (sighting, outcome) = match inspected {
        Ok(inspection) => (inspection.sighting(&server).1, Ok(inspection)),
        Err(error) => {
            let sighting = Sighting::Failed { message: error.brief(), at: context.clock.now() };
            let problem = server_failure(&server, &error);
            (sighting, Err(Failed { evidence: error.evidence, problem }))
        }
    };
    context.store.keep_test(catalogue_key(&server), sighting).await?;
    Ok(Tested { server, steps, outcome })
}
