//! Who may do what: one decision, asked by every path. Pure: no I/O, no clock, no store.
//!
//! * what there is to be allowed: [`Permission`], in sets: [`PermissionSet`]; the sets that have names: [`Role`]
//! * who asks: [`Principal`], narrowed by a [`Scope`]
//! * what for: [`Action`], whose [`Need`] stands in one table
//! * on what: [`Target`]
//! * the answer: [`decide`], in words: [`explain`], prepared for calls: [`Table`]

mod action;
mod answer;
mod ceiling;
mod decide;
mod explain;
mod need;
mod operation;
mod permission;
mod permission_set;
mod principal;
mod role;
mod scope;
mod standing;
mod table;
mod target;
#[cfg(test)]
mod tests;

pub use action::{Action, Method};
pub use answer::{Answer, answer};
pub use ceiling::Grantee;
pub use decide::{Decision, Outcome, Reason, decide};
pub use explain::{Explanation, explain};
pub use need::{Need, Permissions, Purpose};
pub use operation::Operation;
pub use permission::Permission;
pub use permission_set::PermissionSet;
pub use principal::{GlobalGrant, Membership, Principal};
pub use role::{Role, may_grant};
pub use scope::{Reach, Scope, Servers};
pub use table::Table;
pub use target::{ItemVisibility, Narrowing, Row, Target};
