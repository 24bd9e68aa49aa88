//! The server at the far end: raw, so that it costs next to nothing. It echoes ids verbatim.

use std::{
    collections::HashMap,
    ffi::OsString,
    io::{self, IoSlice, Read as _, Write as _},
    os::{fd::AsFd, unix::net::UnixStream},
    path::PathBuf,
    process::ExitCode,
};

use super::{
    LineReader,
    listing::listing,
    members::{from_member, member},
    text, write_all,
};

/// Serves stdin until it ends.
pub(crate) fn echo_child(mut arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let tools = arguments.next().and_then(|count| count.to_str()?.parse().ok()).unwrap_or(1);
    let mut child = Child {
        listing: listing(tools),
        gate: arguments.next().map(PathBuf::from),
        blobs: HashMap::new(),
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
            Some(_) => {
                self.out.extend_from_slice(b"{\"jsonrpc\":\"2.0\",\"id\":");
                self.out.extend_from_slice(id);
                self.out
                    .extend_from_slice(b",\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}\n");
            }
            None => {}
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
        match member(parameters, b"name") {
            Some(b"\"blob\"") => {
                return self.blob(id, from_member(parameters, b"arguments").unwrap_or(b"{}"));
            }
            Some(b"\"swallow\"") => {
                self.begin(id);
                writeln!(self.out, r#"{{"content":[],"structuredContent":{{"swallowed":{frame}}}}}}}"#)?;
            }
            _ => {
                self.begin(id);
                self.out.extend_from_slice(b"{\"content\":[{\"type\":\"text\",\"text\":\"ok\"}]}}\n");
            }
        }
        Ok(())
    }

    /// A result of the size named in the arguments. SDKs differ in where the id goes, and it matters to whoever
    /// looks for it: Python's and Rust's write it before the result, TypeScript's after.
    fn blob(&mut self, id: &[u8], arguments: &[u8]) -> io::Result<()> {
        let bytes = member(arguments, b"bytes").and_then(|digits| str::from_utf8(digits).ok()?.parse().ok());
        let (bytes, escaped) = (bytes.unwrap_or(1), member(arguments, b"escaped") == Some(b"true"));
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
        write_parts(&mut [&self.out, blob.as_bytes(), &tail].map(IoSlice::new))?;
        self.out.clear();
        Ok(())
    }

    fn pass_gate(&self) -> io::Result<()> {
        let Some(gate) = &self.gate else { return Ok(()) };
        UnixStream::connect(gate)?.read(&mut [0]).map(drop)
    }
}

/// Writes all of `parts` to stdout without joining them.
fn write_parts(mut parts: &mut [IoSlice<'_>]) -> io::Result<()> {
    let stdout = rustix::stdio::stdout();
    while !parts.is_empty() {
        let count = rustix::io::writev(stdout.as_fd(), parts)?;
        IoSlice::advance_slices(&mut parts, count);
    }
    Ok(())
}
