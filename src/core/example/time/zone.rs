//! Time zones by their names in the IANA database, and a moment as one of them shows it.

use jiff::tz::TimeZone;
use jiff::{Zoned, tz};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::core::clock::Clock;
use crate::core::example::tool::{Tool, ToolError};

/// How many completions one answer may hold, says the protocol.
const MOST_COMPLETIONS: usize = 100;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NowArguments {
    #[serde(default = "utc")]
    zone: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListArguments {
    #[serde(default)]
    prefix: String,
}

/// A moment in a zone.
#[derive(Debug, Serialize)]
pub(super) struct Moment {
    zone: String,
    /// RFC 3339, with the zone's offset.
    time: String,
    weekday: String,
    abbreviation: String,
    daylight_saving: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Zones {
    zones: Vec<String>,
}

pub(super) fn now_tool() -> Tool {
    Tool {
        name: "now",
        title: "The time now",
        description: "Tells what time it is in a time zone.",
        input: json!({ "zone": zone_schema("UTC when absent") }),
        required: &[],
        output: moment_schema()["properties"].clone(),
        idempotent: false,
    }
}

pub(super) fn list_tool() -> Tool {
    Tool {
        name: "list_zones",
        title: "List time zones",
        description: "Lists the time zones whose names start with a prefix.",
        input: json!({ "prefix": { "type": "string", "description": "For example Europe/; all zones when absent" } }),
        required: &[],
        output: json!({ "zones": { "type": "array", "items": { "type": "string" } } }),
        idempotent: true,
    }
}

pub(super) fn now(clock: Clock, arguments: &NowArguments) -> Result<Moment, ToolError> {
    Ok(Moment::of(&clock.now().to_zoned(find(&arguments.zone)?)))
}

pub(super) fn list(arguments: &ListArguments) -> Zones {
    Zones { zones: starting_with(&arguments.prefix) }
}

/// The result of `completion/complete` for the name of a zone.
pub(super) fn complete(prefix: &str) -> Value {
    let mut values = starting_with(prefix);
    let total = values.len();
    values.truncate(MOST_COMPLETIONS);
    json!({ "completion": { "values": values, "total": total, "hasMore": total > MOST_COMPLETIONS } })
}

/// The zone called `name`.
pub(super) fn find(name: &str) -> Result<TimeZone, ToolError> {
    if name.eq_ignore_ascii_case("UTC") {
        // Works without a database, too.
        return Ok(TimeZone::UTC);
    }
    tz::db()
        .get(name)
        .map_err(|_| ToolError(format!("no time zone {name:?}; `list_zones` shows their names")))
}

/// A zone's name as an argument, in JSON Schema.
pub(super) fn zone_schema(remark: &str) -> Value {
    json!({ "type": "string", "description": format!("An IANA name such as Europe/Berlin; {remark}") })
}

/// [`Moment`] in JSON Schema.
pub(super) fn moment_schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "zone": { "type": "string" },
            "time": { "type": "string", "format": "date-time" },
            "weekday": { "type": "string" },
            "abbreviation": { "type": "string" },
            "daylight_saving": { "type": "boolean" },
        },
        "required": ["zone", "time", "weekday", "abbreviation", "daylight_saving"],
    })
}

impl Moment {
    pub(super) fn of(zoned: &Zoned) -> Self {
        let info = zoned.time_zone().to_offset_info(zoned.timestamp());
        Self {
            zone: zoned.time_zone().iana_name().unwrap_or("UTC").to_owned(),
            time: zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            weekday: zoned.strftime("%A").to_string(),
            abbreviation: info.abbreviation().to_owned(),
            daylight_saving: info.dst().is_dst(),
        }
    }
}

/// The names that start with `prefix` in any case, sorted.
fn starting_with(prefix: &str) -> Vec<String> {
    let prefix = prefix.to_lowercase();
    let names = tz::db().available().map(|name| name.to_string());
    let mut names: Vec<_> = names.filter(|name| name.to_lowercase().starts_with(&prefix)).collect();
    if names.is_empty() && "utc".starts_with(&prefix) {
        names.push("UTC".to_owned());
    }
    names.sort();
    names
}

fn utc() -> String {
    "UTC".to_owned()
}
