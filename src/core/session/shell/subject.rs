//! What other processes may do to a session.

use super::SessionHandle;
use crate::core::control::Subject;
use crate::core::model::{Declined, Offer, ServerId, SessionState};

impl Subject for SessionHandle {
    async fn stays(&self) {
        Self::stays(self).await;
    }

    fn is_found(&self) {
        Self::is_found(self);
    }

    async fn state(&self) -> Option<SessionState> {
        Self::state(self).await
    }

    async fn follow(&self, offer: Offer) -> bool {
        self.offer(offer).await
    }

    async fn restart(&self, server: ServerId) -> bool {
        Self::restart(self, server).await
    }

    async fn opens_urls(&self) -> bool {
        Self::opens_urls(self).await
    }

    async fn refuses(&self) {
        Self::refuses(self).await;
    }

    fn take_refused(&self) -> Vec<(Declined, u32)> {
        Self::take_refused(self)
    }

    fn end(&self) {
        Self::end(self);
    }
}
