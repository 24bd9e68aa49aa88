//! Logs somebody out.

use super::Gate;
use crate::core::identity::LoginPlace;
use crate::core::model::Login;
use crate::core::operation::Lagging;
use crate::core::operation::following::followed_in;
use crate::core::problem::Problem;

/// What ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Whether a login was kept here.
    pub here: bool,
    /// How many logins of the user have ended, that one too.
    pub logins: usize,
}

/// Ends the login that is kept at `place`, and with it what its sessions serve; `everywhere`: and all others of its user.
pub async fn end(
    gate: &Gate,
    place: &LoginPlace,
    everywhere: bool,
    lagging: &Lagging,
) -> Result<Ended, Problem> {
    // One that can't be read is forgotten all the same; it ends by itself.
    let secret = place.read().await;
    let mut logins = 0;
    if let Ok(Some(secret)) = &secret {
        let act = gate.act("login.end", None);
        if everywhere {
            logins = gate.store.end_logins(act, secret.hash()).await?;
        } else {
            logins = usize::from(gate.store.end_login(act, secret.hash()).await?);
        }
        followed_in(&gate.store, lagging).await;
    }
    place.forget().await?;
    Ok(Ended { here: !matches!(secret, Ok(None)), logins })
}

/// Ends `login`, whatever is kept at `place` by now; what is kept there is forgotten if it is that login.
pub async fn end_this(
    gate: &Gate,
    place: &LoginPlace,
    login: &Login,
    lagging: &Lagging,
) -> Result<(), Problem> {
    let kept = place.read().await.ok().flatten();
    let kept = match &kept {
        Some(secret) => gate.store.login(secret.hash()).await?,
        None => None,
    };
    let is_kept = kept.is_some_and(|(kept, _)| kept.id == login.id);
    gate.store.end_login_of(gate.act("login.end", Some(login.user)), login.id).await?;
    followed_in(&gate.store, lagging).await;
    if is_kept {
        place.forget().await?;
    }
    Ok(())
}
