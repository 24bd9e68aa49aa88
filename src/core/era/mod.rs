//! Protocol revisions and what their methods mean.
//!
//! *Legacy* revisions open with `initialize` and keep a session; *modern* ones (from 2026-07-28) carry everything in each
//! request. The router works on meanings ([`Call`], [`Notice`]); this module alone knows what a revision calls them.

mod capability;
mod method;
mod revision;

pub use capability::{Offered, merge_capabilities};
pub use method::{Call, Notice, ReverseCall};
pub use revision::Revision;
