//! The tool `convert`: a wall clock's time in one zone as another zone shows it.

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::zone::{Moment, find, moment_schema, zone_schema};
use crate::core::clock::Clock;
use crate::core::example::tool::{Tool, ToolError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    time: String,
    from: String,
    to: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Converted {
    from: Moment,
    to: Moment,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: "convert",
        title: "Convert a time",
        description: "Tells what a time in one zone is in another.",
        input: json!({
            "time": { "type": "string", "description": "16:30 for today, or 2026-03-29T16:30" },
            "from": zone_schema("the zone that `time` is in"),
            "to": zone_schema("the zone to convert to"),
        }),
        required: &["time", "from", "to"],
        output: json!({ "from": moment_schema(), "to": moment_schema() }),
        idempotent: false,
    }
}

pub(super) fn convert(clock: Clock, arguments: &Arguments) -> Result<Converted, ToolError> {
    let (from, to) = (find(&arguments.from)?, find(&arguments.to)?);
    let local = local_time(clock.now(), &from, &arguments.time)?;
    let refuse = |why: &str| ToolError(format!("{local} {why} in {}: clocks change then", arguments.from));
    let ambiguous = from.to_ambiguous_zoned(local);
    if ambiguous.is_ambiguous() {
        let gap = matches!(ambiguous.offset(), jiff::tz::AmbiguousOffset::Gap { .. });
        return Err(refuse(if gap { "doesn't exist" } else { "comes twice" }));
    }
    let zoned = ambiguous.unambiguous().map_err(|error| ToolError(error.to_string()))?;
    Ok(Converted { to: Moment::of(&zoned.with_time_zone(to)), from: Moment::of(&zoned) })
}

/// `text` as a date and time; a time alone means today in `zone`.
fn local_time(now: Timestamp, zone: &TimeZone, text: &str) -> Result<DateTime, ToolError> {
    // A date first: jiff reads a time out of "2026-03-29T16:30", too.
    if let Ok(local) = text.parse() {
        return Ok(local);
    }
    let time: Time = text
        .parse()
        .map_err(|_| ToolError(format!("{text:?} is no time; write 16:30 or 2026-03-29T16:30")))?;
    Ok(now.to_zoned(zone.clone()).date().to_datetime(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_noon() -> Clock {
        Clock::Fixed("2026-01-01T12:00:00Z".parse().expect("a moment"))
    }

    fn converted(time: &str, from: &str, to: &str) -> Result<String, String> {
        let arguments = Arguments { time: time.to_owned(), from: from.to_owned(), to: to.to_owned() };
        let result = convert(at_noon(), &arguments).map_err(|error| error.0)?;
        Ok(serde_json::to_value(result.to).expect("JSON")["time"].as_str().expect("a time").to_owned())
    }

    #[test]
    fn a_time_is_converted_with_its_days_and_seasons() {
        let cases = [
            ("23:30", "Europe/Berlin", "Asia/Tokyo", "2026-01-02T07:30:00+09:00"),
            ("2026-07-01T09:00", "America/New_York", "UTC", "2026-07-01T13:00:00+00:00"),
            ("2026-01-01T09:00", "America/New_York", "UTC", "2026-01-01T14:00:00+00:00"),
        ];
        for (time, from, to, expected) in cases {
            assert_eq!(converted(time, from, to).as_deref(), Ok(expected), "{time} {from}");
        }
    }

    #[test]
    fn a_time_that_no_clock_shows_or_shows_twice_is_refused_in_words() {
        let gap = converted("2026-03-29T02:30", "Europe/Berlin", "UTC").expect_err("in the gap");
        let fold = converted("2026-10-25T02:30", "Europe/Berlin", "UTC").expect_err("in the fold");
        assert!(gap.contains("doesn't exist") && fold.contains("comes twice"), "{gap}; {fold}");
        assert!(converted("noon", "UTC", "UTC").expect_err("no time").contains("16:30"));
        assert!(converted("12:00", "Mars/Olympus", "UTC").expect_err("no zone").contains("list_zones"));
    }
}
