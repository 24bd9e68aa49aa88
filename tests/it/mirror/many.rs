//! Many sessions of one store, a tenth of which is killed: of those nothing is left, and the others notice nothing.
//!
//! `MCPGW_TEST_SESSIONS=1000` runs it with as many as that; each needs three processes.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Signal, getrlimit, kill_process, setrlimit};

use super::child::is_alive;
use super::client::Client;
use super::compare::eventually;
use super::world::World;

const ANSWER: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";

/// How many sessions are started at a time.
const WAVE: usize = 10;

#[expect(clippy::disallowed_methods, reason = "a person sets it")]
fn sessions() -> usize {
    let set = std::env::var("MCPGW_TEST_SESSIONS").ok();
    set.map_or(20, |number| number.parse().expect("MCPGW_TEST_SESSIONS is a number"))
}

/// Each of them takes descriptors here.
fn allow_descriptors() {
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    setrlimit(Resource::Nofile, limit).unwrap();
}

/// Sessions that have called their server, and so have it running.
fn start(world: &World, count: usize) -> Vec<Client> {
    let mut clients: Vec<Client> = Vec::with_capacity(count);
    while clients.len() < count {
        let wave = WAVE.min(count - clients.len());
        let first = clients.len();
        clients.extend((0..wave).map(|_| Client::on_pipes(&mut world.command())));
        for client in &mut clients[first..] {
            client.open("{}");
            client.say("1", "a", "r");
            client.answer("1");
        }
    }
    clients
}

/// Every process and what it started, itself included, as far as that still has its parent.
fn trees(roots: &BTreeSet<u32>) -> BTreeSet<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        let parent = stat.rsplit_once(") ").and_then(|(_, rest)| rest.split(' ').nth(1)?.parse().ok());
        children.entry(parent.unwrap_or(0)).or_default().push(pid);
    }
    let mut all = roots.clone();
    let mut next: Vec<u32> = roots.iter().copied().collect();
    while let Some(pid) = next.pop() {
        for &child in children.get(&pid).into_iter().flatten() {
            all.insert(child);
            next.push(child);
        }
    }
    all
}

/// What processes keep in memory, their share of what several have counted once, in KiB.
fn memory(pids: &BTreeSet<u32>) -> u64 {
    let share = |pid: &u32| {
        let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
        let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        pss.trim().trim_end_matches(" kB").parse::<u64>().ok()
    };
    pids.iter().filter_map(share).sum()
}

/// The sessions that commands know.
fn known(world: &World) -> BTreeSet<u32> {
    let output = world.other_command(&["session", "list", "--field", "pid"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(|pid| pid.parse().unwrap()).collect()
}

fn sockets(world: &World) -> usize {
    fs::read_dir(world.home().join(".local/share/mcpgw/run")).map_or(0, Iterator::count)
}

fn note(what: &str, since: Instant) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{what}: {:?}", since.elapsed());
}

#[test]
fn of_many_sessions_those_that_are_killed_leave_nothing_and_the_others_notice_nothing() {
    allow_descriptors();
    let count = sessions();
    let world = World::new();
    world.mirror("a").says("r", ANSWER);
    let began = Instant::now();
    let mut clients = start(&world, count);
    let all: BTreeSet<u32> = clients.iter().map(Client::id).collect();
    eventually(|| sockets(&world) == count, || format!("{} sockets", sockets(&world)));
    note(&format!("{count} sessions with a server each started"), began);
    assert_eq!(known(&world), all);
    let whole = trees(&all);
    note(&format!("{} processes take {} MiB", whole.len(), memory(&whole) >> 10), Instant::now());

    let killed: BTreeSet<u32> = all.iter().copied().step_by(10).collect();
    let trees_of_killed = trees(&killed);
    assert!(trees_of_killed.len() >= 3 * killed.len(), "{} processes", trees_of_killed.len());
    let began = Instant::now();
    for &pid in &killed {
        kill_process(Pid::from_raw(pid.cast_signed()).unwrap(), Signal::KILL).unwrap();
    }
    let left = || trees_of_killed.iter().filter(|&&pid| is_alive(pid)).count();
    eventually(|| left() == 0, || format!("{} processes are left", left()));
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    note(&format!("{} killed, none of their {} processes left", killed.len(), trees_of_killed.len()), began);

    // The first command that looks sweeps.
    let began = Instant::now();
    let alive: BTreeSet<u32> = all.difference(&killed).copied().collect();
    assert_eq!(known(&world), alive);
    assert_eq!(sockets(&world), alive.len());
    note("their rows and sockets swept", began);
    clients.retain(|client| alive.contains(&client.id()));
    follow(&world, &mut clients);
    end(&world, clients, &whole);
}

/// A change shows in every session.
fn follow(world: &World, clients: &mut [Client]) {
    let began = Instant::now();
    let mut edit = world.other_command(&["server", "edit", "a", "--no-check", "--timeout", "1h"]);
    let output = edit.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let late = String::from_utf8_lossy(&output.stderr);
    assert!(late.lines().count() <= 10, "{late}");
    note(&format!("a server of {} sessions edited {late}", clients.len()), began);
    for client in clients {
        client.say("2", "a", "r");
        client.answer("2");
    }
    note("every one has answered a call", began);
}

/// Nothing is left of those that end well either.
fn end(world: &World, mut clients: Vec<Client>, whole: &BTreeSet<u32>) {
    let began = Instant::now();
    for client in &mut clients {
        client.close();
    }
    for client in &mut clients {
        assert!(client.end().success());
    }
    assert_eq!(sockets(world), 0);
    assert_eq!(known(world), BTreeSet::new());
    drop(clients);
    let left = || whole.iter().filter(|&&pid| is_alive(pid)).count();
    eventually(|| left() == 0, || format!("{} processes are left", left()));
    note("the others ended, nothing left", began);
}
