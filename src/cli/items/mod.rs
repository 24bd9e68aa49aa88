//! What the nouns tool, prompt and resource have in common: lists, one item, contents.

mod content;
mod list;
mod progress;
mod rule;
mod show;

pub(super) use content::content;
pub(super) use list::{ListArgs, list};
pub(super) use progress::Progress;
pub(super) use rule::{EditArgs, SwitchArgs};
pub(super) use show::show;
