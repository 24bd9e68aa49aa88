//! Tokens: credentials that can do exactly what they must.

mod admit;
mod circumstance;
mod create;
mod edit;
mod find;
mod hours;
mod key;
mod list;
mod revoke;
mod rotate;
mod scope;
mod signed;
mod verify;

pub use admit::{Admitted, Credential, admit};
pub use circumstance::{Circumstance, require_fit};
pub(super) use create::create_for;
pub use create::{Expiry, Minted, NewToken, create};
pub use edit::{Edit, edit};
pub(super) use find::managed;
pub use hours::GivenHours;
pub use list::{Listing, get, list, services};
pub use revoke::{revoke, revoke_all};
pub use rotate::rotate;
pub use scope::{Clear, Given, ScopeFlags};
pub use verify::{Verified, verify};
