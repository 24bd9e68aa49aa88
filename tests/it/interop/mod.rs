//! Third-party MCP servers behind `mcpgw stdio`, and third-party clients in front of it.
//!
//! Each official SDK first talks to every server directly, then to all of them at once through mcpgw, and what it saw is
//! compared item by item and frame by frame. `tests/interop/README.md` says which programs take part and how they are pinned.

mod bytes;
mod calls;
mod client;
mod compare;
mod inspector;
mod items;
mod lines;
mod mask;
mod programs;
mod provision;
mod sdk;
mod transcript;
mod world;
