//! Brings what a session uses to the store, beside the relay, and has the store forget what is old.

use std::future::pending;
use std::time::Duration;

use crate::core::clock::Clock;
use crate::core::platform::time::sleep;
use crate::core::settings::{Settings, overlay};
use crate::core::store::{Store, StoreError};
use crate::core::usage::Meter;

/// How long at least between two times that the store is told: a client may call all the time.
const BETWEEN: Duration = Duration::from_secs(1);

/// How long the store may be held by others meanwhile.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often it is looked whether something is too old to be kept.
const OFTEN: Duration = Duration::from_hours(1);

/// Who tells the store what a session uses.
#[derive(Debug, Clone)]
pub(super) struct Books {
    pub store: Store,
    /// Where it is written down, if it is.
    pub meter: Option<Meter>,
    pub clock: Clock,
}

impl Books {
    /// Tells the store, for as long as it is polled.
    pub(super) async fn watch(&self) {
        let Some(meter) = &self.meter else { return pending().await };
        let mut failing = false;
        loop {
            meter.news().await;
            let told = meter.import(&self.store, PATIENCE).await;
            if let Err(error) = &told
                && !failing
            {
                tracing::warn!("what is used can't be brought to the store for now: {error}");
            }
            failing = told.is_err();
            sleep(BETWEEN).await;
            if failing {
                meter.again();
            }
        }
    }

    /// Tells it the rest.
    pub(super) async fn close(&self, limit: Duration) {
        let Some(meter) = &self.meter else { return };
        if let Err(error) = meter.finish(&self.store, limit).await {
            tracing::warn!("the next session brings to the store what this one used last: {error}");
        }
    }

    /// Has the store forget what is old, for as long as it is polled.
    pub(super) async fn expire(&self) {
        loop {
            while matches!(self.forget().await, Ok(true)) {
                sleep(BETWEEN).await;
            }
            sleep(OFTEN).await;
        }
    }

    /// Has it forget some of what is older than is kept now, whatever was set when the session began. Returns whether there is more.
    async fn forget(&self) -> Result<bool, StoreError> {
        let mut settings = Settings::default();
        overlay(&mut settings, &self.store.settings().await?);
        let retention = i64::try_from(settings.usage.retention.as_millis()).unwrap_or(i64::MAX);
        let before = self.clock.now().as_millisecond().saturating_sub(retention);
        self.store.forget_usage(before, PATIENCE).await
    }
}
