//! A complete `tools/list`: the very first, and that of a session whose servers were all seen before.

use std::time::Instant;

use super::Figure;
use crate::{
    driver::{Broken, LISTED_SERVERS, LISTED_TOOLS, Outcome, Rig, Setup, Wire},
    options::Plan,
    process::TOOL_BYTES,
    report::median,
};

/// 5,000 tools over 50 children; without mcpgw they are those of one child.
///
/// Children are held at the gate once they are initialised, and let go after the request is written: whatever mcpgw
/// does before a client asks, it can't have seen a list. Letting go is part of the time.
pub(super) fn measure(rig: &Rig, setup: Setup, wire: Wire, _: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let children = match setup {
        Setup::Direct | Setup::NullRelay | Setup::HoldingRelay => 1,
        Setup::Mcpgw(LISTED_SERVERS) => LISTED_SERVERS,
        Setup::Mcpgw(_) => return Ok(Vec::new()),
    };
    let mut session = rig.unlisted(setup, wire)?;
    let mut held = Some(rig.gate.hold(children)?);
    let mut bytes = 0;
    let began = Instant::now();
    session.list(|| held = None, |page| bytes += page.len())?;
    let took = began.elapsed();
    session.close()?;
    complete(bytes)?;
    Ok(vec![(Figure::List, took.as_secs_f64() * 1e3)])
}

/// From spawn to the last page, as a client sees it on every day but the first.
pub(super) fn measure_warm(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    match setup {
        Setup::Direct | Setup::NullRelay | Setup::HoldingRelay => {}
        Setup::Mcpgw(LISTED_SERVERS) => rig.warm(setup, wire)?.close()?,
        Setup::Mcpgw(_) => return Ok(Vec::new()),
    }
    let mut times = Vec::new();
    for _ in 0..plan.starts {
        let mut session = rig.start_listed(setup, wire)?;
        session.initialized()?;
        let mut bytes = 0;
        session.list(|| {}, |page| bytes += page.len())?;
        times.push(session.connection.began.elapsed().as_secs_f64() * 1e3);
        session.close()?;
        complete(bytes)?;
    }
    Ok(vec![(Figure::ListWarm, median(&mut times))])
}

fn complete(bytes: usize) -> Outcome<()> {
    if bytes >= LISTED_TOOLS * TOOL_BYTES {
        return Ok(());
    }
    Err(Broken::Listing { expected: LISTED_TOOLS, got: bytes / TOOL_BYTES })
}
