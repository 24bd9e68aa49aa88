//! How the person of a running session logs in again.

use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::Gate;
use super::identify::{Admission, logged_in};
use super::page::{self, Page};
use crate::core::control::{Coming, SessionLogin, WayBack};
use crate::core::identity::{LoginPlace, last_moment};
use crate::core::model::{LoginPage, UserId};
use crate::core::platform::files::FileVersion;
use crate::core::platform::time::sleep;
use crate::core::problem::{Problem, ProblemKind};

/// How often it is looked whether another login is kept.
const LOOK: Duration = Duration::from_millis(250);

/// By a login that `mcpgw login` keeps, or the page: whoever of a user's sessions on this machine is without a login takes it.
#[derive(Debug)]
pub struct LoginAgain {
    gate: Gate,
    place: LoginPlace,
    user: UserId,
    /// The last login that was kept and was none.
    useless: Mutex<Option<FileVersion>>,
    page: Mutex<Option<Page>>,
}

impl LoginAgain {
    /// For `user`, with the login that is kept at `place`.
    pub fn new(gate: Gate, place: LoginPlace, user: UserId) -> Self {
        Self { gate, place, user, useless: Mutex::default(), page: Mutex::default() }
    }

    /// Their login, if another one is kept than at the last look.
    async fn look(&self) -> Option<SessionLogin> {
        let version = self.place.version()?;
        if *lock(&self.useless) == Some(version) {
            return None;
        }
        // A keyring may ask its person to unlock it: it is asked once for what it has.
        match logged_in(&self.gate, &self.place, Admission::Full).await {
            Ok(Some(acting)) if acting.user.id == self.user => {
                let login = acting.login?;
                let ends = last_moment(&login, &self.gate.settings.login);
                return Some(SessionLogin { id: login.id, ends });
            }
            Err(problem) if problem.kind == ProblemKind::Failed => {}
            _ => *lock(&self.useless) = Some(version),
        }
        None
    }

    /// The page, opened if it is not. Who has no address can't log in.
    async fn opened(&self) -> Result<Option<LoginPage>, Problem> {
        if let Some(page) = &*lock(&self.page) {
            return Ok(Some(page.at.clone()));
        }
        let account = self.gate.store.account(self.user).await?;
        let Some(email) = account.and_then(|account| account.user.email) else { return Ok(None) };
        let failed = |error: io::Error| Problem::new(ProblemKind::Failed, error.to_string());
        let page = page::open(self.gate.clone(), self.place.clone(), email).map_err(failed)?;
        Ok(Some(lock(&self.page).insert(page).at.clone()))
    }
}

impl WayBack for LoginAgain {
    fn again(&self) -> Coming<'_, SessionLogin> {
        Box::pin(async {
            loop {
                if let Some(login) = self.look().await {
                    return login;
                }
                sleep(LOOK).await;
            }
        })
    }

    fn open_page(&self) -> Coming<'_, Option<LoginPage>> {
        Box::pin(async {
            self.opened().await.unwrap_or_else(|problem| {
                tracing::warn!("the page to log in can't be opened: {problem}");
                None
            })
        })
    }

    fn close_page(&self) {
        lock(&self.page).take();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
