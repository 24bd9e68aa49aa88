//! Who acts, as they are now: for commands that go on.

use std::path::Path;
use std::sync::Arc;

use crate::core::identity::{is_over as has_ended, is_worth_noting};
use crate::core::model::{Login, Token, UserStatus};
use crate::core::operation::token::{Circumstance, require_fit};
use crate::core::operation::{Context, login::Gate};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{Followed, SessionCredential};
use crate::core::token::narrowed;

/// Whether a person is there who uses what goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attention {
    /// They are, or it is for them.
    Paid,
    /// It goes on by itself.
    None,
}

impl Context {
    /// The same with what who acts in `directory` may do now. Refuses whoever is not believed any more. A command that goes on is
    /// use of a login; a screen that nobody touches is none.
    pub async fn anew(&self, directory: Option<&Path>, attention: Attention) -> Result<Self, Problem> {
        let credential = match (self.tokens.first(), &self.login) {
            (Some(token), _) => SessionCredential::Token(token.id),
            (None, Some(login)) => SessionCredential::Login(login.id),
            (None, None) => SessionCredential::Owner,
        };
        let followed = self.store.followed(self.principal.user(), credential).await?;
        let is_over = match &self.login {
            Some(login) => has_ended(login, &self.settings.login, self.clock.now()),
            None => !self.are_active(&followed),
        };
        let active = |status| status == UserStatus::Active;
        let principal = followed.principal.filter(|principal| !is_over && active(principal.status()));
        let principal = principal.ok_or_else(|| self.over())?;
        let tokens = followed.tokens;
        if !tokens.is_empty() {
            let circumstance = Circumstance { directory, is_session: false };
            require_fit(&Gate::from(self), &tokens, circumstance).await?;
        }
        let principal = Arc::new(narrowed(principal, &tokens));
        let store = self.store.of_principal(Arc::clone(&principal)).with_tokens(&tokens);
        let login = match attention {
            Attention::Paid => self.used().await?,
            Attention::None => self.login.clone(),
        };
        Ok(Self { store, principal, login, tokens, ..self.clone() })
    }

    /// Whether the tokens work, if there are any.
    fn are_active(&self, followed: &Followed) -> bool {
        let now = self.clock.now();
        let active = |token: &Token| token.is_active(now);
        followed.tokens.iter().all(active) && followed.retires_at.is_none_or(|at| now < at)
    }

    fn over(&self) -> Problem {
        if !self.tokens.is_empty() {
            let problem = Problem::new(ProblemKind::Unauthenticated, "the token is not valid any more");
            return problem.hint("make another one: mcpgw token create");
        }
        let message = if self.login.is_some() { "your login is over" } else { "you are not logged in" };
        Problem::new(ProblemKind::Unauthenticated, message).hint("mcpgw login")
    }

    /// Their login, used now.
    async fn used(&self) -> Result<Option<Login>, Problem> {
        let (now, rules) = (self.clock.now(), &self.settings.login);
        let Some(login) = &self.login else { return Ok(None) };
        if !is_worth_noting(login, rules, now) {
            return Ok(Some(login.clone()));
        }
        self.store.touch_login(login.id, now).await?;
        Ok(Some(Login { last_used_at: now, ..login.clone() }))
    }
}
