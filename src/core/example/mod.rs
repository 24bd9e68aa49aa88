//! Two small MCP servers that ship in the binary, so that mcpgw can be tried where nothing else is installed.
//!
//! [`files()`] reads files below one directory; [`time()`] tells time zones and counts down. Both speak the stdio transport
//! (one JSON-RPC message a line) in the protocol revisions 2024-11-05 to 2025-11-25. They block: each runs in a process
//! of its own, reads until its input ends, and then cancels what doesn't end soon.

mod base64;
mod call;
mod files;
mod message;
mod revision;
mod serve;
#[cfg(test)]
mod tests;
mod time;
mod tool;

pub use files::files;
pub use time::time;
