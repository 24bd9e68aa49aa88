//! What the raw client answers when a server asks it something.

use std::collections::HashMap;

use serde_json::{Value, json};

/// Always the same to the same question, unless the step says otherwise.
pub(super) struct Answers {
    pub(super) roots: Value,
    /// What the step in progress answers instead: `{"result"}` or `{"error"}`.
    pub(super) instead: Value,
    /// The results of the tasks that this client keeps, each done at its first poll.
    tasks: HashMap<String, Value>,
}

impl Answers {
    pub(super) fn new(roots: Value) -> Self {
        Self { roots, instead: Value::Null, tasks: HashMap::new() }
    }

    /// The members of the answer besides its id.
    pub(super) fn answer(&mut self, method: &str, params: &Value) -> Value {
        match method {
            "ping" => json!({ "result": {} }),
            "roots/list" => json!({ "result": { "roots": self.roots } }),
            "tasks/get" => json!({ "result": status(&params["taskId"], "completed") }),
            "tasks/result" => {
                let id = params["taskId"].as_str().expect("a task has an id");
                json!({ "result": self.tasks[id] })
            }
            "sampling/createMessage" => self.at_once_or_later(params, sampled),
            "elicitation/create" => self.at_once_or_later(params, elicited),
            _ => json!({ "error": { "code": -32601, "message": "Method not found" } }),
        }
    }

    fn at_once_or_later(&mut self, params: &Value, result: fn(&Value) -> Value) -> Value {
        if !self.instead.is_null() {
            return self.instead.clone();
        }
        let result = result(params);
        if params["task"].is_null() {
            return json!({ "result": result });
        }
        let id = format!("client-task-{}", self.tasks.len() + 1);
        self.tasks.insert(id.clone(), result);
        json!({ "result": { "task": status(&Value::from(id), "working") } })
    }
}

fn status(id: &Value, status: &str) -> Value {
    let at = "2026-01-01T00:00:00Z";
    json!({ "taskId": id, "status": status, "ttl": 60000, "createdAt": at, "lastUpdatedAt": at, "pollInterval": 10 })
}

fn sampled(params: &Value) -> Value {
    let text = format!("An answer to: {}", params["messages"][0]["content"]["text"]);
    let content = json!({ "type": "text", "text": text });
    json!({ "model": "interop-model", "role": "assistant", "stopReason": "endTurn", "content": content })
}

fn elicited(params: &Value) -> Value {
    if params["mode"] == "url" {
        return json!({ "action": "accept" });
    }
    let choice = &params["requestedSchema"]["properties"]["interpretation"]["oneOf"][0]["const"];
    let content = if choice.is_null() {
        json!({ "name": "Interop", "check": true, "integer": 7, "number": 2.5 })
    } else {
        json!({ "interpretation": choice })
    };
    json!({ "action": "accept", "content": content })
}
