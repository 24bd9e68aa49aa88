//! The master key: where it is kept, and how it is got.

mod file;
mod keeper;
mod keyring;
mod passphrase;
mod text;

pub use keeper::Target;
pub(super) use keeper::{choose, discard, get, make, missing};
