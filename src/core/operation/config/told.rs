//! Tells the audit of settings, which stand in a file beside the store.

use crate::core::model::Deed;
use crate::core::operation::{Context, audit};

/// Writes down that somebody has set `key`, or unset it. Its value is not told: a command may hold a secret.
pub async fn told(context: &Context, key: &str, is_set: bool) {
    let action = if is_set { "config.set" } else { "config.unset" };
    audit::told(context, action, Deed::done("setting", None, key)).await;
}
