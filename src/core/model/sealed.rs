//! A value as it is stored: encrypted under a data key of the vault.

use std::fmt;

/// The only layout so far.
const VERSION: u8 = 1;
/// Version, key id, nonce.
const HEAD: usize = 1 + KEY_ID + NONCE;
const KEY_ID: usize = 16;
/// The length of an XChaCha20-Poly1305 nonce, bytes.
pub const NONCE: usize = 24;
/// The length of its tag, bytes.
const TAG: usize = 16;

/// Tells what was sealed at different times apart without opening it: random, and another one whenever it is set.
pub type Revision = [u8; 16];

/// Names a data key; another one after each rotation. Random, shown as hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyId(pub [u8; KEY_ID]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A sealed value: version, key id, nonce, ciphertext with its tag.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Puts the parts together.
    pub fn new(key: KeyId, nonce: [u8; NONCE], ciphertext: &[u8]) -> Self {
        Self([&[VERSION][..], &key.0, &nonce, ciphertext].concat())
    }

    /// Takes stored bytes; `None` when they can't be a sealed value.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        (bytes.len() >= HEAD + TAG && bytes[0] == VERSION).then_some(Self(bytes))
    }

    /// The bytes to store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The key that it is sealed under.
    pub fn key(&self) -> KeyId {
        let mut id = [0; KEY_ID];
        id.copy_from_slice(&self.0[1..=KEY_ID]);
        KeyId(id)
    }

    /// Its nonce.
    pub fn nonce(&self) -> [u8; NONCE] {
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(&self.0[1 + KEY_ID..HEAD]);
        nonce
    }

    /// Its ciphertext, the tag at the end.
    pub fn ciphertext(&self) -> &[u8] {
        &self.0[HEAD..]
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(..)")
    }
}
