//! Looks whether somebody has logged in again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::Gate;
use super::identify::{Admission, with_secret};
use crate::core::control::SessionLogin;
use crate::core::identity::{KeepError, LoginPlace, last_moment};
use crate::core::model::UserId;
use crate::core::platform::files::FileVersion;
use crate::core::platform::keyring::KeyringError;
use crate::core::platform::time::sleep;

/// How often it is looked whether another login is kept.
const LOOK: Duration = Duration::from_millis(250);

/// How long a keyring, or a store, that can't be asked now is left alone: it may ask its person each time.
const AGAIN: Duration = Duration::from_secs(30);

/// Somebody whose login is looked for, until the last of its clones is dropped: whoever waits may give up and wait again, and
/// nothing is asked twice for that.
#[derive(Debug, Clone)]
pub(super) struct Returning {
    found: watch::Receiver<Found>,
    _task: Arc<Task>,
}

/// How far that is.
#[derive(Debug, Clone, Copy)]
enum Found {
    /// Nobody has looked.
    Unknown,
    /// None so far.
    Nothing,
    /// It.
    Login(SessionLogin),
}

#[derive(Debug)]
struct Task(JoinHandle<()>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Returning {
    /// Begins to look for a login of `user` at `place`.
    pub(super) fn begin(gate: Gate, place: LoginPlace, user: UserId) -> Self {
        let (told, found) = watch::channel(Found::Unknown);
        let task = tokio::spawn(async move { look(&Kept { gate, at: place, user }, &told).await });
        Self { found, _task: Arc::new(Task(task)) }
    }

    /// What the first look found.
    pub(super) async fn first_look(&mut self) -> Option<SessionLogin> {
        match *self.found.wait_for(|found| !matches!(found, Found::Unknown)).await.ok()? {
            Found::Login(login) => Some(login),
            Found::Unknown | Found::Nothing => None,
        }
    }

    /// Returns when there is one.
    pub(super) async fn login(&mut self) -> SessionLogin {
        let found = self.found.wait_for(|found| matches!(found, Found::Login(_))).await.map(|found| *found);
        match found {
            Ok(Found::Login(login)) => login,
            // Nobody looks any more.
            _ => std::future::pending().await,
        }
    }
}

struct Kept {
    gate: Gate,
    at: LoginPlace,
    user: UserId,
}

async fn look(kept: &Kept, told: &watch::Sender<Found>) {
    // The last one that was kept and was of no use.
    let mut useless: Option<FileVersion> = None;
    loop {
        let version = kept.at.version();
        let mut pause = LOOK;
        if version.is_some() && version != useless {
            match kept.login().await {
                Ok(Some(login)) => {
                    told.send_replace(Found::Login(login));
                    return;
                }
                Ok(None) => useless = version,
                Err(why) => {
                    tracing::warn!("it can't be seen whether somebody has logged in again: {why}");
                    pause = AGAIN;
                }
            }
        }
        told.send_replace(Found::Nothing);
        sleep(pause).await;
    }
}

impl Kept {
    /// The login that is kept, if it is one of theirs.
    async fn login(&self) -> Result<Option<SessionLogin>, String> {
        let secret = match self.at.read().await {
            Ok(Some(secret)) => secret,
            Err(error) if is_for_now(&error) => return Err(error.to_string()),
            // What is kept is no login, whatever else it is.
            Ok(None) | Err(_) => return Ok(None),
        };
        // What logins are like may have been set anew since the session began.
        let gate = self.gate.as_set_now().await.map_err(|problem| problem.to_string())?;
        let acting = with_secret(&gate, &secret, Admission::Full).await;
        let theirs = acting.ok().filter(|acting| acting.user.id == self.user);
        let login = theirs.and_then(|acting| acting.login);
        let found =
            login.map(|login| SessionLogin { id: login.id, ends: last_moment(&login, &gate.settings.login) });
        Ok(found)
    }
}

/// Whether another try may give something else.
fn is_for_now(error: &KeepError) -> bool {
    match error {
        KeepError::Io { .. } => true,
        KeepError::Keyring(error) => !matches!(error, KeyringError::Missing),
        _ => false,
    }
}
