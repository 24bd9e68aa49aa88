//! A guard that is killed or stopped is replaced, and leaves no zombie.

use std::time::Instant;

use rustix::process::Signal;

use super::child::is_alive;
use super::compare::eventually;
use super::guard::{assert_gone, guard, guards, processes, signal};
use super::world::World;

#[test]
fn a_guard_that_is_killed_is_replaced_by_one_that_knows_every_group() {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| world.stubborn_mirror(name));
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    let mut pids = processes(&mirrors);
    for _ in 0..2 {
        let first = guard(client.id());
        signal(first, Signal::KILL);
        // No zombie is left of it, though no server starts or ends.
        eventually(
            || matches!(guards(client.id())[..], [one] if one != first),
            || format!("{first}, {:?}", guards(client.id())),
        );
    }
    assert!(pids.iter().all(|&pid| is_alive(pid)));
    pids.push(guard(client.id()));
    signal(client.id(), Signal::KILL);
    assert_gone(&pids, Instant::now());
}

#[test]
fn a_guard_that_is_stopped_keeps_nothing_from_starting_or_ending() {
    let world = World::new();
    let mirror = world.mirror("a");
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    let stopped = guard(client.id());
    signal(stopped, Signal::STOP);
    for id in 0..20 {
        client.call(&id.to_string(), "a__die", "{}");
        client.answer(&id.to_string());
    }
    client.ask("\"last\"", "ping", "{}");
    client.close();
    assert!(client.end().success());
    for pid in mirror.processes() {
        eventually(|| !is_alive(pid), || format!("{pid} is left"));
    }
    // A stopped process takes note of nothing until it goes on.
    signal(stopped, Signal::CONT);
    assert_gone(&[stopped], Instant::now());
}
