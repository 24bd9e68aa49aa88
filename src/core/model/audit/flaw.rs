//! What can be wrong with the rows of the audit.

use std::fmt;

/// Who knew a row's hash before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Witness {
    /// A head that was signed and kept in the store.
    Signed,
    /// The last head that was put into the keyring.
    Keyring,
    /// The person who asks.
    Given,
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Signed => "the signed head",
            Self::Keyring => "the head in the keyring",
            Self::Given => "the expected head",
        })
    }
}

/// The first thing that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A row is not there, though later ones are.
    #[error("row {seq} is missing")]
    Missing {
        /// The row.
        seq: i64,
    },
    /// A row stands where none is ever written.
    #[error("row {seq} was never written by mcpgw")]
    Unexpected {
        /// The row.
        seq: i64,
    },
    /// A row does not say what was hashed, or does not follow the one before it.
    #[error("row {seq} is not what was written")]
    Altered {
        /// The row.
        seq: i64,
    },
    /// Rows fit together, but are others than those that somebody knew.
    #[error("row {seq} is not the one that {by} names: rows after {after} and up to it were rewritten")]
    Rewritten {
        /// The row.
        seq: i64,
        /// The last row before it that is known to be the right one.
        after: i64,
        /// Who knew it.
        by: Witness,
    },
    /// Rows at the end are gone.
    #[error("row {seq} is missing, and all up to row {head}, which {by} names")]
    CutOff {
        /// The first one that is gone.
        seq: i64,
        /// A later one that was there.
        head: i64,
        /// Who knew it.
        by: Witness,
    },
    /// The head of this row does not bear the signature of this store.
    #[error("the head of row {seq} is not signed by this store's key")]
    Forged {
        /// The row.
        seq: i64,
    },
}

impl Flaw {
    /// The row that it is about.
    pub fn seq(self) -> i64 {
        match self {
            Self::Missing { seq }
            | Self::Unexpected { seq }
            | Self::Altered { seq }
            | Self::Rewritten { seq, .. }
            | Self::CutOff { seq, .. }
            | Self::Forged { seq } => seq,
        }
    }
}
