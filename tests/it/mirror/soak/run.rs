//! The soak itself. `tests/soak.sh` runs it for as long as one likes.

use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::caller::Caller;
use super::stage::Stage;
use super::tally::Tally;

/// Unless `MCPGW_SOAK_SEED` says something else.
const SEED: u64 = 0x5EED;
/// How often the store is changed.
const CHANGES: Duration = Duration::from_millis(500);

/// Ends all sessions, even where a change has failed.
struct Ending<'a>(&'a AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn soak(sessions: usize, servers: usize, time: Duration, seed: u64) {
    let mut stage = Stage::new(servers, seed);
    let mut callers: Vec<_> =
        (0..sessions).map(|number| Caller::new(stage.open(), number, servers, seed)).collect();
    let over = AtomicBool::new(false);
    let end = Instant::now() + time;
    thread::scope(|scope| {
        let callers: Vec<_> = callers
            .iter_mut()
            .map(|caller| {
                let over = &over;
                scope.spawn(move || {
                    while !over.load(Ordering::Relaxed) {
                        caller.step();
                    }
                    caller.settle();
                })
            })
            .collect();
        let ending = Ending(&over);
        // A session that has failed ends it for all.
        while Instant::now() < end && !callers.iter().any(thread::ScopedJoinHandle::is_finished) {
            stage.change();
            thread::park_timeout(CHANGES.min(end.saturating_duration_since(Instant::now())));
        }
        drop(ending);
        let failed = callers.into_iter().filter_map(|caller| caller.join().err()).count();
        assert_eq!(failed, 0, "{:#?}", stage.under_way());
    });
    stage.heal();
    stage.assert_sessions(sessions);
    let (tools, mut tally) = (stage.all_tools(), Tally::default());
    for caller in callers {
        tally.add(caller.conclude(&tools));
    }
    let lives = stage.assert_over();
    stage.assert_sessions(0);
    let said = format!(
        "{sessions} sessions, {servers} servers, {} s, seed {seed}: {} changes, {} of them late, {lives} lives of servers\n{tally}",
        time.as_secs(),
        stage.changes,
        stage.late,
    );
    std::io::stderr().write_all(said.as_bytes()).unwrap();
}

#[expect(clippy::disallowed_methods, reason = "how long it runs is up to whoever runs it")]
fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn for_a_few_seconds_every_request_has_one_answer_and_nothing_is_left() {
    soak(3, 6, Duration::from_secs(4), SEED);
}

#[test]
#[ignore = "takes minutes: tests/soak.sh"]
fn for_minutes_every_request_has_one_answer_and_nothing_is_left() {
    let seconds = number("MCPGW_SOAK_SECONDS").unwrap_or(120);
    soak(8, 20, Duration::from_secs(seconds), number("MCPGW_SOAK_SEED").unwrap_or(SEED));
}
