//! The client of a simulated session: what it asked, what it was told, and whether it may have been.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Value, json};

use super::subscribed::Subscribed;

/// A request of the client.
#[derive(Debug, Default)]
pub(super) struct Request {
    /// The server that it is for; `None` for what mcpgw answers itself.
    pub(super) server: Option<usize>,
    /// Whether it carries its id as a progress token.
    pub(super) progress: bool,
    pub(super) cancelled: bool,
    /// Whether a server got it.
    pub(super) delivered: bool,
    /// The task that it asks about.
    pub(super) task: Option<String>,
    /// The batch that it is part of.
    pub(super) batch: Option<usize>,
}

/// A request of a server that the client has not answered.
#[derive(Debug)]
pub(super) struct Asked {
    id: String,
    pub(super) server: usize,
    /// The server's own id.
    own: i64,
    /// Whether it is to run as a task.
    task: bool,
}

/// The client.
#[derive(Debug, Default)]
pub(super) struct Client {
    last_id: i64,
    /// Whether there are several servers, so that names tell them apart.
    pub(super) several: bool,
    /// Its requests without an answer.
    pub(super) open: BTreeMap<i64, Request>,
    pub(super) asked: Vec<Asked>,
    /// Tasks of servers, as it knows them, whose they are, and the progress token of each.
    pub(super) tasks: Vec<(String, usize, i64)>,
    /// Tasks that it runs, and for whom.
    pub(super) hosted: Vec<(String, usize)>,
    /// URL elicitations, as it knows them, and who asked.
    elicitations: HashMap<String, usize>,
    /// How often it was told that one is over.
    pub(super) completed: usize,
    pub(super) subscribed: Subscribed,
    /// Errors without an id that it has coming.
    pub(super) unreadable: usize,
    pub(super) batches: usize,
    /// Requests of servers that it answered in a batch: one that came too early may still wait.
    crossing: HashSet<String>,
}

impl Client {
    /// The client of a session with this many servers.
    pub(super) fn of(servers: usize) -> Self {
        Self { several: servers > 1, ..Self::default() }
    }

    /// Makes a request, and returns its id.
    pub(super) fn request(&mut self, server: Option<usize>, progress: bool) -> i64 {
        self.last_id += 1;
        self.open.insert(self.last_id, Request { server, progress, ..Request::default() });
        self.last_id
    }

    /// An open request, chosen by number.
    pub(super) fn choose(&self, number: usize) -> Option<i64> {
        (!self.open.is_empty()).then(|| *self.open.keys().nth(number % self.open.len()).expect("a request"))
    }

    /// What a server's task is called.
    pub(super) fn task_name(&self, server: usize, task: &str) -> String {
        if self.several { format!("s{server}:{task}") } else { task.to_owned() }
    }

    /// The answer to a request of a server, chosen by number.
    pub(super) fn reply(&mut self, number: usize, in_batch: bool) -> Option<Value> {
        let count = self.asked.len().max(1);
        let Asked { id, own, server, task } =
            (number % count < self.asked.len()).then(|| self.asked.remove(number % count))?;
        if in_batch {
            self.crossing.insert(id.clone());
        }
        let mut result = json!({ "own": own });
        if task && !in_batch {
            let name = format!("c{}", self.hosted.len());
            result["task"] = json!({ "taskId": name });
            self.hosted.push((name, server));
        } else if number.is_multiple_of(5) {
            let error = json!({ "code": own, "message": "no" });
            return Some(json!({ "jsonrpc": "2.0", "id": id, "error": error }));
        }
        Some(json!({ "jsonrpc": "2.0", "id": id, "result": result }))
    }

    /// The id of a request of a server, chosen by number.
    pub(super) fn asked_id(&self, number: usize) -> Option<String> {
        Some(self.asked.get(number % self.asked.len().max(1))?.id.clone())
    }

    /// Takes a frame; `from` is the server whose own frame it is, `None` for mcpgw's.
    pub(super) fn takes(&mut self, from: Option<usize>, frame: &Value) {
        if let Some(answers) = frame.as_array() {
            return self.takes_batch(answers);
        }
        let params = &frame["params"];
        match (frame["method"].as_str(), &frame["id"]) {
            (Some("notifications/progress"), _) => self.takes_progress(from, frame),
            (Some("notifications/cancelled"), _) => {
                let id = params["requestId"].as_str().expect("an id of mcpgw's");
                let Some(place) = self.asked.iter().position(|asked| asked.id == id) else {
                    return assert!(self.crossing.contains(id), "not open at the client: {frame}");
                };
                let asked = self.asked.remove(place);
                assert!(from.is_none_or(|from| from == asked.server), "{frame}");
            }
            (Some("notifications/resources/updated"), _) => self.subscribed.updated(&params["uri"]),
            (Some("notifications/tasks/status"), _) => {
                let name = self.task_name(from.expect("a server"), "t1");
                assert_eq!(params["taskId"], *name, "{frame}");
            }
            (Some("notifications/elicitation/complete"), _) => {
                let id = params["elicitationId"].as_str().expect("an id");
                // What the only server says passes as it is.
                let its = self.elicitations.get(id).copied() == from;
                assert!(its || !self.several, "another's elicitation: {frame}");
                self.completed += 1;
            }
            (Some(method), Value::Null) => assert!(method.ends_with("list_changed"), "{frame}"),
            (Some(method), id) => self.is_asked(from.expect("a server"), method, id, params),
            (None, Value::Null) => {
                let message = frame["error"]["message"].as_str().expect("an error");
                if message.starts_with("too much came before") {
                    // A batch is refused as a whole.
                    let refused = self.batches;
                    return self.open.retain(|_, request| request.batch != Some(refused));
                }
                self.unreadable = self.unreadable.checked_sub(1).unwrap_or_else(|| panic!("{frame}"));
            }
            (None, _) => {
                let request = self.takes_answer(from, frame);
                assert!(request.batch.is_none() || request.cancelled, "not with its batch: {frame}");
            }
        }
    }

    fn takes_progress(&self, from: Option<usize>, frame: &Value) {
        let token = frame["params"]["progressToken"].as_i64().expect("a token of the client");
        if self.tasks.iter().any(|&(_, server, of)| Some(server) == from && of == token) {
            return;
        }
        let request = self.open.get(&token).expect("progress of a request that is under way");
        assert!(request.progress && request.server == from, "progress of another's request: {frame}");
    }

    fn is_asked(&mut self, server: usize, method: &str, id: &Value, params: &Value) {
        let id = id.as_str().expect("an id of mcpgw's").to_owned();
        assert!(self.asked.iter().all(|asked| asked.id != id), "{id} is in use");
        if let Some(token) = params["_meta"]["progressToken"].as_str() {
            assert_eq!(token, id);
        }
        if let Some(elicitation) = params["elicitationId"].as_str() {
            let owner = *self.elicitations.entry(elicitation.to_owned()).or_insert(server);
            assert_eq!(owner, server, "two servers have one elicitation: {params}");
        }
        if method == "elicitation/create" {
            let expected = if self.several { format!("[s{server}] ?") } else { "?".to_owned() };
            assert_eq!(params["message"], *expected);
        }
        if let Some(task) = params["taskId"].as_str() {
            let owner = self.hosted.iter().find(|(name, _)| name == task).expect("a task of the client's").1;
            assert!(owner == server || !self.several, "another's task: {params}");
        }
        let own = params["own"].as_i64().expect("the server's id");
        self.asked.push(Asked { id, server, own, task: params["task"].is_object() });
    }

    fn takes_batch(&mut self, answers: &[Value]) {
        let mut batches = Vec::new();
        for answer in answers {
            if answer["id"].is_null() {
                self.takes(None, answer);
            } else {
                batches.push(self.takes_answer(None, answer).batch.expect("a member of a batch"));
            }
        }
        let Some(&batch) = batches.first() else { return };
        assert!(batches.iter().all(|&other| other == batch), "an array for several batches: {answers:?}");
        let left = self.open.values().find(|request| request.batch == Some(batch) && !request.cancelled);
        assert!(left.is_none(), "a member was left out: {left:?}");
    }

    /// Takes an answer, and returns the request.
    fn takes_answer(&mut self, from: Option<usize>, frame: &Value) -> Request {
        let id = frame["id"].as_i64().unwrap_or_else(|| panic!("an answer to no request: {frame}"));
        let request = self.open.remove(&id).unwrap_or_else(|| panic!("a second answer: {frame}"));
        if let Some(from) = from {
            assert_eq!(request.server, Some(from), "{frame}");
        }
        let result = &frame["result"];
        if let Some(said_by) = result["from"].as_u64() {
            assert_eq!(request.server, usize::try_from(said_by).ok(), "{frame}");
        }
        if let (Some(task), true) = (&request.task, result.is_object()) {
            assert_eq!(result["taskId"], **task, "{frame}");
        }
        if let (Some(task), Some(server)) = (result["task"]["taskId"].as_str(), request.server) {
            assert!(task.starts_with(&self.task_name(server, "t")), "{frame}");
            self.tasks.push((task.to_owned(), server, id));
        }
        for task in result["tasks"].as_array().into_iter().flatten() {
            let named = |server| {
                task["taskId"].as_str().is_some_and(|id| id.starts_with(&self.task_name(server, "t")))
            };
            assert!((0..8).any(named), "{frame}");
        }
        if !request.cancelled {
            self.subscribed.answered(id, result.is_object());
        }
        request
    }
}
