//! A page on this machine at which the person of a session logs in again with a browser, as its client asks them to (MCP 2025-11-25,
//! `client/elicitation`, URL mode): a password has no business in a form of the client's.
//!
//! It listens on the loopback address while their login is over. Its URL has 256 random bits, which only the client is told; whoever
//! has them can try passwords, as `mcpgw login` lets them. The login is kept where that command keeps it, and stands nowhere in what
//! a browser is given.

mod answer;
mod html;
mod listen;

pub(super) use listen::{Page, open};
