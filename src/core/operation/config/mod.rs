//! `config`: the settings, in a file and in the store.

mod list;
mod permit;
mod set;
mod settled;
mod text;
mod told;

pub use list::{Kept, Origin, SettingValue, get, list};
pub use permit::permit;
pub use set::{set, set_in_store, unset};
pub use settled::{Settled, ignored, settled};
pub use text::load;
pub use told::told;
