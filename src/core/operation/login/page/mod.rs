//! A page on this machine at which the person of a session logs in again with a browser, as its client asks them to (MCP 2025-11-25,
//! `client/elicitation`, URL mode): a password has no business in a form of the client's.
//!
//! It listens on the loopback address from the first time on that their login is over, until the session ends: a port that was given
//! back could be had by others, to whom a link or a form that still stands somewhere would lead. Its URL has 256 random bits, which
//! only the client is told, and leads to the form only whoever opens it first. They can try passwords, as `mcpgw login` lets them. The
//! login is kept where that command keeps it, and stands nowhere in what a browser is given.

mod answer;
mod html;
mod listen;
mod visit;

pub(super) use listen::Page;
