//! How long a start and a call may take, and how long a server may be silent.

use std::fs;

use serde_json::Value;

use super::child::{holds, is_alive};
use super::compare::{assert_bytes, eventually};
use super::world::World;

fn failed(id: &str, why: &str) -> String {
    format!(
        r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":-32603,"message":"server \"a\" {why}","data":{{"server":"a"}}}}}}"#
    )
}

#[test]
fn a_server_over_its_start_timeout_is_ended_and_its_calls_fail_and_it_may_start_again() {
    let world = World::new();
    let mirror = world.mirror_with("a", &["--start-timeout", "2s"]);
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    for list in ["tools/list", "prompts/list", "resources/list", "resources/templates/list"] {
        client.ask("\"list\"", list, "{}");
    }
    client.close();
    assert!(client.end().success());
    mirror.gate();
    let mut client = world.open();
    client.say("1", "a", "r");
    let why = "gave no answer to initialize within 2 s";
    assert_bytes(&client.answer("1"), failed("1", why).as_bytes());
    fs::remove_file(mirror.path("gate")).unwrap();
    client.say("2", "a", "r");
    assert_bytes(&client.answer("2"), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    let hung = mirror.processes()[1];
    eventually(|| !is_alive(hung), || format!("{hung} still runs"));
    assert_eq!(mirror.count("\"script\""), 1);
}

#[test]
fn progress_starts_the_time_of_its_call_anew_and_of_no_other() {
    let world = World::new();
    let mirror = world.mirror_with("a", &["--timeout", "2s"]);
    let tools = ["busy", "hold"].map(|name| format!("{{\"name\":\"{name}\"}}")).join(",");
    mirror.pages("tools/list", &[("-", &format!("{{\"tools\":[{tools}]}}"))]);
    let mut client = world.open();
    let call = |id: u32, name: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"a__{name}","arguments":{{"token":{id},"ms":500,"times":6}},"_meta":{{"progressToken":{id}}}}}}}"#
        )
    };
    client.send(call(1, "busy"));
    client.send(call(2, "hold"));
    // Three and a half seconds, with progress each half.
    assert!(holds(&client.answer("1"), "\"result\":{\"echo\""));
    assert_bytes(&client.answer("2"), failed("2", "gave no answer within 2 s").as_bytes());
    let cancelled = mirror.hears("notifications/cancelled");
    assert!(holds(&cancelled, r#""requestId":2,"reason":"gave no answer within 2 s""#));
    assert_eq!(mirror.count("notifications/cancelled"), 1);
    assert_eq!(client.rest().iter().filter(|line| line.contains("notifications/progress")).count(), 6);
}

#[test]
fn a_server_that_is_silent_with_calls_pending_is_pinged_and_that_is_only_reported() {
    let world = World::patient_with("ping_after = \"1s\"\n");
    let (held, deaf, idle) = (world.mirror("a"), world.mirror("b"), world.mirror("c"));
    held.says(
        "late",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n",
    );
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    client.call("1", "a__hold", "{}");
    client.call("2", "b__deaf", "{}");
    held.hears("\"method\":\"ping\"");
    let silent = || {
        let output = world.other_command(&["session", "list", "--json"]).output().unwrap();
        let sessions: Value = serde_json::from_slice(&output.stdout).unwrap();
        let servers = sessions[0]["servers"].as_array().cloned().unwrap_or_default();
        let silent =
            |name: &str| servers.iter().any(|server| server["name"] == name && server["silent_ms"].is_u64());
        ["a", "b", "c"].map(silent)
    };
    // Who answers the ping is alive, and who doesn't is told of; neither is ended, and its call waits on.
    eventually(|| silent()[1], || format!("{:?}", silent()));
    assert!(!silent()[2]);
    client.say("3", "a", "late");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":3,"result":{}}"#);
    assert_eq!(client.rest(), [""; 0]);
    assert!(is_alive(deaf.processes()[0]));
    assert_eq!((idle.count("\"method\":\"ping\""), deaf.count("\"method\":\"ping\"")), (0, 0));
}
