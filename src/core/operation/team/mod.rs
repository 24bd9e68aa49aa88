//! `team`: people who share servers.

mod create;
mod delete;
mod domain;
mod edit;
pub mod invite;
pub mod join;
mod list;
mod member;
mod quota;

pub use create::{Create, create};
pub use delete::{Deleted, Fate, delete};
pub use domain::{domains, remove_domain, set_domain};
pub use edit::{Edit, Edited, edit, set_status};
pub(super) use list::get_for;
pub use list::{Listed, get, list};
pub use member::{Changed, add_member, change_member, members, remove_member};
pub use quota::{Quotas, quota_of, set_quotas};
