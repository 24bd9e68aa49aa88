//! The tool `ask`: a call that asks the client back, several times, before it is answered.
//!
//! `{"who":"W","asks":N}` reports progress 0, makes request 0, waits for its answer, reports progress 1, and so on. Request
//! K carries `"who":"W/K@PID"`, and its answer has to carry the same, as a member of the result or as the error's message.
//! What is not as it should be stands in the answer of the call, or in the file `strays` if it is nobody's.

use std::collections::HashSet;

use crate::members::member;

/// The requests, in turn.
const METHODS: [&str; 3] = ["sampling/createMessage", "elicitation/create", "roots/list"];

/// A call that is not answered yet.
struct Call {
    id: Vec<u8>,
    progress: Option<Vec<u8>>,
    who: String,
    asks: usize,
    /// How many requests it has made, the last of which is open.
    made: usize,
    /// The id token of that one.
    asked: String,
}

/// All calls of the tool.
#[derive(Default)]
pub(crate) struct Asker {
    calls: Vec<Call>,
    last: usize,
    /// Requests that were taken back: an answer may cross that.
    taken_back: HashSet<String>,
}

impl Asker {
    /// Takes a call.
    pub(crate) fn call(&mut self, id: &[u8], params: &[u8]) -> Vec<u8> {
        let arguments = member(params, "arguments").unwrap_or_default();
        let progress = member(params, "_meta").and_then(|meta| member(meta, "progressToken"));
        let mut call = Call {
            id: id.to_vec(),
            progress: progress.map(<[u8]>::to_vec),
            who: text(member(arguments, "who").unwrap_or_default()),
            asks: text(member(arguments, "asks").unwrap_or_default()).parse().unwrap_or(1),
            made: 0,
            asked: String::new(),
        };
        let said = self.next(&mut call);
        self.calls.push(call);
        said
    }

    /// Takes an answer to a request, or says that nobody waits for it.
    pub(crate) fn answer(&mut self, line: &[u8]) -> Result<Vec<u8>, ()> {
        let id = lossy(member(line, "id").unwrap_or_default());
        let Some(place) = self.calls.iter().position(|call| call.asked == id) else {
            return if self.taken_back.contains(&id) { Ok(Vec::new()) } else { Err(()) };
        };
        let mut call = self.calls.swap_remove(place);
        let result = member(line, "result").and_then(|result| member(result, "who"));
        let error = member(line, "error").and_then(|error| member(error, "message"));
        let said = text(result.or(error).unwrap_or_default());
        let expected = name(&call.who, call.made - 1);
        if said != expected {
            return Ok(answered(&call.id, &format!("{{\"wrong\":\"{said} for {expected}\"}}")));
        }
        if call.made == call.asks {
            return Ok(answered(&call.id, &format!("{{\"who\":\"{}\"}}", call.who)));
        }
        let said = self.next(&mut call);
        self.calls.push(call);
        Ok(said)
    }

    /// Takes progress of a request, or says that there is no such request.
    pub(crate) fn progress(&self, params: &[u8]) -> Result<(), ()> {
        let token = text(member(params, "progressToken").unwrap_or_default());
        let known = |id: &String| format!("of {}", id.trim_matches('"')) == token;
        let open = self.calls.iter().any(|call| known(&call.asked)) || self.taken_back.iter().any(known);
        if open { Ok(()) } else { Err(()) }
    }

    /// Forgets a call and takes back the request that it made.
    pub(crate) fn cancel(&mut self, params: &[u8]) -> Vec<u8> {
        let id = member(params, "requestId").unwrap_or_default();
        let Some(place) = self.calls.iter().position(|call| call.id == id) else { return Vec::new() };
        let asked = self.calls.swap_remove(place).asked;
        let said = notice("notifications/cancelled", &format!("{{\"requestId\":{asked}}}"));
        self.taken_back.insert(asked);
        said
    }

    /// Progress, and the next request of a call.
    fn next(&mut self, call: &mut Call) -> Vec<u8> {
        let number = call.made;
        call.made += 1;
        self.last += 1;
        // Of two types, each as small as can be: they collide with those of other servers.
        call.asked =
            if self.last.is_multiple_of(2) { format!("\"{}\"", self.last) } else { self.last.to_string() };
        let mut said = Vec::new();
        if let Some(token) = &call.progress {
            let params = format!("{{\"progressToken\":{},\"progress\":{number}}}", lossy(token));
            said = notice("notifications/progress", &params);
        }
        let (id, last, method) = (&call.asked, self.last, METHODS[self.last % METHODS.len()]);
        let who = name(&call.who, number);
        said.extend_from_slice(
            format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"{method}\",\"params\":{{\"who\":\"{who}\",\"_meta\":{{\"progressToken\":\"of {last}\"}}}}}}\n")
                .as_bytes(),
        );
        said
    }
}

fn name(who: &str, number: usize) -> String {
    format!("{who}/{number}@{}", std::process::id())
}

fn notice(method: &str, params: &str) -> Vec<u8> {
    format!("{{\"jsonrpc\":\"2.0\",\"method\":\"{method}\",\"params\":{params}}}\n").into_bytes()
}

fn answered(id: &[u8], result: &str) -> Vec<u8> {
    format!("{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{result}}}\n", lossy(id)).into_bytes()
}

fn text(token: &[u8]) -> String {
    lossy(token).trim_matches('"').to_owned()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
