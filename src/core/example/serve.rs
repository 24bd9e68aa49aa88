//! One connection: lines in, answers out, long calls beside.

use std::collections::HashMap;
use std::io::{self, BufRead, Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Scope};
use std::time::Duration;

use serde_json::{Value, json};

use super::call::{Call, Cancellation, Line, LogLevel, Stopped};
use super::message::{self, Incoming, RpcError, response};
use super::revision::Revision;

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 1 << 20;
/// How many long calls may run at once.
const MOST_CALLS: usize = 16;
/// How long calls may go on after the input has ended: their answers may still be wanted.
const LAST_ANSWERS: Duration = Duration::from_secs(1);

/// A server's side of the protocol that is its own; [`serve`] does the rest.
pub(super) trait Server: Sync {
    /// `serverInfo`, without the members that every server here shares.
    fn info(&self) -> Info;

    /// Answers a request that [`serve`] doesn't know itself.
    fn answer(&self, method: &str, params: &Value, revision: Revision) -> Result<Outcome, RpcError>;
}

/// What `initialize` tells of a server.
pub(super) struct Info {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) instructions: &'static str,
    /// The latest revision's; members that came later than the client's are taken out.
    pub(super) capabilities: Value,
}

/// The work of a long call.
pub(super) type Work = Box<dyn FnOnce(&Call<'_>) -> Result<Value, Stopped> + Send>;

/// A result, or how to get it.
pub(super) enum Outcome {
    Now(Value),
    /// Runs beside the connection and can be cancelled.
    Later(Work),
}

/// Serves one client until its input ends, then cancels what doesn't end by itself.
pub(super) fn serve(
    server: &impl Server,
    mut input: impl BufRead,
    output: impl Write + Send,
) -> io::Result<()> {
    let line = Line::new(output);
    let send = |message: &Value| line.write(message);
    let shared =
        Shared { send: &send, level: LogLevel::default(), running: Mutex::default(), ended: Condvar::new() };
    thread::scope(|scope| {
        let mut connection = Connection { server, shared: &shared, scope, revision: None };
        let served = connection.run(&mut input);
        shared.finish();
        served
    })
}

/// What the connection and its long calls share.
struct Shared<'a> {
    send: &'a (dyn Fn(&Value) -> io::Result<()> + Sync),
    level: LogLevel,
    /// Long calls by their request's id, as JSON text.
    running: Mutex<HashMap<String, Arc<Cancellation>>>,
    /// Told whenever one of them has ended.
    ended: Condvar,
}

impl Shared<'_> {
    fn running(&self) -> MutexGuard<'_, HashMap<String, Arc<Cancellation>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits a little for the long calls, and cancels those that go on.
    fn finish(&self) {
        let waited =
            self.ended.wait_timeout_while(self.running(), LAST_ANSWERS, |running| !running.is_empty());
        for cancellation in waited.unwrap_or_else(PoisonError::into_inner).0.values() {
            cancellation.cancel();
        }
    }
}

struct Connection<'scope, 'env, S> {
    server: &'env S,
    shared: &'env Shared<'env>,
    scope: &'scope Scope<'scope, 'env>,
    /// Set by `initialize`.
    revision: Option<Revision>,
}

/// An answer that is there, or a long call that will give one.
enum Pending {
    Ready(Value),
    Running { id: Value, work: Work, cancellation: Arc<Cancellation>, progress_token: Option<Value> },
}

impl<S: Server> Connection<'_, '_, S> {
    fn run(&mut self, input: &mut impl BufRead) -> io::Result<()> {
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(());
            }
            if bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n") {
                input.skip_until(b'\n')?;
                let error = RpcError::invalid_request(format!("a line is longer than {LONGEST_LINE} bytes"));
                (self.shared.send)(&response(&Value::Null, Err(error)))?;
            } else if !bytes.trim_ascii().is_empty() {
                self.line(&bytes)?;
            }
        }
    }

    fn line(&mut self, bytes: &[u8]) -> io::Result<()> {
        let (messages, is_batch) = match serde_json::from_slice(bytes) {
            Ok(Value::Array(batch))
                if self.revision.is_some_and(Revision::has_batches) && !batch.is_empty() =>
            {
                (batch, true)
            }
            Ok(message) => (vec![message], false),
            Err(error) => {
                return (self.shared.send)(&response(&Value::Null, Err(RpcError::parse(error.to_string()))));
            }
        };
        let pending: Vec<_> = messages.into_iter().filter_map(|message| self.message(message)).collect();
        if pending.iter().all(|pending| matches!(pending, Pending::Ready(_))) {
            return finish(pending, is_batch, self.shared, self.revision);
        }
        let (shared, revision) = (self.shared, self.revision);
        self.scope.spawn(move || finish(pending, is_batch, shared, revision));
        Ok(())
    }

    /// Acts on one message; only requests, and what can't be read, have an answer.
    fn message(&mut self, message: Value) -> Option<Pending> {
        match message::read(message) {
            Incoming::Request { id, method, params } => Some(self.request(id, &method, &params)),
            Incoming::Notification { method, params } => {
                if method == "notifications/cancelled"
                    && let Some(cancellation) = self.shared.running().get(&params["requestId"].to_string())
                {
                    cancellation.cancel();
                }
                None
            }
            Incoming::Response => None,
            Incoming::Unreadable { id, error } => Some(Pending::Ready(response(&id, Err(error)))),
        }
    }

    fn request(&mut self, id: Value, method: &str, params: &Value) -> Pending {
        let work = match self.outcome(method, params) {
            Ok(Outcome::Later(work)) => work,
            Ok(Outcome::Now(result)) => return Pending::Ready(response(&id, Ok(result))),
            Err(error) => return Pending::Ready(response(&id, Err(error))),
        };
        let mut running = self.shared.running();
        let key = id.to_string();
        if running.contains_key(&key) {
            let error = RpcError::invalid_request("this id is already in use");
            return Pending::Ready(response(&id, Err(error)));
        }
        if running.len() >= MOST_CALLS {
            let error = RpcError::internal(format!("{MOST_CALLS} calls are running; wait for one to end"));
            return Pending::Ready(response(&id, Err(error)));
        }
        let cancellation = Arc::new(Cancellation::default());
        running.insert(key, Arc::clone(&cancellation));
        let progress_token = params["_meta"].get("progressToken").cloned();
        Pending::Running { id, work, cancellation, progress_token }
    }

    fn outcome(&mut self, method: &str, params: &Value) -> Result<Outcome, RpcError> {
        match (method, self.revision) {
            ("ping", _) => Ok(Outcome::Now(json!({}))),
            ("initialize", None) => self.initialize(params).map(Outcome::Now),
            ("initialize", Some(_)) => {
                Err(RpcError::invalid_request("this connection is already initialised"))
            }
            (_, None) => Err(RpcError::invalid_request("send `initialize` first")),
            ("logging/setLevel", Some(_)) if self.server.info().capabilities.get("logging").is_some() => {
                let level = params["level"].as_str().unwrap_or_default();
                let known = self.shared.level.set(level);
                known
                    .then(|| Outcome::Now(json!({})))
                    .ok_or_else(|| RpcError::invalid_params("no such log level"))
            }
            (_, Some(revision)) => self.server.answer(method, params, revision),
        }
    }

    fn initialize(&mut self, params: &Value) -> Result<Value, RpcError> {
        let requested = params["protocolVersion"].as_str();
        let requested =
            requested.ok_or_else(|| RpcError::invalid_params("\"protocolVersion\" is missing"))?;
        let revision = Revision::negotiate(requested);
        self.revision = Some(revision);
        let Info { name, title, instructions, mut capabilities } = self.server.info();
        let mut info = json!({ "name": name, "title": title, "version": env!("CARGO_PKG_VERSION") });
        revision.trim(&mut capabilities);
        revision.trim(&mut info);
        Ok(json!({
            "protocolVersion": revision.as_str(),
            "capabilities": capabilities,
            "serverInfo": info,
            "instructions": instructions,
        }))
    }
}

/// Runs the long calls among `pending` in turn and sends all answers; a cancelled call has none.
fn finish(
    pending: Vec<Pending>,
    is_batch: bool,
    shared: &Shared<'_>,
    revision: Option<Revision>,
) -> io::Result<()> {
    let revision = revision.unwrap_or(Revision::V2025_11_25);
    let mut answers = Vec::new();
    for one in pending {
        match one {
            Pending::Ready(answer) => answers.push(answer),
            Pending::Running { id, work, cancellation, progress_token } => {
                let (send, level) = (shared.send, &shared.level);
                let call = Call { send, cancellation: &cancellation, level, revision, progress_token };
                let done = work(&call);
                shared.running().remove(&id.to_string());
                shared.ended.notify_all();
                answers.extend(done.ok().map(|result| response(&id, Ok(result))));
            }
        }
    }
    match answers.len() {
        0 => Ok(()),
        _ if is_batch => (shared.send)(&Value::Array(answers)),
        _ => answers.iter().try_for_each(shared.send),
    }
}
