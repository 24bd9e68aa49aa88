//! Calls that there may be so many of: a shell that counts asks for their bounds, and says which of them are not made.

use super::effect::{Effect, Origin};
use super::state::Router;
use crate::core::model::{Bounds, CallMethod, Declined, Unmade, UnmadeCall};
use crate::core::wire::{IdKey, RpcError, error_frame};

impl Router {
    /// Whether anything bounds how many calls of a child there may be.
    pub fn is_bounded(&self, child: usize) -> bool {
        !self.peers[child].bounds.is_empty()
    }

    /// The bounds of a request that is on its way to a child, and its number; nothing: it need not be counted.
    pub fn bounds(&self, child: usize, request: &IdKey) -> Option<(u64, &Bounds)> {
        let bounds = &self.peers[child].bounds;
        if bounds.is_empty() {
            return None;
        }
        let call = self.calls.get(request).filter(|call| call.counts)?;
        Some((call.number(), bounds))
    }

    /// The requests that children work on and that bounds of calls at the same time are about now: their numbers, and those.
    pub fn bounded_calls(&self) -> impl Iterator<Item = (u64, &Bounds)> {
        self.calls.values().filter_map(|call| {
            let bounds = &self.peers[self.latest(call.sent_to()?)].bounds;
            let is_bounded = call.counts && call.number() > 0 && bounds.is_concurrent();
            is_bounded.then(|| (call.number(), bounds))
        })
    }

    /// Takes back a request of which there may be no more, or that can't be counted.
    pub fn refuse_call(&mut self, child: usize, request: &IdKey, unmade: &Unmade) {
        let item = self.calls.get(request).and_then(|call| self.item_name(call.mark?.item()?));
        let item = item.map(str::to_owned);
        if let Some(call) = self.close(request, unmade.outcome()) {
            if unmade.is_denial() {
                self.effects.push_back(Effect::Refused(Box::new(Declined::Unmade(UnmadeCall {
                    server: self.peers[child].server.id,
                    method: CallMethod::from(call.call),
                    item,
                    reason: unmade.reason(),
                }))));
            }
            let error = self.not_made(child, unmade);
            let id = request.to_token();
            self.answer(Origin::Child(child), Some(&id), error_frame(Some(&id), &error));
        }
    }

    fn not_made(&self, child: usize, unmade: &Unmade) -> RpcError {
        let name = self.peers[child].server.name.as_str();
        let reason = if unmade.is_denial() { "quota" } else { "counting" };
        let mut data = serde_json::json!({ "server": name, "reason": reason });
        if let Some(seconds) = unmade.retry_after() {
            data["retryAfter"] = seconds.into();
        }
        if let Unmade::Over { counted, limit, .. } = unmade {
            data["limit"] = format!("{}.{}", counted.noun(), limit.name()).into();
        }
        let mut error =
            RpcError::new(RpcError::INTERNAL, format!("server {name:?} was not called: {unmade}"));
        error.data = Some(data.to_string());
        error
    }
}
