//! `config`: the settings file.

mod list;
mod permit;
mod set;
mod text;
mod told;

pub use list::{Origin, SettingValue, get, list};
pub use permit::permit;
pub use set::{set, unset};
pub use text::load;
pub use told::told;
