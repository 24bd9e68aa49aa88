//! Runs a child: starts it, reads it, notices its end.

use std::io::ErrorKind;
use std::process::ExitStatus;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;

use super::super::outbox::CONTROL;
use super::super::router::{Failure, Router};
use super::hub::{Hub, State};
use super::sink;
use crate::core::model::{Borrower, Server};
use crate::core::observe::ServerLog;
use crate::core::platform::time::timeout;
use crate::core::platform::{Exit, Group, Hint, Reader, Writer};
use crate::core::upstream::{Child, LockedCause, SpawnError, StderrTail, stop, telling};
use crate::core::wire::{Line, LineBuffer};

/// How long what an ended child wrote is still read.
const DRAIN: Duration = Duration::from_millis(20);
/// How many of an ended child's last lines are looked through for one that tells why.
const LAST_WORDS: usize = 8;
/// How long a child that closed its stdout or stdin has to end by itself before it is ended.
const LINGER: Duration = Duration::from_millis(100);

/// Starts a run of `child` on a task of its own.
pub(super) fn start(hub: &Arc<Hub>, state: &mut State, child: usize, server: Arc<Server>) {
    if hub.closing.is_cancelled() {
        return;
    }
    let side = &mut state.children[child];
    side.cancel.cancel();
    side.cancel = CancellationToken::new();
    side.deaf = CancellationToken::new();
    // What wakes an earlier run, which may still linger, is not meant for this one, nor the other way round.
    side.blocked = Arc::default();
    side.room = Arc::default();
    side.run += 1;
    side.log = hub.launcher.recorder.server(server.id);
    let (cancel, deaf, number) = (side.cancel.clone(), side.deaf.clone(), side.run);
    let hub = Arc::clone(hub);
    let task = hub.tasks.clone();
    task.spawn(async move { Run { hub, child, number, server }.go(cancel, deaf).await });
}

/// One life of a child.
struct Run {
    hub: Arc<Hub>,
    child: usize,
    number: u64,
    server: Arc<Server>,
}

impl Run {
    async fn go(self, cancel: CancellationToken, deaf: CancellationToken) {
        let starting = self.hub.launcher.start(Some(Borrower::of(&self.server)), &self.server.launch);
        let started = tokio::select! {
            biased;
            // A secret's command, or a keyring, may take its time.
            () = cancel.cancelled() => return,
            () = self.hub.closing.cancelled() => return,
            started = starting => started,
        };
        let started = match started {
            Ok(started) => started,
            Err(SpawnError::Locked(locked)) => {
                let remedy = locked.remedy(self.server.name.as_str());
                let failure = match locked.cause {
                    LockedCause::Command { .. } => Failure::NoSecret,
                    _ => Failure::Locked,
                };
                return self.failed(&format!("can't be started: {locked}; run: {remedy}"), failure);
            }
            Err(error) => return self.failed(&refusal(&error), Failure::Ended),
        };
        let Child { stdin, stdout, stderr, group, log, mut exit } = started;
        if !self.adopt(stdin, stdout.hint(), group, &log) {
            stop(None, exit, group, std::future::ready(())).await;
            return;
        }
        let mut reading = tokio::spawn(read(Arc::clone(&self.hub), self.child, self.number, stdout));
        let writing = tokio::spawn(sink::child(Arc::clone(&self.hub), self.child));
        tokio::select! {
            biased;
            () = cancel.cancelled() => {}
            () = self.hub.closing.cancelled() => {}
            status = exit.wait() => {
                // What it wrote before it ended is still served.
                let _ = timeout(DRAIN, &mut reading).await;
                self.gone(&describe(status.ok(), &stderr));
            }
            _ = &mut reading => {
                let status = timeout(LINGER, exit.wait()).await.ok().and_then(Result::ok);
                self.gone(&ended_or("closed its output", status, &stderr));
            }
            () = deaf.cancelled() => {
                // That it ended may show first in this way.
                let status = timeout(LINGER, exit.wait()).await.ok().and_then(Result::ok);
                let _ = timeout(DRAIN, &mut reading).await;
                self.gone(&ended_or("closed its input", status, &stderr));
            }
        }
        reading.abort();
        writing.abort();
        self.release(exit, group, &log).await;
    }

    /// Takes the child's stdin into service, and says that it runs. `false`: this run was given up meanwhile.
    fn adopt(&self, stdin: Writer, hint: Arc<Hint>, group: Group, log: &ServerLog) -> bool {
        {
            let mut state = self.hub.lock();
            let side = &mut state.children[self.child];
            if side.run != self.number || side.cancel.is_cancelled() || self.hub.closing.is_cancelled() {
                return false;
            }
            side.queue = super::super::queue::FrameQueue::default();
            side.writer = Some(Arc::new(stdin));
            side.hint = hint;
            side.log = log.clone();
            side.pid = u32::try_from(group.id()).ok();
        }
        let mask = log.mask().clone();
        self.hub.call(|router| {
            router.conceal(self.child, mask);
            router.child_spawned(self.child);
        });
        true
    }

    fn gone(&self, reason: &str) {
        self.failed(reason, Failure::Ended);
    }

    fn failed(&self, reason: &str, failure: Failure) {
        // A run that the router has given up already is nothing new to it.
        let current = {
            let side = &self.hub.lock().children[self.child];
            side.run == self.number && !side.cancel.is_cancelled()
        };
        if current {
            self.hub.call(|router| router.child_gone(self.child, reason, failure));
        }
    }

    /// Closes the child's stdin and ends its whole group.
    async fn release(self, exit: Exit, group: Group, log: &ServerLog) {
        {
            let mut state = self.hub.lock();
            let side = &mut state.children[self.child];
            if side.run == self.number {
                side.writer = None;
                side.pid = None;
            }
        }
        if let Some(status) = stop(None, exit, group, self.hub.hurry.cancelled()).await {
            log.event(&format!("process {} is gone: {status}", group.id()));
        }
    }
}

/// Reads one run of a child to the end of its stdout.
async fn read(hub: Arc<Hub>, child: usize, number: u64, mut stdout: Reader) {
    let mut buffer = LineBuffer::new(hub.max_frame);
    let room = Arc::clone(&hub.lock().children[child].room);
    let route = route(child);
    loop {
        if stdout.ready().await.is_err() {
            break;
        }
        let most = {
            let mut state = hub.lock();
            let has_room = state.lend(CONTROL + 1 + child, &mut buffer);
            has_room.then(|| state.children[child].noise.piece(usize::MAX))
        };
        let Some(most) = most else {
            room.notified().await;
            continue;
        };
        let into = buffer.room();
        let piece = most.min(into.len());
        let is_noisy = piece < into.len();
        let count = match stdout.try_read(&mut into[..piece]) {
            Ok(count @ 1..) => count,
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                hub.lock().memory.take_back(&mut buffer);
                continue;
            }
            _ => break,
        };
        buffer.filled(count);
        let Some((is_long, pause)) = lines(&hub, child, number, &mut buffer, &route) else { break };
        if is_long {
            stdout.widen();
        }
        match pause {
            Some(pause) => crate::core::platform::time::sleep(pause).await,
            // There is more already: others get their turn first.
            None if count == piece && is_noisy => tokio::task::yield_now().await,
            None => tokio::task::coop::consume_budget().await,
        }
    }
    if let Some(rest) = buffer.remainder() {
        let mut state = hub.lock();
        if state.children[child].run == number {
            hub.line(&mut state, &mut buffer, rest, &route);
            hub.finish(&mut state);
        }
    }
}

/// Routes what a run has said: whether a long line is under way, and how long nothing more is to be read. Nothing: it is over.
fn lines(
    hub: &Arc<Hub>,
    child: usize,
    number: u64,
    buffer: &mut LineBuffer,
    route: &impl Fn(&mut Router, &mut LineBuffer, Line),
) -> Option<(bool, Option<Duration>)> {
    let now = Instant::now();
    let mut state = hub.lock();
    if state.children[child].run != number {
        return None;
    }
    state.router.set_now(now);
    let is_long = hub.lines(&mut state, buffer, route);
    Some((is_long, state.children[child].noise.pause(now)))
}

/// What a child did, unless it turns out that it ended.
fn ended_or(what: &str, status: Option<ExitStatus>, stderr: &StderrTail) -> String {
    status.map_or_else(|| what.to_owned(), |status| describe(Some(status), stderr))
}

/// Gives a line of `child` to the router.
pub(super) fn route(child: usize) -> impl Fn(&mut Router, &mut LineBuffer, Line) {
    move |router, buffer, line| match line {
        Line::Complete(span) => {
            let scanned = buffer.scan(span);
            router.child_frame(child, span.of(buffer.bytes()), &scanned);
        }
        Line::TooLong(span) => router.child_line_too_long(child, span.of(buffer.bytes())),
    }
}

/// How a child ended, for a person, with what it said last.
fn describe(status: Option<ExitStatus>, stderr: &StderrTail) -> String {
    let how = status.map_or_else(|| "ended".to_owned(), |status| format!("ended ({status})"));
    match telling(&stderr.last_lines(LAST_WORDS)) {
        Some(line) => format!("{how}: {line}"),
        None => how,
    }
}

/// Why it could not be started, and what to do about it.
fn refusal(error: &SpawnError) -> String {
    match error.remedy() {
        Some(remedy) => format!("can't be started: {error}; {remedy}"),
        None => format!("can't be started: {error}"),
    }
}
