//! The lists: one file each.

mod audit;
mod items;
mod people;
mod place;
mod servers;
mod sessions;
mod teams;
mod tokens;

pub(in crate::tui) use super::row::{Detail, Row};
pub(in crate::tui) use place::{Column, Place, load, look};
