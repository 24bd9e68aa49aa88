//! The first complete `tools/list`, when nothing was ever listed.

use std::time::Instant;

use super::Figure;
use crate::{
    driver::{Broken, LISTED_SERVERS, LISTED_TOOLS, Outcome, Rig, Setup, Wire},
    options::Plan,
    process::TOOL_BYTES,
};

/// 5,000 tools over 50 children; without mcpgw they are those of one child.
///
/// Children are held at the gate once they are initialised, and let go after the request is written: whatever mcpgw
/// does before a client asks, it can't have seen a list. Letting go is part of the time.
pub(super) fn measure(rig: &Rig, setup: Setup, wire: Wire, _: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let children = match setup {
        Setup::Direct | Setup::NullRelay => 1,
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
    if bytes < LISTED_TOOLS * TOOL_BYTES {
        return Err(Broken::Listing { expected: LISTED_TOOLS, got: bytes / TOOL_BYTES });
    }
    Ok(vec![(Figure::List, took.as_secs_f64() * 1e3)])
}
