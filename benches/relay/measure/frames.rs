//! Large frames, and what they do to the relay's memory.

use std::time::Instant;

use super::{Figure, memory::Memory};
use crate::{
    driver::{Broken, Outcome, Request, Rig, Session, Setup, Wire},
    options::Plan,
    process::text,
    report::percentile,
};

pub(super) const MIB: usize = 1 << 20;
/// Calls before the clock starts: buffers grow and pages are mapped.
pub(super) const WARM_UP: usize = 3;

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
        values.push((figure, throughput(&mut session, &mut request, plan.frames_1_mib, 1, frame)?));
    }
    values.push((
        Figure::Argument1Mib,
        throughput(&mut session, &mut argument, plan.frames_1_mib, 1, swallowed)?,
    ));
    session.close()?;
    Ok(values)
}

pub(super) fn measure_16_mib(rig: &Rig, setup: Setup, wire: Wire, plan: Plan) -> Outcome<Vec<(Figure, f64)>> {
    let mut session = rig.warm(setup, wire)?;
    let blob = session.tool("blob");
    let idle = Memory::of(session.connection.id())?;
    let mut last = result(&blob, 16, true, "last");
    let mut first = result(&blob, 16, true, "first");
    let largest = session.ask(&mut last)?.len() + 1;
    let mut values = vec![
        (Figure::Result16Mib, throughput(&mut session, &mut first, plan.frames_16_mib, 16, frame)?),
        (Figure::Result16MibIdLast, throughput(&mut session, &mut last, plan.frames_16_mib, 16, frame)?),
    ];
    let peak = Memory::of(session.connection.id())?;
    session.close()?;
    // Between client and child there is no process whose memory could be told.
    if setup != Setup::Direct {
        values.push((Figure::IdleMemory, idle.resident));
        values.push((Figure::PeakMemory, peak.most));
    }
    if let Setup::Mcpgw(_) = setup {
        values.push((Figure::PeakExcess, peak.most - idle.resident - mib(largest)));
    }
    Ok(values)
}

/// A request for a result of `mib` MiB.
fn result(tool: &str, mib: usize, escaped: bool, id: &str) -> Request {
    Request::call(tool, &format!(r#"{{"bytes":{},"escaped":{escaped},"id":"{id}"}}"#, mib * MIB))
}

/// What of an answer is large, in bytes.
type Large = fn(&[u8]) -> usize;

/// The answer itself.
fn frame(answer: &[u8]) -> usize {
    answer.len()
}

/// What the client sent, as the child saw it.
pub(super) fn swallowed(answer: &[u8]) -> usize {
    number(answer, b"\"swallowed\":")
}

/// The whole number behind `member`; 0 if there is none.
pub(super) fn number(answer: &[u8], member: &[u8]) -> usize {
    let digits = memchr::memmem::find(answer, member).map_or(&[][..], |at| &answer[at + member.len()..]);
    let end = digits.iter().position(|digit| !digit.is_ascii_digit()).unwrap_or(digits.len());
    str::from_utf8(&digits[..end]).ok().and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// MiB a second at the median of `count` calls that each move `mib` MiB one way or the other, one after the other.
fn throughput(
    session: &mut Session,
    request: &mut Request,
    count: u32,
    mib: u32,
    large: Large,
) -> Outcome<f64> {
    for _ in 0..WARM_UP {
        session.ask(request)?;
    }
    let expected = mib as usize * MIB;
    let mut times = Vec::with_capacity(count as usize);
    for _ in 0..count {
        let began = Instant::now();
        let answer = session.ask(request)?;
        times.push(began.elapsed());
        let got = large(session.connection.bytes(answer));
        if got < expected {
            return Err(Broken::Size { expected, got });
        }
    }
    times.sort_unstable();
    Ok(f64::from(mib) / percentile(&times, 50).as_secs_f64())
}

fn mib(bytes: usize) -> f64 {
    // The frames here are far below 4 GiB.
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / f64::from(1 << 20)
}
