//! Pieces of a screen that keep a state of their own.

mod confirm;
mod form;
mod fuzzy;
mod listing;
mod palette;
mod sieve;
mod toast;
mod typed;

pub(in crate::tui) use confirm::Confirm;
pub(in crate::tui) use form::{Entry, Field, Form};
pub(in crate::tui) use listing::Listing;
pub(in crate::tui) use palette::{Choice, Palette};
pub(in crate::tui) use toast::{Toast, Toasts};
pub(in crate::tui) use typed::Typed;
