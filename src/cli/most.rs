//! How many of something: flags that more than one command takes.

use serde_json::{Value, json};

use crate::core::model::CallLimit;
use crate::core::operation::Calls;

/// So many, or as many as is said elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Most(pub(super) Option<u32>);

impl Most {
    /// Reads a number, or `none`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if text == "none" {
            return Ok(Self(None));
        }
        let most = text.parse().ok().filter(|most| *most <= 1_000_000_000);
        most.map(|most| Self(Some(most))).ok_or_else(|| "a number up to 1,000,000,000, or none".to_owned())
    }
}

/// How many calls.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct MostCalls {
    /// How many calls may be made in a minute; `none`: as many as one likes
    #[arg(long, value_name = "N", value_parser = Most::parse)]
    per_minute: Option<Most>,

    /// How many calls may be made in an hour
    #[arg(long, value_name = "N", value_parser = Most::parse)]
    per_hour: Option<Most>,

    /// How many calls may be made in a day
    #[arg(long, value_name = "N", value_parser = Most::parse)]
    per_day: Option<Most>,

    /// How many calls may run at the same time; one that is cancelled is one of them until its server is done, for a minute at
    /// most, and one that becomes a task until it is accepted
    #[arg(long, value_name = "N", value_parser = Most::parse)]
    max_concurrent: Option<Most>,
}

impl MostCalls {
    /// What was said.
    pub(super) fn said(self) -> Vec<(CallLimit, Option<u32>)> {
        let said = [
            (CallLimit::PerMinute, self.per_minute),
            (CallLimit::PerHour, self.per_hour),
            (CallLimit::PerDay, self.per_day),
            (CallLimit::Concurrency, self.max_concurrent),
        ];
        said.into_iter().filter_map(|(limit, most)| Some((limit, most?.0))).collect()
    }
}

/// How many calls of so many were made, a line for each limit.
pub(super) fn used_of(calls: &Calls) -> Vec<(&'static str, String)> {
    let limited = CallLimit::ALL.into_iter().filter_map(|limit| Some((limit, calls.limits.get(limit)?)));
    let used =
        |limit| calls.used.as_ref().map_or_else(|| "?".to_owned(), |used| used.calls(limit).to_string());
    limited.map(|(limit, most)| (label(limit), format!("{} of {most}", used(limit)))).collect()
}

fn label(limit: CallLimit) -> &'static str {
    match limit {
        CallLimit::PerMinute => "calls this minute",
        CallLimit::PerHour => "calls this hour",
        CallLimit::PerDay => "calls this day",
        CallLimit::Concurrency => "calls now",
    }
}

/// The same in JSON: nothing where there is no limit.
pub(super) fn used_json(calls: &Calls) -> Value {
    let limited = CallLimit::ALL.into_iter().filter_map(|limit| {
        let most = calls.limits.get(limit)?;
        Some((
            limit.name().to_owned(),
            json!({ "used": calls.used.as_ref().map(|used| used.calls(limit)), "limit": most }),
        ))
    });
    Value::Object(limited.collect())
}
