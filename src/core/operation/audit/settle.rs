//! Has refusals told of that were only counted so far.

use std::time::Duration;

use crate::core::operation::Context;

/// How long the store may be held by others meanwhile.
const PATIENCE: Duration = Duration::from_millis(500);

/// Before somebody reads the audit: tells how often there was what was refused in minutes that are over. A store that can't be
/// written can be read all the same.
pub(super) async fn settled(context: &Context) {
    if let Err(error) = context.store.settle_denials(context.clock.now(), PATIENCE).await {
        tracing::info!("refusals are counted on: {error}");
    }
}
