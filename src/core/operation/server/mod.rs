//! `server`: what is configured.

mod add;
mod edit;
mod list;
mod remove;

pub use add::{Add, Added, add};
pub use edit::{Edit, Edited, edit, set_enabled};
pub use list::{Known, get, known, list, list_known};
pub use remove::remove;
