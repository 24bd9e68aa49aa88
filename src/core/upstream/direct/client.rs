//! The connection: requests out, answers in, everything that a server may send meanwhile dealt with.

use std::borrow::Cow;
use std::io::{self, IoSlice};
use std::process::ExitStatus;
use std::time::{Duration, Instant};

use serde_json::value::RawValue;

use super::owned::Owned;
use super::{DirectCause, DirectError, Evidence, Step};
use crate::core::model::{Borrower, Launch};
use crate::core::observe::ServerLog;
use crate::core::platform::time::{timeout, timeout_at};
use crate::core::platform::{Exit, Reader, Writer};
use crate::core::upstream::{Child, Launcher, StderrTail, stop};
use crate::core::wire::{
    self, Envelope, Field, Kind, Line, LineBuffer, RpcError, error_frame, notification_frame, request_frame,
    result_frame,
};

/// How long a process that closed its stdout may take to end, so that its exit status and last words are known.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// How long the output of a process that has ended is read on.
const DRAIN: Duration = Duration::from_millis(20);

/// Lines of stderr that an error shows.
const STDERR_LINES: usize = 8;

/// A connection to one child, which is killed with all that it started when this is dropped.
#[derive(Debug)]
pub struct Direct {
    stdin: Writer,
    stdout: Reader,
    stderr: StderrTail,
    group: Owned,
    exit: Exit,
    exited: Option<ExitStatus>,
    lines: LineBuffer,
    ended: bool,
    outgoing: Vec<u8>,
    last_id: u64,
    noise: Option<String>,
    log: ServerLog,
}

/// The answer to a request, as it came.
#[derive(Debug)]
pub struct Reply {
    frame: Vec<u8>,
    result: wire::Span,
}

impl Reply {
    /// The raw `result`.
    pub fn result(&self) -> &[u8] {
        self.result.of(&self.frame)
    }

    /// The whole frame and where in it the result stands.
    pub(super) fn parts(&self) -> (&[u8], wire::Span) {
        (&self.frame, self.result)
    }
}

impl Direct {
    /// Starts the process. Must be called inside a tokio runtime. `max_frame` bounds each of its lines, bytes.
    pub async fn start(
        server: Option<Borrower>,
        launch: &Launch,
        launcher: &Launcher,
        max_frame: usize,
    ) -> Result<Self, DirectError> {
        Ok(Self::new(launcher.start(server, launch).await?, max_frame))
    }

    /// Takes over a process that was started.
    pub fn new(child: Child, max_frame: usize) -> Self {
        Self {
            stdin: child.stdin,
            stdout: child.stdout,
            stderr: child.stderr,
            group: Owned(child.group),
            exit: child.exit,
            exited: None,
            lines: LineBuffer::new(max_frame),
            ended: false,
            outgoing: Vec::new(),
            last_id: 0,
            noise: None,
            log: child.log,
        }
    }

    /// Sends a request and waits for its answer. `limit` starts anew with each progress notification.
    ///
    /// Notifications that come meanwhile go to `on_notification`, whole frames in order.
    pub async fn request(
        &mut self,
        method: &str,
        params: Option<&RawValue>,
        limit: Option<Duration>,
        on_notification: impl FnMut(&[u8]),
    ) -> Result<Reply, DirectError> {
        let answered = self.ask(method, params, limit, on_notification).await;
        match answered {
            Ok(reply) => Ok(reply),
            Err(cause) => Err(self.failure(Step::Request(method.to_owned()), cause).await),
        }
    }

    /// Ends the server: EOF, SIGTERM, SIGKILL to its group, each after a while. Returns how it ended.
    pub async fn stop(self) -> Option<ExitStatus> {
        // Its last words must find a reader, or it might block on them and never see the end of its input.
        let Self { stdin, mut stdout, exit, group, log, .. } = self;
        let drain = async {
            let mut waste = vec![0; 64 * 1024];
            while matches!(stdout.read(&mut waste).await, Ok(1..)) {}
            std::future::pending::<()>().await;
        };
        let process = group.0.id();
        let status = tokio::select! {
            status = stop(Some(stdin), exit, group.0, std::future::pending()) => status,
            () = drain => None,
        };
        if let Some(status) = status {
            log.event(&format!("process {process} is gone: {status}"));
        }
        status
    }

    /// The first line on its stdout that was no message, if there was one: untrusted text.
    pub fn noise(&self) -> Option<&str> {
        self.noise.as_deref()
    }

    /// Sends a notification with the next request.
    pub(super) fn notify(&mut self, method: &str) {
        self.queue(&notification_frame(method, None));
    }

    /// [`Direct::request`] without the evidence.
    pub(super) async fn ask(
        &mut self,
        method: &str,
        params: Option<&RawValue>,
        limit: Option<Duration>,
        mut on_notification: impl FnMut(&[u8]),
    ) -> Result<Reply, DirectCause> {
        self.last_id += 1;
        let id = self.last_id.to_string();
        let params = params.map(one_line);
        self.queue(&request_frame(id.as_bytes(), method, params.as_deref().map(str::as_bytes)));
        let mut deadline = limit.map(|limit| Instant::now() + limit);
        loop {
            let line = match deadline {
                None => self.line().await?,
                Some(deadline) => timeout_at(deadline, self.line())
                    .await
                    .map_err(|_| DirectCause::TimedOut(limit.unwrap_or_default()))??,
            };
            let span = match line {
                None => return Err(DirectCause::Ended),
                Some(Line::TooLong(_)) => {
                    return Err(DirectCause::Malformed("it sent a line above relay.max_frame".to_owned()));
                }
                Some(Line::Complete(span)) => span,
            };
            let frame = span.of(self.lines.bytes());
            let Ok(envelope) = wire::scan(frame) else {
                self.note_noise(span);
                continue;
            };
            match envelope.kind() {
                Kind::Notification => {
                    if is_progress(frame, &envelope) {
                        deadline = limit.map(|limit| Instant::now() + limit);
                    }
                    on_notification(frame);
                }
                Kind::Request if method_of(frame, &envelope).as_deref() == Some("initialize") => {
                    return Err(DirectCause::Malformed(
                        "it says what it is told: that is no MCP server".to_owned(),
                    ));
                }
                Kind::Request => self.answer(span, &envelope),
                Kind::Response if is_answer_to(frame, &envelope, &id) => return reply(frame, &envelope),
                // An answer to nothing: a request of ours that was given up, or a slip of the server.
                Kind::Response => {}
                Kind::Invalid => self.note_noise(span),
            }
        }
    }

    /// Adds the evidence to a cause: how the process ended, if it has, and what it said last.
    pub(super) async fn failure(&mut self, step: Step, cause: DirectCause) -> DirectError {
        if self.ended {
            if self.exited.is_none() {
                self.exited = timeout(LAST_WORDS, self.exit.wait()).await.ok().and_then(Result::ok);
            }
            self.stderr.settle(LAST_WORDS).await;
        }
        let (exit, stderr, noise) = (self.exited, self.stderr.last_lines(STDERR_LINES), self.noise.clone());
        let cause = match cause {
            DirectCause::Refused { code, message, error } => {
                DirectCause::Refused { code, message: self.log.mask().text(&message).into_owned(), error }
            }
            DirectCause::Malformed(what) => DirectCause::Malformed(self.log.mask().text(&what).into_owned()),
            cause => cause,
        };
        DirectError { step, cause, evidence: Box::new(Evidence { exit, stderr, noise }) }
    }

    fn queue(&mut self, frame: &[u8]) {
        self.outgoing.extend_from_slice(frame);
        self.outgoing.push(b'\n');
    }

    /// The next line; meanwhile what is queued is written, so that neither side waits for the other's pipe.
    async fn line(&mut self) -> io::Result<Option<Line>> {
        loop {
            if let Some(line) = self.lines.next_line() {
                return Ok(Some(line));
            }
            if self.ended {
                return Ok(self.lines.remainder());
            }
            if self.exited.is_some() {
                // What it wrote before its end is in the pipe already; a grandchild may hold that open for ever.
                let read = self.stdout.read(self.lines.room());
                let count = timeout(DRAIN, read).await.ok().and_then(Result::ok).unwrap_or(0);
                self.take(count);
                continue;
            }
            tokio::select! {
                count = self.stdout.read(self.lines.room()) => self.take(count?),
                status = self.exit.wait() => self.exited = Some(status?),
                ready = self.stdin.writable(), if !self.outgoing.is_empty() => {
                    ready?;
                    self.write();
                }
            }
        }
    }

    fn take(&mut self, count: usize) {
        self.ended = count == 0;
        self.lines.filled(count);
    }

    fn write(&mut self) {
        match self.stdin.try_write(&[IoSlice::new(&self.outgoing)]) {
            Ok(count) => drop(self.outgoing.drain(..count)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            // It closed its stdin. What that means shows on its stdout: an answer all the same, or the end.
            Err(_) => self.outgoing.clear(),
        }
    }

    /// Answers what a server may ask of a client that declared no capability: `ping`, and nothing else.
    fn answer(&mut self, request: wire::Span, envelope: &Envelope) {
        let frame = request.of(self.lines.bytes());
        let token = |field| envelope.get(field).map(|span| span.of(frame));
        let Some(id) = token(Field::Id) else { return };
        let answer = match token(Field::Method).and_then(wire::unquote).as_deref() {
            Some("ping") => result_frame(id, b"{}"),
            _ => {
                error_frame(Some(id), &RpcError::new(RpcError::METHOD_NOT_FOUND, "this client can't do that"))
            }
        };
        self.queue(&answer);
    }

    fn note_noise(&mut self, line: wire::Span) {
        let text = String::from_utf8_lossy(line.of(self.lines.bytes()));
        if text.trim().is_empty() {
            return;
        }
        self.log.noise(text.trim());
        if self.noise.is_none() {
            self.noise = Some(self.log.mask().text(text.trim()).chars().take(200).collect());
        }
    }
}

/// Raw JSON fit for a frame: its line ends, which stand between tokens in all JSON (RFC 8259, section 7), become spaces.
fn one_line(json: &RawValue) -> Cow<'_, str> {
    let json = json.get();
    let ends = ['\n', '\r'];
    if json.contains(ends) { json.replace(ends, " ").into() } else { json.into() }
}

fn method_of<'a>(frame: &'a [u8], envelope: &Envelope) -> Option<Cow<'a, str>> {
    envelope.get(Field::Method).and_then(|span| wire::unquote(span.of(frame)))
}

fn is_progress(frame: &[u8], envelope: &Envelope) -> bool {
    method_of(frame, envelope).as_deref() == Some("notifications/progress")
}

/// Whether this is the answer to the one request that is out. An error with the id `null` is, too: that is how a server
/// answers a request that it could not read, such as one that is too long for it (JSON-RPC 2.0, section 5).
fn is_answer_to(frame: &[u8], envelope: &Envelope, id: &str) -> bool {
    let token = envelope.get(Field::Id).map(|span| span.of(frame));
    if token == Some(b"null") {
        return envelope.get(Field::Error).is_some();
    }
    let answered = token.and_then(wire::IdKey::from_token);
    answered.is_some() && answered == wire::IdKey::from_token(id.as_bytes())
}

fn reply(frame: &[u8], envelope: &Envelope) -> Result<Reply, DirectCause> {
    if let Some(result) = envelope.get(Field::Result) {
        return Ok(Reply { frame: frame.to_vec(), result });
    }
    let error = envelope
        .get(Field::Error)
        .ok_or_else(|| DirectCause::Malformed("its answer has neither result nor error".to_owned()))?;
    let member = |name| wire::find_member(frame, error, name).map(|span| span.of(frame));
    let code = member("code").map(|code| String::from_utf8_lossy(code).into_owned());
    let message = member("message").and_then(wire::unquote).map(Cow::into_owned);
    Err(DirectCause::Refused {
        code: code.unwrap_or_else(|| "without a code".to_owned()),
        message: message.unwrap_or_else(|| String::from_utf8_lossy(error.of(frame)).into_owned()),
        error: error.of(frame).into(),
    })
}
