//! What all tasks of a session share.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::super::outbox::{CONTROL, Outbox};
use super::super::queue::{FrameQueue, LARGE, Progress};
use super::super::router::{Effect, Entry, Kept, Origin, Report, Router};
use super::books;
use super::keeper::Keeper;
use super::memory::Memory;
use super::noise::Noise;
use super::quota::Quota;
use super::refused::Refused;
use super::report;
use super::unkept::Unkept;
use crate::core::model::ServerId;
use crate::core::observe::ServerLog;
use crate::core::platform::{Hint, Writer};
use crate::core::upstream::Launcher;
use crate::core::usage::Meter;
use crate::core::wire::{Edits, IdKey, Line, LineBuffer, Span};

/// The session, as its tasks see it.
pub(super) struct Hub {
    state: Mutex<State>,
    pub launcher: Launcher,
    pub keeper: Keeper,
    /// Where calls are written down, if they are.
    meter: Option<Meter>,
    pub max_frame: usize,
    child_queue: usize,
    /// Woken when the client-bound writer is blocked.
    pub client_blocked: Notify,
    /// Woken when there is room for control frames again.
    pub control_room: Notify,
    /// Woken when the router wants to be called earlier than the timer knows.
    pub timer: Notify,
    /// Woken when nothing is under way any more.
    pub quiet: Notify,
    /// The session ends.
    pub closing: CancellationToken,
    /// It is to end soon: children get little time.
    pub hurry: CancellationToken,
    /// The runs of children, and what they wait for.
    pub tasks: TaskTracker,
    /// What is being kept in the store, which may take its time.
    pub keeping: TaskTracker,
    pub unkept: Unkept,
    /// What the client was refused.
    pub refused: Refused,
}

/// What is changed under the lock, never across an await.
pub(super) struct State {
    pub router: Router,
    pub outbox: Outbox,
    pub client: Arc<Writer>,
    /// Makes who reads the client look whether it has said something.
    pub client_hint: Arc<Hint>,
    pub children: Vec<ChildSide>,
    effects: VecDeque<Effect>,
    /// What happened to calls and is still to be written down.
    pub entries: Vec<Entry>,
    pub memory: Memory,
    touched: Vec<usize>,
    pub armed: Option<Instant>,
    pub draining: bool,
    /// How many calls there may be.
    pub quota: Quota,
}

/// A child as the shell sees it.
#[derive(Default)]
pub(super) struct ChildSide {
    /// Counts its starts: what an earlier run still says doesn't count.
    pub run: u64,
    pub queue: FrameQueue,
    pub writer: Option<Arc<Writer>>,
    pub cancel: CancellationToken,
    /// This run closed its stdin.
    pub deaf: CancellationToken,
    /// Makes who reads its stdout look whether it has answered.
    pub hint: Arc<Hint>,
    /// Woken when its stdin is blocked.
    pub blocked: Arc<Notify>,
    /// Woken when its frames have room again.
    pub room: Arc<Notify>,
    /// The process, while it runs.
    pub pid: Option<u32>,
    /// What it writes that is no message.
    pub noise: Noise,
    /// Where what is said of it goes.
    pub log: ServerLog,
    touched: bool,
}

/// Where the frame that is being routed stands.
pub(super) struct Current<'a> {
    pub buffer: &'a mut LineBuffer,
    pub span: Span,
}

impl Hub {
    pub(super) fn new(
        router: Router,
        client: Writer,
        launcher: Launcher,
        (keeper, meter): (Keeper, Option<Meter>),
        refused: Refused,
        quota: Quota,
        (max_frame, child_queue): (usize, usize),
    ) -> Self {
        let state = State {
            router,
            outbox: Outbox::new(),
            client: Arc::new(client),
            client_hint: Arc::default(),
            children: Vec::new(),
            effects: VecDeque::new(),
            entries: Vec::new(),
            memory: Memory::default(),
            touched: Vec::new(),
            armed: None,
            draining: false,
            quota,
        };
        Self {
            state: Mutex::new(state),
            launcher,
            keeper,
            meter,
            max_frame,
            child_queue,
            client_blocked: Notify::new(),
            control_room: Notify::new(),
            timer: Notify::new(),
            quiet: Notify::new(),
            closing: CancellationToken::new(),
            hurry: CancellationToken::new(),
            tasks: TaskTracker::new(),
            keeping: TaskTracker::new(),
            unkept: Unkept::default(),
            refused,
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Routes every complete line of `buffer` through `route`, then writes what came of it. `true`: a long line is under
    /// way.
    pub(super) fn lines(
        self: &Arc<Self>,
        state: &mut State,
        buffer: &mut LineBuffer,
        route: &impl Fn(&mut Router, &mut LineBuffer, Line),
    ) -> bool {
        while let Some(line) = buffer.next_line() {
            self.line(state, buffer, line, route);
        }
        self.finish(state);
        state.memory.take_back(buffer);
        buffer.is_growing()
    }

    /// The same for one line.
    pub(super) fn line(
        self: &Arc<Self>,
        state: &mut State,
        buffer: &mut LineBuffer,
        line: Line,
        route: &impl Fn(&mut Router, &mut LineBuffer, Line),
    ) {
        route(&mut state.router, buffer, line);
        let (Line::Complete(span) | Line::TooLong(span)) = line;
        self.apply(state, Some(Current { buffer, span }));
    }

    /// Calls the router with something other than a frame.
    pub(super) fn call(self: &Arc<Self>, call: impl FnOnce(&mut Router)) {
        let mut state = self.lock();
        state.router.set_now(Instant::now());
        call(&mut state.router);
        self.apply(&mut state, None);
        self.finish(&mut state);
    }

    /// Carries out what the router wants. Relays mean the frame at `current`.
    pub(super) fn apply(self: &Arc<Self>, state: &mut State, mut current: Option<Current<'_>>) {
        let mut effects = std::mem::take(&mut state.effects);
        state.router.take_effects(&mut effects);
        let alone = effects.len() == 1;
        while let Some(effect) = effects.pop_front() {
            self.carry_out(state, effect, current.as_mut(), alone);
            state.router.take_effects(&mut effects);
        }
        state.effects = effects;
    }

    fn carry_out(
        self: &Arc<Self>,
        state: &mut State,
        effect: Effect,
        current: Option<&mut Current<'_>>,
        alone: bool,
    ) {
        match effect {
            Effect::RelayToChild { child, edits, request } => {
                let Some(current) = current else { return };
                if self.admits(state, child, current.span.len(), request.as_ref()) {
                    let queue = &mut state.children[child].queue;
                    match current.taken(alone) {
                        Some(bytes) => {
                            let edits = edits.shifted(current.span.start());
                            queue.push_large(0, bytes, current.span, edits);
                        }
                        None => queue.push(0, current.frame(), &edits),
                    }
                    state.touch(child);
                }
            }
            Effect::RelayToClient { child, edits } => {
                let Some(current) = current else { return };
                let source = CONTROL + 1 + child;
                match current.taken(alone) {
                    Some(bytes) => {
                        let edits = edits.shifted(current.span.start());
                        state.outbox.push_large(source, bytes, current.span, edits);
                    }
                    None => state.outbox.push(source, current.frame(), &edits),
                }
            }
            Effect::ToChild { child, frame, request } => {
                if self.admits(state, child, frame.len(), request.as_ref()) {
                    state.children[child].queue.push(0, &frame, &Edits::none());
                    state.touch(child);
                }
            }
            Effect::ToClient { origin, frame } => state.tell_client(origin, frame),
            Effect::Replay { child, frame } => {
                let line = Line::Complete(Span::new(0, frame.len()));
                let mut buffer = LineBuffer::of_line(frame);
                match child {
                    Some(child) => self.line(state, &mut buffer, line, &super::child::route(child)),
                    None => self.line(state, &mut buffer, line, &super::client::route),
                }
            }
            Effect::OpenGate => state.outbox.open_gate(),
            Effect::Start { child, server } => {
                state.make_room_for(child);
                super::child::start(self, state, child, server);
            }
            Effect::Stop { child } => state.children[child].cancel.cancel(),
            Effect::LookUp { keys } => self.keeper.look_up(self, keys),
            Effect::Keep { key, kept } => self.keeper.keep(self, *key, state.masked(key.server, *kept)),
            Effect::Refused(refusal) => self.refused.add(*refusal),
            Effect::Report(what) => {
                match &what {
                    Report::Noise { child, line } => state.children[*child].noise.heard(line.len()),
                    Report::Dropped { child: Some(child), .. } => state.children[*child].noise.heard(0),
                    _ => {}
                }
                report::log(state, &what);
            }
        }
    }

    /// Whether a frame fits into a child's queue. If not, its request is taken back; a notification is gone.
    pub(super) fn has_room(
        &self,
        state: &mut State,
        child: usize,
        length: usize,
        request: Option<&IdKey>,
    ) -> bool {
        let side = &state.children[child];
        if side.writer.is_none() {
            return false;
        }
        if side.queue.bytes() + length <= self.child_queue {
            return true;
        }
        match request {
            Some(request) => state.router.child_queue_full(child, request),
            None => report::queue_full(state.router.server(child)),
        }
        false
    }

    /// Writes what is due, and wakes whoever waits for what changed.
    pub(super) fn finish(self: &Arc<Self>, state: &mut State) {
        self.settle(state);
        books::keep(&mut state.router, &mut state.entries, self.meter.as_ref(), self.keeper.clock);
        while let Some(child) = state.touched.pop() {
            let side = &mut state.children[child];
            side.touched = false;
            state.write_child(child);
        }
        self.write_client(state);
        let deadline = state.router.deadline();
        if deadline.is_some_and(|at| state.armed.is_none_or(|armed| at < armed)) {
            state.armed = deadline;
            self.timer.notify_one();
        }
        if state.draining && state.is_drained() {
            self.quiet.notify_one();
        }
    }

    /// Writes to the client what fits.
    pub(super) fn write_client(&self, state: &mut State) {
        let State { outbox, client, client_hint, memory, .. } = state;
        let has_something = !outbox.is_empty();
        match outbox.write(client, |written| memory.keep(written)) {
            Ok(Progress::Empty) if has_something => client_hint.give(),
            Ok(Progress::Empty) => {}
            Ok(Progress::Blocked) => self.client_blocked.notify_one(),
            // The client has closed its end: there is nobody to serve.
            Err(_) => self.closing.cancel(),
        }
        for source in state.outbox.unblocked() {
            match source.checked_sub(CONTROL + 1) {
                Some(child) => state.children[child].room.notify_one(),
                None => self.control_room.notify_one(),
            }
        }
    }
}

impl State {
    /// `kept` without the values that the server was given: a server may say anything of why it failed.
    fn masked(&self, server: ServerId, kept: Kept) -> Kept {
        let Kept::Failed { reason } = kept else { return kept };
        let of_server = |child: &usize| self.router.server(*child).id == server;
        let reason = match (0..self.children.len()).rev().find(of_server) {
            Some(child) => self.children[child].log.mask().text(&reason).into_owned(),
            None => reason,
        };
        Kept::Failed { reason }
    }

    /// Gives `buffer` the memory for its next read. `false`: what comes of it has no room.
    pub(super) fn lend(&mut self, source: usize, buffer: &mut LineBuffer) -> bool {
        let has_room = self.outbox.has_room(source);
        if has_room {
            self.memory.lend(buffer);
        }
        has_room
    }

    /// Whether the client has been answered and told everything.
    pub(super) fn is_drained(&self) -> bool {
        self.outbox.is_empty() && self.router.is_quiet()
    }

    /// Writes to a child what fits.
    pub(super) fn write_child(&mut self, child: usize) {
        let Self { children, memory, .. } = self;
        let side = &mut children[child];
        let Some(writer) = &side.writer else { return };
        match side.queue.write(writer, |_, _, written| {
            if let Some(written) = written {
                memory.keep(written);
            }
        }) {
            Ok(Progress::Empty) => side.hint.give(),
            Ok(Progress::Blocked) => side.blocked.notify_one(),
            Err(_) => {
                side.writer = None;
                side.deaf.cancel();
            }
        }
    }

    fn tell_client(&mut self, origin: Origin, frame: Vec<u8>) {
        let source = match origin {
            Origin::Control => CONTROL,
            Origin::Child(child) => {
                self.make_room_for(child);
                CONTROL + 1 + child
            }
        };
        let line = Span::new(0, frame.len());
        if frame.len() >= LARGE {
            self.outbox.push_large(source, frame, line, Edits::none());
        } else {
            self.outbox.push(source, &frame, &Edits::none());
        }
    }

    /// Logs of servers that may have been removed are not brought back.
    pub(super) fn retire_logs(&self, left: impl Fn(ServerId) -> bool) {
        for (child, side) in self.children.iter().enumerate() {
            if left(self.router.server(child).id) {
                side.log.retire();
            }
        }
    }

    /// Sees to it that there is a place for this child.
    fn make_room_for(&mut self, child: usize) {
        while self.children.len() <= child {
            self.children.push(ChildSide::default());
            self.outbox.add_source();
        }
    }

    fn touch(&mut self, child: usize) {
        if !std::mem::replace(&mut self.children[child].touched, true) {
            self.touched.push(child);
        }
    }
}

impl Current<'_> {
    fn frame(&self) -> &[u8] {
        self.span.of(self.buffer.bytes())
    }

    /// The memory of a large frame, if it goes to one place only.
    fn taken(&mut self, alone: bool) -> Option<Vec<u8>> {
        (alone && self.span.len() >= LARGE).then(|| self.buffer.take())
    }
}
