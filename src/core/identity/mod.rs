//! Who somebody is: passwords, what they must be like, and what too many wrong ones lead to; logins, and where
//! what proves them is kept.

mod invite_code;
mod keep;
mod lockout;
mod login;
mod opaque;
mod password;
mod policy;

pub use invite_code::{InvalidInviteCode, InviteCode};
pub use keep::{KeepError, LoginPlace};
pub use lockout::{after_failure, is_locked};
pub use login::{LoginSecret, expiry, is_over, is_worth_noting, last_moment};
pub use password::{Cost, PasswordError, Verdict, hash, is_one_of, verify};
pub use policy::{RECOMMENDED_LENGTH, Weakness, check, is_short};
