//! Tokens, and the keys that sign them: what is signed and checked, and what a row leaves of what its user may do. No store and no
//! I/O: callers hand in rows, values and the time.

mod claims;
mod error;
mod hold;
mod import;
mod key;
mod mint;
mod narrow;
mod place;
mod verify;
mod window;

pub use claims::Claims;
pub use error::KeyError;
pub use hold::{Hold, hold};
pub use import::{import_jwk, import_pem};
pub use key::{KeyMaterial, generate, of_secret};
pub use mint::mint;
pub use narrow::{filter, narrowed, scope};
pub use place::misplaced;
pub use verify::{LONGEST_CREDENTIAL, Refusal, Verifier, verify};
pub use window::{is_open, next_change, zone};
