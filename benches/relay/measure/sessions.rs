//! What many sessions in one process leave behind.

use super::Figure;
use crate::{
    driver::{Outcome, Rig, Setup, Wire},
    options::Plan,
};

/// The same for every wire, and only once: it takes some seconds.
pub(super) fn measure(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    if (setup, wire) != (Setup::Mcpgw(1), Wire::Socketpairs) {
        return Ok(Vec::new());
    }
    rig.warm(setup, wire)?.close()?;
    let (kib, descriptors) = rig.host_sessions(setup, plan.sessions)?;
    let thousands = f64::from(plan.sessions) / 1000.0;
    Ok(vec![
        (Figure::SessionsMemory, kib / 1024.0 / thousands),
        (Figure::SessionsDescriptors, descriptors / thousands),
    ])
}
