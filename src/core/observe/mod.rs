//! What is kept for people to look at later: what servers say, and what mcpgw does about it.
//!
//! Each server has a ring of files, and mcpgw has one. Lines are queued, and a thread writes them: nobody who has
//! something to say ever waits for a disk, and what doesn't fit into the queue is counted instead.

mod entry;
mod follow;
mod mask;
mod queue;
mod read;
mod recorder;
mod ring;
mod server_log;

pub use entry::{Entry, Stream};
pub use follow::Follower;
pub use mask::{Mask, Masking};
pub use recorder::{LogFiles, Recorder};
pub use ring::{Bounds, Ring};
pub use server_log::{ServerLog, StderrLines};
