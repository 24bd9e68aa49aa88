//! What an operation works with.

use std::sync::Arc;

use super::{Denied, Lagging};
use crate::core::access::Principal;
use crate::core::clock::Clock;
use crate::core::model::{Act, Login, Token, Via};
use crate::core::observe::Recorder;
use crate::core::platform::origin;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::Settings;
use crate::core::store::Store;
use crate::core::upstream::Launcher;

/// One installation, opened.
#[derive(Debug, Clone)]
pub struct Context {
    /// What is kept.
    pub store: Store,
    /// Who acts.
    pub principal: Arc<Principal>,
    /// Why they are believed.
    pub via: Via,
    /// Their login, if that is why.
    pub login: Option<Login>,
    /// Their token, if that is why, and all that it was made with, itself first.
    pub tokens: Vec<Token>,
    /// What is set.
    pub settings: Settings,
    /// The time.
    pub clock: Clock,
    /// Starts servers.
    pub launcher: Launcher,
    /// Who did not follow what was changed.
    pub lagging: Lagging,
    /// What was refused.
    pub denied: Denied,
}

impl Context {
    /// What the audit is told of `action` (`noun.verb`): it happens now, and who acts does it.
    pub(super) fn act(&self, action: &'static str) -> Act {
        Act {
            at: self.clock.now(),
            actor: Some(self.principal.user()),
            via: self.via,
            origin: origin(),
            action,
        }
    }

    /// The same, but what servers say is not kept: for one that may never be.
    pub(super) fn unrecorded(&self) -> Self {
        let launcher = Launcher { recorder: Recorder::default(), ..self.launcher.clone() };
        Self { launcher, ..self.clone() }
    }
}

/// Who acts where nobody logs in: the person whose store this is.
pub async fn local_owner(store: &Store) -> Result<Principal, Problem> {
    let owner = store.local_owner().await?;
    let none = || Problem::new(ProblemKind::Failed, "the store has lost its owner");
    store.principal(owner.id).await?.ok_or_else(none)
}
