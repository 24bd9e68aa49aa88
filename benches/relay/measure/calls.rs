//! Small calls: one after the other, and 64 at a time.

use std::time::{Duration, Instant};

use super::Figure;
use crate::{
    driver::{Outcome, Request, Rig, Session, Setup, Wire},
    options::Plan,
    report::percentile,
};

/// How many calls are unanswered at any time in flight.
pub(super) const IN_FLIGHT: u32 = 64;

pub(super) fn measure(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let [p50, p99, in_flight] = measured(rig.warm(setup, wire)?, plan)?;
    Ok(vec![(Figure::CallP50, p50), (Figure::CallP99, p99), (Figure::InFlight, in_flight)])
}

/// The median of a call and the time that 99 of 100 stay below, in microseconds, and calls a second in flight.
pub(super) fn measured(mut session: Session, plan: Plan) -> Outcome<[f64; 3]> {
    let mut request = Request::call(&session.tool("echo"), "{}");
    sequential(&mut session, &mut request, plan.sequential / 10)?;
    let mut times = sequential(&mut session, &mut request, plan.sequential)?;
    times.sort_unstable();
    in_flight(&mut session, &mut request, plan.in_flight / 10)?;
    let took = in_flight(&mut session, &mut request, plan.in_flight)?;
    session.close()?;
    Ok([
        microseconds(percentile(&times, 50)),
        microseconds(percentile(&times, 99)),
        f64::from(plan.in_flight) / took.as_secs_f64(),
    ])
}

fn sequential(session: &mut Session, request: &mut Request, count: u32) -> Outcome<Vec<Duration>> {
    let mut times = Vec::with_capacity(count as usize);
    for _ in 0..count {
        let began = Instant::now();
        session.ask(request)?;
        times.push(began.elapsed());
    }
    Ok(times)
}

/// Sends a call, in a write of its own as clients do, for every answer. One child answers in order, so that each
/// answer can be compared with the id that is due.
fn in_flight(session: &mut Session, request: &mut Request, count: u32) -> Outcome<Duration> {
    let began = Instant::now();
    let mut due = session.send(request)?;
    for _ in 1..IN_FLIGHT {
        session.send(request)?;
    }
    // The last 64 answers come after the clock stops: the pipe stays full for all that is timed.
    for _ in 0..count {
        session.answer(due)?;
        due += 1;
        session.send(request)?;
    }
    let took = began.elapsed();
    for _ in 0..IN_FLIGHT {
        session.answer(due)?;
        due += 1;
    }
    Ok(took)
}

pub(super) fn microseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
