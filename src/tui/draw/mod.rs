//! Paints the state; nothing is changed by it.

mod boxes;
mod canvas;
mod chrome;
mod detail;
mod form;
mod frame;
mod layout;
mod overlay;
mod table;

#[cfg(test)]
mod tests;

pub(in crate::tui) use detail::detail_height;
pub(in crate::tui) use frame::draw;
pub(in crate::tui) use layout::Layout;
pub(in crate::tui) use overlay::reading_overflow;
