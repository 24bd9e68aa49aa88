//! A server at a URL that is restarted while a session runs: it has forgotten everything, and the client doesn't notice.

use serde_json::{Value, json};

use super::lines::Lines;
use super::listening::{Listening, Port, everything_over_sse, everything_over_streamable_http};
use super::programs::Programs;
use super::provision::programs;
use super::sdk_servers::with_sessions_and_without;
use super::world::{Server, World};

const FEATURES: &str = "demo://resource/static/document/features.md";

#[test]
fn a_server_that_has_lost_its_sessions_answers_the_next_call() {
    outlives_restarts("a restart", |world, programs| {
        everything(world, programs, everything_over_streamable_http())
    });
}

#[test]
fn a_server_that_has_lost_its_stream_answers_the_next_call() {
    outlives_restarts("a restart over SSE", |world, programs| {
        everything(world, programs, everything_over_sse())
    });
}

#[test]
fn servers_on_the_python_sdks_answer_the_next_call_with_sessions_and_without() {
    outlives_restarts("restarts of servers on the Python SDKs", with_sessions_and_without);
}

#[test]
fn a_subscription_outlives_the_session_of_the_server() {
    let Some(programs) = programs("a subscription") else { return };
    let world = World::new();
    let servers = everything(&world, &programs, everything_over_streamable_http());
    let mut session = Session::open(&world, &servers);
    session.lines.request("resources/subscribe", &json!({ "uri": FEATURES }));
    session.restart();
    session.call(&servers[0], "toggle-subscriber-updates", &json!({}));
    assert_eq!(session.lines.hear("notifications/resources/updated")["uri"], FEATURES);
}

#[test]
fn a_call_that_a_server_does_not_live_to_answer_is_answered_once_and_the_next_one_as_ever() {
    let Some(programs) = programs("calls of a server that is gone") else { return };
    for port in [everything_over_streamable_http(), everything_over_sse()] {
        let world = World::new();
        let servers = everything(&world, &programs, port);
        let mut session = Session::open(&world, &servers);
        session.lines.ask(
            "tools/call",
            &json!({
                "name": name(&servers[0], "trigger-long-running-operation"),
                "arguments": { "duration": 3000, "steps": 30000 },
                "_meta": { "progressToken": 1 },
            }),
        );
        session.lines.hear("notifications/progress");
        session.listening[0].stop();
        let failure: Value = serde_json::from_str(&session.lines.answer()).expect("JSON");
        assert_eq!(failure["code"], -32603, "{failure}");
        let failure = session.call(&servers[0], "echo", &json!({ "message": "meanwhile" }));
        assert_eq!(failure["code"], -32603, "{failure}");
        session.restart();
        assert_eq!(session.echo(&servers[0], "after"), "after");
    }
}

/// Fails unless each server answers a call, and after each of two restarts of all of them the same call again.
fn outlives_restarts(test: &str, servers: fn(&World, &Programs) -> Vec<Server>) {
    let Some(programs) = programs(test) else { return };
    let world = World::new();
    let servers = servers(&world, &programs);
    let mut session = Session::open(&world, &servers);
    for when in ["before", "after", "once more"] {
        for server in &servers {
            assert_eq!(session.echo(server, when), when, "{}", server.alias);
        }
        session.restart();
    }
}

fn everything(world: &World, programs: &Programs, port: Port) -> Vec<Server> {
    // No name of a tool is shortened then.
    vec![Server { alias: "everything", port: Some(port), ..world.servers(programs).swap_remove(0) }]
}

/// A client's session with mcpgw, which calls servers at URLs.
struct Session {
    lines: Lines,
    listening: Vec<Listening>,
}

impl Session {
    fn open(world: &World, servers: &[Server]) -> Self {
        let listening = world.listening(servers);
        world.add_to_mcpgw(servers);
        Self { lines: Lines::open(&mut world.mcpgw(), "2025-11-25"), listening }
    }

    fn restart(&mut self) {
        self.listening.iter_mut().for_each(Listening::restart);
    }

    /// What the server's tool `echo` makes of a message.
    fn echo(&mut self, server: &Server, message: &str) -> String {
        let result = self.call(server, "echo", &json!({ "message": message, "text": message }));
        let text = result["content"][0]["text"].as_str();
        let text = text.unwrap_or_else(|| panic!("{}: no text in {result}", server.alias));
        text.strip_prefix("Echo: ").unwrap_or(text).to_owned()
    }

    fn call(&mut self, server: &Server, tool: &str, arguments: &Value) -> Value {
        let params = json!({ "name": name(server, tool), "arguments": arguments });
        serde_json::from_str(&self.lines.request("tools/call", &params)).expect("JSON")
    }
}

/// What mcpgw calls a server's tool.
fn name(server: &Server, tool: &str) -> String {
    format!("{}__{tool}", server.alias)
}
