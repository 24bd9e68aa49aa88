//! Tokens: the keys that sign them. No store and no I/O: callers hand in rows and values.

mod error;
mod import;
mod key;

pub use error::KeyError;
pub use import::{import_jwk, import_pem};
pub use key::{KeyMaterial, generate, of_secret};
