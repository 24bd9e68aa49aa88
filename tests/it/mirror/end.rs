//! The end of a session: what is under way is answered, and no process is left.

use std::io::Write as _;
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::child::{Mirror, is_alive};
use super::client::Client;
use super::compare::eventually;
use super::world::World;

/// A session whose servers have started processes of their own.
fn family() -> (World, [Mirror; 2], Client) {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| world.mirror(name));
    for mirror in &mirrors {
        mirror.file("grandchild", "");
    }
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    (world, mirrors, client)
}

#[track_caller]
fn assert_gone(mirrors: &[Mirror]) {
    for pid in mirrors.iter().flat_map(Mirror::processes) {
        eventually(|| !is_alive(pid), || format!("{pid} is left"));
    }
}

#[test]
fn after_end_of_input_replies_in_flight_arrive_and_no_process_is_left() {
    let (_world, mirrors, mut client) = family();
    for mirror in &mirrors {
        mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    }
    let call = |id: usize, server: &str| {
        format!(
            "{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{{\"name\":\"{server}__say\",\"arguments\":{{\"script\":\"r\"}}}}}}\n"
        )
    };
    let calls: String = (0..100).map(|id| call(id, if id % 2 == 0 { "a" } else { "b" })).collect();
    // The last line has no line end.
    client.write(calls.trim_end());
    client.close();
    assert!(client.end().success());
    let lines = client.last_lines();
    assert_eq!(lines.len(), 100);
    for id in 0..100 {
        let answer = format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#);
        assert!(lines.iter().any(|line| line == answer.as_bytes()), "{id} is not answered");
    }
    assert_gone(&mirrors);
}

#[test]
fn five_servers_behind_shells_with_fifty_calls_leave_no_process() {
    let world = World::new();
    let names = ["a", "b", "c", "d", "e"];
    let mirrors = names.map(|name| world.mirror_behind_shell(name));
    for mirror in &mirrors {
        mirror.file("grandchild", "");
        mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    }
    let mut client = world.open();
    for id in 0..50 {
        client.say(&id.to_string(), names[id % 5], "r");
    }
    client.close();
    assert!(client.end().success());
    assert_eq!(client.last_lines().len(), 50);
    assert_gone(&mirrors);
}

#[test]
fn a_request_sent_with_the_end_of_input_right_behind_it_is_answered() {
    let world = World::new();
    world.mirror("a");
    let mut client = world.start();
    client.write(concat!(
        r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{}}}"#,
        "\n",
        r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
        "\n",
        r#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#,
        "\n",
    ));
    client.close();
    assert!(client.end().success());
    let lines = client.last_lines();
    assert_eq!(lines.len(), 2);
    assert!(String::from_utf8_lossy(&lines[1]).contains("a__say"));
}

#[test]
fn sigterm_leaves_no_process() {
    let (_world, mirrors, mut client) = family();
    client.call("1", "a__deaf", "{}");
    mirrors[0].hears("\"deaf\"");
    let mcpgw = rustix::process::Pid::from_raw(client.id().cast_signed()).unwrap();
    rustix::process::kill_process(mcpgw, rustix::process::Signal::TERM).unwrap();
    assert_eq!(client.end().code(), Some(10));
    assert_gone(&mirrors);
}

#[test]
fn when_the_client_is_gone_mcpgw_ends_and_leaves_no_process() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.file("grandchild", "");
    let (ours, theirs) = UnixStream::pair().unwrap();
    let mut command = world.command();
    command.stdin(Stdio::from(OwnedFd::from(theirs.try_clone().unwrap())));
    command.stdout(Stdio::from(OwnedFd::from(theirs)));
    let process = command.spawn().unwrap();
    drop(command);
    let input = Box::new(ours.try_clone().unwrap());
    let mut client = Client::of(process, Some(input), ours.try_clone().unwrap());
    client.open("{}");
    client.call("1", "a__flood", "{}");
    client.holding("vendor/flood");
    // Both directions close at once and in the middle of something, as when the client is killed.
    ours.shutdown(Shutdown::Both).unwrap();
    client.end();
    assert_gone(&[mirror]);
}

#[test]
fn a_call_that_is_never_answered_keeps_nothing_alive_for_a_client_that_is_gone() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.file("grandchild", "");
    let (output, theirs) = std::io::pipe().unwrap();
    let mut command = world.command();
    command.stdin(Stdio::piped()).stdout(theirs);
    let mut process = command.spawn().unwrap();
    drop(command);
    let mut input = process.stdin.take().unwrap();
    input
        .write_all(
            concat!(
                r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{}}}"#,
                "\n",
                r#"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"a__hold"}}"#,
                "\n",
            )
            .as_bytes(),
        )
        .unwrap();
    mirror.hears("\"hold\"");
    drop((input, output));
    let gone = Instant::now();
    Client::of(process, None, std::io::empty()).end();
    // For a client that is there, replies in flight may take some seconds.
    assert!(gone.elapsed() < Duration::from_secs(5), "{:?}", gone.elapsed());
    assert_gone(&[mirror]);
}

#[test]
fn a_server_that_neither_reads_nor_answers_is_ended_with_the_others() {
    let (_world, mirrors, mut client) = family();
    client.call("1", "a__deaf", "{}");
    mirrors[0].hears("\"deaf\"");
    client.close();
    assert!(client.end().success());
    let lines = client.last_lines();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].starts_with(br#"{"jsonrpc":"2.0","id":1,"error":"#));
    assert_gone(&mirrors);
}
