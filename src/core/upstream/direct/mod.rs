//! A plain client to one child: for commands that ask one server one thing. Sessions relay instead.

mod client;
mod error;
mod list;
mod opening;
mod owned;

pub use client::{Direct, Reply};
pub use error::{DirectCause, DirectError, Evidence, Step};
pub use list::Listed;
pub use opening::{Offer, Opening};
