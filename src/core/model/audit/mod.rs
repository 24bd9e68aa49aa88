//! The audit: who did what, as rows of which each vouches for all before it.

mod act;
mod chain;
mod flaw;
mod head;
mod record;
mod verify;

pub use act::{Act, Deed, Origin, Outcome, Subject, Via};
pub use chain::{InvalidLink, Link};
pub use flaw::{Flaw, Witness};
pub use head::{AuditKey, SignedHead};
pub use record::{AuditRecord, AuditRow};
pub use verify::{Verdict, Verifier};
