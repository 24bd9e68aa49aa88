//! The official inspector's command line, in front of mcpgw.

use std::process::Command;

use serde_json::Value;

use super::client::run;
use super::provision::{programs, say};
use super::world::World;

#[test]
fn the_inspector_lists_and_calls_through_mcpgw() {
    let Some(programs) = programs("the inspector") else { return };
    let world = World::new();
    let servers = world.servers(&programs);
    world.add_to_mcpgw(&servers);
    let inspect = |target: &[String], arguments: &[&str]| -> Value {
        let mut command = Command::new(programs.node());
        command
            .arg(programs.package("inspector/clients/launcher/build/index.js"))
            .args(["--cli", "--quiet", "--connect-timeout", "60000"])
            .args(arguments)
            .env_clear()
            .envs(world.environment());
        command.arg("--").args(target);
        serde_json::from_slice(&run(&mut command, "")).expect("the inspector prints JSON")
    };
    let mcpgw = [env!("CARGO_BIN_EXE_mcpgw").to_owned(), "stdio".to_owned()];
    let memory = &servers[2].command;

    let listed = inspect(&mcpgw, &["--method", "tools/list"]);
    let direct = inspect(memory, &["--method", "tools/list"]);
    let tools = direct["tools"].as_array().expect("tools");
    for tool in tools {
        let mut expected = tool.clone();
        expected["name"] = Value::from(format!("memory__{}", tool["name"].as_str().expect("a name")));
        let listed = listed["tools"].as_array().expect("tools");
        assert!(listed.contains(&expected), "{expected} is missing in {listed:#?}");
    }

    let sum = ["--tool-arg", "a=2", "--tool-arg", "b=40"];
    let called = inspect(
        &mcpgw,
        &[&["--method", "tools/call", "--tool-name", "everything-under-test__get-sum"], &sum[..]].concat(),
    );
    let direct = inspect(
        &servers[0].command,
        &[&["--method", "tools/call", "--tool-name", "get-sum"], &sum[..]].concat(),
    );
    assert_eq!(called, direct);

    let uri = ["--method", "resources/read", "--uri", "demo://resource/static/document/features.md"];
    assert_eq!(inspect(&mcpgw, &uri), inspect(&servers[0].command, &uri));
    say(&format!("interop: inspector: {} items, a call and a resource equal", tools.len()));
}
