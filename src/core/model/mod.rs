//! The nouns: plain data and its validation. Pure: no I/O, no clock, no store.

mod catalogue;
mod id;
mod list_kind;
mod server;

pub use catalogue::{Catalogue, CatalogueKey, Hash, Sighting, configuration_hash, offer_hash};
pub use id::ServerId;
pub use list_kind::ListKind;
pub use server::{
    DEFAULT_START_TIMEOUT, EnvValue, InvalidServer, Launch, Prefix, Server, ServerAlias, ServerName,
};
