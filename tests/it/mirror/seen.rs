//! What sessions saw of servers is what commands tell of them.

use serde_json::Value;

use super::compare::eventually;
use super::world::{EVERYTHING, World};

/// What `mcpgw status` tells of the only server.
fn status(world: &World) -> Value {
    let output = world.other_command(&["status", "--json"]).output().unwrap();
    let status: Value = serde_json::from_slice(&output.stdout).unwrap();
    status["servers"][0].clone()
}

#[test]
fn what_only_a_session_saw_is_shown_while_it_runs_and_afterwards() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.pages("tools/list", &[("-", r#"{"tools":[{"name":"one"},{"name":"two"}]}"#)]);
    let mut client = world.start();
    client.open(EVERYTHING);
    client.ask("1", "tools/list", "{}");
    let is = |state: &str| {
        let status = status(&world);
        status["state"] == state && status["tools"] == 2
    };
    eventually(|| is("ready"), || status(&world).to_string());
    client.close();
    client.end();
    assert!(is("idle"), "{}", status(&world));
}

#[test]
fn a_failure_that_a_session_saw_is_shown_afterwards_until_a_start_works() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.file("crash", "no licence found");
    let mut client = world.open();
    client.ask("1", "tools/list", "{}");
    client.close();
    client.end();
    let down = status(&world);
    assert_eq!(down["state"], "down");
    assert!(down["last_failure"].as_str().unwrap().contains("no licence found"), "{down}");
    std::fs::remove_file(mirror.path("crash")).unwrap();
    let mut client = world.start();
    client.open("{}");
    client.ask("1", "tools/list", "{}");
    client.close();
    client.end();
    let idle = status(&world);
    assert_eq!(idle["state"], "idle", "{idle}");
    assert_eq!(idle["last_failure"], Value::Null);
}
