//! What one server offers, as it said so itself.

use std::fmt;

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{HiddenValue, Launch, ListKind, RawItems, ReferenceState, ServerId, Transport};

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
    pub items: [RawItems; 4],
    /// The other members of a list's result, where it had some, as raw `"key":value` pairs.
    pub extras: Vec<(ListKind, Box<[u8]>)>,
    /// When it was seen.
    pub seen_at: Timestamp,
}

impl Catalogue {
    /// The raw items of `kind`.
    pub fn items(&self, kind: ListKind) -> &RawItems {
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

/// Hashes how a server is reached: command, arguments, variables, directory and search path, or protocol, URL and headers; and
/// the secrets among them by their revisions.
pub fn configuration_hash(launch: &Launch) -> Hash {
    let mut hash = Fields::default();
    hash.launch(launch);
    for reference in &launch.references {
        hash.field(7, format!("{} {}", reference.spot, reference.position).as_bytes());
        match reference.state {
            ReferenceState::Found { id, revision } => {
                hash.field(8, id.to_string().as_bytes());
                hash.field(9, &revision);
            }
            unmet => hash.field(10, format!("{unmet:?}").as_bytes()),
        }
    }
    hash.finish()
}

/// Hashes what decides which program runs, and to what end: command, arguments, variables, directory and search path; or which
/// server is called: protocol, URL and headers. Who entrusts a server with something entrusts this. Variables are part of it: a
/// `PATH`, an `LD_PRELOAD` or the address of a service decides as much as the command. So is the whole URL, and not its origin
/// alone: one host serves many.
pub fn command_hash(launch: &Launch) -> Hash {
    let mut hash = Fields::default();
    hash.launch(launch);
    hash.finish()
}

/// Hashes fields so that none can pass for another, or for a part of it.
#[derive(Default)]
struct Fields(Sha256);

impl Fields {
    fn field(&mut self, tag: u8, bytes: &[u8]) {
        self.0.update([tag]);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// The order and the tags of a command's fields are those under which grants and catalogues are kept.
    fn launch(&mut self, launch: &Launch) {
        match &launch.transport {
            Transport::Stdio(command) => {
                self.field(0, command.command.as_bytes());
                for arg in &command.args {
                    self.field(1, arg.as_bytes());
                }
                self.declared(launch);
                if let Some(cwd) = &command.cwd {
                    self.field(4, cwd.as_os_str().as_encoded_bytes());
                }
                if let Some(path) = &command.path {
                    self.field(5, path.as_bytes());
                }
            }
            Transport::Remote(remote) => {
                self.field(11, remote.protocol.name().as_bytes());
                self.field(12, remote.url.as_bytes());
                self.declared(launch);
            }
        }
    }

    /// Values that are sealed count by their revisions.
    fn declared(&mut self, launch: &Launch) {
        for (name, value) in launch.declared() {
            self.field(2, name.as_bytes());
            match value {
                HiddenValue::Clear(text) => self.field(3, text.reveal().as_bytes()),
                HiddenValue::Sealed { revision, .. } => self.field(6, revision),
            }
        }
    }

    fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
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
    use serde_json::json;

    use super::*;
    use crate::core::model::Command;

    fn launch(command: &str, args: &[&str]) -> Launch {
        let args = args.iter().map(ToString::to_string).collect();
        Command { command: command.to_owned(), args, ..Command::default() }.into()
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
