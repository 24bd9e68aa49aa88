//! Who somebody is: passwords, what they must be like, and what too many wrong ones lead to.

mod lockout;
mod password;
mod policy;

pub use lockout::{after_failure, is_locked};
pub use password::{Cost, PasswordError, Verdict, hash, is_one_of, verify};
pub use policy::{RECOMMENDED_LENGTH, Weakness, check, is_short};
