//! The other direction: what the child asks of the client and tells it in the middle of a call.

use std::ops::Range;

use super::{
    Broken, Outcome, Request, Session,
    request::{PREFIX, answers, is_notification, is_progress},
    session::unexpected,
};
use crate::process::text;

/// What the child asks for.
const QUESTION: &[u8] = b",\"method\":\"sampling/createMessage\",\"params\":";

/// The client's answer to a question, but for the id.
#[derive(Debug)]
pub(crate) struct Reply {
    tail: Vec<u8>,
}

impl Reply {
    /// A sampled message of `bytes` bytes of source code.
    pub(crate) fn sampled(bytes: usize) -> Self {
        let content = format!(r#"{{"type":"text","text":"{}"}}"#, text(bytes, true));
        let result =
            format!(r#"{{"role":"assistant","content":{content},"model":"m","stopReason":"endTurn"}}"#);
        Self { tail: format!(",\"result\":{result}}}\n").into_bytes() }
    }
}

/// A frame that came from the child.
#[derive(Debug)]
pub(crate) enum Arrival {
    /// The answer that is due.
    Answer(Range<usize>),
    /// A question of so many bytes, which has been answered.
    Question(usize),
}

impl Session {
    /// Sends one request, answers the one question that must come before its answer, and returns the size of that
    /// question and the answer.
    pub(crate) fn ask_and_reply(
        &mut self,
        request: &mut Request,
        reply: &Reply,
    ) -> Outcome<(usize, Range<usize>)> {
        let id = self.send(request)?;
        let Arrival::Question(question) = self.arrival(id, reply)? else { return Err(Broken::NotAsked) };
        match self.arrival(id, reply)? {
            Arrival::Answer(answer) => Ok((question, answer)),
            Arrival::Question(_) => Err(Broken::AskedTwice),
        }
    }

    /// The next frame that is no notification: the answer to `due`, or a question, which gets `reply` under the id
    /// that it has here, whatever that is.
    pub(crate) fn arrival(&mut self, due: u32, reply: &Reply) -> Outcome<Arrival> {
        loop {
            let frame = self.connection.frame()?;
            let bytes = self.connection.bytes(frame.clone());
            if answers(bytes, due) {
                return Ok(Arrival::Answer(frame));
            }
            if let Some(id) = question_id(bytes) {
                self.connection.send_parts([PREFIX, id, &reply.tail])?;
                return Ok(Arrival::Question(bytes.len()));
            }
            if !is_notification(bytes) {
                return Err(unexpected(&format!("request {due}"), bytes));
            }
        }
    }

    /// Sends one request and reads its answer; how often its progress was told before that.
    pub(crate) fn ask_with_progress(&mut self, request: &mut Request) -> Outcome<u32> {
        let id = self.send(request)?;
        let mut told = 0;
        loop {
            let frame = self.connection.frame()?;
            let bytes = self.connection.bytes(frame);
            if is_progress(bytes, id) {
                told += 1;
            } else if answers(bytes, id) {
                return Ok(told);
            } else if !is_notification(bytes) {
                return Err(unexpected(&format!("request {id}"), bytes));
            }
        }
    }
}

/// The id of a question, as it stands there: a number of the child's, or a string of mcpgw's. The child's numbers
/// have fewer digits than those of the client, so that no question looks like an answer that is due.
fn question_id(frame: &[u8]) -> Option<&[u8]> {
    let rest = frame.strip_prefix(PREFIX)?;
    let end = memchr::memchr(b',', &rest[..rest.len().min(64)])?;
    rest[end..].starts_with(QUESTION).then_some(&rest[..end])
}
