//! 256 random bits as 64 hexadecimal digits: what proves a login, an invitation.

use std::fmt::Write as _;
use std::io;

use sha2::{Digest as _, Sha256};

use crate::core::model::{Hash, Secret};
use crate::core::platform::entropy;

const BYTES: usize = 32;

/// New ones.
pub(super) fn random() -> io::Result<Secret<String>> {
    let bytes = Secret::new(entropy::random::<BYTES>()?);
    let mut text = String::with_capacity(2 * BYTES);
    for byte in bytes.reveal() {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(Secret::new(text))
}

/// Those in `text`, if that is nothing else.
pub(super) fn parse(text: &str) -> Option<Secret<String>> {
    let valid = text.len() == 2 * BYTES && text.bytes().all(|b| b.is_ascii_hexdigit());
    valid.then(|| Secret::new(text.to_owned()))
}

/// What the store knows of them. A fast hash does: there is nothing to guess.
pub(super) fn hash(text: &Secret<String>) -> Hash {
    Hash(Sha256::digest(text.reveal().as_bytes()).into())
}
