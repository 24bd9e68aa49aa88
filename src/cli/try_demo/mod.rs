//! `mcpgw try`: the main job, shown in a temporary directory on the example servers or on a given one.
//!
//! It does what a user and a client would do: registers servers in a store, starts `mcpgw stdio` as a client starts it,
//! lists and calls. Everything it makes is gone when it ends, however it ends.

mod args;
mod choice;
mod demo;
mod report;
mod run;
mod show;
mod subject;
mod timed;
mod timing;

pub(crate) use args::TryArgs;
