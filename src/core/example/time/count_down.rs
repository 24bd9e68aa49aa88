//! The tool `count_down`: takes its time, reports progress, logs, and can be cancelled.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::core::example::call::{Call, Stopped};
use crate::core::example::tool::{self, Tool, ToolError};

/// The longest countdown, in steps.
const MOST_STEPS: u32 = 60;
/// The longest step, in milliseconds.
const LONGEST_STEP: u64 = 10_000;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    #[serde(default = "three")]
    from: u32,
    #[serde(default = "one_second")]
    step_ms: u64,
}

#[derive(Debug, Serialize)]
struct Counted {
    counted: u32,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: "count_down",
        title: "Count down",
        description: "Counts down, with progress and a log message at each step.",
        input: json!({
            "from": { "type": "integer", "minimum": 1, "maximum": MOST_STEPS, "description": "3 when absent" },
            "step_ms": { "type": "integer", "minimum": 0, "maximum": LONGEST_STEP, "description": "1000 when absent" },
        }),
        required: &[],
        output: json!({ "counted": { "type": "integer", "description": "How many steps there were" } }),
        idempotent: true,
    }
}

/// Refuses what would take too long.
pub(super) fn check(arguments: Arguments) -> Result<Arguments, ToolError> {
    let Arguments { from, step_ms } = arguments;
    if !(1..=MOST_STEPS).contains(&from) {
        return Err(ToolError(format!("\"from\" is {from}; it goes from 1 to {MOST_STEPS}")));
    }
    if step_ms > LONGEST_STEP {
        return Err(ToolError(format!("\"step_ms\" is {step_ms}; it goes to {LONGEST_STEP}")));
    }
    Ok(arguments)
}

/// Counts, and gives the result of `tools/call`.
pub(super) fn run(arguments: &Arguments, call: &Call<'_>) -> Result<Value, Stopped> {
    let Arguments { from, step_ms } = *arguments;
    for left in (0..from).rev() {
        call.pause(Duration::from_millis(step_ms))?;
        let message = format!("{left} to go");
        call.log("info", "count_down", &message)?;
        call.progress(from - left, from, &message)?;
    }
    tool::result(Ok(Counted { counted: from }), call.revision).map_err(|_| Stopped)
}

fn three() -> u32 {
    3
}

fn one_second() -> u64 {
    1000
}
