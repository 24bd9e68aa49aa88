//! A client that writes lines and reads lines, and knows nothing but where they end.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use super::child::holds;
use super::compare::{DEADLINE, shown};

/// How many lines may wait between the thread that reads and the test: few, so that a test that doesn't read holds mcpgw up.
const WAITING: usize = 4;

/// A connection to `mcpgw stdio`; the program is killed with it.
pub(super) struct Client {
    process: Child,
    input: Option<Box<dyn Write + Send>>,
    lines: Receiver<Vec<u8>>,
    /// Lines that came while another one was looked for, in order.
    passed: VecDeque<Vec<u8>>,
}

impl Client {
    /// Starts `command` on two pipes.
    pub(super) fn on_pipes(command: &mut Command) -> Self {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let input = Box::new(process.stdin.take().unwrap());
        let output = process.stdout.take().unwrap();
        Self::of(process, Some(input), output)
    }

    /// A client of a process that runs already, on any streams.
    pub(super) fn of(
        process: Child,
        input: Option<Box<dyn Write + Send>>,
        output: impl Read + Send + 'static,
    ) -> Self {
        let (sender, lines) = mpsc::sync_channel(WAITING);
        std::thread::spawn(move || {
            let mut output = BufReader::with_capacity(1 << 16, output);
            loop {
                let mut line = Vec::new();
                match output.read_until(b'\n', &mut line) {
                    Ok(1..) if line.pop() == Some(b'\n') && sender.send(line).is_ok() => {}
                    _ => return,
                }
            }
        });
        Self { process, input, lines, passed: VecDeque::new() }
    }

    /// Opens the session as a client with these capabilities, and returns the answer to `initialize`.
    pub(super) fn open(&mut self, capabilities: &str) -> Vec<u8> {
        self.open_as("2025-11-25", capabilities)
    }

    /// The same for a client of another revision.
    pub(super) fn open_as(&mut self, revision: &str, capabilities: &str) -> Vec<u8> {
        self.send(format!(
            r#"{{"jsonrpc":"2.0","id":"open","method":"initialize","params":{{"protocolVersion":"{revision}","capabilities":{capabilities},"clientInfo":{{"name":"raw","version":"1"}}}}}}"#
        ));
        let answer = self.answer("\"open\"");
        self.send(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
        answer
    }

    /// Writes one line.
    #[track_caller]
    pub(super) fn send(&mut self, frame: impl AsRef<[u8]>) {
        self.write([frame.as_ref(), b"\n"].concat());
    }

    /// Writes bytes as they are.
    #[track_caller]
    pub(super) fn write(&mut self, bytes: impl AsRef<[u8]>) {
        self.input.as_mut().expect("stdin is open").write_all(bytes.as_ref()).expect("mcpgw reads its stdin");
    }

    /// Writes a request.
    #[track_caller]
    pub(super) fn request(&mut self, id: &str, method: &str, params: &str) {
        self.send(format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"{method}","params":{params}}}"#));
    }

    /// Writes a call of a tool.
    #[track_caller]
    pub(super) fn call(&mut self, id: &str, tool: &str, arguments: &str) {
        self.request(id, "tools/call", &format!(r#"{{"name":"{tool}","arguments":{arguments}}}"#));
    }

    /// Has a mirror say what stands in one of its scripts.
    #[track_caller]
    pub(super) fn say(&mut self, id: &str, mirror: &str, script: &str) {
        self.call(id, &format!("{mirror}__say"), &format!(r#"{{"script":"{script}"}}"#));
    }

    /// The next line.
    #[track_caller]
    pub(super) fn line(&mut self) -> Vec<u8> {
        self.passed.pop_front().unwrap_or_else(|| self.fresh("a line"))
    }

    /// The next line, if one has come.
    pub(super) fn line_if_any(&mut self) -> Option<Vec<u8>> {
        self.passed.pop_front().or_else(|| self.lines.try_recv().ok())
    }

    /// The next line, if one comes within this time.
    pub(super) fn line_within(&mut self, time: Duration) -> Option<Vec<u8>> {
        self.passed.pop_front().or_else(|| self.lines.recv_timeout(time).ok())
    }

    /// The next line that holds `text`; those before it stay to be read.
    #[track_caller]
    pub(super) fn holding(&mut self, text: &str) -> Vec<u8> {
        self.find(|line| holds(line, text), text)
    }

    /// The answer to the request with this id token.
    #[track_caller]
    pub(super) fn answer(&mut self, id: &str) -> Vec<u8> {
        let mark = format!("\"id\":{id},");
        let is_answer =
            |line: &[u8]| holds(line, &mark) && (holds(line, "\"result\":") || holds(line, "\"error\":"));
        self.find(is_answer, &format!("an answer to {id}"))
    }

    /// Sends a request and returns its answer.
    #[track_caller]
    pub(super) fn ask(&mut self, id: &str, method: &str, params: &str) -> String {
        self.request(id, method, params);
        String::from_utf8(self.answer(id)).unwrap()
    }

    /// Lines that came and were not asked for, after everything that was sent so far was routed.
    #[track_caller]
    pub(super) fn rest(&mut self) -> Vec<String> {
        self.rest_of_lines().iter().map(|line| shown(line)).collect()
    }

    /// The same, as they are.
    #[track_caller]
    pub(super) fn rest_of_lines(&mut self) -> Vec<Vec<u8>> {
        self.request("\"rest\"", "ping", "{}");
        let end = self.answer("\"rest\"");
        assert!(holds(&end, "{}"), "{}", shown(&end));
        self.passed.drain(..).collect()
    }

    #[track_caller]
    fn find(&mut self, wanted: impl Fn(&[u8]) -> bool, what: &str) -> Vec<u8> {
        if let Some(place) = self.passed.iter().position(|line| wanted(line)) {
            return self.passed.remove(place).unwrap();
        }
        loop {
            let line = self.fresh(what);
            if wanted(&line) {
                return line;
            }
            self.passed.push_back(line);
        }
    }

    #[track_caller]
    fn fresh(&mut self, what: &str) -> Vec<u8> {
        match self.lines.recv_timeout(DEADLINE) {
            Ok(line) => line,
            Err(error) => {
                let seen: Vec<_> = self.passed.iter().map(|line| shown(line)).collect();
                panic!("{what} did not come ({error}); what came: {seen:#?}");
            }
        }
    }

    /// Closes stdin.
    pub(super) fn close(&mut self) {
        self.input = None;
    }

    /// The process id of mcpgw.
    pub(super) fn id(&self) -> u32 {
        self.process.id()
    }

    /// Waits until mcpgw has ended.
    #[track_caller]
    pub(super) fn end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < deadline, "mcpgw does not end");
            std::thread::park_timeout(Duration::from_millis(2));
        }
    }

    /// Everything that is still to come, after mcpgw has ended.
    pub(super) fn last_lines(&mut self) -> Vec<Vec<u8>> {
        let mut lines: Vec<_> = self.passed.drain(..).collect();
        lines.extend(self.lines.iter());
        lines
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // mcpgw ends its children when it is asked to, and not when it is killed.
        self.input = None;
        if let Some(pid) = rustix::process::Pid::from_raw(self.process.id().cast_signed())
            && matches!(self.process.try_wait(), Ok(None))
        {
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
        }
        let _ = self.process.wait();
    }
}
