//! One session: what it asks, and whether what comes is what may come.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::super::chance::Chance;
use super::super::child::is_alive;
use super::super::client::Client;
use super::super::compare::{eventually, shown};
use super::super::guard::{children, guard};
use super::stage::{STEADY, TOOLS, name};
use super::tally::Tally;

/// How many requests are under way at most.
const WINDOW: usize = 16;
/// How long lines are waited for between two requests.
const PACE: Duration = Duration::from_millis(10);
/// What one look at the clock counts for at most.
const STEP: Duration = Duration::from_millis(500);
/// How long an answer may take: servers that hang have limits far below, but a machine may have too much to do, and what is
/// looked for is what never comes.
const PATIENCE: Duration = Duration::from_mins(1);

/// A client that asks at random.
pub(super) struct Caller {
    client: Client,
    chance: Chance,
    number: usize,
    servers: usize,
    last: usize,
    open: HashMap<String, Asked>,
    /// Calls to be taken back.
    held: VecDeque<String>,
    /// Those that were: an answer may cross that.
    taken_back: HashSet<String>,
    tally: Tally,
    /// How long it has run: a machine that stands still for everybody does not make a session late.
    lived: Duration,
    looked: Instant,
}

struct Asked {
    server: usize,
    tool: &'static str,
    since: Instant,
    /// Of what it had lived when it asked.
    lived: Duration,
}

impl Caller {
    pub(super) fn new(client: Client, number: usize, servers: usize, seed: u64) -> Self {
        let chance = Chance(seed ^ (number as u64 + 1) << 32);
        let (open, held, taken_back) = (HashMap::new(), VecDeque::new(), HashSet::new());
        let tally = Tally::default();
        let (lived, looked) = (Duration::ZERO, Instant::now());
        Self { client, chance, number, servers, last: 0, open, held, taken_back, tally, lived, looked }
    }

    /// Asks something, and takes what has come.
    pub(super) fn step(&mut self) {
        if self.open.len() < WINDOW {
            let steady = self.chance.one_in(4);
            let server = if steady {
                self.chance.below(STEADY)
            } else {
                STEADY + self.chance.below(self.servers - STEADY)
            };
            let tool = self.tool(steady);
            self.ask(server, tool);
        }
        if self.chance.one_in(5)
            && let Some(id) = self.held.pop_front()
        {
            self.take_back(&id);
        }
        let until = Instant::now() + PACE;
        while let Some(line) = self.client.line_within(until.saturating_duration_since(Instant::now())) {
            self.take(&line);
        }
        self.live();
    }

    /// Takes back what is held, and waits for every answer.
    pub(super) fn settle(&mut self) {
        while let Some(id) = self.held.pop_front() {
            self.take_back(&id);
        }
        while !self.open.is_empty() {
            self.client.line_within(PACE).into_iter().for_each(|line| self.take(&line));
            self.live();
        }
    }

    /// Waits until all is listed and every server answers, and ends the session.
    pub(super) fn conclude(mut self, tools: &HashSet<String>) -> Tally {
        let deadline = Instant::now() + PATIENCE;
        while self.listed() != *tools {
            let missing: Vec<_> = tools.difference(&self.listed()).cloned().collect();
            assert!(Instant::now() < deadline, "session {}: {missing:?} are not listed", self.number);
            self.client.line_within(PACE).into_iter().for_each(|line| self.take(&line));
        }
        for server in 0..self.servers {
            self.ask(server, "echo");
            self.settle_with_result(server);
        }
        let id = self.client.id();
        let zombies = || children(id).into_iter().filter(|&pid| !is_alive(pid)).collect::<Vec<_>>();
        eventually(|| zombies().is_empty(), || format!("zombies: {:?}", zombies()));
        self.tally.memory(id);
        let guard = guard(id);
        self.client.close();
        assert!(self.client.end().success());
        eventually(|| !is_alive(guard), || format!("the guard {guard} is left"));
        assert!(self.client.last_lines().iter().all(|line| !shown(line).contains("\"error\"")));
        self.tally
    }

    /// Every server works in the end, though the first call may find a process that is on its way out.
    fn settle_with_result(&mut self, server: usize) {
        let results = self.tally.of("result of echo");
        self.settle();
        assert!(self.tally.of("result of echo") > results, "server {server} does not work in the end");
    }

    /// Fails where a request has waited for too long.
    fn live(&mut self) {
        let now = Instant::now();
        self.lived += (now - self.looked).min(STEP);
        self.looked = now;
        let is_late = self.open.values().any(|asked| self.lived > asked.lived + PATIENCE);
        assert!(!is_late, "session {}: not answered: {}", self.client.id(), self.asked());
    }

    /// What is not answered, with its age.
    fn asked(&self) -> String {
        let asked = self.open.iter().map(|(id, asked)| {
            format!("{id}: {} of {} for {:?}", asked.tool, asked.server, asked.since.elapsed())
        });
        asked.collect::<Vec<_>>().join(", ")
    }

    fn tool(&mut self, steady: bool) -> &'static str {
        match self.chance.below(if steady { 85 } else { 100 }) {
            0..50 => "echo",
            50..60 => "late",
            60..65 => "huge",
            65..73 => "ask",
            73..78 => "tools/list",
            78..80 => "ping",
            80..85 => "hold",
            85..97 => "garbage",
            97 => "die",
            98 => "mute",
            _ => ["shut", "deaf", "noise", "die"][self.chance.below(4)],
        }
    }

    fn ask(&mut self, server: usize, tool: &'static str) {
        self.last += 1;
        let id = format!("\"{}-{}\"", self.number, self.last);
        if matches!(tool, "tools/list" | "ping") {
            self.client.request(&id, tool, "{}");
        } else {
            let (ms, bytes) = (self.chance.below(50), self.chance.below(300_000));
            let arguments = format!("{{\"who\":{id},\"asks\":2,\"ms\":{ms},\"bytes\":{bytes}}}");
            self.client.call(&id, &format!("{}__{tool}", name(server)), &arguments);
        }
        if tool == "hold" {
            self.held.push_back(id.clone());
        }
        self.tally.count("requests");
        self.open.insert(id, Asked { server, tool, since: Instant::now(), lived: self.lived });
    }

    fn take_back(&mut self, id: &str) {
        if self.open.remove(id).is_some() {
            self.client.send(format!(
                r#"{{"jsonrpc":"2.0","method":"notifications/cancelled","params":{{"requestId":{id}}}}}"#
            ));
            self.taken_back.insert(id.to_owned());
            self.tally.count("taken back");
        }
    }

    fn take(&mut self, line: &[u8]) {
        let frame: Value =
            serde_json::from_slice(line).unwrap_or_else(|error| panic!("{error}: {}", shown(line)));
        match (frame.get("method").and_then(Value::as_str), frame.get("id")) {
            (Some(_), Some(id)) => {
                let who = &frame["params"]["who"];
                self.client.send(format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"who":{who}}}}}"#));
                self.tally.count("requests of servers");
            }
            (Some(method), None) => self.tally.count(method),
            (None, Some(id)) => {
                let id = id.to_string();
                let Some(asked) = self.open.remove(&id) else {
                    assert!(self.taken_back.remove(&id), "nobody waits for {}", shown(line));
                    return;
                };
                self.answered(&id, &asked, &frame);
            }
            (None, None) => panic!("no frame: {}", shown(line)),
        }
    }

    fn answered(&mut self, id: &str, asked: &Asked, frame: &Value) {
        let Some(result) = frame.get("result") else {
            let error = &frame["error"];
            let code = error["code"].as_i64();
            assert!(asked.server >= STEADY || asked.tool == "garbage", "{} failed: {error}", asked.tool);
            assert!(matches!(code, Some(-32603 | -32602)), "{id}: {error}");
            let message = error["message"].as_str().unwrap();
            return self.tally.count(&format!("error: {}", kind(message)));
        };
        let who = &result["echo"]["who"];
        match asked.tool {
            "ask" if asked.server >= STEADY && asked_in_vain(result) => {
                return self.tally.count("result of ask, of a server that was taken away");
            }
            "tools/list" => drop(names(result)),
            "ping" => {}
            "ask" => assert_eq!(result["who"].to_string(), id, "another's answer: {result}"),
            "echo" | "late" | "huge" => assert_eq!(who.to_string(), id, "another's answer: {result}"),
            tool => panic!("{tool} was answered: {result}"),
        }
        self.tally.count(&format!("result of {}", asked.tool));
        if asked.server < STEADY && asked.tool == "echo" {
            self.tally.took(asked.since.elapsed());
        }
    }

    /// The names that are listed now.
    fn listed(&mut self) -> HashSet<String> {
        self.last += 1;
        let id = format!("\"{}-{}\"", self.number, self.last);
        let list = self.client.ask(&id, "tools/list", "{}");
        let list: Value = serde_json::from_str(&list).unwrap();
        names(&list["result"])
    }
}

/// The names in a list, which must be right: none twice, of each server all or none, and the steady ones among them.
fn names(list: &Value) -> HashSet<String> {
    let tools = list["tools"].as_array().unwrap();
    let names: HashSet<_> = tools.iter().map(|tool| tool["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names.len(), tools.len(), "a name is listed twice");
    assert_eq!(names.len() % TOOLS.len(), 0, "a part of a server is listed: {names:?}");
    for server in 0..STEADY {
        for tool in TOOLS {
            assert!(names.contains(&format!("{}__{tool}", name(server))), "{tool} of {server} is not listed");
        }
    }
    names
}

/// Whether a server was taken from the session while it worked: it may still answer, but not ask.
fn asked_in_vain(result: &Value) -> bool {
    let wrong = result["wrong"].as_str();
    wrong.is_some_and(|wrong| wrong.starts_with("the client does not use this server any more for "))
}

/// An error without what differs: names, times, exit codes.
fn kind(message: &str) -> String {
    let words = message.split(' ').filter(|word| !word.contains(['"', '_', '1', '2', '3', '4', '5']));
    words.take(5).collect::<Vec<_>>().join(" ")
}
