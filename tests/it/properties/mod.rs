//! Rules that hold for whatever is generated: who may do what, what a scan finds, where lines end, what edits make, whom the
//! router answers.

mod access;
mod audit;
mod edits;
mod frame;
mod lines;
mod parser;
mod quota;
mod router;
mod scan;
mod usage;

// As `fuzz/` sees it, which shares the parser.
use mcpgw::core::wire;
