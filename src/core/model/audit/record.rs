//! A row of the audit, with its fields as they are stored.

use jiff::Timestamp;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::{Act, Deed};
use crate::core::model::Hash;

/// Longest text from outside, bytes: a client may say megabytes about itself.
const LONGEST: usize = 256;
/// Longest details, bytes.
const LONGEST_DETAILS: usize = 4096;

/// What a row says. Its texts stay what the store holds, whatever somebody made of them: they are hashed, and shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AuditRecord {
    /// When, milliseconds since the Unix epoch.
    pub at: i64,
    /// By whom: a user's id.
    pub actor: Option<String>,
    /// What they were known by.
    pub via: String,
    /// The account of the operating system.
    pub uid: Option<i64>,
    /// The process.
    pub pid: i64,
    /// The program that started the process.
    pub parent: Option<String>,
    /// The MCP client.
    pub client: Option<String>,
    /// `noun.verb`.
    pub action: String,
    /// What kind of thing it was about.
    pub kind: Option<String>,
    /// The thing's id.
    pub id: Option<String>,
    /// Its name at that time.
    pub name: Option<String>,
    /// What came of it.
    pub outcome: String,
    /// Why it was not done.
    pub reason: Option<String>,
    /// More, as a JSON object.
    pub details: String,
    /// How often it happened.
    pub count: i64,
}

impl AuditRecord {
    /// What is to be written of `act`, which turned out to be `deed`.
    pub fn new(act: &Act, deed: &Deed) -> Self {
        let subject = deed.subject.as_ref();
        Self {
            at: act.at.as_millisecond(),
            actor: act.actor.map(|user| user.to_string()),
            via: act.via.name().to_owned(),
            uid: act.origin.uid.map(i64::from),
            pid: i64::from(act.origin.pid),
            parent: act.origin.parent.as_deref().map(clipped),
            client: act.origin.client.as_deref().map(clipped),
            action: act.action.to_owned(),
            kind: subject.map(|subject| subject.kind.to_owned()),
            id: subject.and_then(|subject| subject.id.as_deref()).map(clipped),
            name: subject.map(|subject| clipped(&subject.name)),
            outcome: deed.outcome.name().to_owned(),
            reason: deed.outcome.reason().map(clipped),
            details: details(deed),
            count: 1,
        }
    }

    /// When, if that is a time at all.
    pub fn time(&self) -> Option<Timestamp> {
        Timestamp::from_millisecond(self.at).ok()
    }

    /// The details, if they are JSON at all; else their text.
    pub fn details(&self) -> Value {
        serde_json::from_str(&self.details).unwrap_or_else(|_| json!(self.details))
    }
}

/// A row of the audit as it stands in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// Its number: 1, 2, 3 and so on.
    pub seq: i64,
    /// What it says.
    pub record: AuditRecord,
    /// Vouches for it and all rows before it.
    pub hash: Hash,
}

impl Serialize for AuditRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = &self.record;
        let target =
            record.kind.as_ref().map(|kind| json!({"kind": kind, "id": record.id, "name": record.name}));
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("seq", &self.seq)?;
        match record.time() {
            Some(time) => map.serialize_entry("at", &time)?,
            None => map.serialize_entry("at", &record.at)?,
        }
        map.serialize_entry("actor", &record.actor)?;
        map.serialize_entry("via", &record.via)?;
        map.serialize_entry("uid", &record.uid)?;
        map.serialize_entry("pid", &record.pid)?;
        map.serialize_entry("parent", &record.parent)?;
        map.serialize_entry("client", &record.client)?;
        map.serialize_entry("action", &record.action)?;
        map.serialize_entry("target", &target)?;
        map.serialize_entry("outcome", &record.outcome)?;
        map.serialize_entry("reason", &record.reason)?;
        map.serialize_entry("details", &record.details())?;
        map.serialize_entry("count", &record.count)?;
        map.serialize_entry("hash", &self.hash.to_string())?;
        map.end()
    }
}

fn details(deed: &Deed) -> String {
    let text = Value::Object(deed.details.clone()).to_string();
    if text.len() <= LONGEST_DETAILS { text } else { json!({"too_long": text.len()}).to_string() }
}

/// The beginning of `text`.
fn clipped(text: &str) -> String {
    let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text[..end.unwrap_or(0)].to_owned()
}
