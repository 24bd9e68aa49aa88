//! `user`: who may use this store.

mod change;
mod create;
mod delete;
mod find;
mod password;
mod rank;
mod recover;
mod unlock;

pub use change::{NewStatus, StatusSet, change, set_limits, set_status};
pub(super) use create::prepared;
pub use create::{Created, NewAccount, create, found_store, founds, owner_is_unprepared, platform_admin};
pub use delete::delete;
pub use find::{Who, find, list};
pub(super) use password::refuse_service;
pub use password::{NewSecretWord, asks_for_present, expire, set_password};
pub(super) use rank::require_rank;
pub use recover::recover;
pub use unlock::unlock;
