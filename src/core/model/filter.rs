//! Which items of a server a token lets through.

use std::collections::BTreeSet;

use super::glob_matches;

/// Which items of one kind, of one server, one token lets through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// Those that one of these patterns fits.
    Globs {
        /// Over the names that clients see.
        advertised: Vec<String>,
        /// Over the server's own.
        original: Vec<String>,
    },
    /// Those of these names, as the server gives them.
    Names(BTreeSet<String>),
}

impl Filter {
    /// Whether it lets an item through that the server calls `original`, and clients see as `advertised`.
    pub fn permits(&self, original: &str, advertised: &str) -> bool {
        let fits = |globs: &[String], text: &str| globs.iter().any(|glob| glob_matches(glob, text));
        match self {
            Self::Globs { advertised: seen, original: own } => fits(seen, advertised) || fits(own, original),
            Self::Names(names) => names.contains(original),
        }
    }

    /// Whether it lets nothing through, whatever it is called.
    pub fn is_shut(&self) -> bool {
        match self {
            Self::Globs { advertised, original } => advertised.is_empty() && original.is_empty(),
            Self::Names(names) => names.is_empty(),
        }
    }
}
