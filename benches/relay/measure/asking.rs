//! Calls during which the child asks the client: small ones, 64 at a time, and with 1 MiB one way or the other.

use std::time::{Duration, Instant};

use super::{
    Figure,
    calls::{IN_FLIGHT, microseconds},
    frames::{MIB, WARM_UP, swallowed},
};
use crate::{
    driver::{Arrival, Broken, Outcome, Reply, Request, Rig, Session, Setup, Wire},
    options::Plan,
    report::percentile,
};

/// Bytes of text in a small question and in a small answer.
const SMALL: usize = 20;

pub(super) fn measure(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let mut session = rig.warm(setup, wire)?;
    let mut request = asking(&session, SMALL);
    let reply = Reply::sampled(SMALL);
    sequential(&mut session, &mut request, &reply, plan.asking / 10)?;
    let mut times = sequential(&mut session, &mut request, &reply, plan.asking)?;
    times.sort_unstable();
    in_flight(&mut session, &mut request, &reply, plan.asking_in_flight / 10)?;
    let took = in_flight(&mut session, &mut request, &reply, plan.asking_in_flight)?;
    session.close()?;
    Ok(vec![
        (Figure::AskingP50, microseconds(percentile(&times, 50))),
        (Figure::AskingP99, microseconds(percentile(&times, 99))),
        (Figure::AskingInFlight, f64::from(plan.asking_in_flight) / took.as_secs_f64()),
    ])
}

pub(super) fn measure_1_mib(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let mut session = rig.warm(setup, wire)?;
    let mut values = Vec::with_capacity(2);
    for (figure, question, reply) in [(Figure::Question1Mib, MIB, SMALL), (Figure::Reply1Mib, SMALL, MIB)] {
        let mut request = asking(&session, question);
        let reply_frame = Reply::sampled(reply);
        let count = plan.frames_1_mib;
        let mut times = Vec::with_capacity(WARM_UP + count as usize);
        for _ in 0..WARM_UP + count as usize {
            let began = Instant::now();
            let (asked, answer) = session.ask_and_reply(&mut request, &reply_frame)?;
            times.push(began.elapsed());
            arrived(asked, question)?;
            arrived(swallowed(session.connection.bytes(answer)), reply)?;
        }
        let timed = &mut times[WARM_UP..];
        timed.sort_unstable();
        values.push((figure, percentile(timed, 50).as_secs_f64().recip()));
    }
    session.close()?;
    Ok(values)
}

/// A call during which the child asks with `bytes` bytes of text.
fn asking(session: &Session, bytes: usize) -> Request {
    Request::call(&session.tool("ask"), &format!(r#"{{"bytes":{bytes}}}"#))
}

/// A frame must be larger than the text that it carries.
fn arrived(got: usize, text: usize) -> Outcome<()> {
    if got > text { Ok(()) } else { Err(Broken::Size { expected: text, got }) }
}

fn sequential(
    session: &mut Session,
    request: &mut Request,
    reply: &Reply,
    count: u32,
) -> Outcome<Vec<Duration>> {
    let mut times = Vec::with_capacity(count as usize);
    for _ in 0..count {
        let began = Instant::now();
        session.ask_and_reply(request, reply)?;
        times.push(began.elapsed());
    }
    Ok(times)
}

/// Answers every question as it comes and sends a call for every answer, each in a write of its own. One child asks
/// and answers in order, so that each answer can be compared with the id that is due.
fn in_flight(session: &mut Session, request: &mut Request, reply: &Reply, count: u32) -> Outcome<Duration> {
    let began = Instant::now();
    let mut due = session.send(request)?;
    for _ in 1..IN_FLIGHT {
        session.send(request)?;
    }
    let (mut questions, mut took) = (0, Duration::ZERO);
    for answered in 1..=count + IN_FLIGHT {
        while let Arrival::Question(_) = session.arrival(due, reply)? {
            questions += 1;
        }
        due += 1;
        // The last 64 answers come after the clock stops: the pipe stays full for all that is timed.
        if answered <= count {
            session.send(request)?;
        }
        if answered == count {
            took = began.elapsed();
        }
    }
    if questions == count + IN_FLIGHT { Ok(took) } else { Err(Broken::NotAsked) }
}
