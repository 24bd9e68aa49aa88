//! A client that knows nothing of the protocol's types: it writes lines and reads lines.

use std::process::Command;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::connection::Connection;

/// A connection after `initialize`; the program is killed with it.
pub(super) struct Lines {
    connection: Connection,
    last_id: u64,
}

/// An answer's members as they were written.
#[derive(Deserialize)]
struct Answer {
    id: Value,
    result: Option<Box<RawValue>>,
    error: Option<Box<RawValue>>,
}

impl Lines {
    /// Starts a program and opens a session of one protocol revision, with a client that can do nothing besides.
    pub(super) fn open(command: &mut Command, revision: &str) -> Self {
        let mut lines = Self { connection: Connection::open(command), last_id: 0 };
        let client = json!({ "name": "lines", "version": "1" });
        let opening = json!({ "protocolVersion": revision, "capabilities": {}, "clientInfo": client });
        let answer: Value = serde_json::from_str(&lines.request("initialize", &opening)).expect("JSON");
        assert_eq!(answer["protocolVersion"], revision, "{command:?}");
        lines.connection.write(&json!({ "jsonrpc": "2.0", "method": "notifications/initialized" }));
        lines
    }

    /// The bytes of the result, or of the error, of a request.
    pub(super) fn request(&mut self, method: &str, params: &Value) -> String {
        self.ask(method, params);
        self.answer()
    }

    /// Sends a request; its answer must be taken before the next one is sent.
    pub(super) fn ask(&mut self, method: &str, params: &Value) {
        self.last_id += 1;
        let request = json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params });
        self.connection.write(&request);
    }

    /// The bytes of the result, or of the error, of the last request.
    pub(super) fn answer(&self) -> String {
        let id = Value::from(self.last_id);
        loop {
            let line = self.connection.receive("an answer");
            let Ok(answer) = serde_json::from_str::<Answer>(&line) else { continue };
            let Some(said) = answer.result.or(answer.error) else { continue };
            assert_eq!(answer.id, id, "{line} answers nothing that waits for an answer");
            return said.get().to_owned();
        }
    }

    /// The params of the next notification of this method.
    pub(super) fn hear(&self, method: &str) -> Value {
        loop {
            let line = self.connection.receive(method);
            let message: Value = serde_json::from_str(&line).expect("JSON");
            if message["method"] == method {
                return message["params"].clone();
            }
        }
    }
}
