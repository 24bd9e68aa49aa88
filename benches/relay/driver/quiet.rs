//! Waits until a process has nothing left to do.

use std::{
    fs, io, thread,
    time::{Duration, Instant},
};

use super::{Broken, Outcome};

/// How long a process must not have run to count as quiet.
const WINDOW: Duration = Duration::from_millis(20);
/// How long that may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Waits until no thread of process `id` ran for 20 ms: what it does in the background after its start (catalogues,
/// the store) belongs neither to a call nor to what it holds when idle.
pub(crate) fn wait_until_quiet(id: u32) -> Outcome<()> {
    let deadline = Instant::now() + PATIENCE;
    let mut before = time_run(id)?;
    loop {
        thread::sleep(WINDOW);
        let now = time_run(id)?;
        if now == before {
            return Ok(());
        }
        if Instant::now() > deadline {
            return Err(Broken::NeverQuiet(PATIENCE.as_secs()));
        }
        before = now;
    }
}

/// What the threads of process `id` have run, in nanoseconds.
fn time_run(id: u32) -> Outcome<u64> {
    let read = || -> io::Result<u64> {
        let mut total = 0;
        for thread in fs::read_dir(format!("/proc/{id}/task"))? {
            // A thread may end between the two.
            let times = fs::read_to_string(thread?.path().join("schedstat")).unwrap_or_default();
            total += times.split(' ').next().and_then(|run| run.parse::<u64>().ok()).unwrap_or(0);
        }
        Ok(total)
    };
    read().map_err(Broken::while_doing("read /proc/PID/task"))
}
