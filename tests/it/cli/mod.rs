//! The command line as a person or a script meets it.

mod canary;
mod client;
mod config;
mod explained;
mod full_disk;
mod generated;
mod help;
mod item;
mod keyring;
mod keyring_calls;
mod logs;
mod process;
mod secret;
mod secret_cost;
mod secret_locked;
mod secret_places;
mod secret_reference;
mod secret_said;
mod secret_storm;
mod server;
mod server_edit;
mod status;
mod store;
mod vault;
mod vault_sources;
mod vault_storm;
