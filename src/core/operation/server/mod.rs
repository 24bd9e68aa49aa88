//! `server`: what is configured.

mod add;
mod bind;
mod edit;
mod enabled;
mod import;
mod list;
mod log;
mod obstacle;
mod reach;
mod remove;
mod restart;
mod test;
mod whole;

pub use add::{Add, Added, add};
pub use edit::{Edit, Edited, edit, set_enabled};
pub use enabled::{disabled, enabled, get_enabled};
pub use import::{Imported, import};
pub use list::{Known, apart, find, get, known, list, list_known, unknown};
pub(super) use list::{get_one, meant};
pub use log::log;
pub use obstacle::{Obstacle, obstacles, unmet};
pub use reach::Reach;
pub use remove::remove;
pub use restart::{Restarted, restart};
pub use test::{Failed, Tested, test};
pub use whole::{Whole, whole};
