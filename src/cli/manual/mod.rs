//! The manual: one page a command, made of what its help says.

mod command;
mod extra;
mod page;

pub(in crate::cli) use command::ManArgs;
pub use page::manual_pages;
