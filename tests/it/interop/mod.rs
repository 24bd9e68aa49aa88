//! Third-party MCP servers behind `mcpgw stdio`, and third-party clients in front of it.
//!
//! `transcript` is the test that matters most: whatever a client does, it sees the same directly and through mcpgw, but for what
//! `normal` lists. `tests/interop/README.md` says which programs take part, how they are pinned and how calls are written.

mod answers;
mod bytes;
mod calls;
mod client;
mod compare;
mod connection;
mod inspector;
mod items;
mod lines;
mod listening;
mod mask;
mod normal;
mod opening;
mod programs;
mod provision;
mod raw;
mod recording;
mod restart;
mod score;
mod sdk_servers;
mod transcript;
mod transcript_remote;
mod world;
