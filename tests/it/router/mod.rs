//! The router alone, with a clock that the test sets: what minutes bring, in no time.

mod allowance;
mod failure;
mod ledger;
mod patience;
mod play;
mod waiting;
