//! One client's session: from `initialize` to hanging up.

use std::{
    collections::HashSet,
    ops::Range,
    time::{Duration, Instant},
};

use memchr::memmem;

use super::{
    Broken, Outcome, Request, Setup,
    connection::Connection,
    family::Family,
    request::{FIRST_ID, answers, is_notification},
};

const INITIALIZE: &str = r#"{"protocolVersion":"2025-06-18","capabilities":{"sampling":{}},"clientInfo":{"name":"relay-bench","version":"1"}}"#;
const INITIALIZED: &[u8] = b"{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";

/// A session in which calls are made and answers compared with what the child must have said.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) connection: Connection,
    setup: Setup,
    next_id: u32,
}

impl Session {
    /// Sends `initialize` and reads its answer.
    pub(crate) fn initialize(connection: Connection, setup: Setup) -> Outcome<Self> {
        let mut session = Self { connection, setup, next_id: FIRST_ID };
        let answer = session.ask(&mut Request::new("initialize", INITIALIZE))?;
        session.expect("initialize", answer, b"\"protocolVersion\"")?;
        Ok(session)
    }

    /// Tells the server that the handshake is done.
    pub(crate) fn initialized(&self) -> Outcome<()> {
        self.connection.send(INITIALIZED)
    }

    /// The advertised name of a child's tool: that of the last server.
    pub(crate) fn tool(&self, name: &str) -> String {
        match self.setup {
            Setup::Direct | Setup::NullRelay | Setup::HoldingRelay => name.to_owned(),
            Setup::Mcpgw(servers) => advertised(servers, name),
        }
    }

    /// The advertised name of a tool of another server, counted from 1.
    pub(crate) fn tool_of(&self, server: usize, name: &str) -> String {
        match self.setup {
            Setup::Direct | Setup::NullRelay | Setup::HoldingRelay => name.to_owned(),
            Setup::Mcpgw(_) => advertised(server, name),
        }
    }

    /// Lists everything, which must be `tools` tools, and calls a tool of each server, so that all of them run.
    pub(crate) fn warm_up(&mut self, tools: usize) -> Outcome<()> {
        self.initialized()?;
        let mut catalogue = Vec::new();
        self.list(|| {}, |page| catalogue.extend_from_slice(page))?;
        let got = memmem::find_iter(&catalogue, b"\"inputSchema\":").count();
        if got != tools {
            return Err(Broken::Listing { expected: tools, got });
        }
        let servers = if let Setup::Mcpgw(servers) = self.setup { servers } else { 1 };
        for server in 1..=servers {
            let tool = if matches!(self.setup, Setup::Mcpgw(_)) {
                advertised(server, "echo")
            } else {
                self.tool("echo")
            };
            if memmem::find(&catalogue, format!("\"{tool}\"").as_bytes()).is_none() {
                return Err(Broken::Tool(tool));
            }
            let answer = self.ask(&mut Request::call(&tool, "{}"))?;
            self.expect(&tool, answer, b",\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"ok\"}]}}")?;
        }
        Ok(())
    }

    /// Follows `tools/list` to its last page. `asked` is told each time a request has been written.
    pub(crate) fn list(&mut self, mut asked: impl FnMut(), mut page: impl FnMut(&[u8])) -> Outcome<()> {
        let mut parameters = "{}".to_owned();
        loop {
            let id = self.send(&mut Request::new("tools/list", &parameters))?;
            asked();
            let answer = self.answer(id)?;
            let bytes = self.connection.bytes(answer);
            page(bytes);
            let Some(cursor) = next_cursor(bytes) else { return Ok(()) };
            parameters = format!("{{\"cursor\":{cursor}}}");
        }
    }

    /// Sends one request and reads its answer.
    pub(crate) fn ask(&mut self, request: &mut Request) -> Outcome<Range<usize>> {
        let id = self.send(request)?;
        self.answer(id)
    }

    /// Sends one request under the next id, and returns that.
    pub(crate) fn send(&mut self, request: &mut Request) -> Outcome<u32> {
        self.next_id += 1;
        self.connection.send(request.with_id(self.next_id))?;
        Ok(self.next_id)
    }

    /// The answer to `id`, which must be the next frame that is no notification.
    pub(crate) fn answer(&mut self, id: u32) -> Outcome<Range<usize>> {
        loop {
            let frame = self.connection.frame()?;
            let bytes = self.connection.bytes(frame.clone());
            if answers(bytes, id) {
                return Ok(frame);
            }
            if !is_notification(bytes) {
                return Err(unexpected(&format!("request {id}"), bytes));
            }
        }
    }

    /// Reads up to the answer to `id`, and returns how many notifications came before it. `others` may be answered before it
    /// too; those that are leave that set.
    pub(crate) fn answer_among(&mut self, id: u32, others: &mut HashSet<u32>) -> Outcome<u32> {
        let mut notices = 0;
        loop {
            let frame = self.connection.frame()?;
            let bytes = self.connection.bytes(frame);
            if answers(bytes, id) {
                return Ok(notices);
            }
            if is_notification(bytes) {
                notices += 1;
            } else if let Some(other) = others.iter().copied().find(|&other| answers(bytes, other)) {
                others.remove(&other);
            } else {
                return Err(unexpected(&format!("request {id}"), bytes));
            }
        }
    }

    /// Asks mcpgw to end, whatever is under way.
    pub(crate) fn terminate(self) -> Outcome<()> {
        self.connection.terminate()
    }

    /// Hangs up and waits until the process and all that it started have ended, of which there must be so many.
    pub(crate) fn end(self, started: usize) -> Outcome<Duration> {
        let family = Family::of(self.connection.id());
        if family.count() < started {
            return Err(Broken::Family { expected: started, got: family.count() });
        }
        let began = Instant::now();
        self.connection.close()?;
        family.wait_until_gone()?;
        Ok(began.elapsed())
    }

    /// Hangs up and waits for the process to end.
    pub(crate) fn close(self) -> Outcome<()> {
        self.connection.close()
    }

    fn expect(&self, asked: &str, answer: Range<usize>, said: &[u8]) -> Outcome<()> {
        let bytes = self.connection.bytes(answer);
        if memmem::find(bytes, said).is_some() { Ok(()) } else { Err(unexpected(asked, bytes)) }
    }
}

/// The name under which mcpgw lists the tool `name` of a server.
fn advertised(server: usize, name: &str) -> String {
    format!("{}__{name}", super::rig::server_name(server))
}

/// The JSON string after `"nextCursor":`. The children's tools hold no such member.
fn next_cursor(page: &[u8]) -> Option<&str> {
    const MEMBER: &[u8] = b"\"nextCursor\":";
    let text = page.get(memmem::rfind(page, MEMBER)? + MEMBER.len()..)?.trim_ascii_start();
    let text = str::from_utf8(&text[..text.len().min(4096)]).ok()?;
    let inner = text.strip_prefix('"')?;
    let mut escaped = false;
    let end = inner.find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })?;
    Some(&text[..end + 2])
}

pub(super) fn unexpected(asked: &str, got: &[u8]) -> Broken {
    Broken::Answer {
        asked: asked.to_owned(),
        got: String::from_utf8_lossy(&got[..got.len().min(300)]).into_owned(),
    }
}
