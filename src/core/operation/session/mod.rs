//! `session`: the clients that are served now.

mod end;
mod find;
mod list;
mod seen;

pub use end::end;
pub use find::{Target, find, show};
pub use list::{Live, list};
