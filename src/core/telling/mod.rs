//! What a person is told of what operations answer: the words that every shell shows, and the JSON of commands.

pub(crate) mod audit;
pub(crate) mod item;
pub(crate) mod raw;
pub(crate) mod server;
pub(crate) mod session;
pub(crate) mod standing;
pub(crate) mod team;
pub(crate) mod token;
pub(crate) mod user;
