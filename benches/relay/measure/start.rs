//! How long a client waits for the answer to `initialize`.

use super::Figure;
use crate::{
    driver::{LISTED_SERVERS, Outcome, Rig, Setup, Wire, wait_until_quiet},
    options::Plan,
    report::median,
};

/// Warm: programs are in the page cache and mcpgw has its catalogue, as it is on every day but the first.
pub(super) fn measure(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    rig.warm(setup, wire)?.close()?;
    let mut times = Vec::new();
    for _ in 0..plan.starts {
        let session = rig.start(setup, wire)?;
        times.push(session.connection.began.elapsed().as_secs_f64() * 1e3);
        session.close()?;
    }
    Ok(vec![(Figure::Start, median(&mut times))])
}

/// Beside 50 servers there is one that never answers, which an earlier session has seen.
pub(super) fn measure_silent(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    if setup != Setup::Mcpgw(LISTED_SERVERS) {
        return Ok(Vec::new());
    }
    let seen = rig.start_beside_silent(wire)?;
    wait_until_quiet(seen.connection.id())?;
    seen.close()?;
    let mut times = Vec::new();
    for _ in 0..plan.starts {
        let session = rig.start_beside_silent(wire)?;
        times.push(session.connection.began.elapsed().as_secs_f64() * 1e3);
        session.close()?;
    }
    Ok(vec![(Figure::StartSilent, median(&mut times))])
}
