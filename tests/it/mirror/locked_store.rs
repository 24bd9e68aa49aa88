//! A store that another process holds keeps no session from serving, and none from ending.

use std::time::{Duration, Instant};

use rusqlite::Connection;
use rustix::process::{Pid, Signal, kill_process};

use super::child::{Mirror, is_alive};
use super::compare::eventually;
use super::world::World;

/// How long a session with well-behaved servers may take to end, on a loaded machine.
const LEFT: Duration = Duration::from_secs(5);

/// Nobody else writes until it goes.
fn hold(world: &World) -> Connection {
    let store = Connection::open(world.store_file()).unwrap();
    store.execute_batch("BEGIN IMMEDIATE").unwrap();
    store
}

#[track_caller]
fn assert_gone(mirror: &Mirror) {
    for pid in mirror.processes() {
        eventually(|| !is_alive(pid), || format!("{pid} is left"));
    }
}

#[test]
fn a_session_ends_while_another_process_holds_the_store() {
    for signal in [None, Some(Signal::TERM)] {
        let world = World::new();
        let mirror = world.mirror("a");
        // From before it is registered to after its end.
        let held = hold(&world);
        let mut client = world.open();
        // The server's lists are to be kept, which waits.
        let list = client.ask("1", "tools/list", "{}");
        assert!(list.contains("a__say"), "{list}");
        let asked = Instant::now();
        match signal {
            None => client.close(),
            Some(signal) => kill_process(Pid::from_raw(client.id().cast_signed()).unwrap(), signal).unwrap(),
        }
        assert_eq!(client.end().code(), Some(if signal.is_some() { 10 } else { 0 }));
        assert!(asked.elapsed() < LEFT, "{signal:?}: {:?}", asked.elapsed());
        assert_gone(&mirror);
        drop(held);
    }
}

#[test]
fn a_signal_makes_a_session_hurry_that_ends_already() {
    let world = World::new();
    let mirror = world.stubborn_mirror("a");
    let mut client = world.open();
    client.ask("1", "tools/list", "{}");
    client.close();
    // The mirror in the shell has ended, the shell stays: it has two seconds to go by itself, and ignores SIGTERM.
    let one_ended = || mirror.processes().into_iter().any(|pid| !is_alive(pid));
    eventually(one_ended, || "the end of input doesn't reach the server".to_owned());
    let asked = Instant::now();
    kill_process(Pid::from_raw(client.id().cast_signed()).unwrap(), Signal::TERM).unwrap();
    client.end();
    assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
    assert_gone(&mirror);
}

#[test]
fn what_killed_sessions_left_keeps_nobody_from_reading_a_store_that_can_not_be_written() {
    let world = World::new();
    world.mirror("a");
    let mut client = world.open();
    client.ask("1", "tools/list", "{}");
    let registered = || {
        let store = Connection::open(world.store_file()).unwrap();
        store.query_row("SELECT count(*) FROM session", [], |row| row.get::<_, i64>(0)).unwrap() == 1
    };
    eventually(registered, || "the session is not registered".to_owned());
    kill_process(Pid::from_raw(client.id().cast_signed()).unwrap(), Signal::KILL).unwrap();
    client.end();
    let held = hold(&world);
    let began = Instant::now();
    for args in [&["status"][..], &["session", "list"], &["server", "restart", "a"]] {
        let output = world.other_command(args).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{args:?}: {said}");
    }
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    drop(held);
    assert!(world.other_command(&["session", "list"]).output().unwrap().status.success());
    eventually(|| !registered(), || "what a killed session left is not removed".to_owned());
}
