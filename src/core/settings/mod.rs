//! What a person may set: typed values with defaults, kept in one TOML file whose comments survive every edit, or, where they
//! guard the store, in the store.

mod file;
mod personal;
mod registry;
mod shared;
mod units;
mod values;
mod write;

pub use file::{SettingsError, as_kept, canonical, kept, load, meant, overlay, require, set, unset};
pub use registry::{Home, Setting, all, find};
pub use units::{InvalidValue, format_duration, format_size, parse_duration, parse_size};
pub use values::{
    LogSettings, LoginSettings, Naming, PasswordSettings, Relay, Settings, TeamSettings, UsageSettings,
    UserSettings, VaultSettings,
};
