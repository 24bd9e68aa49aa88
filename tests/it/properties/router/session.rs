//! A session without I/O: the router, and a client and servers that check all they get.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use mcpgw::core::catalog::NamingRules;
use mcpgw::core::model::{self, Launch, Prefix, ServerAlias, ServerId, ServerName};
use mcpgw::core::session::{Effect, Origin, Router, RouterConfig};
use mcpgw::core::wire::{Edits, Span, scan};
use serde_json::{Value, json};

use super::acts::{Act, Manner};
use super::client::Client;
use super::server::{Life, Server};

/// How long the second server may work on a call.
const CALL_TIMEOUT: Duration = Duration::from_secs(20);

/// Whose frame the router was given.
#[derive(Clone, Copy)]
enum From {
    Client,
    Server(usize),
    Nobody,
}

/// The whole of it.
pub(super) struct Session {
    router: Router,
    now: Instant,
    client: Client,
    servers: Vec<Server>,
}

impl Session {
    /// A session of this many servers, whose client has sent `initialize`.
    pub(super) fn open(servers: usize) -> Self {
        let now = Instant::now();
        let router = Router::new(config(servers), now);
        let servers = std::iter::repeat_with(Server::default).take(servers).collect();
        let mut session = Self { router, now, client: Client::default(), servers };
        session.act(Act::Ask(0));
        session
    }

    /// Does one thing, and all that follows from it.
    pub(super) fn act(&mut self, act: Act) {
        match act {
            Act::Call(server, progress) => self.call(server % self.servers.len(), progress),
            Act::Read(server) => {
                let server = server % self.servers.len();
                let id = self.client.request(Some(server), false);
                self.client_says(&request(id, "resources/read", &json!({ "uri": format!("r:{server}") })));
            }
            Act::Ask(what) => {
                let id = self.client.request(None, false);
                self.client_says(&other_request(what, id));
            }
            Act::Cancel(number) => self.cancel(number),
            Act::Reply(number) if !self.client.asked.is_empty() => {
                let (id, ..) = self.client.asked.remove(number % self.client.asked.len());
                self.client_says(&json!({ "jsonrpc": "2.0", "id": id, "result": {} }));
            }
            Act::Reply(_) => {}
            Act::Wait(time) => self.wait(Duration::from_millis(time)),
            Act::Answer(server, ..)
            | Act::Stray(server, _)
            | Act::Progress(server, _)
            | Act::Changed(server, _)
            | Act::AskBack(server)
            | Act::TakeBack(server, _)
            | Act::Spawned(server)
            | Act::Gone(server)
            | Act::Blocked(server, _) => self.server_acts(server % self.servers.len(), &act),
        }
    }

    fn call(&mut self, server: usize, progress: bool) {
        let id = self.client.request(Some(server), progress);
        let mut params = json!({ "name": format!("s{server}__t") });
        if progress {
            params["_meta"] = json!({ "progressToken": id });
        }
        self.client_says(&request(id, "tools/call", &params));
    }

    fn cancel(&mut self, number: usize) {
        let Some(id) = self.client.choose(number) else { return };
        if let Some(request) = self.client.open.get_mut(&id) {
            request.cancelled = true;
        }
        let params = json!({ "requestId": id });
        self.client_says(&json!({ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": params }));
    }

    fn server_acts(&mut self, me: usize, act: &Act) {
        let server = &mut self.servers[me];
        match (act, server.life) {
            (&Act::Blocked(_, blocked), _) => server.blocked = blocked,
            (Act::Spawned(_), Life::Starting) => {
                server.life = Life::Running;
                self.router.child_spawned(me);
                self.carry_out(From::Nobody, b"");
            }
            (Act::Gone(_), Life::Starting | Life::Running) => {
                server.end();
                self.router.child_gone(me, "ended");
                self.carry_out(From::Nobody, b"");
            }
            (act, Life::Running) => {
                if let Some(line) = said(server, me, act) {
                    self.server_says(me, line.as_bytes());
                }
            }
            _ => {}
        }
    }

    /// Brings everything to its end: what is still open then was forgotten.
    pub(super) fn wind_up(&mut self) {
        for _ in 0..200 {
            for me in 0..self.servers.len() {
                self.act(Act::Blocked(me, false));
                self.act(Act::Spawned(me));
                while !self.servers[me].open.is_empty() {
                    self.act(Act::Answer(me, 0, Manner::Result));
                }
            }
            if self.router.is_quiet() {
                break;
            }
            let next = self.router.deadline().expect("a deadline while something is under way");
            self.wait(next.saturating_duration_since(self.now));
        }
        assert!(self.router.is_quiet(), "{:#?}", self.client.open);
        let forgotten: Vec<_> = self.client.open.iter().filter(|(_, request)| !request.cancelled).collect();
        assert!(forgotten.is_empty(), "never answered: {forgotten:#?}");
    }

    /// Whether a request of the client has no answer yet.
    pub(super) fn is_open(&self, id: i64) -> bool {
        self.client.open.contains_key(&id)
    }

    fn wait(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(due) = self.router.deadline().filter(|&due| due <= until) {
            self.now = due.max(self.now);
            self.router.set_now(self.now);
            self.router.tick();
            self.carry_out(From::Nobody, b"");
            let again = self.router.deadline();
            assert!(
                again.is_none_or(|again| again > self.now),
                "a deadline that stays due: the timer would spin"
            );
        }
        self.now = until;
        self.router.set_now(until);
    }

    fn client_says(&mut self, frame: &Value) {
        let line = frame.to_string();
        self.router.client_frame(line.as_bytes(), scan(line.as_bytes()));
        self.carry_out(From::Client, line.as_bytes());
    }

    fn server_says(&mut self, server: usize, line: &[u8]) {
        self.router.child_frame(server, line, scan(line));
        self.carry_out(From::Server(server), line);
    }

    /// Does what the router wants done, as the shell does it.
    fn carry_out(&mut self, from: From, line: &[u8]) {
        let mut effects = VecDeque::new();
        self.router.take_effects(&mut effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::RelayToChild { child, edits, request } => {
                    assert!(matches!(from, From::Client), "a server's frame for a server");
                    self.deliver(child, &edited(line, &edits), request);
                }
                Effect::ToChild { child, frame, request } => self.deliver(child, &frame, request),
                Effect::RelayToClient { child, edits } => {
                    assert!(matches!(from, From::Server(me) if me == child), "another's frame");
                    self.client.takes(Some(child), &parsed(&edited(line, &edits)));
                }
                Effect::ToClient { origin, frame } => {
                    if let Origin::Child(child) = origin {
                        assert!(child < self.servers.len());
                    }
                    self.client.takes(None, &parsed(&frame));
                }
                Effect::Replay { child: None, frame } => {
                    self.router.client_frame(&frame, scan(&frame));
                    self.carry_out(From::Client, &frame);
                }
                Effect::Replay { child: Some(server), frame } => self.server_says(server, &frame),
                Effect::Start { child } => {
                    assert_eq!(self.servers[child].life, Life::Down, "started twice");
                    self.servers[child].life = Life::Starting;
                }
                Effect::Stop { child } => self.servers[child].end(),
                Effect::OpenGate | Effect::Report(_) => {}
            }
            self.router.take_effects(&mut effects);
        }
    }

    fn deliver(&mut self, child: usize, frame: &[u8], request: Option<mcpgw::core::wire::IdKey>) {
        assert_ne!(self.servers[child].life, Life::Down, "a frame for a server that is gone");
        match request {
            _ if !self.servers[child].blocked => {
                self.servers[child].takes(child, &parsed(frame), &mut self.client);
            }
            Some(request) => self.router.child_queue_full(child, &request),
            None => {}
        }
    }
}

/// What a running server says when it acts.
fn said(server: &mut Server, me: usize, act: &Act) -> Option<String> {
    let notice = |method: &str, params: Value| {
        Some(json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string())
    };
    match *act {
        Act::Answer(_, number, manner) => server.answer(me, number, manner),
        Act::Stray(_, id) if !server.open.iter().any(|(open, _)| *open == id) => {
            Some(json!({ "jsonrpc": "2.0", "id": id, "result": { "from": me } }).to_string())
        }
        Act::Progress(_, token) => {
            notice("notifications/progress", json!({ "progressToken": token, "progress": 1 }))
        }
        Act::Changed(_, kind) => {
            let kind = ["tools", "prompts", "resources"][kind];
            notice(&format!("notifications/{kind}/list_changed"), json!({}))
        }
        Act::AskBack(_) => {
            let id = server.ask();
            Some(request(id, "sampling/createMessage", &json!({ "own": id })).to_string())
        }
        Act::TakeBack(_, number) if !server.asked.is_empty() => {
            let id = server.asked.remove(number % server.asked.len());
            notice("notifications/cancelled", json!({ "requestId": id }))
        }
        _ => None,
    }
}

fn request(id: i64, method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })
}

/// A request that mcpgw answers itself.
fn other_request(what: usize, id: i64) -> Value {
    let open = json!({ "protocolVersion": "2025-11-25", "capabilities": { "sampling": {} } });
    match what {
        0 => request(id, "initialize", &open),
        1 => request(id, "tools/list", &json!({})),
        2 => request(id, "resources/list", &json!({})),
        3 => request(id, "prompts/list", &json!({ "cursor": "p1.0" })),
        4 => request(id, "logging/setLevel", &json!({ "level": "info" })),
        5 => request(id, "tools/call", &json!({ "name": "nobody__t" })),
        6 => request(id, "resources/read", &json!({ "uri": "nobody" })),
        _ => request(id, "ping", &json!({})),
    }
}

fn edited(line: &[u8], edits: &Edits) -> Vec<u8> {
    let mut out = Vec::new();
    edits.append(line, Span::new(0, line.len()), &mut out);
    out
}

fn parsed(frame: &[u8]) -> Value {
    serde_json::from_slice(frame).expect("JSON")
}

fn config(servers: usize) -> RouterConfig {
    RouterConfig {
        servers: (0..servers).map(|number| Arc::new(server(number))).collect(),
        naming: NamingRules { separator: "__".to_owned(), max_length: 50 },
        page_size: 2,
        initialize_hold: Duration::from_secs(1),
        list_hold: Duration::from_secs(3),
        child_queue: 2_000,
        instructions_limit: 100,
        label_requests: true,
        version: "0".to_owned(),
        nonce: 7,
    }
}

fn server(number: usize) -> model::Server {
    let launch =
        Launch { command: "s".to_owned(), args: Vec::new(), env: BTreeMap::new(), cwd: None, path: None };
    model::Server {
        id: ServerId::new(0, [0; 10]),
        name: ServerName::parse(&format!("s{number}")).expect("a name"),
        alias: ServerAlias::parse(&format!("s{number}")).expect("an alias"),
        prefix: Prefix::Alias,
        enabled: true,
        eager: false,
        launch,
        start_timeout: Duration::from_mins(1),
        call_timeout: (number == 1).then_some(CALL_TIMEOUT),
        created_at: jiff::Timestamp::UNIX_EPOCH,
        updated_at: jiff::Timestamp::UNIX_EPOCH,
    }
}
