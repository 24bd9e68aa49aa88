//! From samples to what is printed.

mod hold;
mod json;
mod ledger;
mod stats;
mod table;

pub(crate) use json::json;
pub(crate) use ledger::{Ledger, Row};
pub(crate) use stats::{median, percentile};
pub(crate) use table::{readme_table, table};
