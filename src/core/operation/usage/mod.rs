//! `usage`: who used what, and what came of it.

mod names;
mod query;
mod report;
mod sums;

pub use query::Query;
pub use report::{Line, Report, of_token, report};
pub use sums::Figures;
