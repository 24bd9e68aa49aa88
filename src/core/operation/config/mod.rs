//! `config`: the settings file.

mod list;
mod set;
mod text;

pub use list::{Origin, SettingValue, get, list};
pub use set::{set, unset};
pub use text::load;
