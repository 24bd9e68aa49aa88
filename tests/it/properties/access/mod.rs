//! What `decide` says of generated worlds: what the specification says, in any order, never more for being narrowed, and
//! for as long as it says.

mod actions;
mod agree;
mod choices;
mod laws;
mod reference;
mod sessions;
mod world;
mod worlds;
