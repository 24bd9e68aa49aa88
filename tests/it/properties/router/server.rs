//! A server of a simulated session: what it got, and whether it was for it.

use serde_json::{Value, json};

use super::acts::Manner;
use super::client::Client;

/// How far a server is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Life {
    #[default]
    Down,
    Starting,
    Running,
}

/// A server.
#[derive(Debug, Default)]
pub(super) struct Server {
    pub(super) life: Life,
    /// Whether it answered `initialize` in this life.
    opened: bool,
    /// Whether its queue is full.
    pub(super) blocked: bool,
    /// Requests without an answer: id and method.
    pub(super) open: Vec<(Value, String)>,
    last_id: i64,
    /// Its own requests without an answer.
    pub(super) asked: Vec<i64>,
}

impl Server {
    /// Its life ends, and with it all it knew.
    pub(super) fn end(&mut self) {
        *self = Self { last_id: self.last_id, blocked: self.blocked, ..Self::default() };
    }

    /// Makes a request of its own: the ids of servers collide.
    pub(super) fn ask(&mut self) -> i64 {
        self.last_id += 1;
        self.asked.push(self.last_id);
        self.last_id
    }

    /// Takes a frame as server `me`.
    pub(super) fn takes(&mut self, me: usize, frame: &Value, client: &mut Client) {
        assert_eq!(self.life, Life::Running, "a frame for a server that doesn't run: {frame}");
        let id = &frame["id"];
        let Some(method) = frame["method"].as_str() else {
            // Answers come while it lives only, once, and under its own ids.
            let own = id.as_i64().expect("an id of its own");
            let place = self.asked.iter().position(|&asked| asked == own).expect("a request of its own");
            self.asked.remove(place);
            return;
        };
        if !self.opened {
            assert_eq!(method, "initialize", "before it was opened: {frame}");
            assert!(self.open.is_empty(), "opened twice");
        }
        match (method, id) {
            ("tools/call" | "resources/read", _) => {
                let id = id.as_i64().expect("an id of the client's");
                let request = client.open.get_mut(&id).expect("a request that is under way");
                assert_eq!(request.server, Some(me), "{frame}");
                assert!(!std::mem::replace(&mut request.delivered, true), "sent twice: {frame}");
                let (name, uri) = (&frame["params"]["name"], &frame["params"]["uri"]);
                assert!(*name == "t" || *uri == format!("r:{me}"), "{frame}");
            }
            ("notifications/cancelled", _) => {
                let id = frame["params"]["requestId"].as_i64().expect("an id of the client's");
                if let Some(request) = client.open.get(&id) {
                    assert_eq!(request.server, Some(me), "{frame}");
                    assert!(request.delivered, "of a request that it never got: {frame}");
                }
            }
            ("notifications/initialized", _) => assert!(self.opened),
            (_, id) => assert!(id.as_str().is_some_and(|id| id.starts_with("mcpgw:")), "{frame}"),
        }
        if !id.is_null() {
            self.open.push((id.clone(), method.to_owned()));
        }
    }

    /// Answers a request, chosen by number.
    pub(super) fn answer(&mut self, me: usize, number: usize, manner: Manner) -> Option<String> {
        if self.open.is_empty() {
            return None;
        }
        let (id, method) = self.open.remove(number % self.open.len());
        let result = match method.as_str() {
            "initialize" => json!({
                "protocolVersion": "2025-11-25",
                "capabilities": { "tools": {}, "resources": {}, "prompts": {}, "logging": {} },
            }),
            "tools/list" => json!({ "tools": [{ "name": "t" }] }),
            "resources/list" => json!({ "resources": [{ "uri": format!("r:{me}") }] }),
            "tools/call" | "resources/read" => json!({ "from": me }),
            _ => json!({}),
        };
        if method == "initialize" && matches!(manner, Manner::Result) {
            self.opened = true;
        }
        Some(match manner {
            Manner::Result => json!({ "jsonrpc": "2.0", "id": id, "result": result }).to_string(),
            Manner::Error => {
                json!({ "jsonrpc": "2.0", "id": id, "error": { "code": 1, "message": "no" } }).to_string()
            }
            Manner::Broken => format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"result\":{{"),
        })
    }
}
