//! Calls to one server while others are a nuisance.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use super::Figure;
use crate::{
    driver::{Broken, Outcome, Request, Rig, Session, Setup, Wire},
    options::Plan,
    report::percentile,
};

/// How many servers there are: the last one is called.
const SERVERS: usize = 10;
/// Those that are a nuisance.
const STUCK: usize = 1;
const NOISY: usize = 2;
const RESTARTING: usize = 3;
/// Calls that wait for the stuck one.
const STUCK_CALLS: usize = 20;
/// How often the restarting one is called, which it does not survive.
const RESTARTS: Duration = Duration::from_millis(100);
/// Log messages a second.
const CHATTER: u32 = 20_000;

/// One server is stuck with calls, one writes noise as fast as it is taken, and one restarts ten times a second.
pub(super) fn measure_trouble(
    rig: &Rig,
    setup: Setup,
    wire: Wire,
    plan: Plan,
) -> Outcome<Vec<(Figure, f64)>> {
    if setup != Setup::Mcpgw(SERVERS) {
        return Ok(Vec::new());
    }
    let mut session = rig.warm(setup, wire)?;
    let mut calls = Calls::new(&session);
    let quiet = calls.p99(&mut session, plan.beside)?;
    let noise = session.tool_of(NOISY, "noise");
    session.ask(&mut Request::call(&noise, "{}"))?;
    let mut stuck = Request::call(&session.tool_of(STUCK, "stick"), "{}");
    for _ in 0..STUCK_CALLS {
        calls.others.insert(session.send(&mut stuck)?);
    }
    calls.fatal = Some(Request::call(&session.tool_of(RESTARTING, "exit"), "{}"));
    let troubled = calls.p99(&mut session, plan.beside)?;
    session.terminate()?;
    if calls.restarts < 2 {
        return Err(Broken::NoRestart);
    }
    Ok(vec![(Figure::BesideTrouble, troubled.as_secs_f64() / quiet.as_secs_f64())])
}

/// One server sends 20,000 log messages a second, all of which the client gets.
pub(super) fn measure_chatter(
    rig: &Rig,
    setup: Setup,
    wire: Wire,
    plan: Plan,
) -> Outcome<Vec<(Figure, f64)>> {
    if setup != Setup::Mcpgw(SERVERS) {
        return Ok(Vec::new());
    }
    let mut session = rig.warm(setup, wire)?;
    let mut calls = Calls::new(&session);
    let quiet = calls.p99(&mut session, plan.beside)?;
    let chatter = session.tool_of(NOISY, "chatter");
    session.ask(&mut Request::call(&chatter, &format!(r#"{{"rate":{CHATTER}}}"#)))?;
    let began = Instant::now();
    calls.notices = 0;
    let beside = calls.p99(&mut session, plan.beside)?;
    let expected = f64::from(CHATTER) * began.elapsed().as_secs_f64();
    session.terminate()?;
    let got = calls.notices;
    if f64::from(got) < 0.8 * expected {
        return Err(Broken::Chatter { expected, got });
    }
    Ok(vec![(Figure::BesideChatter, (beside.as_secs_f64() - quiet.as_secs_f64()) * 1e3)])
}

/// Calls one after the other.
struct Calls {
    request: Request,
    /// Calls of other servers without an answer.
    others: HashSet<u32>,
    /// A call that its server does not survive.
    fatal: Option<Request>,
    /// The last of those.
    last: u32,
    restarts: u32,
    /// Notifications that came.
    notices: u32,
}

impl Calls {
    fn new(session: &Session) -> Self {
        let request = Request::call(&session.tool("echo"), "{}");
        Self { request, others: HashSet::new(), fatal: None, last: 0, restarts: 0, notices: 0 }
    }

    /// The time that 99 of 100 calls stay below; the first tenth of `time` is not counted.
    fn p99(&mut self, session: &mut Session, time: Duration) -> Outcome<Duration> {
        let began = Instant::now();
        let mut restarted = began;
        let mut times = Vec::with_capacity(200_000);
        loop {
            let asked = Instant::now();
            if asked - began > time {
                times.sort_unstable();
                return Ok(percentile(&times, 99));
            }
            if asked - restarted > RESTARTS && self.fatal.is_some() {
                restarted = asked;
                self.restart(session)?;
                continue;
            }
            let id = session.send(&mut self.request)?;
            self.notices += session.answer_among(id, &mut self.others)?;
            if asked - began > time / 10 {
                times.push(asked.elapsed());
            }
        }
    }

    /// Makes the fatal call, if the one before has failed.
    fn restart(&mut self, session: &mut Session) -> Outcome<()> {
        if let Some(fatal) = self.fatal.as_mut().filter(|_| !self.others.contains(&self.last)) {
            self.last = session.send(fatal)?;
            self.others.insert(self.last);
            self.restarts += 1;
        }
        Ok(())
    }
}
