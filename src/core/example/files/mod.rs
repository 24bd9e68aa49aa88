//! The `files` server: reads files below one directory, as tools and as resources.
//!
//! Names that start with a dot don't exist for it, so that a try in a home directory shows no keys and no settings.

mod directory;
mod list;
mod read;
mod search;
mod server;
mod uri;

pub use server::files;
