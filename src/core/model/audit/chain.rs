//! The hashes that tie the rows together.

use std::fmt;

use sha2::{Digest as _, Sha256};

use super::AuditRecord;
use crate::core::model::Hash;

/// The only encoding of rows so far.
const VERSION: u8 = 1;

/// Why a text is no [`Link`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a row's number and its hash, such as 12:9f86d081...: what mcpgw audit head prints")]
pub struct InvalidLink;

/// A row's number and its hash: it says what all rows up to this one are. Shown as `12:9f86...`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Link {
    /// The row; 0 before the first one.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
}

impl Link {
    /// Where the chain of a store begins: no two stores' chains have a row in common.
    pub fn genesis(store: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"mcpgw audit 1\0");
        hash.update(store.as_bytes());
        Self { seq: 0, hash: Hash(hash.finalize().into()) }
    }

    /// The link of the next row, if that says `record`.
    #[must_use]
    pub fn next(self, record: &AuditRecord) -> Self {
        let seq = self.seq.saturating_add(1);
        let mut hash = Sha256::new();
        hash.update(self.hash.0);
        hash.update(encoded(seq, record));
        Self { seq, hash: Hash(hash.finalize().into()) }
    }

    /// Reads what [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Result<Self, InvalidLink> {
        let (seq, hex) = text.trim().split_once(':').ok_or(InvalidLink)?;
        let seq = seq.parse().ok().filter(|seq| *seq >= 0).ok_or(InvalidLink)?;
        if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(InvalidLink);
        }
        let mut hash = [0; 32];
        for (index, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hex[2 * index..2 * index + 2], 16).map_err(|_| InvalidLink)?;
        }
        Ok(Self { seq, hash: Hash(hash) })
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

impl AuditRecord {
    /// The same for records that differ in nothing but when it was, how often, and in which process: who tries in vain may do so
    /// with a new one each time.
    pub fn sameness(&self) -> Hash {
        Hash(Sha256::digest(encoded(0, &Self { at: 0, count: 0, pid: 0, ..self.clone() })).into())
    }
}

/// The bytes that are hashed. Each field says whether it is there, and how long it is: no two rows give the same bytes.
fn encoded(seq: i64, record: &AuditRecord) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    let mut field = |value: Option<&[u8]>| match value {
        None => bytes.push(0),
        Some(value) => {
            bytes.push(1);
            bytes.extend_from_slice(&(value.len() as u64).to_be_bytes());
            bytes.extend_from_slice(value);
        }
    };
    let text = |text: &'_ Option<String>| text.as_ref().map(|text| text.as_bytes().to_vec());
    field(Some(&seq.to_be_bytes()));
    field(Some(&record.at.to_be_bytes()));
    field(text(&record.actor).as_deref());
    field(Some(record.via.as_bytes()));
    field(record.uid.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice));
    field(Some(&record.pid.to_be_bytes()));
    field(text(&record.parent).as_deref());
    field(text(&record.client).as_deref());
    field(Some(record.action.as_bytes()));
    field(text(&record.kind).as_deref());
    field(text(&record.id).as_deref());
    field(text(&record.name).as_deref());
    field(Some(record.outcome.as_bytes()));
    field(text(&record.reason).as_deref());
    field(Some(record.details.as_bytes()));
    field(Some(&record.count.to_be_bytes()));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_what_it_shows_and_nothing_else() {
        let link = Link { seq: 12, hash: Hash([0xab; 32]) };
        assert_eq!(Link::parse(&link.to_string()), Ok(link));
        let hash = "ab".repeat(32);
        for text in [
            String::new(),
            hash.clone(),
            format!(":{hash}"),
            format!("-1:{hash}"),
            format!("1:{hash}0"),
            format!("1:+{}", &hash[1..]),
            format!("99999999999999999999:{hash}"),
            "1:é".repeat(32),
        ] {
            assert_eq!(Link::parse(&text), Err(InvalidLink), "{text}");
        }
    }

    #[test]
    fn the_chains_of_two_stores_begin_differently() {
        assert_ne!(Link::genesis("a"), Link::genesis("b"));
    }
}
