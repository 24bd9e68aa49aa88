//! Whose session it is, and for how long.

use jiff::Timestamp;

use super::{Serving, served};
use crate::core::model::{LoginId, UserId, Via};
use crate::core::store::{Generation, Store, StoreError};

/// Whose session it is, and why that is believed.
#[derive(Debug, Clone, Copy)]
pub struct Bearer {
    /// Who.
    pub user: UserId,
    /// Their login; `None`: they act as the local owner, for as long as nobody has to log in.
    pub login: Option<SessionLogin>,
}

/// The login that began a session. A session that runs is use of it.
#[derive(Debug, Clone, Copy)]
pub struct SessionLogin {
    /// Which one.
    pub id: LoginId,
    /// When it ends, however much it is used.
    pub ends: Timestamp,
}

impl Bearer {
    /// Why they are believed, as the audit says it.
    pub(super) fn via(&self) -> Via {
        if self.login.is_some() { Via::Login } else { Via::Owner }
    }

    /// What their session serves at `now`, and of which moment the store is known then.
    pub async fn serving(&self, store: &Store, now: Timestamp) -> Result<(Generation, Serving), StoreError> {
        let followed = store.followed(self.user, self.login.map(|login| login.id)).await?;
        let ends = self.login.map(|login| login.ends);
        let serving = if ends.is_some_and(|ends| ends <= now) {
            Serving::nothing()
        } else {
            let Serving { servers, until } = served(&followed, now);
            Serving { servers, until: until.into_iter().chain(ends).min() }
        };
        Ok((followed.generation, serving))
    }
}
