//! Servers behind the real `npx`, which starts a shell that starts them.

use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::child::{Mirror, is_alive};
use super::client::Client;
use super::compare::{assert_bytes, eventually};
use super::guard::{children, signal};
use super::world::{World, mirror_program};

/// How long anything may be left.
const LEFT: Duration = Duration::from_secs(5);

/// A session with such a server, and all processes below it.
fn session() -> (World, Mirror, Client, Vec<u32>) {
    let world = World::new();
    let [package, directory] = ["package", "a"].map(|name| world.home().join(name));
    fs::create_dir(&directory).unwrap();
    fs::create_dir_all(package.join("node_modules/.bin")).unwrap();
    symlink(mirror_program(), package.join("node_modules/.bin/mirror")).unwrap();
    let npx = ["npx", "--offline", "--no", "mirror"].map(Into::into);
    let command: Vec<_> = npx.into_iter().chain([directory.clone().into_os_string()]).collect();
    world.add("a", &["--cwd", package.to_str().unwrap()], &command);
    let mirror = Mirror::new(directory);
    mirror.file("grandchild", "");
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    client.call("1", "a__hold", "{}");
    mirror.hears("\"hold\"");
    let mut pids = children(client.id());
    let mut next = 0;
    while next < pids.len() {
        pids.extend(children(pids[next]));
        next += 1;
    }
    let server = mirror.processes();
    assert!(server.iter().all(|pid| pids.contains(pid)) && pids.len() > server.len() + 1, "{pids:?}");
    (world, mirror, client, pids)
}

#[track_caller]
fn assert_gone(pids: &[u32], since: Instant) {
    eventually(|| !pids.iter().any(|&pid| is_alive(pid)), || format!("{pids:?}"));
    assert!(since.elapsed() < LEFT, "{:?}", since.elapsed());
}

#[test]
#[ignore = "needs the Debian package npm"]
fn at_the_end_and_when_mcpgw_is_killed_no_process_is_left() {
    let (_world, mirror, mut client, pids) = session();
    mirror.says(
        "r",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n",
    );
    client.say("2", "a", "r");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    client.close();
    let closed = Instant::now();
    assert!(client.end().success());
    assert_gone(&pids, closed);

    let (_world, _mirror, client, pids) = session();
    signal(client.id(), Signal::KILL);
    assert_gone(&pids, Instant::now());
}
