//! What one server offers, as it said so itself.

use std::fmt;

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{EnvValue, Launch, ListKind, ServerId};

/// A SHA-256 hash, shown as lower-case hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Says under which conditions a catalogue was seen: other conditions, other catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CatalogueKey {
    /// Whose it is.
    pub server: ServerId,
    /// [`configuration_hash`] of how it was started.
    pub configuration: Hash,
    /// [`offer_hash`] of what it was told about its client: servers list more to a client that can do more.
    pub offer: Hash,
}

/// Everything that one server listed, complete.
#[derive(Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// `protocolVersion` of its `initialize` result.
    pub protocol_version: String,
    /// The raw `capabilities` object.
    pub capabilities: Box<[u8]>,
    /// The raw `serverInfo` object.
    pub server_info: Box<[u8]>,
    /// The raw `instructions` string, with its quotes.
    pub instructions: Option<Box<[u8]>>,
    /// The raw items of each kind, exactly as sent and in the server's order; indexed by [`ListKind`].
    pub items: [Vec<Box<[u8]>>; 4],
    /// The other members of a list's result, where it had some, as raw `"key":value` pairs.
    pub extras: Vec<(ListKind, Box<[u8]>)>,
    /// When it was seen.
    pub seen_at: Timestamp,
}

impl Catalogue {
    /// The raw items of `kind`.
    pub fn items(&self, kind: ListKind) -> &[Box<[u8]>] {
        &self.items[kind.index()]
    }

    /// What the result of this list said besides its items.
    pub fn extras(&self, kind: ListKind) -> Option<&[u8]> {
        self.extras.iter().find(|(of, _)| *of == kind).map(|(_, members)| &**members)
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = ListKind::ALL.map(|kind| self.items(kind).len());
        f.debug_struct("Catalogue")
            .field("seen_at", &self.seen_at)
            .field("counts", &counts)
            .finish_non_exhaustive()
    }
}

/// What the last start under a [`CatalogueKey`] gave. A failed start counts as seen: nobody waits for it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sighting {
    /// The server came up and listed all it has.
    Listed(Catalogue),
    /// It did not, and this is why.
    Failed {
        /// The reason, as a person reads it.
        message: String,
        /// When it failed.
        at: Timestamp,
    },
}

/// Hashes how a server is started: command, arguments, variables, directory and search path.
pub fn configuration_hash(launch: &Launch) -> Hash {
    let mut hasher = Sha256::new();
    let mut field = |tag: u8, bytes: &[u8]| {
        hasher.update([tag]);
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(0, launch.command.as_bytes());
    for arg in &launch.args {
        field(1, arg.as_bytes());
    }
    for (name, value) in &launch.env {
        field(2, name.as_bytes());
        match value {
            EnvValue::Clear(text) => field(3, text.reveal().as_bytes()),
            EnvValue::Sealed { revision, .. } => field(6, revision),
        }
    }
    if let Some(cwd) = &launch.cwd {
        field(4, cwd.as_os_str().as_encoded_bytes());
    }
    if let Some(path) = &launch.path {
        field(5, path.as_bytes());
    }
    Hash(hasher.finalize().into())
}

/// Hashes what a child is offered in `initialize`, whatever the order of the members in `capabilities`.
pub fn offer_hash(protocol_version: &str, capabilities: &Value) -> Hash {
    let mut canonical = Vec::new();
    write_canonical(capabilities, &mut canonical);
    let mut hasher = Sha256::new();
    hasher.update((protocol_version.len() as u64).to_be_bytes());
    hasher.update(protocol_version);
    hasher.update(canonical);
    Hash(hasher.finalize().into())
}

/// JSON with sorted members and no spaces; nothing but a hash ever reads it.
fn write_canonical(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            out.push(b'{');
            for (name, value) in members {
                out.extend_from_slice(Value::from(name.as_str()).to_string().as_bytes());
                out.push(b':');
                write_canonical(value, out);
                out.push(b',');
            }
            out.push(b'}');
        }
        Value::Array(values) => {
            out.push(b'[');
            for value in values {
                write_canonical(value, out);
                out.push(b',');
            }
            out.push(b']');
        }
        scalar => out.extend_from_slice(scalar.to_string().as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    fn launch(command: &str, args: &[&str]) -> Launch {
        let args = args.iter().map(ToString::to_string).collect();
        Launch { command: command.to_owned(), args, env: BTreeMap::new(), cwd: None, path: None }
    }

    #[test]
    fn an_argument_that_moves_into_its_neighbour_changes_the_hash() {
        assert_ne!(configuration_hash(&launch("a", &["b", "c"])), configuration_hash(&launch("a", &["bc"])));
        assert_ne!(configuration_hash(&launch("a", &["b"])), configuration_hash(&launch("ab", &[])));
    }

    #[test]
    fn the_order_of_capabilities_does_not_matter_and_their_content_does() {
        let one = json!({"roots": {"listChanged": true}, "sampling": {}});
        let same = json!({"sampling": {}, "roots": {"listChanged": true}});
        let other = json!({"sampling": {}, "roots": {"listChanged": false}});
        assert_eq!(offer_hash("2025-06-18", &one), offer_hash("2025-06-18", &same));
        assert_ne!(offer_hash("2025-06-18", &one), offer_hash("2025-06-18", &other));
        assert_ne!(offer_hash("2025-06-18", &one), offer_hash("2025-11-25", &one));
    }
}
