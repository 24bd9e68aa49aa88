//! The state of the screen, and what becomes of it: no terminal, no store, no clock.

mod hints;
mod keys;
mod outcomes;
mod state;
mod typing;
mod update;

#[cfg(test)]
mod tests;

pub(in crate::tui) use hints::Hint;
pub(in crate::tui) use state::{App, Overlay, Reading};
