//! Tasks of 2025-11-25 (MCP `basic/utilities/tasks`), whose ids are unique only where they were made.
//!
//! With several servers a server's task is `<alias>:<id>` to the client, wherever the protocol has a task id. A task that the
//! client runs for a server keeps its id, and is that server's alone.

use super::call::OpenCall;
use super::effect::Effect;
use super::reverse::Reverse;
use super::state::Router;
use crate::core::catalog::Listing;
use crate::core::era::Call;
use crate::core::wire::{
    Edits, Envelope, Field, RpcError, Span, elements, error_frame, find_member, quote, unquote,
};

/// Whether a tool can be called as a task: what it means if nothing is said, too.
const FORBIDDEN: &[u8; 11] = b"\"forbidden\"";
/// The longest progress token that is remembered for as long as a task, bytes.
const LONGEST_TOKEN: usize = 256;
/// The key in `_meta` that ties a message to a task.
const RELATED: &str = "io.modelcontextprotocol/related-task";

impl Router {
    /// A tool of a server that runs no tasks is not to be called as one, whatever it says of itself (MCP 2025-11-25,
    /// `basic/utilities/tasks`): the client only knows what all servers can together.
    pub(super) fn edit_task_support(&self, child: usize, page: &[u8], tool: Span, edits: &mut Edits) {
        if self.runs_tasks(child) {
            return;
        }
        let execution = find_member(page, tool, "execution");
        let support = execution.and_then(|execution| find_member(page, execution, "taskSupport"));
        if let Some(support) = support.filter(|support| support.of(page) != FORBIDDEN) {
            edits.push(support, *FORBIDDEN);
        }
    }

    /// Whether that may change any of these.
    pub(super) fn may_edit_task_support(&self, child: usize, tools: &Listing) -> bool {
        !self.runs_tasks(child)
            && self.order.iter().any(|&other| self.runs_tasks(other))
            && tools.mentions(b"taskSupport\"")
    }

    pub(super) fn runs_tasks(&self, child: usize) -> bool {
        self.peers[child].hello.as_ref().is_some_and(|hello| hello.offered.runs_tasks())
    }

    /// Gives the `taskId` of `object` the name that the client knows it by.
    pub(super) fn label_task(&mut self, child: usize, frame: &[u8], object: Span, edits: &mut Edits) {
        let id = find_member(frame, object, "taskId").filter(|id| frame[id.start()] == b'"');
        let Some((id, own)) = id.and_then(|id| Some((id, unquote(id.of(frame))?))) else { return };
        let name = self.name_task(child, &own);
        if let Some(label) = name.strip_suffix(own.as_ref()).filter(|label| !label.is_empty()) {
            // What the server wrote stays as it wrote it.
            edits.push(Span::new(id.start() + 1, id.start() + 1), label.as_bytes().to_vec());
        }
    }

    /// The same for the task that `holder`, a `params` or `result`, belongs to, unless that is one that the client runs.
    pub(super) fn label_related(&mut self, child: usize, frame: &[u8], holder: Span, edits: &mut Edits) {
        if !self.may_have_labels(child) {
            return;
        }
        let Some(related) = related(frame, holder) else { return };
        let id = find_member(frame, related, "taskId").and_then(|id| unquote(id.of(frame)));
        let told = id.as_ref().is_some_and(|id| self.tells_of(child, id));
        let clients = id.is_some_and(|id| self.has_client_task(child, &id));
        if told || self.runs_tasks(child) && !clients {
            self.label_task(child, frame, related, edits);
        }
    }

    /// Whether a task of a child's may go by another name: to look for one in a message takes as long as that is.
    fn may_have_labels(&self, child: usize) -> bool {
        self.several && (self.runs_tasks(child) || self.peers[child].has_tasks)
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

    /// Gives a child back its own id of the task that a message of the client belongs to.
    pub(super) fn unlabel_related(&self, child: usize, frame: &[u8], holder: Span, edits: &mut Edits) {
        if !self.may_have_labels(child) {
            return;
        }
        let span = related(frame, holder).and_then(|related| find_member(frame, related, "taskId"));
        let Some((span, id)) = span.and_then(|span| Some((span, unquote(span.of(frame))?))) else { return };
        if self.has_client_task(child, &id) && !self.knows_task(&id) {
            return;
        }
        if let Some((_, own)) = self.task_of(&id).filter(|(owner, _)| *owner == child) {
            edits.push(span, quote(&own));
        }
    }

    /// Remembers whose the task is that the client made of a child's request, and where its progress goes.
    pub(super) fn adopt_client_task(&mut self, number: u64, asked: &Reverse, frame: &[u8], result: Span) {
        let (child, server) = (asked.child, self.peers[asked.child].server.id);
        let task = find_member(frame, result, "task");
        let id = task.and_then(|task| find_member(frame, task, "taskId"));
        if let Some(id) = id.and_then(|id| unquote(id.of(frame))) {
            self.client_tasks.insert(server, id.into_owned(), child);
            if let Some(token) = asked.progress.as_ref().filter(|token| token.len() <= LONGEST_TOKEN) {
                self.client_task_progress.insert(server, number, (child, token.clone()));
            }
        }
    }

    fn is_client_task(&self, child: usize, id: &str) -> bool {
        !self.several || self.has_client_task(child, id)
    }

    /// Whether the client runs a task of this id for the server.
    fn has_client_task(&self, child: usize, id: &str) -> bool {
        self.client_tasks.get(id).is_some_and(|&run| self.latest(run) == self.latest(child))
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
        let known = id.and_then(|id| self.client_tasks.get(id.as_ref()).map(|&run| self.latest(run)));
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
