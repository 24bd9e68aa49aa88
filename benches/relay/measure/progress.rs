//! Calls that tell how far they are.

use std::time::Instant;

use super::Figure;
use crate::{
    driver::{Broken, Outcome, Request, Rig, Session, Setup, Wire},
    options::Plan,
};

/// How often each call tells.
const STEPS: u32 = 20;

pub(super) fn measure(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let mut session = rig.warm(setup, wire)?;
    let mut request =
        Request::call_with_progress(&session.tool("report"), &format!(r#"{{"steps":{STEPS}}}"#));
    calls(&mut session, &mut request, plan.progress / 10)?;
    let began = Instant::now();
    calls(&mut session, &mut request, plan.progress)?;
    let took = began.elapsed();
    session.close()?;
    Ok(vec![(Figure::Progress, f64::from(plan.progress) / took.as_secs_f64())])
}

/// One call after the other, each of which must have told of every step before it is answered.
fn calls(session: &mut Session, request: &mut Request, count: u32) -> Outcome<()> {
    for _ in 0..count {
        let got = session.ask_with_progress(request)?;
        if got != STEPS {
            return Err(Broken::Progress { expected: STEPS, got });
        }
    }
    Ok(())
}
