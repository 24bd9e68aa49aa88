//! A server of a simulated session: what it got, and whether it was for it.

use std::collections::HashSet;

use mcpgw::core::model::{Catalogue, ListKind, RawItems};
use serde_json::{Value, json};

use super::acts::Manner;
use super::client::Client;
use super::frames::ask;

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
    pub(super) opened: bool,
    /// Whether its queue is full.
    pub(super) blocked: bool,
    /// How much did not fit into its queue in this life.
    pub(super) missed: usize,
    /// Requests without an answer.
    pub(super) open: Vec<Open>,
    last_id: i64,
    /// Its own requests without an answer.
    pub(super) asked: Vec<i64>,
    /// The URL elicitations that it ever asked for.
    pub(super) elicited: HashSet<usize>,
    /// How many tasks it ever made.
    tasks: usize,
    pub(super) subscribed: bool,
}

/// What server `me` said and listed in an earlier session.
pub(super) fn catalogue(me: usize) -> Catalogue {
    let raw = |value: Value| Box::<[u8]>::from(value.to_string().into_bytes());
    let mut items: [RawItems; 4] = Default::default();
    items[ListKind::Tools.index()].push(&raw(json!({ "name": "t" })));
    items[ListKind::Resources.index()].push(&raw(json!({ "uri": format!("r:{me}") })));
    Catalogue {
        protocol_version: "2025-11-25".to_owned(),
        capabilities: raw(capabilities()),
        server_info: raw(json!({})),
        instructions: None,
        items,
        extras: Vec::new(),
        seen_at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn capabilities() -> Value {
    json!({ "tools": {}, "resources": {}, "prompts": {}, "logging": {}, "tasks": { "list": {} } })
}

/// A request that a server has not answered.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) id: Value,
    method: String,
    params: Value,
}

impl Server {
    /// Its life ends, and with it all it knew.
    pub(super) fn end(&mut self) {
        *self = Self {
            last_id: self.last_id,
            blocked: self.blocked,
            elicited: std::mem::take(&mut self.elicited),
            tasks: self.tasks,
            ..Self::default()
        };
    }

    /// The id of a new request of its own: the ids of servers collide.
    pub(super) fn next_id(&mut self) -> i64 {
        self.last_id += 1;
        self.asked.push(self.last_id);
        self.last_id
    }

    /// Makes a request of its own.
    pub(super) fn ask(&mut self, what: usize) -> Value {
        let id = self.next_id();
        if what == 3 {
            self.elicited.insert(usize::from(id % 2 == 1));
        }
        ask(what, id)
    }

    /// Takes a frame as server `me`.
    pub(super) fn takes(&mut self, me: usize, frame: &Value, client: &mut Client) {
        assert_eq!(self.life, Life::Running, "a frame for a server that doesn't run: {frame}");
        let (id, params) = (&frame["id"], &frame["params"]);
        let Some(method) = frame["method"].as_str() else { return self.takes_answer(frame) };
        if !self.opened && !id.is_null() {
            assert_eq!(method, "initialize", "before it was opened: {frame}");
            assert!(self.open.is_empty(), "opened twice");
        }
        let of_mcpgw = id.as_str().is_some_and(|id| id.starts_with("mcpgw:"));
        match method {
            "resources/subscribe" | "resources/unsubscribe" => {
                assert_eq!(params["uri"], format!("r:{me}"));
                self.subscribed = method == "resources/subscribe";
                if !of_mcpgw {
                    Self::is_for(me, frame, client);
                }
            }
            "tools/call" | "resources/read" | "tasks/get" => Self::is_for(me, frame, client),
            "tasks/list" if !client.several => Self::is_for(me, frame, client),
            "notifications/cancelled" => {
                let id = params["requestId"].as_i64().expect("an id of the client's");
                if let Some(request) = client.open.get(&id) {
                    assert_eq!(request.server, Some(me), "{frame}");
                    assert!(request.delivered, "of a request that it never got: {frame}");
                }
            }
            "notifications/progress" => {
                let token = params["progressToken"].as_str().expect("a token of its own");
                assert!(self.asked.iter().any(|id| format!("p{id}") == token), "{frame}");
            }
            "notifications/tasks/status" => {
                let task = params["taskId"].as_str().expect("a task");
                let its = client.hosted.iter().any(|(name, of)| name == task && *of == me);
                assert!(its || !client.several, "{frame}");
            }
            "notifications/initialized" => assert!(self.opened),
            _ => assert!(of_mcpgw, "{frame}"),
        }
        if !id.is_null() {
            self.open.push(Open { id: id.clone(), method: method.to_owned(), params: params.clone() });
        }
    }

    /// An answer comes while it lives only, once, and is the one to its own request.
    fn takes_answer(&mut self, frame: &Value) {
        let own = frame["id"].as_i64().expect("an id of its own");
        let place = self.asked.iter().position(|&asked| asked == own).expect("a request of its own");
        self.asked.remove(place);
        match frame["error"]["code"].as_i64() {
            Some(code) => assert!(code == own || code < 0, "{frame}"),
            None => assert!(frame["result"]["own"].as_i64().is_none_or(|of| of == own), "{frame}"),
        }
    }

    fn is_for(me: usize, frame: &Value, client: &mut Client) {
        let (id, params) = (frame["id"].as_i64().expect("an id of the client's"), &frame["params"]);
        let several = client.several;
        let request = client.open.get_mut(&id).expect("a request that is under way");
        assert_eq!(request.server, Some(me), "{frame}");
        assert!(!std::mem::replace(&mut request.delivered, true), "sent twice: {frame}");
        if let Some(name) = params["name"].as_str() {
            assert_eq!(name, "t");
        }
        if let Some(uri) = params["uri"].as_str() {
            assert_eq!(uri, format!("r:{me}"));
        }
        if let Some(task) = params["taskId"].as_str() {
            assert!(task.starts_with('t'), "{frame}");
            let known = if several { format!("s{me}:{task}") } else { task.to_owned() };
            assert_eq!(request.task, Some(known));
        }
    }

    /// Answers a request, chosen by number.
    pub(super) fn answer(&mut self, me: usize, number: usize, manner: Manner) -> Option<String> {
        if self.open.is_empty() {
            return None;
        }
        let Open { id, method, params } = self.open.remove(number % self.open.len());
        let result = match method.as_str() {
            "initialize" => json!({
                "protocolVersion": "2025-11-25",
                "capabilities": capabilities(),
            }),
            "tools/list" => json!({ "tools": [{ "name": "t" }] }),
            "resources/list" => json!({ "resources": [{ "uri": format!("r:{me}") }] }),
            "tools/call" if params["task"].is_object() => {
                self.tasks += 1;
                json!({ "from": me, "task": { "taskId": format!("t{}", self.tasks) } })
            }
            "tools/call" | "resources/read" => json!({ "from": me }),
            "tasks/get" => json!({ "from": me, "taskId": params["taskId"] }),
            "tasks/list" => {
                let tasks = (1..=self.tasks).map(|task| json!({ "taskId": format!("t{task}") }));
                json!({ "tasks": tasks.collect::<Vec<_>>() })
            }
            _ => json!({}),
        };
        if method == "initialize" && matches!(manner, Manner::Result) {
            self.opened = true;
        }
        // What takes a subscription back is agreed to: else nobody knows whether it did.
        let manner = if method == "resources/unsubscribe" { Manner::Result } else { manner };
        Some(match manner {
            Manner::Result => json!({ "jsonrpc": "2.0", "id": id, "result": result }).to_string(),
            Manner::Error => {
                json!({ "jsonrpc": "2.0", "id": id, "error": { "code": 1, "message": "no" } }).to_string()
            }
            Manner::Broken => format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"result\":{{"),
            Manner::Repeated => {
                format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"result\":{result},\"id\":{id}}}")
            }
        })
    }
}
