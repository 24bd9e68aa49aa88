//! Many sessions, many servers, every fault and every change of the store, for minutes: each request has one answer, each
//! list is right, nothing is left.

mod caller;
mod run;
mod stage;
mod tally;
