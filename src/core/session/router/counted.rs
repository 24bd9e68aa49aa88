//! Which requests limits of calls are about: what only goes on about a task or a subscription of this session was counted before.

use super::call::UriForms;
use super::route::Incoming;
use super::state::Router;
use crate::core::era::Call;
use crate::core::model::CallMethod;
use crate::core::wire::{Field, unquote};

impl Router {
    /// Whether limits of calls are about a request that is for this child.
    pub(super) fn is_counted(&self, child: usize, incoming: &Incoming<'_>, uri: Option<&UriForms>) -> bool {
        match incoming.call {
            Call::Unsubscribe => uri.is_none_or(|uri| !self.takes_back(child, uri)),
            Call::TaskGet | Call::TaskResult | Call::TaskCancel => {
                let span = incoming.envelope.once(Field::TaskId);
                let id = span.and_then(|span| unquote(span.of(&incoming.bytes)));
                !id.is_some_and(|id| self.knows_task(&id))
            }
            call => CallMethod::from(call).is_limited(),
        }
    }
}
