//! The programs that are measured, other than mcpgw itself.

mod asking;
mod child;
mod lines;
mod listing;
mod members;
mod payload;
mod relay;
mod session_host;
mod trouble;

pub(crate) use child::echo_child;
pub(crate) use lines::{LineReader, write_all, write_parts};
pub(crate) use listing::TOOL_BYTES;
pub(crate) use payload::text;
pub(crate) use relay::{Moves, relay};
pub(crate) use session_host::session_host;

/// First argument that makes this executable the echo child: `--echo-child [TOOLS [GATE]]`.
pub(crate) const ECHO_CHILD: &str = "--echo-child";
/// First argument that makes this executable the null relay: `--null-relay PROGRAM [ARGUMENTS]`.
pub(crate) const NULL_RELAY: &str = "--null-relay";
/// First argument that makes this executable the holding relay: `--holding-relay PROGRAM [ARGUMENTS]`.
pub(crate) const HOLDING_RELAY: &str = "--holding-relay";
/// First argument that makes this executable the host of many sessions: `--session-host DATA COUNT`.
pub(crate) const SESSION_HOST: &str = "--session-host";
