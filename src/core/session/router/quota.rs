//! Calls that there may be so many of: a shell that counts asks for their bounds, and says which of them are not made.

use super::effect::{Effect, Origin};
use super::state::Router;
use crate::core::model::{Bounds, CallMethod, Declined, Unmade, UnmadeCall};
use crate::core::wire::{IdKey, RpcError, error_frame};

impl Router {
    /// The bounds of a request that is on its way to a child; nothing: it need not be counted.
    pub fn bounds(&self, child: usize, request: &IdKey) -> Option<&Bounds> {
        let bounds = &self.peers[child].bounds;
        let is_counted = || self.calls.get(request).is_some_and(|call| call.counts);
        (!bounds.is_empty() && is_counted()).then_some(bounds)
    }

    /// Takes back a request of which there may be no more, or that can't be counted.
    pub fn refuse_call(&mut self, child: usize, request: &IdKey, unmade: &Unmade) {
        let item = self.calls.get(request).and_then(|call| self.item_name(call.mark?.item()?));
        let item = item.map(str::to_owned);
        if let Some(call) = self.close(request, unmade.outcome()) {
            if unmade.is_denial() {
                self.effects.push_back(Effect::Refused(Declined::Unmade(UnmadeCall {
                    server: self.peers[child].server.id,
                    method: CallMethod::from(call.call),
                    item,
                    reason: unmade.reason(),
                })));
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
