//! Calls of one tool, each timed.

use std::time::{Duration, Instant};

use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};

use super::choice::Choice;
use super::timing::{LONGEST, MOST_CALLS, median};
use crate::core::upstream::direct::{Direct, DirectError};

/// How long one call may take, unless its progress shows that it goes on.
const LIMIT: Duration = Duration::from_mins(1);

/// What calls of one tool came to.
pub(super) struct Timed {
    /// The first call's result.
    pub(super) result: Value,
    /// In microseconds, without the first call, which may find things cold.
    pub(super) median_us: f64,
}

/// Calls the tool under the name `tool` with the arguments of `choice`.
pub(super) async fn call(client: &mut Direct, tool: &str, choice: &Choice) -> Result<Timed, DirectError> {
    let params = params(tool, choice);
    let reply = client.request("tools/call", params.as_deref(), Some(LIMIT), |_| {}).await?;
    let result = serde_json::from_slice(reply.result()).unwrap_or_default();
    let begin = Instant::now();
    let mut times = Vec::with_capacity(MOST_CALLS);
    while times.is_empty() || (times.len() < MOST_CALLS && begin.elapsed() < LONGEST) {
        let start = Instant::now();
        client.request("tools/call", params.as_deref(), Some(LIMIT), |_| {}).await?;
        times.push(start.elapsed());
    }
    let median_us = median(times).unwrap_or_default().as_secs_f64() * 1e6;
    Ok(Timed { result, median_us })
}

fn params(tool: &str, choice: &Choice) -> Option<Box<RawValue>> {
    to_raw_value(&json!({ "name": tool, "arguments": choice.arguments })).ok()
}
