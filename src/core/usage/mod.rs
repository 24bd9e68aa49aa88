//! What was used: written down by each session as it happens, and brought to the store beside the relay.
//!
//! A session appends to a journal of its own, which outlives it if it is killed, before a server gets a call. Everything in it
//! comes into the store once: each end of a call has a number, and the store keeps up to which it knows them, in the transaction
//! that makes their rows.

mod fold;
mod journal;
mod left;
mod line;
mod meter;
mod reader;
mod replay;
#[cfg(test)]
mod tests;

pub use fold::{APART, Call, Fold, Sent};
pub use left::import_left;
pub use line::{EndedLine, Line, SentLine};
pub use meter::{Meter, Pen};
pub use reader::Reader;
pub use replay::Replay;
