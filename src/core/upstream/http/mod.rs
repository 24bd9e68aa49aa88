//! The bridge to a remote server: JSON-RPC lines on its stdin and stdout, HTTP on the other side (MCP `basic/transports`:
//! Streamable HTTP of 2025-03-26 to 2025-11-25, HTTP+SSE of 2024-11-05).
//!
//! Messages pass byte for byte, but for white space between their lines. Nothing here reads more of one than says where it goes.

mod agreement;
mod batch;
mod bridge;
mod caller;
mod endpoint;
mod events;
mod exchange;
mod following;
mod legacy;
mod listener;
mod output;
mod refusal;
mod renewal;
mod stream;
mod told;
mod waiting;

pub use bridge::serve;
pub use endpoint::Endpoint;
