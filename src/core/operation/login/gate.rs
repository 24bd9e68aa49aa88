//! What it takes to find out who acts.

use crate::core::clock::Clock;
use crate::core::model::{Act, UserId, Via};
use crate::core::operation::Context;
use crate::core::platform::origin;
use crate::core::problem::Problem;
use crate::core::settings::{Settings, as_kept};
use crate::core::store::Store;

/// An installation as it is to somebody who has not said yet who they are.
#[derive(Debug, Clone)]
pub struct Gate {
    /// What is kept.
    pub store: Store,
    /// What is set.
    pub settings: Settings,
    /// The time.
    pub clock: Clock,
}

impl Gate {
    /// What the audit is told of `action`, by `actor` if that is known.
    pub(in crate::core::operation) fn act(&self, action: &'static str, actor: Option<UserId>) -> Act {
        let via = if actor.is_some() { Via::Login } else { Via::Nobody };
        Act { at: self.clock.now(), actor, via, origin: origin(), action }
    }
}

impl Gate {
    /// The same with what is set for everybody by now: for those who go on for a long time.
    pub async fn as_set_now(&self) -> Result<Self, Problem> {
        let settings = as_kept(&self.settings, &self.store.settings().await?);
        Ok(Self { settings, ..self.clone() })
    }
}

impl From<&Context> for Gate {
    fn from(context: &Context) -> Self {
        Self { store: context.store.clone(), settings: context.settings.clone(), clock: context.clock }
    }
}
