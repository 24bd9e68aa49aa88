//! Why somebody sees, uses and changes a server or one of its items, or doesn't.

mod find;
mod why;

pub use find::Thing;
pub use why::{Deed, Explained, explain};
