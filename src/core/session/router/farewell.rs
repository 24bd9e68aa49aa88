//! The end of the session, for requests that nobody will answer any more.

use super::effect::Origin;
use super::open::Stage;
use super::state::Router;
use crate::core::model::CallOutcome;
use crate::core::wire::{RpcError, error_frame};

impl Router {
    /// Answers every request of the client that is under way with an error: the session ends.
    pub fn end(&mut self) {
        let nobody = RpcError::new(RpcError::INTERNAL, "the session ended before this was answered");
        if let Stage::Opening { id, .. } = &self.client.stage {
            let id = id.clone();
            self.client.stage = Stage::Open;
            self.refuse(Some(&id), &nobody);
        }
        for held in std::mem::take(&mut self.held) {
            self.refuse(Some(&held.id.to_token()), &nobody);
        }
        for key in self.calls_that(|call| call.cancelled.is_none()) {
            let child = self.close(&key, CallOutcome::Cancelled).and_then(|call| call.child());
            let (origin, error) = match child {
                Some(child) => (
                    Origin::Child(child),
                    self.server_error(child, "did not answer before the session ended"),
                ),
                None => (Origin::Control, nobody.clone()),
            };
            let id = key.to_token();
            self.answer(origin, Some(&id), error_frame(Some(&id), &error));
        }
    }
}
