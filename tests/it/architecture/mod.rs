//! Keeps the structure of `src/`: which module may name which, who prints, who holds SQL, how long a file may be.
//!
//! Each rule is a function from source files to findings, so that it is tested on a few lines of text as well as on the
//! real tree. Comments, and items under `#[cfg(test)]`, are outside the rules.

mod arrows;
mod audited;
mod lexer;
mod names;
mod paths;
mod shape;
mod source;
