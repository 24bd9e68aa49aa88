//! What a token says.

use serde::{Deserialize, Serialize};

use crate::core::model::{TokenId, UserId};

/// The only use of a token so far.
pub(super) const USE: &str = "access";

/// The claims of a token (RFC 7519, section 4). They prove which row it is, and nothing else: the row says what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Who made it: a store.
    pub iss: String,
    /// Whom it is for: the same store.
    pub aud: String,
    /// Who acts with it.
    pub sub: UserId,
    /// Which row it is.
    pub jti: TokenId,
    /// When it was made, seconds since the Unix epoch.
    pub iat: i64,
    /// From when on it is nothing, seconds since the Unix epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// Before that it is nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nbf: Option<i64>,
    /// What it is for: [`USE`].
    pub token_use: String,
}

/// What a store calls itself in the tokens that it makes.
pub(super) fn issuer(store: &str) -> String {
    format!("urn:mcpgw:{store}")
}
