//! What commands used, and who is told of it.

use serde_json::Value;

use super::belongings::{ANN, ME, turn_to};
use super::token::mint;
use super::user::{create, log_in, shared};
use crate::support::{Sandbox, ScriptedServer};

const TOOL: &str = r#"{"tools":[{"name":"t","inputSchema":{"type":"object"}}]}"#;
const BOB: &str = "bob@example.org";

fn report(sandbox: &Sandbox, flags: &[&str]) -> Value {
    let args = [&["usage", "report", "--json"], flags].concat();
    // As it is: ids are of interest.
    let output = sandbox.command(&args).output().expect("mcpgw runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn calls(sandbox: &Sandbox, flags: &[&str]) -> u64 {
    report(sandbox, flags)["total"]["calls"].as_u64().expect("a number")
}

#[test]
fn what_came_of_each_call_of_a_command_is_told() {
    let sandbox = Sandbox::new();
    let server = |name: &str, answers: &dyn Fn(ScriptedServer) -> ScriptedServer| {
        let offers =
            if name == "good" { r#"{"tools":{},"prompts":{},"resources":{}}"# } else { r#"{"tools":{}}"# };
        let server = ScriptedServer::new(offers).answers("tools/list", TOOL);
        let program = answers(server).install(&sandbox, &format!("{name}.sh"));
        sandbox.run(&["server", "add", name, "--", &program.to_string_lossy()]).success();
    };
    server("good", &|server| {
        let server = server.answers("prompts/list", r#"{"prompts":[{"name":"p"}]}"#);
        let server = server.answers("resources/list", r#"{"resources":[{"uri":"x:listed","name":"r"}]}"#);
        let templates = r#"{"resourceTemplates":[{"uriTemplate":"y:{id}","name":"y"}]}"#;
        let server = server.answers("resources/templates/list", templates);
        let server = server.answers("tools/call", r#"{"content":[]}"#);
        let server = server.answers("prompts/get", r#"{"messages":[]}"#);
        server.answers("resources/read", r#"{"contents":[]}"#)
    });
    server("bad", &|server| server.answers("tools/call", r#"{"content":[],"isError":true}"#));
    server("worse", &|server| server.refuses("tools/call", r#"{"code":-1,"message":"no"}"#));
    server("gone", &|server| server);
    sandbox.run(&["prompt", "get", "good/p"]).success();
    sandbox.run(&["resource", "read", "x:listed"]).success();
    sandbox.run(&["resource", "read", "y:1234"]).success();
    assert_eq!(sandbox.run(&["tool", "call", "nothing1234"]).code, "3");
    sandbox.write("gone.sh", "#!/bin/sh\nexit 3\n");
    for (tool, code) in [("good", "0"), ("bad", "1"), ("worse", "1"), ("gone", "7")] {
        let run = sandbox.run(&["tool", "call", &format!("{tool}/t"), "secret=1234"]);
        assert_eq!(run.code, code, "{run}");
    }
    let told = report(&sandbox, &["--by", "tool"]);
    let rows = told["rows"].as_array().expect("rows").iter().map(|row| {
        let outcomes = row["outcomes"].as_object().expect("outcomes").iter();
        let came: Vec<_> =
            outcomes.filter(|(_, count)| **count != 0).map(|(name, _)| name.as_str()).collect();
        format!("{} {}", row["name"].as_str().expect("a name"), came.join(" "))
    });
    let rows: Vec<_> = rows.collect();
    assert_eq!(
        rows,
        [
            "bad/t tool_error",
            "gone/t failed",
            "good/p (prompts/get) ok",
            "good/t ok",
            "good/x:listed (resources/read) ok",
            "good/y:{id} (resources/read) ok",
            "worse/t protocol_error",
        ]
    );
    assert!(!told.to_string().contains("1234"), "an argument is kept: {told}");
    assert_eq!(report(&sandbox, &["--by", "client"])["rows"].as_array().map(Vec::len), Some(1));
    assert_eq!(calls(&sandbox, &["--tool", "good/t"]), 1);
    assert_eq!(calls(&sandbox, &["--tool", "t"]), 4);
    // What is gone keeps its id.
    let id = report(&sandbox, &["--server", "bad"])["rows"][0]["id"].as_str().expect("an id").to_owned();
    sandbox.run(&["server", "remove", "bad", "--yes"]).success();
    assert_eq!(sandbox.run(&["usage", "report", "--server", "bad"]).code, "3");
    assert_eq!(report(&sandbox, &["--server", &id])["rows"][0]["name"], id);
    assert_eq!(calls(&sandbox, &[]), 7);
}

#[test]
fn everybody_sees_their_own_calls_and_owners_those_of_their_teams_servers() {
    let sandbox = shared();
    let server = ScriptedServer::new(r#"{"tools":{}}"#).answers("tools/list", TOOL);
    let program = server.answers("tools/call", r#"{"content":[]}"#).install(&sandbox, "s.sh");
    let program = program.to_string_lossy();
    turn_to(&sandbox, ME);
    create(&sandbox, BOB, &[]).success();
    turn_to(&sandbox, ANN);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["team", "member", "add", "web", BOB, "--role", "developer"]).success();
    sandbox.run(&["server", "add", "own", "--", &program]).success();
    sandbox.run(&["server", "add", "shop", "--team", "web", "--", &program]).success();
    sandbox.run(&["tool", "call", "own/t"]).success();
    sandbox.run(&["tool", "call", "shop/t"]).success();
    log_in(&sandbox, BOB, ANN.1).success();
    sandbox.run(&["server", "add", "bobs", "--", &program]).success();
    sandbox.run(&["tool", "call", "bobs/t"]).success();
    sandbox.run(&["tool", "call", "shop/t"]).success();
    assert_eq!(calls(&sandbox, &[]), 2);
    assert_eq!(calls(&sandbox, &["--team", "web"]), 1);
    assert_eq!(calls(&sandbox, &["--user", "me"]), 2);
    for flags in [["--user", ANN.0], ["--server", "own"], ["--team", "nosuch"], ["--token", "ci"]] {
        let args = [&["usage", "report"][..], &flags].concat();
        assert_eq!(sandbox.run(&args).code, "3", "{flags:?}");
    }
    turn_to(&sandbox, ANN);
    assert_eq!(calls(&sandbox, &[]), 3);
    assert_eq!(calls(&sandbox, &["--team", "web"]), 2);
    assert_eq!(calls(&sandbox, &["--user", BOB]), 1);
    assert_eq!(sandbox.run(&["usage", "report", "--user", ME.0]).code, "3");
    // A token shows no more than it reaches, of its user's own calls, too.
    let token = mint(&sandbox, &["--team", "web", "--permission", "usage.read"]);
    let mut command = sandbox.command(["usage", "report", "--field", "total.calls"]);
    let told = command.env("MCPGW_TOKEN", &token).output().expect("mcpgw runs");
    assert_eq!(String::from_utf8_lossy(&told.stdout).trim(), "2", "{told:?}");
    turn_to(&sandbox, ME);
    let unknown = ["token", "usage", "01900000-0000-7000-8000-000000000000"];
    assert_eq!(sandbox.run(&unknown).code, "3");
    assert_eq!(calls(&sandbox, &[]), 4);
    assert_eq!(calls(&sandbox, &["--user", BOB]), 2);
    let by_user = report(&sandbox, &["--by", "user"]);
    let names: Vec<_> =
        by_user["rows"].as_array().expect("rows").iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, [ANN.0, BOB]);
}

#[test]
fn what_the_items_of_a_server_are_called_is_not_found_out_by_asking_for_their_usage() {
    let sandbox = shared();
    let server = ScriptedServer::new(r#"{"tools":{}}"#).answers("tools/list", TOOL);
    let program = server.answers("tools/call", r#"{"content":[]}"#).install(&sandbox, "s.sh");
    let program = program.to_string_lossy();
    turn_to(&sandbox, ME);
    create(&sandbox, BOB, &[]).success();
    turn_to(&sandbox, ANN);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["team", "member", "add", "web", BOB, "--role", "developer"]).success();
    log_in(&sandbox, BOB, ANN.1).success();
    sandbox
        .run(&["server", "add", "bobs", "--team", "web", "--visibility", "private", "--", &program])
        .success();
    sandbox.run(&["tool", "call", "bobs/t"]).success();
    assert_eq!((calls(&sandbox, &["--tool", "t"]), calls(&sandbox, &["--tool", "bobs/t"])), (1, 1));
    turn_to(&sandbox, ANN);
    assert_eq!((calls(&sandbox, &["--team", "web"]), calls(&sandbox, &["--tool", "t"])), (1, 0));
}
