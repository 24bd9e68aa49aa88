//! What a client hears while its session ends: whole frames, and an answer to every request.

use std::io::{Read as _, Write as _};
use std::process::Stdio;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::child::is_alive;
use super::client::Client;
use super::compare::{assert_bytes, eventually};
use super::world::World;

fn terminate(process: u32) {
    kill_process(Pid::from_raw(process.cast_signed()).unwrap(), Signal::TERM).unwrap();
}

#[test]
fn a_signal_cuts_no_frame_in_half() {
    let world = World::new();
    let mirror = world.mirror("a");
    let huge = format!(r#""result":{{"text":"{}"}}}}"#, "x".repeat(3_000_000));
    mirror.says("huge", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,{huge}\n"));
    let mut process = world.command().stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut input, mut output) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
    let open = concat!(
        r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{}}}"#,
        "\n",
        r#"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"a__say","arguments":{"script":"huge"}}}"#,
        "\n",
    );
    input.write_all(open.as_bytes()).unwrap();
    // The pipe is full, and most of the frame is not in it.
    let waiting = || rustix::io::ioctl_fionread(&output).unwrap();
    eventually(|| waiting() > 60_000, || format!("{} bytes came", waiting()));
    terminate(process.id());
    let mut heard = Vec::new();
    output.read_to_end(&mut heard).unwrap();
    assert_eq!(Client::of(process, None, std::io::empty()).end().code(), Some(10));
    let lines: Vec<_> = heard.split(|&byte| byte == b'\n').collect();
    assert_eq!(lines.len(), 3, "{} bytes, {} lines", heard.len(), lines.len());
    assert_bytes(lines[1], format!("{{\"jsonrpc\":\"2.0\",\"id\":2,{huge}").as_bytes());
    assert_bytes(lines[2], b"");
}

#[test]
fn requests_that_are_under_way_at_a_signal_are_answered_with_an_error() {
    let (_world, mirrors, mut client) = World::with_mirrors(["a"]);
    client.call("1", "a__hold", "{}");
    mirrors[0].hears("\"hold\"");
    terminate(client.id());
    assert_eq!(client.end().code(), Some(10));
    let lines = client.last_lines();
    assert_eq!(lines.len(), 1);
    assert_bytes(
        &lines[0],
        br#"{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"server \"a\" did not answer before the session ended","data":{"server":"a"}}}"#,
    );
}

#[test]
fn a_call_that_hangs_and_servers_that_stay_are_over_within_five_seconds_of_the_end_of_input() {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| world.stubborn_mirror(name));
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    client.call("1", "a__hold", "{}");
    mirrors[0].hears("\"hold\"");
    let closed = Instant::now();
    client.close();
    assert!(client.end().success());
    for pid in mirrors.iter().flat_map(super::child::Mirror::processes) {
        eventually(|| !is_alive(pid), || format!("{pid} is left"));
    }
    assert!(closed.elapsed() < Duration::from_secs(5), "{:?}", closed.elapsed());
    let lines = client.last_lines();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].starts_with(br#"{"jsonrpc":"2.0","id":1,"error":"#));
}
