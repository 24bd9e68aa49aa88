//! A client without an SDK: it goes through a plan with messages of its own, under ids and tokens of both kinds.

use std::collections::HashMap;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::answers::Answers;
use super::client::Plan;
use super::connection::Connection;
use super::items::LISTS;
use super::recording::{Frame, Kind, Step, Transcript};
use super::world::World;

/// How long a step may wait for the notification that it names.
const NOTIFICATION_DEADLINE: Duration = Duration::from_secs(10);

struct Session<'a> {
    world: &'a World,
    connection: Connection,
    answers: Answers,
    /// The requests sent so far, by the text of their id.
    sent: HashMap<String, Sent>,
    /// The step in progress.
    step: usize,
    frames: Vec<Frame>,
    earlier: Vec<Frame>,
    /// What later steps may call by a name.
    saved: HashMap<String, String>,
}

struct Sent {
    method: String,
    step: usize,
    ordinal: usize,
    token: Value,
    answered: bool,
}

/// Runs one session from `initialize` to its end.
pub(super) fn run(plan: &Plan<'_>) -> Transcript {
    let mut command = Command::new(&plan.command[0]);
    command.args(&plan.command[1..]).env_clear().envs(plan.environment.iter().cloned());
    let mut session = Session {
        world: plan.world,
        connection: Connection::open(command.current_dir(plan.world.root())),
        answers: Answers::new(plan.world.roots()),
        sent: HashMap::new(),
        step: 0,
        frames: Vec::new(),
        earlier: Vec::new(),
        saved: HashMap::new(),
    };
    let opening = session.step(&json!({ "method": "initialize", "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {
            "roots": { "listChanged": true },
            "sampling": { "context": {}, "tools": {} },
            "elicitation": { "form": {}, "url": {} },
            "tasks": { "requests": { "sampling": { "createMessage": {} }, "elicitation": { "create": {} } } },
        },
        "clientInfo": { "name": "raw", "version": "1" },
    }}));
    session.connection.write(&json!({ "jsonrpc": "2.0", "method": "notifications/initialized" }));
    let steps = plan.steps.iter().map(|step| session.step(step)).collect();
    Transcript { opening, steps }
}

impl Session<'_> {
    fn step(&mut self, step: &Value) -> Step {
        self.step += 1;
        self.earlier.append(&mut self.frames);
        self.answers.instead = step["answer"].clone();
        if !step["roots"].is_null() {
            self.answers.roots = step["roots"].clone();
        }
        let method = step["method"].as_str().expect("a step has a method").to_owned();
        for number in 1..=step["times"].as_u64().unwrap_or(1) {
            self.send(step, &method, number);
        }
        let cancelled = self.wait_for_answers(step, &method);
        if let Some(name) = step["save"].as_str() {
            let task = self.frames.iter().find_map(|frame| frame.result.as_ref()?["task"]["taskId"].as_str());
            self.saved.insert(name.to_owned(), task.expect("a task was made").to_owned());
        }
        self.wait_for_notification(&step["until"]);
        let failed = self.frames.iter().find_map(|frame| Some(frame.error.as_ref()?["message"].to_string()));
        let threw = cancelled.then(|| "cancelled".to_owned()).or(failed);
        Step { method, threw, frames: self.frames.clone() }
    }

    fn send(&mut self, step: &Value, method: &str, number: u64) {
        let mut message = json!({ "jsonrpc": "2.0", "method": method });
        if !step["params"].is_null() {
            message["params"] = self.filled_in(&step["params"], number);
        }
        if step["notify"] != true {
            let number = self.sent.len();
            let (id, token) = if number.is_multiple_of(2) {
                (json!(number), json!(format!("raw {number}")))
            } else {
                (json!(format!("raw {number}")), json!(number))
            };
            let mut sent = Sent {
                method: method.to_owned(),
                step: self.step,
                ordinal: 0,
                token: Value::Null,
                answered: false,
            };
            sent.ordinal = self.sent.values().filter(|other| other.step == self.step).count();
            if step["progress"] == true || step["cancel"] == true {
                message["params"]["_meta"]["progressToken"] = token.clone();
                sent.token = token;
            }
            message["id"] = id.clone();
            self.sent.insert(id.to_string(), sent);
        }
        self.connection.write(&message);
    }

    /// What `{{name}}` stands for, put in its place.
    fn filled_in(&self, params: &Value, number: u64) -> Value {
        let mut text = params.to_string().replace("{{n}}", &number.to_string());
        for (name, value) in &self.saved {
            text = text.replace(&format!("{{{{{name}}}}}"), value);
        }
        serde_json::from_str(&text).expect("names stand for plain text")
    }

    /// Reads until every request of this step is answered, or given up at its first progress: then true.
    fn wait_for_answers(&mut self, step: &Value, method: &str) -> bool {
        loop {
            let mut waiting = self.sent.iter().filter(|(_, sent)| sent.step == self.step && !sent.answered);
            let Some((id, _)) = waiting.next() else { return false };
            let progressed =
                self.frames.iter().any(|frame| frame.method.as_deref() == Some("notifications/progress"));
            if step["cancel"] == true && progressed {
                let id: Value = serde_json::from_str(id).expect("an id is JSON");
                let params = json!({ "requestId": id, "reason": "changed its mind" });
                let message =
                    json!({ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": params });
                self.connection.write(&message);
                return true;
            }
            self.receive(method);
            if LISTS.iter().any(|list| list.method == method) {
                self.ask_for_next_page(step, method);
            }
        }
    }

    fn ask_for_next_page(&mut self, step: &Value, method: &str) {
        let Some(last) = self.frames.last().filter(|frame| frame.to.as_deref() == Some(method)) else {
            return;
        };
        let cursor = last.result.as_ref().map(|page| page["nextCursor"].clone()).unwrap_or_default();
        if step["bare"] != true && cursor.is_string() {
            self.send(&json!({ "params": { "cursor": cursor } }), method, 1);
        }
    }

    fn wait_for_notification(&mut self, until: &Value) {
        let Some(method) = until["method"].as_str() else { return };
        let is_it = |frame: &Frame| frame.is_awaited_by(until);
        let deadline = Instant::now() + NOTIFICATION_DEADLINE;
        let before = until["ever"] == true && self.earlier.iter().any(is_it);
        while !before && !self.frames.iter().any(is_it) {
            assert!(Instant::now() < deadline, "no {until} came in time");
            self.receive(method);
        }
    }

    /// Takes the next message, and answers it if it is a request.
    fn receive(&mut self, wanted: &str) {
        let line = self.world.anywhere(&self.connection.receive(wanted));
        let message: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let frame = self.describe(&message);
        if frame.kind == Kind::Request {
            let params = frame.params.as_ref().unwrap_or(&Value::Null);
            let mut answer = self.answers.answer(frame.method.as_deref().unwrap_or_default(), params);
            answer["jsonrpc"] = json!("2.0");
            answer["id"] = message["id"].clone();
            self.connection.write(&answer);
        }
        self.frames.push(frame);
    }

    fn describe(&mut self, message: &Value) -> Frame {
        let member = |key: &str| message.get(key).cloned();
        let mut frame = Frame {
            kind: Kind::Notification,
            to: None,
            method: message["method"].as_str().map(str::to_owned),
            ordinal: 0,
            late: false,
            params: member("params"),
            result: member("result"),
            error: member("error"),
        };
        let owner = match (&frame.method, message.get("id")) {
            (None, id) => {
                frame.kind = Kind::Response;
                let sent = id.and_then(|id| self.sent.get_mut(&id.to_string()));
                let sent = sent.unwrap_or_else(|| panic!("{message} answers nothing that was asked"));
                assert!(!sent.answered, "{message} is a second answer");
                sent.answered = true;
                frame.to = Some(sent.method.clone());
                Some(&*sent)
            }
            (Some(_), Some(_)) => {
                frame.kind = Kind::Request;
                None
            }
            (Some(method), None) if method == "notifications/progress" => {
                let params = frame.params.as_mut().and_then(Value::as_object_mut);
                let token = params.and_then(|params| params.shift_remove("progressToken"));
                let owner = self.sent.values().find(|sent| Some(&sent.token) == token.as_ref());
                Some(owner.unwrap_or_else(|| panic!("{message} is the progress of nothing")))
            }
            (Some(_), None) => None,
        };
        if let Some(owner) = owner {
            frame.ordinal = owner.ordinal;
            frame.late = owner.step != self.step;
        }
        frame
    }
}
