//! One client's connection: what it says goes to the right server, what servers say goes to it, and nothing is lost.
//!
//! [`Router`] decides, without I/O; the shell around it reads, writes, starts and waits, and decides nothing.

mod outbox;
mod queue;
mod router;
mod shell;

pub use router::{
    Cached, Effect, Ended, Entry, Failure, Hello, ItemId, Kept, Origin, RawHello, Report, Router,
    RouterConfig, Sent,
};
pub use shell::{Commands, Keeper, Session, SessionEnd, SessionHandle, SessionIo, handle, run};
