//! Heads: what the chain was at some time, signed.

use jiff::Timestamp;

use super::Link;
use crate::core::model::Sealed;

/// The key that signs heads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditKey {
    /// Its public half, Ed25519 (RFC 8032).
    pub public: [u8; 32],
    /// Its secret half.
    pub secret: Sealed,
}

/// A link that the vault's owner has vouched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedHead {
    /// The last row at that time.
    pub link: Link,
    /// When it was signed.
    pub at: Timestamp,
    /// Of [`SignedHead::message`], Ed25519.
    pub signature: [u8; 64],
}

impl SignedHead {
    /// What is signed: which store's chain it is, and what it was when.
    pub fn message(store: &str, link: Link, at: Timestamp) -> Vec<u8> {
        format!("mcpgw audit head 1\n{store}\n{link}\n{}\n", at.as_millisecond()).into_bytes()
    }
}
