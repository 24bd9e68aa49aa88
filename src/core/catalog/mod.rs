//! The one list that a client sees, merged from the lists of all servers.

mod cursor;
mod extras;
mod handed_out;
mod instructions;
mod known;
mod listing;
mod merge;
mod naming;
mod normal;
mod permitted;
mod template;
mod uri;
mod wrap;

pub use cursor::Cursor;
pub use extras::raw_extras;
pub use handed_out::MAX_HANDED_OUT;
pub use instructions::merge_instructions;
pub use known::UriSource;
pub use listing::{ItemRef, Listing, NextPage, PageChain};
pub use merge::{Hidden, Merged, Route, Source};
pub use naming::NamingRules;
pub use normal::{normal_uri, readings};
pub use permitted::{may_use, permits};
pub use template::{UriTemplate, matching_effort};
pub use uri::{UriRoute, UriTable};
pub use wrap::{named_by, unwrap_uri, wrap_template, wrap_uri};
