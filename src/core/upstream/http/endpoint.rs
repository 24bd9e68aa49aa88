//! What a bridge is told before anything else: whom it calls, and with what.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::core::model::{Protocol, Secret};

/// Whom a bridge calls, and with what: all values as they are to be sent.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Endpoint {
    /// What is spoken.
    #[zeroize(skip)]
    pub(in crate::core::upstream) protocol: Protocol,
    /// The URL.
    pub(in crate::core::upstream) url: String,
    /// Whether there are secrets in the URL.
    pub(in crate::core::upstream) hides_path: bool,
    /// Whether it is on this machine.
    pub(in crate::core::upstream) is_local: bool,
    /// By name.
    pub(in crate::core::upstream) headers: Vec<(String, String)>,
    /// The longest message, bytes.
    pub(in crate::core::upstream) max_frame: usize,
}

impl Endpoint {
    /// As one line of JSON, line feed included; nothing where that is longer than `longest` bytes.
    pub(in crate::core::upstream) fn to_line(&self, longest: usize) -> Option<Secret<Vec<u8>>> {
        // Room for all of it from the start: what grows leaves copies behind.
        let mut line = Zeroizing::new(Vec::with_capacity(longest));
        serde_json::to_writer(&mut *line, self).ok()?;
        line.push(b'\n');
        (line.len() <= longest).then(|| Secret::new(std::mem::take(&mut *line)))
    }

    /// Reads [`Endpoint::to_line`].
    pub fn parse(line: &[u8]) -> Option<Self> {
        serde_json::from_slice(line).ok()
    }
}
