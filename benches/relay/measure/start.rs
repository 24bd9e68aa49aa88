//! How long a client waits for the answer to `initialize`.

use super::Figure;
use crate::{
    driver::{Outcome, Rig, Setup, Wire},
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
