//! A program on two pipes that speaks in lines.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use serde_json::Value;

/// How long the next line may take: a generous bound, so that a hang fails instead of lasting.
const DEADLINE: Duration = Duration::from_mins(1);

/// The program is killed with it.
pub(super) struct Connection {
    child: Child,
    stdin: ChildStdin,
    received: Receiver<String>,
}

impl Connection {
    pub(super) fn open(command: &mut Command) -> Self {
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
        Self { child, stdin, received }
    }

    pub(super) fn write(&mut self, message: &Value) {
        writeln!(self.stdin, "{message}").expect("the program reads its stdin");
    }

    /// The next line; fails when none comes, and says what it was wanted for.
    pub(super) fn receive(&self, wanted: &str) -> String {
        let line = self.received.recv_timeout(DEADLINE);
        line.unwrap_or_else(|error| panic!("waiting for {wanted}: {error}"))
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
