//! A client that knows nothing of the protocol's types: it writes lines and reads lines.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// How long an answer may take: a generous bound, so that a hang fails instead of lasting.
const DEADLINE: Duration = Duration::from_mins(1);

/// A connection after `initialize`; the program is killed with it.
pub(super) struct Lines {
    child: Child,
    stdin: ChildStdin,
    received: Receiver<String>,
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
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let stdin = child.stdin.take().expect("stdin is a pipe");
        let stdout = BufReader::new(child.stdout.take().expect("stdout is a pipe"));
        let (sender, received) = mpsc::channel();
        std::thread::spawn(move || {
            for line in stdout.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let mut lines = Self { child, stdin, received, last_id: 0 };
        let client = json!({ "name": "lines", "version": "1" });
        let opening = json!({ "protocolVersion": revision, "capabilities": {}, "clientInfo": client });
        let answer: Value = serde_json::from_str(&lines.request("initialize", &opening)).expect("JSON");
        assert_eq!(answer["protocolVersion"], revision, "{command:?}");
        lines.write(&json!({ "jsonrpc": "2.0", "method": "notifications/initialized" }));
        lines
    }

    /// The bytes of the result, or of the error, of a request.
    pub(super) fn request(&mut self, method: &str, params: &Value) -> String {
        self.last_id += 1;
        let id = Value::from(self.last_id);
        self.write(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let line = self.received.recv_timeout(DEADLINE);
            let line = line.unwrap_or_else(|error| panic!("no answer to {method} {params}: {error}"));
            let Ok(answer) = serde_json::from_str::<Answer>(&line) else { continue };
            if answer.id == id {
                return answer.result.or(answer.error).expect("a result or an error").get().to_owned();
            }
        }
    }

    fn write(&mut self, message: &Value) {
        writeln!(self.stdin, "{message}").expect("the program reads its stdin");
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
