//! Many calls at once to many servers that all ask back, while requests are taken back and servers die.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Instant;

use serde_json::Value;

use super::chance::Chance;
use super::client::Client;
use super::compare::DEADLINE;
use super::world::World;

const SERVERS: usize = 8;
const CALLS: usize = 1_000;
/// How many calls are under way at once.
const WINDOW: usize = 64;
/// How many requests each call makes before it is answered.
const ASKS: u64 = 3;

/// A call of the client.
struct Call {
    server: usize,
    /// Its server ends instead of answering.
    kills: bool,
    cancelled: bool,
    answered: bool,
    /// The next progress that may come.
    progress: u64,
}

/// The client: what it asked, what it was asked, and whether it may have been told what it is told.
struct Storm {
    client: Client,
    chance: Chance,
    calls: Vec<Call>,
    /// Requests of servers without an answer: their id, and who asks what.
    asked: BTreeMap<String, String>,
    /// Those that were answered.
    replied: HashSet<String>,
    outcomes: HashMap<&'static str, usize>,
}

impl Storm {
    fn under_way(&self) -> Vec<usize> {
        let open = |call: &Call| !call.answered && !call.cancelled;
        (0..self.calls.len()).filter(|&id| open(&self.calls[id])).collect()
    }

    fn start(&mut self) {
        let (id, server) = (self.calls.len(), self.chance.below(SERVERS));
        let kills = self.chance.one_in(80);
        let tool = if kills { "die" } else { "ask" };
        self.client.send(format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"s{server}__{tool}","arguments":{{"who":"s{server}-{id}","asks":{ASKS}}},"_meta":{{"progressToken":{id}}}}}}}"#
        ));
        self.calls.push(Call { server, kills, cancelled: false, answered: false, progress: 0 });
    }

    fn cancel(&mut self) {
        let open = self.under_way();
        let id = open[self.chance.below(open.len())];
        self.calls[id].cancelled = true;
        self.client.send(format!(
            r#"{{"jsonrpc":"2.0","method":"notifications/cancelled","params":{{"requestId":{id}}}}}"#
        ));
        *self.outcomes.entry("cancelled").or_default() += 1;
    }

    /// Answers one of the requests of servers, whichever.
    fn reply(&mut self) {
        let place = self.chance.below(self.asked.len());
        let id = self.asked.keys().nth(place).unwrap().clone();
        let who = self.asked.remove(&id).unwrap();
        if self.chance.one_in(3) {
            self.client.send(format!(
                r#"{{"jsonrpc":"2.0","method":"notifications/progress","params":{{"progressToken":"{id}","progress":1}}}}"#
            ));
        }
        let answer = match self.chance.below(5) {
            0 => format!(r#""error":{{"code":-1,"message":"{who}"}}"#),
            _ => format!(r#""result":{{"who":"{who}"}}"#),
        };
        self.client.send(format!(r#"{{"jsonrpc":"2.0","id":"{id}",{answer}}}"#));
        self.replied.insert(id);
    }

    fn take(&mut self, line: &[u8]) {
        let frame: Value = serde_json::from_slice(line).unwrap();
        let call_of = |id: &Value| usize::try_from(id.as_u64().unwrap_or_else(|| panic!("{frame}"))).unwrap();
        match frame["method"].as_str() {
            Some("notifications/progress") => {
                let call = &mut self.calls[call_of(&frame["params"]["progressToken"])];
                assert!(!call.answered, "progress after the answer: {frame}");
                assert_eq!(frame["params"]["progress"].as_u64(), Some(call.progress), "{frame}");
                call.progress += 1;
            }
            Some("notifications/cancelled") => {
                let id = frame["params"]["requestId"].as_str().unwrap();
                let known = self.asked.remove(id).is_some() || self.replied.contains(id);
                assert!(known, "what was never asked is taken back: {frame}");
            }
            Some("sampling/createMessage" | "elicitation/create" | "roots/list") => {
                let who = frame["params"]["who"].as_str().unwrap().to_owned();
                let (server, rest) = who.split_once('-').unwrap();
                let call: usize = rest.split('/').next().unwrap().parse().unwrap();
                assert_eq!(server, format!("s{}", self.calls[call].server));
                assert!(!self.calls[call].answered, "asked after the answer: {frame}");
                let id = frame["id"].as_str().unwrap().to_owned();
                assert!(!self.replied.contains(&id), "an id is used again: {frame}");
                assert!(self.asked.insert(id, who).is_none(), "an id is in use: {frame}");
            }
            Some(_) => panic!("nobody asked for this: {frame}"),
            None => self.take_answer(call_of(&frame["id"]), &frame),
        }
    }

    fn take_answer(&mut self, id: usize, frame: &Value) {
        let call = &mut self.calls[id];
        assert!(!std::mem::replace(&mut call.answered, true), "answered twice: {frame}");
        let name = format!("s{}", call.server);
        let outcome = if frame["error"].is_object() {
            assert_eq!(frame["error"]["data"]["server"], *name, "{frame}");
            "failed"
        } else {
            assert_eq!(frame["result"]["who"], *format!("{name}-{id}"), "{frame}");
            assert_eq!(call.progress, ASKS, "{frame}");
            assert!(!call.kills, "{frame}");
            "answered"
        };
        *self.outcomes.entry(outcome).or_default() += 1;
    }

    /// Takes a line that is there, or does something that will bring one.
    fn go_on(&mut self) {
        match self.client.line_if_any() {
            Some(line) => self.take(&line),
            None if !self.asked.is_empty() => self.reply(),
            None => {
                let line = self.client.line();
                self.take(&line);
            }
        }
    }

    fn run(&mut self) {
        while self.calls.len() < CALLS || !self.under_way().is_empty() {
            let open = self.under_way().len();
            if self.calls.len() < CALLS && open < WINDOW {
                self.start();
            } else if open > 0 && self.chance.one_in(40) {
                self.cancel();
            } else {
                self.go_on();
            }
        }
        // What is still asked is of calls that are over: all of it is taken back, by their servers or in their place.
        let deadline = Instant::now() + DEADLINE;
        while !self.asked.is_empty() {
            let line = self.client.line();
            self.take(&line);
            assert!(Instant::now() < deadline, "never taken back: {:#?}", self.asked);
        }
        for line in self.client.rest_of_lines() {
            self.take(&line);
        }
    }
}

#[test]
fn a_thousand_calls_of_servers_that_ask_back_are_each_answered_once_and_by_their_own() {
    let world = World::new();
    let mirrors: Vec<_> = (0..SERVERS).map(|server| world.mirror(&format!("s{server}"))).collect();
    let mut storm = Storm {
        client: world.open(),
        chance: Chance(20_251_125),
        calls: Vec::new(),
        asked: BTreeMap::new(),
        replied: HashSet::new(),
        outcomes: HashMap::new(),
    };
    storm.run();
    let outcomes = &storm.outcomes;
    for (outcome, least) in [("answered", CALLS / 2), ("failed", 10), ("cancelled", 20)] {
        assert!(outcomes.get(outcome).is_some_and(|&count| count >= least), "{outcomes:?}");
    }
    for (server, mirror) in mirrors.iter().enumerate() {
        assert!(!mirror.path("strays").exists(), "{}", mirror.record("strays"));
        let sent = storm.calls.iter().filter(|call| call.server == server).count();
        assert!(mirror.count("\"method\":\"tools/call\"") <= sent, "server {server} was called too often");
    }
}
