//! What the server and the client agreed on when they met: what every later request is marked with.

use reqwest::header::HeaderValue;

use crate::core::wire::{self, Field, find_member, unquote};

/// What marks a request as one of a session (MCP `basic/transports`, session management and protocol version header).
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    session: Option<HeaderValue>,
    version: Option<HeaderValue>,
    number: u64,
}

impl Marks {
    /// The value of `Mcp-Session-Id`, where the server gave one.
    pub(super) fn session(&self) -> Option<&HeaderValue> {
        self.session.as_ref()
    }

    /// The value of `MCP-Protocol-Version`.
    pub(super) fn version(&self) -> Option<&HeaderValue> {
        self.version.as_ref()
    }

    /// The how-manyeth session with this server it is, from 1; 0 before there is one.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// A session that is being opened after this one.
    pub(super) fn opening(&self, session: Option<HeaderValue>) -> Self {
        Self { session, version: None, number: self.number }
    }

    /// The session that an `answer` to `initialize` begins after this one; nothing where it begins none.
    pub(super) fn next(&self, session: Option<HeaderValue>, answer: &[u8]) -> Option<Self> {
        let result = wire::scan(answer).ok()?.get(Field::Result)?;
        let version = find_member(answer, result, "protocolVersion")?;
        let version = HeaderValue::from_str(&unquote(version.of(answer))?).ok();
        Some(Self { session, version, number: self.number + 1 })
    }
}
