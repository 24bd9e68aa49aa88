//! What tasks of servers are called: ids are unique only where they were made, and what the client has been told stays.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::recent::Recent;
use super::state::Router;
use crate::core::model::ServerId;
use crate::core::wire::{Span, find_member, unquote};

/// The longest id that is remembered, bytes.
const LONGEST: usize = 256;

/// Tasks that servers told this session of. However many servers there are by then, and whatever their aliases, a task goes by the
/// name that it was first told by.
#[derive(Debug, Default)]
pub(super) struct TaskNames {
    /// By the client's name for a task: whose it is, and its own id.
    tasks: Recent<String, (ServerId, String)>,
    /// The other way round.
    names: HashMap<(ServerId, String), String, RandomState>,
}

impl Router {
    /// Whether this session was told of a task that this child calls so.
    pub(super) fn tells_of(&self, child: usize, own: &str) -> bool {
        self.task_names.names.contains_key(&(self.peers[child].server.id, own.to_owned()))
    }

    /// Whether the client gives this id back for a task that it was told of.
    pub(super) fn knows_task(&self, id: &str) -> bool {
        self.task_of(id).is_some_and(|(child, own)| self.tells_of(child, &own))
    }

    /// A child tells of a task.
    pub(super) fn know_task(&mut self, child: usize, frame: &[u8], task: Span) {
        if let Some(id) = find_member(frame, task, "taskId").and_then(|id| unquote(id.of(frame))) {
            self.name_task(child, &id);
        }
    }

    /// What the client calls a child's task: its id, or with several servers `<alias>:<id>`.
    pub(super) fn name_task(&mut self, child: usize, own: &str) -> String {
        let server = &self.peers[child].server;
        let (id, alias) = (server.id, server.alias.as_str());
        let key = (id, own.to_owned());
        if let Some(name) = self.task_names.names.get(&key) {
            return name.clone();
        }
        let mut name = if self.several { format!("{alias}:{own}") } else { own.to_owned() };
        if own.len() > LONGEST {
            return name;
        }
        // It may be that of a task from before a server changed its alias.
        while self.task_names.tasks.get(&name).is_some() {
            name = format!("{alias}:{name}");
        }
        if let Some(forgotten) = self.task_names.tasks.swap(id, name.clone(), key.clone()) {
            self.task_names.names.remove(&forgotten);
        }
        self.task_names.names.insert(key, name.clone());
        name
    }

    /// The child whose task the client calls `name`, and what that child calls it.
    pub(super) fn task_of(&self, name: &str) -> Option<(usize, String)> {
        let mut shown = self.order.iter().copied().filter(|&child| self.peers[child].shows_tasks());
        if let Some((server, own)) = self.task_names.tasks.get(name) {
            return shown
                .find(|&child| self.peers[child].server.id == *server)
                .map(|child| (child, own.clone()));
        }
        // It may be from an earlier session.
        if !self.several {
            return shown.next().map(|only| (only, name.to_owned()));
        }
        let (alias, own) = name.split_once(':')?;
        shown
            .find(|&child| self.peers[child].server.alias.as_str() == alias)
            .map(|child| (child, own.to_owned()))
    }
}
