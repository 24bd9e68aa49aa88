//! The client's streams: sockets as Node hands them over, files as shells do; pipes are everywhere else.

use std::fs::File;
use std::io::Read as _;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::Stdio;

use super::client::Client;
use super::compare::assert_bytes;
use super::world::World;

const SESSION: &str = concat!(
    r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{}}}"#,
    "\n",
    r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
    "\n",
    r#"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"a__say","arguments":{"script":"r"}}}"#,
    "\n",
);

#[test]
fn a_client_on_two_socketpairs_is_served_and_its_flags_are_left_alone() {
    let world = World::new();
    let mirror = world.mirror("a");
    let large = "z".repeat(4 << 20);
    mirror.says("r", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":\"{large}\"}}\n"));
    let (input, child_input) = UnixStream::pair().unwrap();
    let (output, child_output) = UnixStream::pair().unwrap();
    let kept = child_output.try_clone().unwrap();
    let mut command = world.command();
    command.stdin(Stdio::from(OwnedFd::from(child_input))).stdout(Stdio::from(OwnedFd::from(child_output)));
    let process = command.spawn().unwrap();
    drop(command);
    let mut client = Client::of(process, Some(Box::new(input)), output);
    client.open("{}");
    client.say("1", "a", "r");
    assert_bytes(&client.answer("1"), format!(r#"{{"jsonrpc":"2.0","id":1,"result":"{large}"}}"#).as_bytes());
    let flags = rustix::fs::fcntl_getfl(&kept).unwrap();
    assert!(!flags.contains(rustix::fs::OFlags::NONBLOCK), "{flags:?}");
    drop(kept);
    client.close();
    assert!(client.end().success());
}

#[test]
fn one_socket_for_both_directions_is_served() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let (ours, theirs) = UnixStream::pair().unwrap();
    let mut command = world.command();
    command
        .stdin(Stdio::from(OwnedFd::from(theirs.try_clone().unwrap())))
        .stdout(Stdio::from(OwnedFd::from(theirs)));
    let process = command.spawn().unwrap();
    drop(command);
    let input = ours.try_clone().unwrap();
    let mut client = Client::of(process, Some(Box::new(input)), ours.try_clone().unwrap());
    client.open("{}");
    client.say("1", "a", "r");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    ours.shutdown(std::net::Shutdown::Write).unwrap();
    assert!(client.end().success());
}

#[test]
fn a_session_from_a_file_into_a_file_is_complete() {
    let world = World::new();
    let mirror = world.mirror("a");
    let large = "z".repeat(4 << 20);
    mirror.says("r", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":\"{large}\"}}\n"));
    let (script, said) = (world.home().join("session"), world.home().join("said"));
    std::fs::write(&script, SESSION).unwrap();
    let mut command = world.command();
    command
        .stdin(Stdio::from(File::open(&script).unwrap()))
        .stdout(Stdio::from(File::create(&said).unwrap()));
    let process = command.spawn().unwrap();
    let mut client = Client::of(process, None, std::io::empty());
    assert!(client.end().success());
    let mut bytes = Vec::new();
    File::open(&said).unwrap().read_to_end(&mut bytes).unwrap();
    let last = bytes.split(|&byte| byte == b'\n').nth(1).expect("a second line");
    assert_bytes(last, format!(r#"{{"jsonrpc":"2.0","id":2,"result":"{large}"}}"#).as_bytes());
}
