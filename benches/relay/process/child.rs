//! The server at the far end: raw, so that it costs next to nothing. It echoes ids verbatim.

use std::{
    collections::HashMap,
    ffi::OsString,
    io::{self, Read as _, Write as _},
    os::unix::net::UnixStream,
    path::PathBuf,
    process::ExitCode,
};

use super::{
    LineReader,
    asking::Asking,
    listing::listing,
    members::{first_of, from_member, member},
    text, trouble, write_all, write_parts,
};

/// Serves stdin until it ends.
pub(crate) fn echo_child(mut arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let tools = arguments.next().and_then(|count| count.to_str()?.parse().ok()).unwrap_or(1);
    let mut child = Child {
        listing: listing(tools),
        gate: arguments.next().map(PathBuf::from),
        blobs: HashMap::new(),
        asking: Asking::default(),
        out: Vec::with_capacity(64 << 10),
    };
    match child.serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

struct Child {
    /// The array of all tools.
    listing: String,
    /// A socket to report to once initialised; nothing more is read until its other end closes the connection.
    gate: Option<PathBuf>,
    /// Results made so far, by size and whether they hold escapes.
    blobs: HashMap<(usize, bool), String>,
    /// What it asks of the client.
    asking: Asking,
    /// The answer being made. Each is written by itself, as servers do.
    out: Vec<u8>,
}

impl Child {
    fn serve(&mut self) -> io::Result<()> {
        let mut lines = LineReader::new(rustix::stdio::stdin(), 256 << 10);
        while let Some(line) = lines.next()? {
            self.answer(lines.bytes(line))?;
            write_all(rustix::stdio::stdout(), &self.out)?;
            self.out.clear();
        }
        Ok(())
    }

    fn answer(&mut self, line: &[u8]) -> io::Result<()> {
        let Some(id) = member(line, b"id") else {
            return if member(line, b"method") == Some(b"\"notifications/initialized\"") {
                self.pass_gate()
            } else {
                Ok(())
            };
        };
        match first_of(line, &[b"method", b"result", b"error"]) {
            Some((b"method", _)) => self.serve_request(id, line),
            Some((b"result", _)) => self.asking.answered(id, line.len(), &mut self.out),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    fn serve_request(&mut self, id: &[u8], line: &[u8]) -> io::Result<()> {
        let parameters = || from_member(line, b"params").unwrap_or(b"{}");
        match member(line, b"method") {
            Some(b"\"tools/call\"") => self.call(id, parameters(), line.len())?,
            Some(b"\"tools/list\"") => {
                self.begin(id);
                self.out.extend_from_slice(b"{\"tools\":");
                self.out.extend_from_slice(self.listing.as_bytes());
                self.out.extend_from_slice(b"}}\n");
            }
            Some(b"\"initialize\"") => self.initialize(id, parameters()),
            Some(b"\"ping\"") => {
                self.begin(id);
                self.out.extend_from_slice(b"{}}\n");
            }
            _ => {
                self.out.extend_from_slice(b"{\"jsonrpc\":\"2.0\",\"id\":");
                self.out.extend_from_slice(id);
                self.out
                    .extend_from_slice(b",\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}\n");
            }
        }
        Ok(())
    }

    /// The part of an answer that comes before its result.
    fn begin(&mut self, id: &[u8]) {
        self.out.extend_from_slice(b"{\"jsonrpc\":\"2.0\",\"id\":");
        self.out.extend_from_slice(id);
        self.out.extend_from_slice(b",\"result\":");
    }

    fn initialize(&mut self, id: &[u8], parameters: &[u8]) {
        self.begin(id);
        self.out.extend_from_slice(b"{\"protocolVersion\":");
        self.out.extend_from_slice(member(parameters, b"protocolVersion").unwrap_or(b"\"2025-06-18\""));
        self.out.extend_from_slice(b",\"capabilities\":{\"tools\":{}},");
        self.out.extend_from_slice(b"\"serverInfo\":{\"name\":\"echo\",\"version\":\"1\"}}}\n");
    }

    fn call(&mut self, id: &[u8], parameters: &[u8], frame: usize) -> io::Result<()> {
        let arguments = || from_member(parameters, b"arguments").unwrap_or(b"{}");
        match member(parameters, b"name") {
            Some(b"\"blob\"") => return self.blob(id, arguments()),
            Some(b"\"ask\"") => return self.asking.ask(id, number(arguments(), b"bytes")),
            Some(b"\"report\"") => {
                report(from_member(parameters, b"_meta").unwrap_or(b"{}"), number(arguments(), b"steps"))?;
                self.say_ok(id);
            }
            Some(b"\"hold\"") => {}
            Some(b"\"stick\"") => trouble::stick(),
            Some(b"\"exit\"") => return Err(io::ErrorKind::Interrupted.into()),
            Some(b"\"noise\"") => {
                trouble::noise();
                self.say_ok(id);
            }
            Some(b"\"chatter\"") => {
                trouble::chatter(number(arguments(), b"rate"));
                self.say_ok(id);
            }
            Some(b"\"pid\"") => {
                self.begin(id);
                let own = std::process::id();
                writeln!(self.out, r#"{{"content":[],"structuredContent":{{"pid":{own}}}}}}}"#)?;
            }
            Some(b"\"swallow\"") => {
                self.begin(id);
                writeln!(self.out, r#"{{"content":[],"structuredContent":{{"swallowed":{frame}}}}}}}"#)?;
            }
            _ => self.say_ok(id),
        }
        Ok(())
    }

    fn say_ok(&mut self, id: &[u8]) {
        self.begin(id);
        self.out.extend_from_slice(b"{\"content\":[{\"type\":\"text\",\"text\":\"ok\"}]}}\n");
    }

    /// A result of the size named in the arguments. SDKs differ in where the id goes, and it matters to whoever
    /// looks for it: Python's and Rust's write it before the result, TypeScript's after.
    fn blob(&mut self, id: &[u8], arguments: &[u8]) -> io::Result<()> {
        let bytes = number(arguments, b"bytes");
        let escaped = member(arguments, b"escaped") == Some(b"true");
        let mut tail = Vec::with_capacity(64);
        if member(arguments, b"id") == Some(b"\"last\"") {
            self.out.extend_from_slice(b"{\"result\":");
            tail.extend_from_slice(b",\"jsonrpc\":\"2.0\",\"id\":");
            tail.extend_from_slice(id);
        } else {
            self.begin(id);
        }
        tail.extend_from_slice(b"}\n");
        let blob = self.blobs.entry((bytes, escaped)).or_insert_with(|| {
            format!("{{\"content\":[{{\"type\":\"text\",\"text\":\"{}\"}}]}}", text(bytes, escaped))
        });
        write_parts(rustix::stdio::stdout(), [&self.out, blob.as_bytes(), &tail])?;
        self.out.clear();
        Ok(())
    }

    fn pass_gate(&self) -> io::Result<()> {
        let Some(gate) = &self.gate else { return Ok(()) };
        UnixStream::connect(gate)?.read(&mut [0]).map(drop)
    }
}

/// Notifies of `steps` steps of a call, each in a write of its own, as servers do while they work.
fn report(meta: &[u8], steps: usize) -> io::Result<()> {
    let token = member(meta, b"progressToken").unwrap_or(b"null");
    for step in 1..=steps {
        let head = br#"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":"#;
        let tail = format!(",\"progress\":{step},\"total\":{steps},\"message\":\"reading\"}}}}\n");
        write_parts(rustix::stdio::stdout(), [head, token, tail.as_bytes()])?;
    }
    Ok(())
}

/// The whole number under `key`; 1 if there is none.
fn number(arguments: &[u8], key: &[u8]) -> usize {
    member(arguments, key).and_then(|digits| str::from_utf8(digits).ok()?.parse().ok()).unwrap_or(1)
}
