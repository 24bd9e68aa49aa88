//! Tells the audit of what changes nothing in the store.

use std::time::Duration;

use crate::core::model::Deed;
use crate::core::operation::Context;

/// How long the store may be held by others meanwhile.
const PATIENCE: Duration = Duration::from_secs(1);

/// Writes down that `action` was taken. It was, whatever comes of this: a session is to end and a server to run anew just where the
/// store can't be written, and then there is a warning.
pub(in crate::core::operation) async fn told(context: &Context, action: &'static str, deed: Deed) {
    if let Err(error) = context.store.record(context.act(action), deed, PATIENCE).await {
        tracing::warn!("the audit could not be told of {action}: {error}");
    }
}
