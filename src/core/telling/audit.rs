//! A row of the audit as a person reads it.

use std::path::Path;

use crate::core::model::AuditRow;
use crate::core::operation::audit::People;

/// A row of the table.
pub(crate) fn cells(row: &AuditRow, people: &People) -> [String; 7] {
    let record = &row.record;
    let from = record.client.clone().or_else(|| record.parent.as_deref().map(file_name)).unwrap_or_default();
    [row.seq.to_string(), time(row), who(row, people), from, record.action.clone(), target(row), outcome(row)]
}

/// All that is known of it.
pub(crate) fn pairs(row: &AuditRow, people: &People) -> Vec<(&'static str, String)> {
    let record = &row.record;
    let mut pairs = vec![
        ("seq", row.seq.to_string()),
        ("at", time(row)),
        ("who", who(row, people)),
        ("via", record.via.clone()),
        ("pid", record.pid.to_string()),
    ];
    pairs.extend(record.uid.map(|uid| ("uid", uid.to_string())));
    pairs.extend(record.parent.clone().map(|parent| ("started by", parent)));
    pairs.extend(record.client.clone().map(|client| ("client", client)));
    pairs.push(("action", record.action.clone()));
    pairs.extend(record.kind.as_ref().map(|_| ("on", target(row))));
    pairs.extend(record.id.clone().map(|id| ("its id", id)));
    pairs.push(("outcome", outcome(row)));
    if record.details != "{}" {
        pairs.push(("details", record.details.clone()));
    }
    pairs.push(("hash", row.hash.to_string()));
    pairs
}

fn time(row: &AuditRow) -> String {
    row.record.time().map_or_else(|| row.record.at.to_string(), |time| time.to_string())
}

fn who(row: &AuditRow, people: &People) -> String {
    let record = &row.record;
    match (&record.actor, record.via.as_str()) {
        (Some(actor), via) if via != "owner" => people.get(actor).unwrap_or(actor).clone(),
        (_, via) => via.to_owned(),
    }
}

fn target(row: &AuditRow) -> String {
    let record = &row.record;
    let kind = record.kind.clone().unwrap_or_default();
    let name = record.name.as_deref().unwrap_or_default();
    if name.is_empty() { kind } else { format!("{kind} {name}") }
}

fn outcome(row: &AuditRow) -> String {
    let record = &row.record;
    let times = if record.count == 1 { String::new() } else { format!(" ({} times)", record.count) };
    match &record.reason {
        Some(reason) => format!("{}: {reason}{times}", record.outcome),
        None => format!("{}{times}", record.outcome),
    }
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}
