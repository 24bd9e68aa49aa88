//! Large frames, and what they do to the relay's memory.

use std::time::{Duration, Instant};

use super::{Figure, memory::Memory};
use crate::{
    driver::{Outcome, Request, Rig, Session, Setup, Wire},
    options::Plan,
    process::text,
};

const MIB: usize = 1 << 20;

pub(super) fn measure_1_mib(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let mut session = rig.warm(setup, wire)?;
    let blob = session.tool("blob");
    let swallow = session.tool("swallow");
    let mut argument = Request::call(&swallow, &format!(r#"{{"text":"{}"}}"#, text(MIB, true)));
    let figures = [
        (Figure::Result1Mib, result(&blob, 1, true, "first")),
        (Figure::Result1MibIdLast, result(&blob, 1, true, "last")),
        (Figure::Result1MibPlain, result(&blob, 1, false, "first")),
    ];
    let mut values = Vec::with_capacity(figures.len() + 1);
    for (figure, mut request) in figures {
        values.push((figure, throughput(&mut session, &mut request, plan.frames_1_mib, 1)?));
    }
    values.push((Figure::Argument1Mib, throughput(&mut session, &mut argument, plan.frames_1_mib, 1)?));
    session.close()?;
    Ok(values)
}

pub(super) fn measure_16_mib(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let mut session = rig.warm(setup, wire)?;
    let blob = session.tool("blob");
    let idle = Memory::of(session.connection.id())?;
    let mut last = result(&blob, 16, true, "last");
    let mut first = result(&blob, 16, true, "first");
    let frame = session.ask(&mut last)?.len() + 1;
    let mut values = vec![
        (Figure::Result16Mib, throughput(&mut session, &mut first, plan.frames_16_mib, 16)?),
        (Figure::Result16MibIdLast, throughput(&mut session, &mut last, plan.frames_16_mib, 16)?),
    ];
    let peak = Memory::of(session.connection.id())?;
    session.close()?;
    // Between client and child there is no process whose memory could be told.
    if setup != Setup::Direct {
        values.push((Figure::IdleMemory, idle.resident));
        values.push((Figure::PeakMemory, peak.most));
    }
    if let Setup::Mcpgw(_) = setup {
        values.push((Figure::PeakExcess, peak.most - idle.resident - mib(frame)));
    }
    Ok(values)
}

/// A request for a result of `mib` MiB.
fn result(tool: &str, mib: usize, escaped: bool, id: &str) -> Request {
    Request::call(tool, &format!(r#"{{"bytes":{},"escaped":{escaped},"id":"{id}"}}"#, mib * MIB))
}

/// MiB a second over `count` calls that each move `mib` MiB one way or the other, one after the other.
fn throughput(session: &mut Session, request: &mut Request, count: u32, mib: u32) -> Outcome<f64> {
    for _ in 0..2 {
        session.ask(request)?;
    }
    let mut took = Duration::ZERO;
    for _ in 0..count {
        let began = Instant::now();
        session.ask(request)?;
        took += began.elapsed();
    }
    Ok(f64::from(count * mib) / took.as_secs_f64())
}

fn mib(bytes: usize) -> f64 {
    // The frames here are far below 4 GiB.
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / f64::from(1 << 20)
}
