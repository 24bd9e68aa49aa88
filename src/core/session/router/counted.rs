//! Which requests limits of calls are about: what only goes on about a task or a subscription of this session was counted before.

use super::call::UriForms;
use super::recent::Recent;
use super::route::Incoming;
use super::state::Router;
use crate::core::era::Call;
use crate::core::model::{CallMethod, ServerId};
use crate::core::wire::{Field, Span, find_member, unquote};

/// Tasks that servers told this session of, by the servers' own ids for them.
pub(super) type KnownTasks = Recent<(ServerId, String), ()>;

/// The longest id that is remembered, bytes.
const LONGEST: usize = 256;

impl Router {
    /// Whether limits of calls are about a request that is for this child.
    pub(super) fn is_counted(&self, child: usize, incoming: &Incoming<'_>, uri: Option<&UriForms>) -> bool {
        match incoming.call {
            Call::Unsubscribe => uri.is_none_or(|uri| !self.takes_back(child, uri)),
            Call::TaskGet | Call::TaskResult | Call::TaskCancel => !self.knows_task(child, incoming),
            call => CallMethod::from(call).is_limited(),
        }
    }

    fn knows_task(&self, child: usize, incoming: &Incoming<'_>) -> bool {
        let span = incoming.envelope.once(Field::TaskId);
        let id = span.and_then(|span| unquote(span.of(&incoming.bytes)));
        let own = id.as_deref().and_then(|id| self.task_of(id));
        own.is_some_and(|(_, own)| {
            self.known_tasks.get(&(self.peers[child].server.id, own.to_owned())).is_some()
        })
    }

    /// A child tells of a task.
    pub(super) fn know_task(&mut self, child: usize, frame: &[u8], task: Span) {
        let id = find_member(frame, task, "taskId").and_then(|id| unquote(id.of(frame)));
        if let Some(id) = id.filter(|id| id.len() <= LONGEST) {
            let server = self.peers[child].server.id;
            self.known_tasks.insert(server, (server, id.into_owned()), ());
        }
    }
}
