//! How long the end takes: of a child that is killed in the middle of a call, and of everything.

use std::time::Instant;

use rustix::process::{Pid, Signal, kill_process};

use super::{Figure, frames::number};
use crate::{
    driver::{Broken, Outcome, Request, Rig, Session, Setup, Wire},
    options::Plan,
};

/// From the kill until the call fails, the longest of `plan.ends`. Each needs the child to be there again, which the
/// call after a failed one sees to.
pub(super) fn measure_kill(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let Setup::Mcpgw(_) = setup else { return Ok(Vec::new()) };
    let mut session = rig.warm(setup, wire)?;
    let mut longest = 0.0;
    for _ in 0..plan.ends {
        longest = f64::max(longest, kill(&mut session)?);
    }
    session.close()?;
    Ok(vec![(Figure::Killed, longest)])
}

fn kill(session: &mut Session) -> Outcome<f64> {
    let answer = session.ask(&mut Request::call(&session.tool("pid"), "{}"))?;
    let pid = number(session.connection.bytes(answer), b"\"pid\":");
    let held = session.send(&mut Request::call(&session.tool("hold"), "{}"))?;
    // Calls reach a child in order: when this one is answered, it has the one before.
    session.ask(&mut Request::call(&session.tool("echo"), "{}"))?;
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw).ok_or(Broken::NoProcess)?;
    let began = Instant::now();
    kill_process(pid, Signal::KILL).map_err(|error| Broken::while_doing("kill a child")(error.into()))?;
    let answer = session.answer(held)?;
    let took = began.elapsed();
    let bytes = session.connection.bytes(answer);
    if memchr::memmem::find(bytes, b"\"error\":").is_none() {
        return Err(Broken::Answer {
            asked: "a call to a child that was killed".to_owned(),
            got: String::from_utf8_lossy(&bytes[..bytes.len().min(300)]).into_owned(),
        });
    }
    Ok(took.as_secs_f64() * 1e3)
}

/// From end of input until nothing is left of the process and all that it started.
pub(super) fn measure_end(rig: &Rig, setup: Setup, wire: Wire, _: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let started = match setup {
        Setup::Direct => 0,
        Setup::NullRelay | Setup::HoldingRelay => 1,
        Setup::Mcpgw(servers) => servers,
    };
    let took = rig.warm(setup, wire)?.end(started)?;
    Ok(vec![(Figure::Ended, took.as_secs_f64() * 1e3)])
}
