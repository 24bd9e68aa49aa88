//! A session of one client and some servers, without I/O and without waiting.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use mcpgw::core::model::{
    Allowance, Bound, Bounds, CallLimits, CallOutcome, Catalogue, Served, Server, ServerId, Sighting, UserId,
};
use mcpgw::core::session::{Cached, Effect, Entry, Failure, Kept, Report, Router};
use mcpgw::core::wire::{Edits, Span, scan};
use serde_json::{Value, json};

use crate::support::routed::{config, server};

/// How often the router may want to be called at one moment.
const TICKS: usize = 100;

/// Servers are `s0`, `s1` and so on; each lists the tool `t`.
pub(super) struct Play {
    router: Router,
    rows: Vec<Served>,
    ids: Vec<ServerId>,
    began: Instant,
    now: Instant,
    /// Whether a server comes up when it is started.
    pub(super) works: Vec<bool>,
    /// How servers fail.
    pub(super) failure: Failure,
    /// Whether a server answers `initialize`.
    pub(super) opens: Vec<bool>,
    /// What a server answers to `tools/list`: a `result` or an `error`; or nothing.
    pub(super) lists: Vec<Option<Value>>,
    /// When each server was started, from the beginning.
    pub(super) starts: Vec<Vec<Duration>>,
    /// What each server heard beside what opens it.
    pub(super) heard: Vec<Vec<Value>>,
    /// What the client got.
    pub(super) said: Vec<Value>,
    pub(super) reports: Vec<Report>,
    /// These say that their tools have changed whenever they were asked for them.
    pub(super) nagging: Vec<usize>,
    /// How often those were asked.
    pub(super) listed: usize,
    /// What was to be kept of each server, the latest last.
    pub(super) kept: Vec<Vec<Kept>>,
    /// What is known of each server from earlier.
    pub(super) known: Vec<Option<Catalogue>>,
    /// The lists of these are still being read from the store.
    pub(super) loading: Vec<usize>,
    events: VecDeque<Event>,
}

enum Event {
    Spawned(usize),
    Gone(usize),
    Says(usize, Value),
}

impl Play {
    /// A session that is open, with every server up; `limit` is how long each may work on a call.
    pub(super) fn open(servers: usize, limit: Option<Duration>) -> Self {
        let mut play = Self::new(servers, limit);
        play.initialize();
        assert_eq!(play.take_said().len(), 1, "the answer to initialize");
        play
    }

    /// A session whose client has said nothing yet.
    pub(super) fn new(servers: usize, limit: Option<Duration>) -> Self {
        let began = Instant::now();
        let rows: Vec<_> = (0..servers)
            .map(|number| Served::whole(Arc::new(Server { call_timeout: limit, ..server(number) })))
            .collect();
        let ids = rows.iter().map(|served| served.server.id).collect();
        Self {
            router: Router::new(config(rows.clone()), began),
            rows,
            ids,
            began,
            now: began,
            works: vec![true; servers],
            failure: Failure::Ended,
            opens: vec![true; servers],
            lists: vec![Some(tools(&["t"])); servers],
            kept: (0..servers).map(|_| Vec::new()).collect(),
            known: (0..servers).map(|_| None).collect(),
            loading: Vec::new(),
            nagging: Vec::new(),
            listed: 0,
            starts: vec![Vec::new(); servers],
            heard: vec![Vec::new(); servers],
            said: Vec::new(),
            reports: Vec::new(),
            events: VecDeque::new(),
        }
    }

    /// The client opens the session.
    pub(super) fn initialize(&mut self) {
        let hello = json!({ "protocolVersion": "2025-11-25", "capabilities": {} });
        self.client(&json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": hello }));
        self.client(&json!({ "jsonrpc": "2.0", "method": "notifications/initialized" }));
    }

    /// The lists that were still being read from the store have come.
    pub(super) fn loaded(&mut self) {
        let loading = std::mem::take(&mut self.loading);
        let known = std::mem::take(&mut self.known);
        self.router.cached_lists(loading.into_iter().map(|child| (child, known[child].as_ref())).collect());
        self.settle(b"");
    }

    /// A server is restarted by command.
    pub(super) fn restart(&mut self, server: usize) {
        assert!(self.router.restart(self.ids[server]));
        self.settle(b"");
    }

    /// From now on the client may use this of a server.
    pub(super) fn allow(&mut self, server: usize, allowance: Allowance) {
        self.rows[server].allowance = allowance;
        self.router.servers_changed(self.rows.clone());
        self.settle(b"");
    }

    /// From now on so many calls of a server may be under way at a time.
    pub(super) fn limit(&mut self, server: usize, at_once: u32) {
        let limits = CallLimits { concurrency: Some(at_once), ..CallLimits::default() };
        self.rows[server].bounds = Bounds::new([Bound::of_user(UserId::new(1, [0; 10]), None, limits)]);
        self.router.servers_changed(self.rows.clone());
        self.settle(b"");
    }

    /// Which calls have left their places.
    pub(super) fn left(&mut self) -> Vec<u64> {
        let free = |entry| match entry {
            Entry::Ended(ended) if ended.free => Some(ended.number),
            Entry::Freed(number) => Some(number),
            Entry::Sent(_) | Entry::Ended(_) => None,
        };
        self.router.take_ledger().filter_map(free).collect()
    }

    /// The client says something.
    pub(super) fn client(&mut self, frame: &Value) {
        let line = frame.to_string().into_bytes();
        self.router.client_frame(&line, &scan(&line));
        self.settle(&line);
    }

    /// The client calls the tool of a server, under a progress token that is the id.
    pub(super) fn call(&mut self, id: u32, server: usize) {
        let params = json!({ "name": format!("s{server}__t"), "_meta": { "progressToken": id } });
        self.client(&json!({ "jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params }));
    }

    /// A server says something.
    pub(super) fn server(&mut self, server: usize, frame: Value) {
        self.events.push_back(Event::Says(server, frame));
        self.settle(b"");
    }

    /// A server ends.
    pub(super) fn ends(&mut self, server: usize) {
        self.events.push_back(Event::Gone(server));
        self.settle(b"");
    }

    /// Time passes.
    pub(super) fn wait(&mut self, seconds: u64) {
        let end = self.now + Duration::from_secs(seconds);
        let mut ticks = 0;
        while let Some(at) = self.router.deadline().filter(|&at| at <= end) {
            ticks = if at > self.now { 0 } else { ticks + 1 };
            assert!(ticks < TICKS, "the router is called again and again");
            self.now = self.now.max(at);
            self.router.set_now(self.now);
            self.router.tick();
            self.settle(b"");
        }
        self.now = end;
        self.router.set_now(end);
    }

    /// The names of all tools.
    pub(super) fn tools(&mut self) -> Vec<String> {
        let before = self.said.len();
        self.client(&json!({ "jsonrpc": "2.0", "id": "list", "method": "tools/list" }));
        let list = self.said.remove(before);
        let tools = list["result"]["tools"].as_array().expect("a list").iter();
        tools.map(|tool| tool["name"].as_str().expect("a name").to_owned()).collect()
    }

    /// What the client got since it was last asked.
    pub(super) fn take_said(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.said)
    }

    /// The calls that have ended, in that order: number, item, outcome.
    pub(super) fn calls(&mut self) -> Vec<(u64, Option<String>, CallOutcome)> {
        let entries: Vec<_> = self.router.take_ledger().collect();
        let item = |number| {
            let mut sent = entries.iter().filter_map(|entry| match entry {
                Entry::Sent(sent) if sent.number == number => Some(sent),
                _ => None,
            });
            let sent = sent.next().expect("what ends was sent");
            sent.item.and_then(|item| self.router.item_name(item)).map(str::to_owned)
        };
        let ended = entries.iter().filter_map(|entry| match entry {
            Entry::Ended(ended) => Some((ended.number, item(ended.number), ended.outcome)),
            Entry::Sent(_) | Entry::Freed(_) => None,
        });
        ended.collect()
    }

    /// How many messages of this method a server heard.
    pub(super) fn count(&self, server: usize, method: &str) -> usize {
        self.heard[server].iter().filter(|frame| frame["method"] == method).count()
    }

    /// The time since the beginning.
    pub(super) fn elapsed(&self) -> Duration {
        self.now - self.began
    }

    fn settle(&mut self, line: &[u8]) {
        self.carry_out(line);
        while let Some(event) = self.events.pop_front() {
            match event {
                Event::Spawned(server) => {
                    self.router.child_spawned(server);
                    self.carry_out(b"");
                }
                Event::Gone(server) => {
                    self.router.child_gone(server, "ended (exit status: 3)", self.failure);
                    self.carry_out(b"");
                }
                Event::Says(server, frame) => {
                    let line = frame.to_string().into_bytes();
                    self.router.child_frame(server, &line, &scan(&line));
                    self.carry_out(&line);
                }
            }
        }
    }

    /// Does what the router wants, as the shell does.
    fn carry_out(&mut self, line: &[u8]) {
        let mut effects = VecDeque::new();
        self.router.take_effects(&mut effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::RelayToChild { child, edits, .. } => self.hears(child, &edited(line, &edits)),
                Effect::ToChild { child, frame, .. } => self.hears(child, &frame),
                Effect::RelayToClient { edits, .. } => self.said.push(parsed(&edited(line, &edits))),
                Effect::ToClient { frame, .. } => self.said.push(parsed(&frame)),
                Effect::Replay { child: None, frame } => {
                    self.router.client_frame(&frame, &scan(&frame));
                    self.carry_out(&frame);
                }
                Effect::Replay { child: Some(_), .. } => panic!("nothing of a server comes too early here"),
                Effect::Start { child, .. } => {
                    let at = self.elapsed();
                    self.starts[child].push(at);
                    let works = self.works[child];
                    self.events.push_back(if works { Event::Spawned(child) } else { Event::Gone(child) });
                }
                Effect::LookUp { keys } => {
                    let heads: Vec<_> = keys.iter().map(|&(child, _)| (child, self.head(child))).collect();
                    self.loading
                        .extend(heads.iter().filter(|(_, head)| head.is_some()).map(|(child, _)| child));
                    self.router.cached(heads);
                }
                Effect::Keep { key, kept } => {
                    let server = self.ids.iter().position(|id| *id == key.server).expect("a server");
                    self.kept[server].push(*kept);
                }
                Effect::Report(report) => self.reports.push(report),
                Effect::Stop { .. } | Effect::OpenGate | Effect::Refused(_) => {}
            }
            self.router.take_effects(&mut effects);
        }
    }

    /// What is known of a server before its lists have been read from the store; it is to be looked at again.
    fn head(&self, server: usize) -> Option<Cached> {
        let catalogue = self.known.get(server)?.as_ref()?;
        let sighting = Sighting::Listed(Catalogue { items: Default::default(), ..catalogue.clone() });
        Some(Cached { sighting, stale: true, recent: false })
    }

    /// A server answers what opens it, and keeps the rest.
    fn hears(&mut self, server: usize, frame: &[u8]) {
        let frame = parsed(frame);
        let answer = match frame["method"].as_str() {
            Some("initialize") => self.opens[server].then(hello),
            Some("tools/list") => self.lists[server].clone(),
            _ => return self.heard[server].push(frame),
        };
        match answer {
            Some(answer) => self.events.push_back(Event::Says(server, answer_to(&frame, answer))),
            None => self.heard[server].push(frame.clone()),
        }
        if frame["method"] == "tools/list" && self.nagging.contains(&server) {
            let changed = json!({ "jsonrpc": "2.0", "method": "notifications/tools/list_changed" });
            self.events.push_back(Event::Says(server, changed));
            self.listed += 1;
        }
    }
}

/// An answer to a request: a `result` or an `error`.
pub(super) fn answer_to(request: &Value, mut answer: Value) -> Value {
    answer["jsonrpc"] = json!("2.0");
    answer["id"] = request["id"].clone();
    answer
}

/// How a server opens.
pub(super) fn hello() -> Value {
    let capabilities = json!({ "tools": { "listChanged": true } });
    let info = json!({ "name": "s", "version": "1" });
    json!({ "result": { "protocolVersion": "2025-11-25", "capabilities": capabilities, "serverInfo": info } })
}

/// A list of tools of these names.
pub(super) fn tools(names: &[&str]) -> Value {
    let tools: Vec<_> = names.iter().map(|name| json!({ "name": name })).collect();
    json!({ "result": { "tools": tools } })
}

fn parsed(frame: &[u8]) -> Value {
    serde_json::from_slice(frame).expect("JSON")
}

fn edited(line: &[u8], edits: &Edits) -> Vec<u8> {
    let mut out = Vec::new();
    edits.append(line, Span::new(0, line.len()), &mut out);
    out
}
