//! A server at a URL that is restarted while a session runs: it has forgotten everything, and the client doesn't notice.

use serde_json::{Value, json};

use super::lines::Lines;
use super::listening::{Listening, Port, everything_over_sse, everything_over_streamable_http};
use super::provision::programs;
use super::world::{Server, World};

const FEATURES: &str = "demo://resource/static/document/features.md";

#[test]
fn a_server_that_has_lost_its_sessions_answers_the_next_call() {
    let Some(mut session) = session("a restart", everything_over_streamable_http()) else { return };
    assert_eq!(session.echo("before"), "Echo: before");
    session.restart();
    assert_eq!(session.echo("after"), "Echo: after");
    session.restart();
    assert_eq!(session.echo("once more"), "Echo: once more");
}

#[test]
fn a_server_that_has_lost_its_stream_answers_the_next_call() {
    let Some(mut session) = session("a restart over SSE", everything_over_sse()) else { return };
    assert_eq!(session.echo("before"), "Echo: before");
    session.restart();
    assert_eq!(session.echo("after"), "Echo: after");
}

#[test]
fn a_subscription_outlives_the_session_of_the_server() {
    let Some(mut session) = session("a subscription", everything_over_streamable_http()) else { return };
    session.lines.request("resources/subscribe", &json!({ "uri": FEATURES }));
    session.restart();
    session.call("toggle-subscriber-updates", &json!({}));
    assert_eq!(session.lines.hear("notifications/resources/updated")["uri"], FEATURES);
}

/// A client's session with mcpgw, which calls server-everything at a URL.
struct Session {
    lines: Lines,
    listening: Listening,
    _world: World,
}

fn session(test: &str, port: Port) -> Option<Session> {
    let programs = programs(test)?;
    let world = World::new();
    let everything = world.servers(&programs).swap_remove(0);
    let servers = [Server { port: Some(port), ..everything }];
    let listening = world.listening(&servers).pop().expect("a server");
    world.add_to_mcpgw(&servers);
    let lines = Lines::open(&mut world.mcpgw(), "2025-11-25");
    Some(Session { lines, listening, _world: world })
}

impl Session {
    fn restart(&mut self) {
        self.listening.restart();
    }

    fn echo(&mut self, message: &str) -> String {
        let result = self.call("echo", &json!({ "message": message }));
        result["content"][0]["text"].as_str().unwrap_or_else(|| panic!("no text in {result}")).to_owned()
    }

    fn call(&mut self, tool: &str, arguments: &Value) -> Value {
        let params = json!({ "name": format!("everything-under-test__{tool}"), "arguments": arguments });
        serde_json::from_str(&self.lines.request("tools/call", &params)).expect("JSON")
    }
}
