//! Where secrets are sealed.
//!
//! Every sealed value is encrypted under one data key; the data key stands in the store, wrapped by a master key that the
//! store never holds. Moving the master key elsewhere touches one row. Nothing here happens before the first value is sealed
//! or opened: a store without secrets never asks a keyring.

mod change;
mod cipher;
mod error;
mod handle;
mod master;
mod open;
mod options;
mod place;
mod signer;
mod wrap;

#[cfg(test)]
mod tests;

pub use change::MovedKey;
pub use error::VaultError;
pub use handle::{Vault, VaultState};
pub use master::Target;
pub use open::OpenVault;
pub use options::{Ask, Keeper, PassphraseCommand, PassphraseSources, VaultOptions};
pub use place::Place;
pub use signer::{Signer, is_signed};
