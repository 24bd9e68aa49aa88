//! `login`, `logout`, `whoami`: who acts.

mod anew;
mod begin;
mod end;
mod gate;
mod identify;
mod lapsed;
mod page;
mod returning;
mod way_back;

pub use anew::Attention;
pub use begin::{Begun, begin};
pub(super) use begin::{Proven, prove};
pub use end::{Ended, end, end_this};
pub use gate::Gate;
pub use identify::{Acting, Admission, identify};
pub use lapsed::lapsed;
pub use way_back::LoginAgain;
