//! Whose session it is, and for how long.

use jiff::Timestamp;

use super::{Serving, served};
use crate::core::model::{LoginId, TokenId, UserId, Via};
use crate::core::store::{Followed, Generation, SessionCredential, Store, StoreError};

/// Whose session it is, and why that is believed.
#[derive(Debug, Clone, Copy)]
pub struct Bearer {
    /// Who.
    pub user: UserId,
    /// Why.
    pub proof: Proof,
}

/// What a session was begun with.
#[derive(Debug, Clone, Copy)]
pub enum Proof {
    /// Nothing: they act as the local owner, for as long as nobody has to log in.
    Owner,
    /// A login. A session that runs is use of it.
    Login(SessionLogin),
    /// A token.
    Token {
        /// Which one.
        id: TokenId,
        /// Whether what it says nothing of is denied.
        enforced: bool,
    },
}

/// The login that began a session.
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
        match self.proof {
            Proof::Owner => Via::Owner,
            Proof::Login(_) => Via::Login,
            Proof::Token { .. } => Via::Token,
        }
    }

    /// What of the store their session follows.
    pub(super) async fn followed(&self, store: &Store) -> Result<Followed, StoreError> {
        let credential = match self.proof {
            Proof::Owner => SessionCredential::Owner,
            Proof::Login(login) => SessionCredential::Login(login.id),
            Proof::Token { id, .. } => SessionCredential::Token(id),
        };
        store.followed(self.user, credential).await
    }

    /// Whether what their token says nothing of is denied.
    pub(super) fn is_enforced(&self) -> bool {
        matches!(self.proof, Proof::Token { enforced: true, .. })
    }

    /// What their session serves at `now`, and of which moment the store is known then.
    pub async fn serving(&self, store: &Store, now: Timestamp) -> Result<(Generation, Serving), StoreError> {
        let followed = self.followed(store).await?;
        let ends = match self.proof {
            Proof::Login(login) => Some(login.ends),
            Proof::Owner | Proof::Token { .. } => None,
        };
        let serving = if ends.is_some_and(|ends| ends <= now) {
            Serving::nothing()
        } else {
            let Serving { servers, until } = served(&followed, self.is_enforced(), now);
            Serving { servers, until: until.into_iter().chain(ends).min() }
        };
        Ok((followed.generation, serving))
    }
}
