//! Logs somebody out.

use super::Gate;
use crate::core::identity::LoginPlace;
use crate::core::problem::Problem;

/// Ends the login that is kept at `place`. `false`: there was none.
pub async fn end(gate: &Gate, place: &LoginPlace) -> Result<bool, Problem> {
    // One that can't be read is forgotten all the same; it ends by itself.
    let secret = place.read().await;
    if let Ok(Some(secret)) = &secret {
        gate.store.end_login(gate.act("login.end", None), secret.hash()).await?;
    }
    place.forget().await?;
    Ok(!matches!(secret, Ok(None)))
}
