//! What the child asks of the client in the middle of a call.

use std::{
    collections::HashMap,
    io::{self, Write as _},
};

use super::{text, write_parts};

/// Calls that wait for an answer of the client. The child's ids count from 0, as those of the SDKs do, so that those
/// of all children are the same.
#[derive(Debug, Default)]
pub(super) struct Asking {
    next: u64,
    /// The id of the call that each question belongs to.
    calls: HashMap<u64, Vec<u8>>,
    /// Parameters made so far, by size.
    parameters: HashMap<usize, String>,
}

impl Asking {
    /// Asks the client to sample on `bytes` bytes of source code, on behalf of `call`.
    pub(super) fn ask(&mut self, call: &[u8], bytes: usize) -> io::Result<()> {
        let id = self.next;
        let head = format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"sampling/createMessage","params":"#);
        let parameters = self.parameters.entry(bytes).or_insert_with(|| {
            let text = text(bytes, true);
            format!(
                r#"{{"messages":[{{"role":"user","content":{{"type":"text","text":"{text}"}}}}],"maxTokens":100}}"#
            )
        });
        self.calls.insert(id, call.to_vec());
        self.next += 1;
        write_parts(rustix::stdio::stdout(), [head.as_bytes(), parameters.as_bytes(), b"}\n"])
    }

    /// Puts into `out` the answer to the call on whose behalf `id` was asked: how large the client's `frame` was.
    pub(super) fn answered(&mut self, id: &[u8], frame: usize, out: &mut Vec<u8>) -> io::Result<()> {
        let number = str::from_utf8(id).ok().and_then(|digits| digits.parse().ok());
        let Some(call) = number.and_then(|number: u64| self.calls.remove(&number)) else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        out.extend_from_slice(b"{\"jsonrpc\":\"2.0\",\"id\":");
        out.extend_from_slice(&call);
        writeln!(out, r#","result":{{"content":[],"structuredContent":{{"swallowed":{frame}}}}}}}"#)
    }
}
