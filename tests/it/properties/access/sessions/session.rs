//! A session of one client, whose servers answer what opens them and are only counted for the rest.

use std::collections::VecDeque;
use std::time::Instant;

use mcpgw::core::model::{ListKind, Served, ServerId};
use mcpgw::core::session::{Effect, Router};
use mcpgw::core::wire::scan;

use super::rows::{ITEMS, SERVERS};
use super::ways::own_name;
use crate::support::routed::config;

const HELLO: &str = r#"{"protocolVersion":"2025-11-25","capabilities":{"tools":{},"prompts":{},"resources":{"subscribe":true},"completions":{}},"serverInfo":{"name":"s","version":"1"}}"#;

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A server has it.
    Reached(usize),
    /// The client has an answer.
    Answered(String),
}

/// The session.
pub(super) struct Session {
    router: Router,
    /// Which server each child of the router is.
    children: Vec<usize>,
    last_id: u32,
    spawned: VecDeque<usize>,
    says: VecDeque<(usize, Vec<u8>)>,
    outcome: Option<Outcome>,
}

impl Session {
    /// One whose client has opened it.
    pub(super) fn open(servers: Vec<Served>) -> Self {
        let router = Router::new(config(servers), Instant::now());
        let mut session = Self {
            router,
            children: Vec::new(),
            last_id: 0,
            spawned: VecDeque::new(),
            says: VecDeque::new(),
            outcome: None,
        };
        let hello =
            r#"{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}"#;
        session.request("initialize", hello);
        session.client(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
        session
    }

    /// From now on it serves these.
    pub(super) fn follow(&mut self, servers: Vec<Served>) {
        self.router.servers_changed(servers);
        self.settle();
    }

    /// Makes a request.
    pub(super) fn request(&mut self, method: &str, params: &str) -> Outcome {
        self.last_id += 1;
        let id = self.last_id;
        self.outcome = None;
        self.client(&format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"{method}","params":{params}}}"#));
        self.outcome.take().unwrap_or_else(|| panic!("nothing became of {method} {params}"))
    }

    fn client(&mut self, frame: &str) {
        self.router.client_frame(frame.as_bytes(), &scan(frame.as_bytes()));
        self.settle();
    }

    fn settle(&mut self) {
        loop {
            self.carry_out();
            if let Some(child) = self.spawned.pop_front() {
                self.router.child_spawned(child);
            } else if let Some((child, frame)) = self.says.pop_front() {
                self.router.child_frame(child, &frame, &scan(&frame));
            } else {
                return;
            }
        }
    }

    fn carry_out(&mut self) {
        let mut effects = VecDeque::new();
        self.router.take_effects(&mut effects);
        for effect in effects {
            match effect {
                Effect::Start { child, server } => {
                    let number =
                        (0..SERVERS).find(|&number| server.id == ServerId::new(number as u64, [0; 10]));
                    self.children.resize(self.children.len().max(child + 1), SERVERS);
                    self.children[child] = number.expect("a server of this world");
                    self.spawned.push_back(child);
                }
                Effect::RelayToChild { child, .. } | Effect::ToChild { child, request: Some(_), .. } => {
                    self.outcome = Some(Outcome::Reached(self.children[child]));
                }
                Effect::ToChild { child, frame, request: None } => self.hears(child, &frame),
                Effect::ToClient { frame, .. } => {
                    let frame = String::from_utf8(frame).expect("JSON");
                    if frame.contains("\"id\":") {
                        self.outcome = Some(Outcome::Answered(frame));
                    }
                }
                Effect::LookUp { keys } => {
                    self.router.cached(keys.into_iter().map(|(child, _)| (child, None)).collect());
                    self.carry_out();
                }
                _ => {}
            }
        }
    }

    /// A server answers what mcpgw itself asks.
    fn hears(&mut self, child: usize, frame: &[u8]) {
        let frame = std::str::from_utf8(frame).expect("JSON");
        let Some((_, rest)) = frame.split_once("\"id\":") else { return };
        let id = rest.split([',', '}']).next().unwrap_or_default();
        let kind = ListKind::ALL.into_iter().find(|kind| frame.contains(kind.method()));
        let result = match kind {
            Some(kind) => list(kind, self.children[child]),
            None if frame.contains("\"initialize\"") => HELLO.to_owned(),
            None => "{}".to_owned(),
        };
        let answer = format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{result}}}"#);
        self.says.push_back((child, answer.into_bytes()));
    }
}

fn list(kind: ListKind, server: usize) -> String {
    let items = ITEMS.map(|item| format!(r#"{{"{}":"{}"}}"#, kind.key(), own_name(kind, server, item)));
    format!(r#"{{"{}":[{}]}}"#, kind.member(), items.join(","))
}
