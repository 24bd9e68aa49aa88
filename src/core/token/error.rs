//! Why a key can't be used.

use crate::core::model::Algorithm;

/// Why a key can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It is no private key in any form that is read.
    #[error("it holds no private key as PEM (PKCS #8, PKCS #1, SEC 1), and no private JWK")]
    Unreadable,
    /// A key on P-521.
    #[error("it is a key on P-521, for ES512, which is not supported: take ES384, or EdDSA")]
    Es512,
    /// The key does not fit the algorithm.
    #[error("it is no key for {0}")]
    Unfit(Algorithm),
    /// There are several algorithms that the key may be for.
    #[error("an RSA key may sign as RS256, RS384, RS512 or PS256: say which")]
    Ambiguous,
    /// An RSA key that is too small to be safe.
    #[error("it is an RSA key of {0} bits; 2048 is the least")]
    Small(usize),
    /// A secret that is shorter than the hash.
    #[error("a secret for {algorithm} has {least} bytes at least, and this one has {found}")]
    Short {
        /// What it is for.
        algorithm: Algorithm,
        /// How many bytes it needs.
        least: usize,
        /// How many it has.
        found: usize,
    },
    /// The library refused.
    #[error("the key can't be used: {0}")]
    Refused(String),
}

impl From<jsonwebtoken::errors::Error> for KeyError {
    fn from(error: jsonwebtoken::errors::Error) -> Self {
        Self::Refused(error.to_string())
    }
}

impl From<aws_lc_rs::error::Unspecified> for KeyError {
    fn from(_: aws_lc_rs::error::Unspecified) -> Self {
        Self::Refused("it could not be made".to_owned())
    }
}
