//! What sessions serve in generated worlds: what is listed is what is had in every other way, and what the specification says.

mod agree;
mod rows;
mod session;
mod tokens;
mod ways;
