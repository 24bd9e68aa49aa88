//! Who was logged in here.

use jiff::Timestamp;

use super::Gate;
use super::identify::{Acting, acting};
use crate::core::identity::LoginPlace;
use crate::core::model::{Login, LoginId};
use crate::core::problem::Problem;

/// Whose login at `place` is over, as far as that is known, with a login that is over: nothing is decided by it, but who may come
/// back.
pub async fn lapsed(gate: &Gate, place: &LoginPlace) -> Result<Option<Acting>, Problem> {
    let Some(user) = place.user() else { return Ok(None) };
    let Some(account) = gate.store.account(user).await? else { return Ok(None) };
    let past = Timestamp::UNIX_EPOCH;
    let login =
        Login { id: LoginId::new(0, [0; 10]), user, created_at: past, last_used_at: past, expires_at: past };
    acting(gate, account.user, Some(login)).await.map(Some)
}
