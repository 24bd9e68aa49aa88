//! The full screen: `mcpgw tui`, a second shell over [`crate::core::operation`].
//!
//! A key becomes an action, `App::update` turns an action into a new state and effects, without a terminal, a store or a clock; an
//! effect runs one operation beside it and answers with another action; `draw` paints the state. What is on the screen stays
//! there while newer data is fetched, and nothing that takes time holds a key up.
//!
//! * what each key does: `keymap`
//! * the state, and what becomes of it: `app`
//! * one file for each list: `screen`
//! * what can be done to a row: `deed`
//! * who may do it: the operations alone, asked by `desk`
//! * the terminal, which nothing else touches: `terminal`

mod action;
mod app;
mod component;
mod deed;
mod desk;
mod door;
mod draw;
mod key;
mod keymap;
mod look;
mod row;
mod run;
mod screen;
mod terminal;
mod text;

#[cfg(test)]
mod testing;

pub use door::{Door, Equip, Start};
pub use look::Look;
pub use run::run;
