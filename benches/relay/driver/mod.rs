//! The client's end. The very same code drives all set-ups.

mod asked;
mod broken;
mod connection;
mod cores;
mod credential;
mod family;
mod gate;
mod quiet;
mod request;
mod rig;
mod session;
mod setup;
mod watchdog;

pub(crate) use asked::{Arrival, Reply};
pub(crate) use broken::{Broken, Outcome};
pub(crate) use cores::{Cores, Pinning};
pub(crate) use credential::{Credential, LIMITED_SERVERS};
pub(crate) use gate::Gate;
pub(crate) use quiet::wait_until_quiet;
pub(crate) use request::Request;
pub(crate) use rig::{LISTED_SERVERS, LISTED_TOOLS, Rig};
pub(crate) use session::Session;
pub(crate) use setup::{Setup, Wire};
