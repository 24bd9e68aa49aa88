//! What mcpgw keeps: one SQLite file that many mcpgw processes share.
//!
//! The public face is asynchronous and names no engine, so that a shared engine can stand beside this one. Every
//! invariant (a name is unique, an alias is unique) is a single transaction, whatever other processes do meanwhile.
//! Only [`crate::core::operation`], a session's catalogue upkeep, [`crate::core::control`], which keeps the rows of running
//! sessions, and [`crate::core::usage`], which counts calls, call what changes something.

mod acceptance;
mod attempt;
mod attribute;
mod audit;
mod audit_denial;
mod audit_head;
mod catalogue;
mod clear;
mod connection;
mod credential;
mod deed;
mod domain;
mod error;
mod generation;
mod global_grant;
mod grant;
mod guard;
mod handle;
mod invitation;
mod item_rule;
mod join_request;
mod lend;
mod login;
mod member;
mod migration;
mod mode;
mod owner;
mod patience;
mod people;
mod principal;
mod profile;
mod rank;
mod reference;
mod role;
mod role_edit;
mod sealed;
mod seat;
mod secret;
mod server;
mod session;
mod setting;
mod signing_key;
mod team;
mod team_removal;
mod tenancy;
#[cfg(test)]
mod tests;
mod token;
mod token_row;
mod usage;
mod usage_report;
mod user;
mod user_quota;
mod vault;
mod watch;
mod worker;
mod writes;

pub use acceptance::{Accepted, Acceptor, Terms};
pub use attempt::Attempt;
pub use audit::AuditFilter;
pub use catalogue::KnownItem;
pub use clear::Clear;
pub use credential::NewPassword;
pub use error::StoreError;
pub use generation::{Followed, Generation, SessionCredential};
pub use guard::Guard;
pub use handle::{Store, Warning};
pub use item_rule::{ItemRule, ItemRules};
pub use login::Proof;
pub use member::{Limits, NewMember, Standing};
pub use role_edit::RoleChange;
pub use seat::Seat;
pub use team_removal::Remains;
pub use token::{Claimed, NewToken, Revoked};
pub use usage_report::{UsageBy, UsageEyes, UsageFilter, UsageItem, UsageKey, UsageSum};
pub use user::{NewUser, UserChange};
