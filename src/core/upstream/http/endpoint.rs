//! What a bridge is told before anything else: whom it calls, and with what.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::core::model::{Protocol, Secret};

/// Whom a bridge calls, and with what.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Endpoint {
    #[zeroize(skip)]
    protocol: Spoken,
    url: String,
    /// Whether there are secrets in the URL.
    hides_path: bool,
    headers: Vec<(String, String)>,
    /// The longest message, bytes.
    max_frame: usize,
}

/// [`Protocol`], as JSON.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Spoken {
    Http,
    Sse,
}

impl Endpoint {
    /// All values are as they are to be sent; the URL with whether there are secrets in it.
    pub(in crate::core::upstream) fn new(
        protocol: Protocol,
        url: (&Secret<String>, bool),
        headers: &[(String, Secret<String>)],
        max_frame: usize,
    ) -> Self {
        let protocol = match protocol {
            Protocol::Http => Spoken::Http,
            Protocol::Sse => Spoken::Sse,
        };
        let headers = headers.iter().map(|(name, value)| (name.clone(), value.reveal().clone())).collect();
        Self { protocol, url: url.0.reveal().clone(), hides_path: url.1, headers, max_frame }
    }

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

    pub(super) fn protocol(&self) -> Protocol {
        match self.protocol {
            Spoken::Http => Protocol::Http,
            Spoken::Sse => Protocol::Sse,
        }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn hides_path(&self) -> bool {
        self.hides_path
    }

    pub(super) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    pub(super) fn max_frame(&self) -> usize {
        self.max_frame
    }
}
