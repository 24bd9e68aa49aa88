//! Tools, prompts, resources and templates: what a session would advertise, and one request about one of them.

mod arguments;
mod find;
mod list;
mod request;
pub(super) mod rights;
mod rule;
mod servers;
mod tally;

pub use arguments::{ArgumentError, arguments, prompt_arguments};
pub use find::{Target, find_known, find_named, find_resource};
pub(super) use list::naming;
pub use list::{Concealed, Item, Items, list};
pub use request::request;
pub use rule::{RuleEdit, Ruled, set_rule};
