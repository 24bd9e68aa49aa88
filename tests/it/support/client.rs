//! A client that talks to a session line by line, and gives up on one that says nothing.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// What a client opens a session with, up to its capabilities and behind them.
const OPEN: [&str; 2] = [
    r#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":"#,
    r#","clientInfo":{"name":"t","version":"1"}}}"#,
];

/// A session and its only client.
pub(crate) struct Client {
    pub(crate) session: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
    /// All that it was told so far.
    pub(crate) said: String,
    asked: usize,
}

impl Client {
    /// Starts the session and opens it.
    pub(crate) fn open(command: &mut Command) -> Self {
        Self::open_with(command, "{}")
    }

    /// The same for a client that can do this.
    pub(crate) fn open_with(command: &mut Command, capabilities: &str) -> Self {
        let mut session = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let stdout = BufReader::new(session.stdout.take().unwrap());
        let (sender, lines) = channel();
        thread::spawn(move || stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let stdin = session.stdin.take();
        let mut client = Self { session, stdin, lines, said: String::new(), asked: 0 };
        client.say(&OPEN.join(capabilities));
        client.hear();
        client.say(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
        client
    }

    pub(crate) fn say(&mut self, line: &str) {
        writeln!(self.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    /// The next line of the session.
    pub(crate) fn hear(&mut self) -> String {
        let line = self.lines.recv_timeout(Duration::from_mins(1)).expect("the session says something");
        self.said.push_str(&line);
        self.said.push('\n');
        line
    }

    /// The process.
    pub(crate) fn id(&self) -> u32 {
        self.session.id()
    }

    /// What a request is answered with.
    pub(crate) fn ask(&mut self, method: &str, params: &str) -> String {
        self.asked += 1;
        let id = format!("\"id\":{}", self.asked);
        self.say(&format!("{{\"jsonrpc\":\"2.0\",{id},\"method\":\"{method}\",\"params\":{params}}}"));
        loop {
            let line = self.hear();
            if line.contains(&format!("{id},")) {
                return line;
            }
        }
    }

    /// Lists the tools until that of this name is there: first starts may take longer than a list waits for them.
    pub(crate) fn wait_for_tool(&mut self, name: &str) {
        while !self.ask("tools/list", "{}").contains(name) {
            while !self.hear().contains("list_changed") {}
        }
    }

    /// Ends the session in good order, and gives all that it said.
    pub(crate) fn end(mut self) -> String {
        drop(self.stdin.take());
        while let Ok(line) = self.lines.recv_timeout(Duration::from_mins(1)) {
            self.said.push_str(&line);
        }
        assert!(self.session.wait().unwrap().success());
        self.said
    }
}
