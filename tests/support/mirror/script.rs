//! What to say to what was heard.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use crate::asker::Asker;
use crate::fault;
use crate::members::member;

const HELLO: &str = r#"{"protocolVersion":"2025-11-25","capabilities":{"tools":{"listChanged":true},"prompts":{"listChanged":true},"resources":{"listChanged":true,"subscribe":true},"completions":{},"logging":{}},"serverInfo":{"name":"mirror","version":"1"}}"#;
const TOOLS: &str = r#"{"tools":[{"name":"say","inputSchema":{"type":"object"}},{"name":"ask","inputSchema":{"type":"object"}},{"name":"hold","inputSchema":{"type":"object"}},{"name":"die","inputSchema":{"type":"object"}},{"name":"deaf","inputSchema":{"type":"object"}},{"name":"shut","inputSchema":{"type":"object"}},{"name":"flood","inputSchema":{"type":"object"}},{"name":"mute","inputSchema":{"type":"object"}}]}"#;

/// What one line leads to.
pub(crate) enum Step {
    /// Write this.
    Say(Vec<u8>),
    /// Write each of these after that time, one after another, and read on meanwhile.
    Later(Vec<(Duration, Vec<u8>)>),
    /// Write lines that are no messages without end.
    Noise,
    /// End at once, with a failure.
    Die,
    /// Never read again.
    Deaf,
    /// Close stdin, and live on.
    Shut,
    /// Write without end.
    Flood,
    /// Close stdout, and live on.
    Mute,
}

/// The answers, looked up anew each time: a test may change them meanwhile.
pub(crate) struct Script {
    directory: PathBuf,
    pages: HashMap<String, usize>,
    asker: Asker,
}

impl Script {
    pub(crate) fn new(directory: PathBuf) -> Self {
        Self { directory, pages: HashMap::new(), asker: Asker::default() }
    }

    /// What to do about `line`.
    pub(crate) fn step(&mut self, line: &[u8]) -> io::Result<Step> {
        let params = member(line, "params").unwrap_or_default();
        let Some(method) = member(line, "method").map(text) else {
            let said = self.asker.answer(line).or_else(|()| self.stray(line))?;
            return Ok(Step::Say(said));
        };
        let Some(id) = member(line, "id") else {
            return Ok(Step::Say(match method.as_str() {
                "notifications/cancelled" => self.asker.cancel(params),
                "notifications/progress" if self.asker.progress(params).is_err() => self.stray(line)?,
                _ => Vec::new(),
            }));
        };
        if method == "initialize" {
            self.wait_at_gate()?;
        }
        if let Ok(reply) = fs::read(self.directory.join("reply").join(method.replace('/', "."))) {
            return Ok(Step::Say(splice(&reply, "@ID@", id)));
        }
        let result = match method.as_str() {
            "tools/call" => return self.call(id, params),
            "initialize" => HELLO.to_owned(),
            "tools/list" | "prompts/list" | "resources/list" | "resources/templates/list" | "tasks/list" => {
                self.page(&method, params)
            }
            _ => "{}".to_owned(),
        };
        Ok(Step::Say(answer(id, &result)))
    }

    fn wait_at_gate(&self) -> io::Result<()> {
        let gate = self.directory.join("gate");
        if gate.exists() {
            fs::read(gate)?;
        }
        let slow = fs::read_to_string(self.directory.join("slow")).ok();
        if let Some(ms) = slow.and_then(|ms| ms.trim().parse().ok()) {
            std::thread::sleep(Duration::from_millis(ms));
        }
        Ok(())
    }

    /// Keeps a line that is for none of the requests made here.
    fn stray(&self, line: &[u8]) -> io::Result<Vec<u8>> {
        let mut strays = OpenOptions::new().append(true).create(true).open(self.directory.join("strays"))?;
        strays.write_all(line)?;
        Ok(Vec::new())
    }

    fn call(&mut self, id: &[u8], params: &[u8]) -> io::Result<Step> {
        let tool = member(params, "name").map(text).unwrap_or_default();
        let script = member(params, "arguments").and_then(|arguments| member(arguments, "script")).map(text);
        Ok(match (tool.as_str(), script) {
            ("say", Some(name)) => {
                let said = fs::read(self.directory.join("say").join(name))?;
                Step::Say(splice(&said, "@ID@", id))
            }
            ("ask", _) => Step::Say(self.asker.call(id, params)),
            ("die", _) => Step::Die,
            ("deaf", _) => Step::Deaf,
            ("shut", _) => Step::Shut,
            ("flood", _) => Step::Flood,
            ("mute", _) => Step::Mute,
            ("hold", _) => Step::Say(Vec::new()),
            (tool, _) => {
                let arguments = member(params, "arguments").unwrap_or(b"{}");
                fault::step(tool, id, arguments).unwrap_or_else(|| Step::Say(answer(id, r#"{"content":[]}"#)))
            }
        })
    }

    fn page(&mut self, method: &str, params: &[u8]) -> String {
        let count = self.pages.entry(method.to_owned()).or_default();
        *count += 1;
        let file = self.directory.join("pages").join(method.replace('/', "."));
        let Ok(pages) = fs::read_to_string(file) else {
            return if method == "tools/list" { TOOLS.to_owned() } else { "{}".to_owned() };
        };
        let cursor = member(params, "cursor").map_or_else(|| "-".to_owned(), lossy);
        let mut lines = pages.lines().filter_map(|line| line.split_once('\t'));
        let result = lines.find(|(which, _)| *which == cursor || *which == "*").map(|(_, result)| result);
        result.unwrap_or("{}").replace("@N@", &count.to_string())
    }
}

fn answer(id: &[u8], result: &str) -> Vec<u8> {
    [b"{\"jsonrpc\":\"2.0\",\"id\":", id, b",\"result\":", result.as_bytes(), b"}\n"].concat()
}

/// `bytes` with every `mark` replaced.
fn splice(bytes: &[u8], mark: &str, with: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = memchr::memmem::find(rest, mark.as_bytes()) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(with);
        rest = &rest[at + mark.len()..];
    }
    out.extend_from_slice(rest);
    out
}

/// A string token without its quotes; tests use no escapes where the mirror looks.
fn text(token: &[u8]) -> String {
    lossy(token).trim_matches('"').to_owned()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
