//! The master key: where it is kept, and how it is got.

mod alone;
mod file;
mod keeper;
mod keyring;
mod passphrase;
mod text;

pub(super) use alone::alone;
pub use keeper::Target;
pub(super) use keeper::{choose, discard, get, make, missing};
