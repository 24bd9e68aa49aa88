//! A key, as it is shown.

use jiff::Timestamp;
use serde::Serialize;

use crate::core::model::{Algorithm, SigningKey};

/// A key, as JSON shows it. Nothing of it is secret.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    pub(super) kid: &'a str,
    pub(super) algorithm: Algorithm,
    pub(super) state: &'static str,
    pub(super) created_at: Timestamp,
    pub(super) retires_at: Option<Timestamp>,
}

impl<'a> View<'a> {
    pub(super) fn new(key: &'a SigningKey, now: Timestamp) -> Self {
        let state = match (key.signs, key.is_believed(now)) {
            (true, _) => "signs",
            (false, true) => "believed",
            (false, false) => "retired",
        };
        let SigningKey { kid, algorithm, created_at, retires_at, .. } = key;
        Self { kid, algorithm: *algorithm, state, created_at: *created_at, retires_at: *retires_at }
    }
}
