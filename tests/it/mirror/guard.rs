//! What is left when mcpgw or its parent is killed: nothing.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::child::{Mirror, is_alive};
use super::client::Client;
use super::compare::eventually;
use super::world::World;

/// How long anything may outlive mcpgw.
const LEFT: Duration = Duration::from_secs(5);
/// The processes of a stubborn mirror: shell, mirror, and one whose parent is gone.
const STUBBORN: usize = 3;

pub(super) fn signal(pid: u32, signal: Signal) {
    kill_process(Pid::from_raw(pid.cast_signed()).unwrap(), signal).unwrap();
}

/// The fields of `/proc/PID/stat` after the program's name: state, parent, group, session (proc(5)).
pub(super) fn stat(pid: u32) -> Option<Vec<String>> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    Some(fields.split(' ').map(str::to_owned).collect())
}

fn command_line(pid: u32) -> String {
    String::from_utf8_lossy(&fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default()).into_owned()
}

/// The processes that this one started, zombies among them.
pub(super) fn children(of: u32) -> Vec<u32> {
    let entries = fs::read_dir("/proc").unwrap();
    let pids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    pids.filter(|&pid| stat(pid).is_some_and(|stat| stat[1] == of.to_string())).collect()
}

/// The guards of the mcpgw with this id, zombies among them.
pub(super) fn guards(mcpgw: u32) -> Vec<u32> {
    children(mcpgw).into_iter().filter(|&pid| command_line(pid) == "mcpgw\0__guard\0").collect()
}

/// The only guard, once it watches.
pub(super) fn guard(mcpgw: u32) -> u32 {
    let leads = |pid: u32| stat(pid).is_some_and(|stat| stat[3] == pid.to_string());
    eventually(
        || matches!(guards(mcpgw)[..], [one] if leads(one)),
        || format!("guards: {:?}", guards(mcpgw)),
    );
    guards(mcpgw)[0]
}

pub(super) fn processes<'a>(mirrors: impl IntoIterator<Item = &'a Mirror>) -> Vec<u32> {
    mirrors
        .into_iter()
        .flat_map(|mirror| {
            eventually(
                || mirror.processes().len() == STUBBORN,
                || format!("{:?} are not all", mirror.processes()),
            );
            mirror.processes()
        })
        .collect()
}

/// `since` was the end of mcpgw.
#[track_caller]
pub(super) fn assert_gone(pids: &[u32], since: Instant) {
    for &pid in pids {
        eventually(|| !is_alive(pid), || format!("{pid} is left: {}", command_line(pid)));
    }
    assert!(since.elapsed() < LEFT, "{:?}", since.elapsed());
}

#[test]
fn killed_amid_fifty_calls_mcpgw_leaves_no_process_of_five_stubborn_servers() {
    let world = World::new();
    let names = ["a", "b", "c", "d", "e"];
    let mirrors = names.map(|name| world.stubborn_mirror(name));
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    for id in 0..50 {
        client.call(&id.to_string(), &format!("{}__hold", names[id % 5]), "{}");
    }
    for mirror in &mirrors {
        mirror.hears("\"hold\"");
    }
    let mut pids = processes(&mirrors);
    pids.push(guard(client.id()));
    signal(client.id(), Signal::KILL);
    let killed = Instant::now();
    assert_gone(&pids, killed);
}

#[test]
fn when_the_parent_of_mcpgw_is_killed_no_process_is_left() {
    let world = World::new();
    let mirror = world.stubborn_mirror("a");
    let mcpgw = world.command();
    let mut shell = Command::new("sh");
    shell.arg("-c").arg("\"$0\" stdio; exit $?").arg(mcpgw.get_program()).current_dir(world.home());
    shell.env_clear().envs(mcpgw.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut client = Client::on_pipes(shell.stderr(Stdio::null()));
    client.open("{}");
    client.ask("\"list\"", "tools/list", "{}");
    let mcpgw = children(client.id())[0];
    let mut pids = processes([&mirror]);
    pids.extend([mcpgw, guard(mcpgw)]);
    signal(client.id(), Signal::KILL);
    // A client's ends of the pipes go with it.
    client.close();
    assert_gone(&pids, Instant::now());
}

#[test]
fn a_killed_tool_call_leaves_no_process() {
    let world = World::new();
    let mirror = world.stubborn_mirror("a");
    let mut call = world.other_command(&["tool", "call", "a/hold"]);
    let mut process = call.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    mirror.hears("\"hold\"");
    // Those of an earlier start, which asked for its tools, are among them.
    let mut pids = mirror.processes();
    pids.push(guard(process.id()));
    process.kill().unwrap();
    let killed = Instant::now();
    process.wait().unwrap();
    assert_gone(&pids, killed);
}

#[test]
fn sighup_ends_stubborn_servers_and_their_guard() {
    let world = World::new();
    let mirror = world.stubborn_mirror("a");
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    let mut pids = processes([&mirror]);
    pids.push(guard(client.id()));
    signal(client.id(), Signal::HUP);
    let asked = Instant::now();
    assert_eq!(client.end().code(), Some(10));
    assert_gone(&pids, asked);
}

#[test]
fn a_guard_holds_nothing_but_its_pipe_and_no_signal_for_its_group_ends_it() {
    let world = World::new();
    let mirror = world.stubborn_mirror("a");
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    let guard = guard(client.id());
    let mut descriptors: Vec<_> = fs::read_dir(format!("/proc/{guard}/fd"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let target = fs::read_link(&path).unwrap().to_string_lossy().into_owned();
            (path.file_name().unwrap().to_string_lossy().into_owned(), target)
        })
        .collect();
    descriptors.sort();
    let [(zero, pipe), one, two] = &descriptors[..] else { panic!("{descriptors:?}") };
    assert!(zero == "0" && pipe.starts_with("pipe:"), "{descriptors:?}");
    assert_eq!(
        [one, two],
        [&("1".to_owned(), "/dev/null".to_owned()), &("2".to_owned(), "/dev/null".into())]
    );
    assert_eq!(fs::read_link(format!("/proc/{guard}/cwd")).unwrap().to_str(), Some("/"));
    for deaf_to in [Signal::TERM, Signal::INT, Signal::HUP] {
        signal(guard, deaf_to);
    }
    client.ask("\"ping\"", "ping", "{}");
    assert_eq!(guards(client.id()), [guard]);
    let mut pids = processes([&mirror]);
    pids.push(guard);
    signal(client.id(), Signal::KILL);
    assert_gone(&pids, Instant::now());
}

#[test]
fn a_crash_of_mcpgw_leaves_no_process() {
    for crash in [Signal::ABORT, Signal::ILL] {
        let world = World::new();
        let mirror = world.stubborn_mirror("a");
        let mut client = world.open();
        client.ask("\"list\"", "tools/list", "{}");
        let mut pids = processes([&mirror]);
        pids.push(guard(client.id()));
        signal(client.id(), crash);
        let crashed = Instant::now();
        assert_eq!(client.end().code(), None);
        assert_gone(&pids, crashed);
    }
}

#[test]
fn after_a_normal_end_neither_servers_nor_guard_are_left() {
    let world = World::new();
    let mirrors = ["a", "b", "c", "d", "e"].map(|name| world.mirror(name));
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    let mut pids: Vec<_> = mirrors.iter().flat_map(Mirror::processes).collect();
    pids.push(guard(client.id()));
    client.close();
    let closed = Instant::now();
    assert!(client.end().success());
    assert_gone(&pids, closed);
}
