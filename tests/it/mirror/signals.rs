//! Signals and closed streams end a session, and all that it started.

use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::child::{Mirror, is_alive};
use super::client::Client;
use super::compare::eventually;
use super::world::World;

/// How long anything may be left.
const LEFT: Duration = Duration::from_secs(5);

#[track_caller]
fn assert_gone(mirrors: &[Mirror], since: Instant) {
    for pid in mirrors.iter().flat_map(Mirror::processes) {
        eventually(|| !is_alive(pid), || format!("{pid} is left"));
    }
    assert!(since.elapsed() < LEFT, "{:?}", since.elapsed());
}

#[test]
fn each_signal_that_asks_to_end_does_so_with_stubborn_servers_and_calls_under_way() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let world = World::new();
        let mirrors = ["a", "b", "c"].map(|name| world.stubborn_mirror(name));
        let mut client = world.open();
        client.ask("\"list\"", "tools/list", "{}");
        for (id, name) in ["a", "b", "c"].iter().enumerate() {
            client.call(&id.to_string(), &format!("{name}__hold"), "{}");
        }
        for mirror in &mirrors {
            mirror.hears("\"hold\"");
        }
        let asked = Instant::now();
        kill_process(Pid::from_raw(client.id().cast_signed()).unwrap(), signal).unwrap();
        assert_eq!(client.end().code(), Some(10), "{signal:?}");
        assert_gone(&mirrors, asked);
    }
}

#[test]
fn ten_servers_that_must_be_killed_end_side_by_side() {
    let world = World::new();
    let mirrors: Vec<_> = (0..10).map(|number| world.stubborn_mirror(&format!("s{number}"))).collect();
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    for mirror in &mirrors {
        mirror.hears("notifications/initialized");
    }
    client.close();
    let closed = Instant::now();
    assert!(client.end().success());
    let pids: Vec<_> = mirrors.iter().flat_map(Mirror::processes).collect();
    eventually(|| !pids.iter().any(|&pid| is_alive(pid)), || format!("{pids:?}"));
    // Each takes four seconds, all at once as well.
    assert!(closed.elapsed() < 2 * LEFT, "{:?}", closed.elapsed());
}

#[test]
fn a_closed_stdout_ends_the_session_though_stdin_is_open() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.file("grandchild", "");
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let (output, theirs) = std::io::pipe().unwrap();
    let mut command = world.command();
    command.stdin(Stdio::piped()).stdout(theirs);
    let mut process = command.spawn().unwrap();
    drop(command);
    let mut input = process.stdin.take().unwrap();
    let open = concat!(
        r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{}}}"#,
        "\n",
        r#"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"a__hold"}}"#,
        "\n",
    );
    input.write_all(open.as_bytes()).unwrap();
    mirror.hears("\"hold\"");
    drop(output);
    let call = r#"{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"a__say","arguments":{"script":"r"}}}"#;
    let closed = Instant::now();
    // It may be gone already.
    let _ = input.write_all(format!("{call}\n").as_bytes());
    let mut client = Client::of(process, Some(Box::new(input)), std::io::empty());
    assert!(client.end().success());
    assert_gone(&[mirror], closed);
}

#[test]
fn a_server_that_dies_leaves_no_zombie_while_the_session_runs() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.file("grandchild", "");
    let mut client = world.open();
    for id in 0..5 {
        client.call(&id.to_string(), "a__die", "{}");
        client.answer(&id.to_string());
    }
    client.ask("\"ping\"", "ping", "{}");
    let state = |pid: u32| {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next())
    };
    // Each life is a server and a process of its own; the last may run again by now.
    let ended: Vec<_> = mirror.processes().into_iter().take(10).collect();
    assert_eq!(ended.len(), 10);
    eventually(
        || ended.iter().all(|&pid| state(pid).is_none()),
        || format!("{:?}", ended.iter().map(|&pid| (pid, state(pid))).collect::<Vec<_>>()),
    );
}
