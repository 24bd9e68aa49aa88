//! Advertised names of tools and prompts.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::core::model::{Prefix, ServerAlias};

/// The length of `_` and six hexadecimal digits.
const MARK: usize = 7;

/// How names are made; settings of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamingRules {
    /// What stands between alias and name.
    pub separator: String,
    /// The longest advertised name, 16 to 64 characters.
    pub max_length: usize,
}

impl Default for NamingRules {
    fn default() -> Self {
        Self { separator: "__".to_owned(), max_length: 50 }
    }
}

impl NamingRules {
    /// The advertised name of `original`: always `^[a-zA-Z0-9_-]{1,64}$`, and a function of the arguments alone.
    ///
    /// What is not allowed becomes `_`; a name that was altered or cut ends in `_` and six hexadecimal digits of a hash of
    /// alias and original name, so that different names stay different.
    pub fn advertise(&self, alias: &ServerAlias, prefix: Prefix, original: &str) -> String {
        let limit = self.max_length.clamp(16, 64);
        let mut name = self.head(alias, prefix);
        name.push_str(original);
        let plain = !original.is_empty() && name.len() <= limit && name.bytes().all(is_allowed);
        if plain {
            return name;
        }
        let mut name: String = name.chars().map(allowed).collect();
        name.truncate(limit - MARK);
        name.push('_');
        let mut hash = Sha256::new();
        hash.update(alias.as_str());
        hash.update([0]);
        hash.update(original);
        for byte in &hash.finalize()[..3] {
            // Writing to a string can't fail.
            let _ = write!(name, "{byte:02x}");
        }
        name
    }

    /// Whether something of this server may be advertised as `name`.
    pub fn may_advertise(&self, alias: &ServerAlias, prefix: Prefix, name: &str) -> bool {
        let shortest = self.max_length.clamp(16, 64) - MARK;
        let head: String = self.head(alias, prefix).chars().map(allowed).take(shortest).collect();
        name.starts_with(&head)
    }

    /// What a server's names begin with.
    fn head(&self, alias: &ServerAlias, prefix: Prefix) -> String {
        match prefix {
            Prefix::Alias => format!("{alias}{}", self.separator),
            Prefix::None => String::new(),
        }
    }
}

fn allowed(c: char) -> char {
    if c.is_ascii() && is_allowed(c as u8) { c } else { '_' }
}

fn is_allowed(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn alias(text: &str) -> ServerAlias {
        ServerAlias::parse(text).expect("valid alias")
    }

    #[test]
    fn an_ordinary_name_is_alias_separator_name() {
        let rules = NamingRules::default();
        assert_eq!(rules.advertise(&alias("github"), Prefix::Alias, "search_code"), "github__search_code");
        assert_eq!(rules.advertise(&alias("github"), Prefix::None, "search_code"), "search_code");
    }

    #[test]
    fn names_that_clients_choke_on_are_replaced_and_marked() {
        let rules = NamingRules::default();
        for original in ["a:b", "a.b", "a b", "ä", "", &"x".repeat(49)] {
            let name = rules.advertise(&alias("s"), Prefix::Alias, original);
            assert!(name.len() <= 50 && name.bytes().all(is_allowed), "{name}");
            assert!(name.as_bytes()[name.len() - MARK] == b'_', "{name}");
        }
        let names: HashSet<_> =
            ["a:b", "a.b", "a_b"].map(|n| rules.advertise(&alias("s"), Prefix::Alias, n)).into();
        assert_eq!(names.len(), 3);
    }

    proptest! {
        #[test]
        fn every_name_is_one_that_every_client_takes(
            original in ".{0,200}", alias_text in "[a-z0-9][a-z0-9_-]{0,31}", length in 0usize..200, bare: bool,
        ) {
            let rules = NamingRules { separator: "__".to_owned(), max_length: length };
            let prefix = if bare { Prefix::None } else { Prefix::Alias };
            let name = rules.advertise(&alias(&alias_text), prefix, &original);
            prop_assert!((1..=64).contains(&name.len()) && name.bytes().all(is_allowed));
            prop_assert_eq!(&name, &rules.advertise(&alias(&alias_text), prefix, &original));
            prop_assert!(rules.may_advertise(&alias(&alias_text), prefix, &name));
            prop_assert!(bare || !rules.may_advertise(&alias("other"), prefix, &name) || name.starts_with("other__"));
        }
    }
}
