//! A report of usage, as it is shown.

use serde_json::{Map, Value, json};

use crate::cli::output::Page;
use crate::core::model::CallOutcome;
use crate::core::operation::usage::{Figures, Line, Report};
use crate::core::store::{UsageBy, UsageKey};

/// What failed without an answer.
const FAILED: &[CallOutcome] =
    &[CallOutcome::Timeout, CallOutcome::Cancelled, CallOutcome::Failed, CallOutcome::Unknown];

/// How much of a name a table shows, characters.
const SHOWN: usize = 80;

/// For programs.
pub(in crate::cli) fn json(report: &Report, by: UsageBy) -> Value {
    let rows = report.lines.iter().map(|line| {
        let mut row = figures(&line.figures);
        row.insert("name".to_owned(), json!(line.name));
        row.insert("id".to_owned(), json!(id(line)));
        row
    });
    json!({
        "since": report.since,
        "by": noun(by).to_lowercase(),
        "total": figures(&report.total),
        "rows": rows.collect::<Vec<_>>(),
    })
}

/// For people.
pub(in crate::cli) fn show(report: &Report, by: UsageBy, page: &mut Page) {
    if report.total.calls == 0 {
        page.remark("nothing of this kind was used");
        return;
    }
    let total = [("total".to_owned(), &report.total)];
    let lines = report.lines.iter().map(|line| (cut(&line.name), &line.figures));
    let rows = lines.chain(total).map(|(name, figures)| cells(name, figures));
    let head = [noun(by), "CALLS", "OK", "ERRORS", "DENIED", "FAILED", "P50", "P95", "P99", "IN", "OUT"];
    page.table(head, rows);
    if report.total.overflow > 0 {
        page.remark(&format!(
            "of {} of these calls it is not known any more what was called: they were too many, or could not be written down",
            report.total.overflow
        ));
    }
}

/// As much of a name as leaves room for the figures.
fn cut(name: &str) -> String {
    if name.chars().count() <= SHOWN {
        return name.to_owned();
    }
    name.chars().take(SHOWN - 1).chain(['…']).collect()
}

fn cells(name: String, figures: &Figures) -> [String; 11] {
    let count = |outcomes: &[CallOutcome]| figures.count(outcomes).to_string();
    let [p50, p95, p99] =
        figures.latency.map_or_else(|| ["", "", ""].map(str::to_owned), |latency| latency.map(time));
    [
        name,
        figures.calls.to_string(),
        count(&[CallOutcome::Ok]),
        count(&[CallOutcome::ToolError, CallOutcome::ProtocolError]),
        count(&[CallOutcome::Denied, CallOutcome::OverQuota]),
        count(FAILED),
        p50,
        p95,
        p99,
        size(figures.bytes_in),
        size(figures.bytes_out),
    ]
}

fn figures(figures: &Figures) -> Map<String, Value> {
    let count = |outcome: CallOutcome| figures.outcomes.get(&outcome).copied().unwrap_or(0);
    let outcomes = CallOutcome::ALL.map(|outcome| (outcome.name().to_owned(), json!(count(outcome))));
    let latency = |place: usize| figures.latency.map(|latency| latency[place]);
    let members = [
        ("calls", json!(figures.calls)),
        ("outcomes", Value::Object(outcomes.into_iter().collect())),
        ("p50_us", json!(latency(0))),
        ("p95_us", json!(latency(1))),
        ("p99_us", json!(latency(2))),
        ("bytes_in", json!(figures.bytes_in)),
        ("bytes_out", json!(figures.bytes_out)),
        ("overflow", json!(figures.overflow)),
    ];
    members.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
}

fn id(line: &Line) -> Option<String> {
    match &line.key {
        UsageKey::User(id) => Some(id.to_string()),
        UsageKey::Team(id) => Some(id.to_string()),
        UsageKey::Token(id) => id.map(|id| id.to_string()),
        UsageKey::Server(id) | UsageKey::Tool(id, ..) => Some(id.to_string()),
        UsageKey::Client(_) | UsageKey::Lost => None,
    }
}

fn noun(by: UsageBy) -> &'static str {
    match by {
        UsageBy::User => "USER",
        UsageBy::Team => "TEAM",
        UsageBy::Token => "TOKEN",
        UsageBy::Server => "SERVER",
        UsageBy::Tool => "TOOL",
        UsageBy::Client => "CLIENT",
    }
}

/// Three digits and a unit.
fn time(micros: u64) -> String {
    match micros {
        0..1_000 => format!("{micros} µs"),
        1_000..10_000 => format!("{}.{} ms", micros / 1_000, micros % 1_000 / 100),
        10_000..1_000_000 => format!("{} ms", micros / 1_000),
        _ => format!("{}.{} s", micros / 1_000_000, micros % 1_000_000 / 100_000),
    }
}

fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];
    let mut unit = 0;
    let mut tenths = bytes.saturating_mul(10) / 1024;
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    while tenths >= 10_240 && unit < UNITS.len() - 1 {
        tenths /= 1024;
        unit += 1;
    }
    format!("{}.{} {}", tenths / 10, tenths % 10, UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_leaves_room_for_the_figures() {
        assert_eq!(cut("files/read"), "files/read");
        assert_eq!(cut(&"é".repeat(1024)), format!("{}…", "é".repeat(79)));
    }

    #[test]
    fn times_and_sizes_are_short() {
        let times = [999, 1_999, 12_345, 999_999, 1_250_000].map(time);
        assert_eq!(times, ["999 µs", "1.9 ms", "12 ms", "999 ms", "1.2 s"]);
        let sizes = [0, 1023, 1536, 5 << 20, u64::MAX].map(size);
        assert_eq!(sizes, ["0 B", "1023 B", "1.5 KiB", "5.0 MiB", "1677721.5 TiB"]);
    }
}
