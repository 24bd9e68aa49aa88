//! The handshake (MCP `basic/lifecycle`, revisions 2024-11-05 to 2025-11-25).

use std::time::Duration;

use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};

use super::{Direct, DirectCause, DirectError, Reply, Step};
use crate::core::era::Revision;
use crate::core::model::{Hash, offer_hash};
use crate::core::wire::{find_member, unquote};

/// What the server is told about its client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// `protocolVersion`
    pub protocol_version: String,
    /// The `capabilities` object.
    pub capabilities: Value,
}

impl Default for Offer {
    /// The newest revision and no capability: a command can neither sample nor ask its user on a server's behalf.
    fn default() -> Self {
        Self { protocol_version: Revision::LATEST.as_str().to_owned(), capabilities: json!({}) }
    }
}

impl Offer {
    /// What tells this offer from others in a catalogue's key.
    pub fn hash(&self) -> Hash {
        offer_hash(&self.protocol_version, &self.capabilities)
    }
}

/// The server's answer to `initialize`; raw values are as sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// `protocolVersion`
    pub protocol_version: String,
    /// The `capabilities` object.
    pub capabilities: Box<[u8]>,
    /// The `serverInfo` object.
    pub server_info: Box<[u8]>,
    /// The `instructions` string with its quotes.
    pub instructions: Option<Box<[u8]>>,
}

impl Direct {
    /// Opens the session: `initialize`, its answer within `limit`, `notifications/initialized`.
    pub async fn initialize(&mut self, offer: &Offer, limit: Duration) -> Result<Opening, DirectError> {
        let opened = match params(offer) {
            Ok(params) => self.ask("initialize", Some(&params), Some(limit), |_| {}).await,
            Err(cause) => Err(cause),
        };
        match opened.and_then(|reply| read(&reply)) {
            Ok(opening) => {
                self.notify("notifications/initialized");
                Ok(opening)
            }
            Err(cause) => Err(self.failure(Step::Initialize, cause).await),
        }
    }
}

fn params(offer: &Offer) -> Result<Box<RawValue>, DirectCause> {
    let params = json!({
        "protocolVersion": offer.protocol_version,
        "capabilities": offer.capabilities,
        "clientInfo": {"name": "mcpgw", "version": env!("CARGO_PKG_VERSION")},
    });
    to_raw_value(&params).map_err(|error| DirectCause::Malformed(error.to_string()))
}

fn read(reply: &Reply) -> Result<Opening, DirectCause> {
    let (frame, result) = reply.parts();
    let member = |name: &str| find_member(frame, result, name).map(|span| span.of(frame));
    let object = |name: &str| match member(name) {
        Some(value) if value.starts_with(b"{") => Ok(Box::from(value)),
        _ => Err(DirectCause::Malformed(format!("its answer to initialize has no object {name}"))),
    };
    let version = member("protocolVersion").and_then(unquote);
    let version = version.ok_or_else(|| {
        DirectCause::Malformed("its answer to initialize has no protocolVersion".to_owned())
    })?;
    if Revision::parse(&version).is_none() {
        return Err(DirectCause::Malformed(format!(
            "it speaks MCP {version}; this client knows {}",
            Revision::ALL.map(Revision::as_str).join(", ")
        )));
    }
    Ok(Opening {
        protocol_version: version.into_owned(),
        capabilities: object("capabilities")?,
        server_info: object("serverInfo")?,
        instructions: member("instructions").filter(|value| value.starts_with(b"\"")).map(Box::from),
    })
}
