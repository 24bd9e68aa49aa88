//! The `time` server: the time in any zone, and a countdown that reports progress and logs.

mod convert;
mod count_down;
mod meeting;
mod server;
mod zone;

pub use server::time;
