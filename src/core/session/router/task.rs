//! Tasks of 2025-11-25 (MCP `basic/utilities/tasks`), whose ids are unique only where they were made.
//!
//! With several servers a server's task is `<alias>:<id>` to the client, wherever the protocol has a task id. A task that the
//! client runs for a server keeps its id, and is that server's alone.

use super::call::OpenCall;
use super::effect::Effect;
use super::reverse::Reverse;
use super::state::Router;
use crate::core::era::Call;
use crate::core::wire::{
    Edits, Envelope, Field, RpcError, Span, elements, error_frame, find_member, quote, unquote,
};

/// The key in `_meta` that ties a message to a task.
const RELATED: &str = "io.modelcontextprotocol/related-task";

impl Router {
    fn labels_tasks(&self, child: usize) -> bool {
        let runs = self.peers[child].hello.as_ref().is_some_and(|hello| hello.offered.runs_tasks());
        runs && self.several
    }

    /// Puts the alias in front of the `taskId` of `object`.
    pub(super) fn label_task(&self, child: usize, frame: &[u8], object: Span, edits: &mut Edits) {
        let id = find_member(frame, object, "taskId").filter(|id| frame[id.start()] == b'"');
        if let Some(id) = id.filter(|_| self.labels_tasks(child)) {
            let inside = Span::new(id.start() + 1, id.start() + 1);
            edits.push(inside, format!("{}:", self.peers[child].server.alias).into_bytes());
        }
    }

    /// The same for the task that `holder`, a `params` or `result`, belongs to.
    pub(super) fn label_related(&self, child: usize, frame: &[u8], holder: Span, edits: &mut Edits) {
        if self.labels_tasks(child)
            && let Some(related) = related(frame, holder)
        {
            self.label_task(child, frame, related, edits);
        }
    }

    /// What an answer says of tasks; a call that became one goes on reporting progress.
    pub(super) fn follow_tasks(
        &mut self,
        child: usize,
        call: &OpenCall,
        frame: &[u8],
        result: Span,
        edits: &mut Edits,
    ) {
        match call.call {
            Call::TaskGet | Call::TaskCancel => self.label_task(child, frame, result, edits),
            Call::TaskList => {
                let tasks = find_member(frame, result, "tasks");
                for task in tasks.into_iter().flat_map(|tasks| elements(frame, tasks)) {
                    self.know_task(child, frame, task);
                }
            }
            _ if call.is_task => {
                if let Some(task) = find_member(frame, result, "task") {
                    self.peers[child].has_tasks = true;
                    self.know_task(child, frame, task);
                    self.label_task(child, frame, task, edits);
                    if let Some(token) = &call.progress {
                        self.task_progress.insert(self.peers[child].server.id, token.clone(), child);
                    }
                }
            }
            _ => {}
        }
        self.label_related(child, frame, result, edits);
    }

    /// The child whose task the client calls `id`, and what that child calls it.
    pub(super) fn task_of<'a>(&self, id: &'a str) -> Option<(usize, &'a str)> {
        let shown = self.order.iter().copied().filter(|&child| self.peers[child].shows_tasks());
        if !self.several {
            return shown.clone().next().map(|only| (only, id));
        }
        let named =
            |alias: &str| shown.clone().find(|&child| self.peers[child].server.alias.as_str() == alias);
        let labelled = id.split_once(':').and_then(|(alias, own)| Some((named(alias)?, own)));
        // It may be from a time when there was one server, whose tasks needed no label.
        let alone = || shown.clone().find(|&child| Some(self.peers[child].server.id) == self.alone);
        labelled.or_else(|| Some((alone()?, id)))
    }

    /// Gives a child back its own id of the task that a message of the client belongs to.
    pub(super) fn unlabel_related(&self, child: usize, frame: &[u8], holder: Span, edits: &mut Edits) {
        if !self.labels_tasks(child) {
            return;
        }
        let id = related(frame, holder).and_then(|related| find_member(frame, related, "taskId"));
        let text = id.and_then(|id| unquote(id.of(frame)));
        let own = text.as_ref().and_then(|text| self.task_of(text)).filter(|(owner, _)| *owner == child);
        if let (Some(id), Some((_, own))) = (id, own) {
            edits.push(id, quote(own));
        }
    }

    /// Remembers whose the task is that the client made of a child's request.
    pub(super) fn adopt_client_task(&mut self, child: usize, frame: &[u8], result: Span) {
        let task = find_member(frame, result, "task");
        let id = task.and_then(|task| find_member(frame, task, "taskId"));
        if let Some(id) = id.and_then(|id| unquote(id.of(frame))) {
            self.client_tasks.insert(self.peers[child].server.id, id.into_owned(), child);
        }
    }

    fn is_client_task(&self, child: usize, id: &str) -> bool {
        !self.several || self.client_tasks.get(id) == Some(&child)
    }

    /// Whether a child asks about a task of its own; if not, it gets the error that it would get for none.
    pub(super) fn admits_task(&mut self, child: usize, frame: &[u8], envelope: &Envelope) -> bool {
        let id = envelope.once(Field::TaskId).and_then(|span| unquote(span.of(frame)));
        if id.is_some_and(|id| self.is_client_task(child, &id)) {
            return true;
        }
        let error = RpcError::new(RpcError::INVALID_PARAMS, "unknown task");
        let id = envelope.get(Field::Id).map(|span| span.of(frame));
        self.tell_child(child, error_frame(id, &error));
        false
    }

    /// Leaves only a child's own tasks in the client's list of those that it runs.
    pub(super) fn keep_own_tasks(&self, asked: &Reverse, frame: &[u8], result: Span, edits: &mut Edits) {
        let Some(tasks) = find_member(frame, result, "tasks").filter(|_| self.several) else {
            return;
        };
        let own = elements(frame, tasks).filter(|task| {
            let id = find_member(frame, *task, "taskId").and_then(|id| unquote(id.of(frame)));
            id.is_some_and(|id| self.is_client_task(asked.child, &id))
        });
        let own: Vec<_> = own.map(|task| task.of(frame)).collect();
        edits.push(tasks, [b"[".as_slice(), &own.join(&b','), b"]"].concat());
    }

    /// News of a task that the client runs go to the child that it runs for.
    pub(super) fn client_task_status(&mut self, frame: &[u8], envelope: &Envelope) {
        let id = envelope.once(Field::TaskId).and_then(|span| unquote(span.of(frame)));
        let known = id.and_then(|id| self.client_tasks.get(id.as_ref()).copied());
        let owner = known.or_else(|| self.only().filter(|_| !self.several));
        match owner.filter(|&child| self.peers[child].is_ready()) {
            Some(child) => {
                let edits = Edits::none();
                self.effects.push_back(Effect::RelayToChild { child, edits, request: None });
            }
            None => self.dropped("news of a task that no server asked for"),
        }
    }
}

fn related(frame: &[u8], holder: Span) -> Option<Span> {
    find_member(frame, find_member(frame, holder, "_meta")?, RELATED)
}
