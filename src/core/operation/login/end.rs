//! Logs somebody out.

use super::Gate;
use crate::core::identity::LoginPlace;
use crate::core::operation::Lagging;
use crate::core::operation::following::followed_in;
use crate::core::problem::Problem;

/// Ends the login that is kept at `place`, and with it what its sessions serve. `false`: there was none.
pub async fn end(gate: &Gate, place: &LoginPlace, lagging: &Lagging) -> Result<bool, Problem> {
    // One that can't be read is forgotten all the same; it ends by itself.
    let secret = place.read().await;
    if let Ok(Some(secret)) = &secret {
        gate.store.end_login(gate.act("login.end", None), secret.hash()).await?;
        followed_in(&gate.store, lagging).await;
    }
    place.forget().await?;
    Ok(!matches!(secret, Ok(None)))
}
