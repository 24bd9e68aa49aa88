//! What a token costs, and limits on it, on its user and on the team.

use std::time::Instant;

use super::{Figure, calls};
use crate::{
    driver::{Credential, LIMITED_SERVERS, Outcome, Rig, Setup, Wire},
    options::Plan,
    report::median,
};

/// Calls as elsewhere, each of which counts for three, by the minute, the hour, the day and at the same time.
pub(super) fn measure(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let session = match setup {
        Setup::Direct | Setup::NullRelay | Setup::HoldingRelay => rig.warm(setup, wire)?,
        Setup::Mcpgw(LIMITED_SERVERS) => rig.warm_limited(Credential::TokenFile, wire)?,
        Setup::Mcpgw(_) => return Ok(Vec::new()),
    };
    let [p50, p99, in_flight] = calls::measured(session, plan)?;
    Ok(vec![(Figure::LimitedP50, p50), (Figure::LimitedP99, p99), (Figure::LimitedInFlight, in_flight)])
}

/// Starts with each credential in turn, so that what disturbs one disturbs the others.
pub(super) fn measure_start(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    if setup != Setup::Mcpgw(LIMITED_SERVERS) {
        return Ok(Vec::new());
    }
    let credentials = [Credential::Owner, Credential::TokenFile, Credential::Profile];
    for credential in credentials {
        rig.warm_limited(credential, wire)?.close()?;
    }
    let mut times = credentials.map(|_| Vec::new());
    for _ in 0..plan.starts {
        for (credential, times) in credentials.into_iter().zip(&mut times) {
            let session = rig.start_limited(credential, wire)?;
            times.push(session.connection.began.elapsed().as_secs_f64() * 1e3);
            session.close()?;
        }
    }
    let [owner, token, profile] = times.each_mut().map(|times| median(times));
    Ok(vec![(Figure::StartToken, token - owner), (Figure::StartProfile, profile)])
}

/// Whole commands, as a script runs them.
pub(super) fn measure_commands(
    rig: &Rig,
    setup: Setup,
    wire: Wire,
    plan: Plan,
) -> Outcome<Vec<(Figure, f64)>> {
    if (setup, wire) != (Setup::Mcpgw(LIMITED_SERVERS), Wire::Pipes) {
        return Ok(Vec::new());
    }
    rig.add_tokens()?;
    let (mut creating, mut listing) = (Vec::new(), Vec::new());
    for _ in 0..plan.starts {
        let began = Instant::now();
        rig.create_token()?;
        creating.push(began.elapsed().as_secs_f64() * 1e3);
        let began = Instant::now();
        rig.list_tokens()?;
        listing.push(began.elapsed().as_secs_f64() * 1e3);
    }
    Ok(vec![(Figure::TokenCreate, median(&mut creating)), (Figure::TokenList, median(&mut listing))])
}
