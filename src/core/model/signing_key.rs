//! Keys that sign tokens.

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

use super::Sealed;

/// How a token is signed (RFC 7518, section 3; RFC 8037 for `EdDSA`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// Ed25519.
    EdDsa,
    /// HMAC with SHA-256.
    Hs256,
    /// HMAC with SHA-384.
    Hs384,
    /// HMAC with SHA-512.
    Hs512,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    Rs384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// ECDSA on P-256.
    Es256,
    /// ECDSA on P-384.
    Es384,
}

/// What a key has to be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyFamily {
    /// A secret that both sides have; so long, at least, bytes.
    Hmac(usize),
    /// RSA.
    Rsa,
    /// An elliptic curve: P-256, P-384.
    Curve,
    /// Ed25519.
    Edwards,
}

/// Why there is no such algorithm.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAlgorithm {
    /// The library that signs does not have it.
    #[error("ES512 is not supported: take ES384, or EdDSA")]
    Es512,
    /// Anything else.
    #[error("expected one of {}", all_names())]
    Unknown,
}

impl Algorithm {
    /// All of them, the default first.
    pub const ALL: [Self; 10] = [
        Self::EdDsa,
        Self::Hs256,
        Self::Hs384,
        Self::Hs512,
        Self::Rs256,
        Self::Rs384,
        Self::Rs512,
        Self::Ps256,
        Self::Es256,
        Self::Es384,
    ];

    /// Its registered name.
    pub fn name(self) -> &'static str {
        match self {
            Self::EdDsa => "EdDSA",
            Self::Hs256 => "HS256",
            Self::Hs384 => "HS384",
            Self::Hs512 => "HS512",
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
        }
    }

    /// The algorithm of that name.
    pub fn parse(text: &str) -> Result<Self, InvalidAlgorithm> {
        if text.eq_ignore_ascii_case("ES512") {
            return Err(InvalidAlgorithm::Es512);
        }
        let found = Self::ALL.into_iter().find(|algorithm| algorithm.name().eq_ignore_ascii_case(text));
        found.ok_or(InvalidAlgorithm::Unknown)
    }

    /// What its keys are like.
    pub fn family(self) -> KeyFamily {
        match self {
            Self::EdDsa => KeyFamily::Edwards,
            Self::Hs256 => KeyFamily::Hmac(32),
            Self::Hs384 => KeyFamily::Hmac(48),
            Self::Hs512 => KeyFamily::Hmac(64),
            Self::Rs256 | Self::Rs384 | Self::Rs512 | Self::Ps256 => KeyFamily::Rsa,
            Self::Es256 | Self::Es384 => KeyFamily::Curve,
        }
    }

    /// Whether whoever can check a signature could as well make one.
    pub fn is_shared(self) -> bool {
        matches!(self.family(), KeyFamily::Hmac(_))
    }
}

fn all_names() -> String {
    Algorithm::ALL.map(Algorithm::name).join(", ")
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for Algorithm {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// One row of the store: a key that signs tokens, or has signed some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningKey {
    /// What a token says it was signed with: the thumbprint of the public half (RFC 7638), or a random one where there is none.
    pub kid: String,
    /// How it signs. What a token says of that is never believed.
    pub algorithm: Algorithm,
    /// The public half as a JWK (RFC 7517); nothing: it is a secret that both sides have.
    pub public: Option<String>,
    /// The other half, sealed: PKCS #8 as PEM, or the secret itself.
    pub secret: Sealed,
    /// Whether new tokens are signed with it.
    pub signs: bool,
    /// When it was made or imported.
    pub created_at: Timestamp,
    /// From then on nothing that it has signed is believed.
    pub retires_at: Option<Timestamp>,
}

impl SigningKey {
    /// Whether what it has signed is believed at `now`.
    pub fn is_believed(&self, now: Timestamp) -> bool {
        self.retires_at.is_none_or(|at| now < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn algorithms_are_read_by_name_and_es512_is_refused_by_its() {
        for algorithm in Algorithm::ALL {
            assert_eq!(Algorithm::parse(algorithm.name()), Ok(algorithm));
            assert_eq!(Algorithm::parse(&algorithm.name().to_lowercase()), Ok(algorithm));
        }
        assert_eq!(Algorithm::parse("es512"), Err(InvalidAlgorithm::Es512));
        for unknown in ["none", "", "PS384", "HS256 "] {
            assert_eq!(Algorithm::parse(unknown), Err(InvalidAlgorithm::Unknown));
        }
    }
}
