//! The terminal: what is drawn on, and where keys come from. Nothing else names it.

mod events;
mod screen;

pub(in crate::tui) use events::{Event, Events, listen};
pub(in crate::tui) use screen::Screen;
