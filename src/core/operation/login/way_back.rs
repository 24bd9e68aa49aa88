//! How the person of a running session logs in again.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::Gate;
use super::page::Page;
use super::returning::Returning;
use crate::core::control::{Coming, SessionLogin, WayBack};
use crate::core::identity::LoginPlace;
use crate::core::model::{LoginPage, UserId};
use crate::core::platform::time::timeout;
use crate::core::problem::{Problem, ProblemKind};

/// How long the end of a login waits to see whether there is another one: as long as nobody notices.
const SOON: Duration = Duration::from_millis(300);

/// By a login that `mcpgw login` keeps, or the page: whoever of a user's sessions on this machine is without a login takes it.
#[derive(Debug)]
pub struct LoginAgain {
    gate: Gate,
    place: LoginPlace,
    user: UserId,
    returning: Mutex<Option<Returning>>,
    /// Its listener stays: nobody else is to be where a link of ours still leads.
    page: Mutex<Option<Page>>,
}

impl LoginAgain {
    /// For `user`, with the login that is kept at `place`.
    pub fn new(gate: Gate, place: LoginPlace, user: UserId) -> Self {
        Self { gate, place, user, returning: Mutex::default(), page: Mutex::default() }
    }

    /// Whoever looks for their login, from the first time on that this is asked.
    fn returning(&self) -> Returning {
        let mut returning = lock(&self.returning);
        let begin = || Returning::begin(self.gate.clone(), self.place.clone(), self.user);
        returning.get_or_insert_with(begin).clone()
    }

    /// The page, opened if it is not. Who has no address can't log in.
    async fn opened(&self) -> Result<Option<LoginPage>, Problem> {
        let account = self.gate.store.account(self.user).await?;
        if account.is_none_or(|account| account.user.email.is_none()) {
            return Ok(None);
        }
        let mut page = lock(&self.page);
        if page.is_none() {
            *page = Some(Page::listen(self.gate.clone(), self.place.clone(), self.user).map_err(failed)?);
        }
        page.as_ref().map(Page::open).transpose().map_err(failed)
    }
}

impl WayBack for LoginAgain {
    fn ahead(&self) -> Coming<'_, Option<SessionLogin>> {
        Box::pin(async {
            let mut returning = self.returning();
            timeout(SOON, returning.first_look()).await.ok().flatten()
        })
    }

    fn again(&self) -> Coming<'_, SessionLogin> {
        Box::pin(async { self.returning().login().await })
    }

    fn open_page(&self) -> Coming<'_, Option<LoginPage>> {
        Box::pin(async {
            self.opened().await.unwrap_or_else(|problem| {
                tracing::warn!("the page to log in can't be opened: {problem}");
                None
            })
        })
    }

    fn settle(&self) {
        lock(&self.returning).take();
        if let Some(page) = &*lock(&self.page) {
            page.close();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn failed(error: io::Error) -> Problem {
    Problem::new(ProblemKind::Failed, error.to_string())
}
