//! Who acts: the login that is kept here, else the local owner where that is enough.

use super::Gate;
use crate::core::access::Principal;
use crate::core::identity::{KeepError, LoginPlace, LoginSecret, is_over, is_worth_noting};
use crate::core::model::{AuthMode, Login, Token, User, UserStatus, Via};
use crate::core::operation::token::{Admitted, Credential, admit};
use crate::core::platform::keyring::KeyringError;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::narrowed;
use crate::core::vault::Vault;

/// What somebody has to be able to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// Whatever they may.
    Full,
    /// Choose another password; also one who may do nothing else before that.
    Password,
}

/// Who acts, and why they are believed.
#[derive(Debug, Clone)]
pub struct Acting {
    /// Who.
    pub user: User,
    /// The same with all that was granted to them.
    pub principal: Principal,
    /// Their login; `None`: they act as the local owner, or with a token.
    pub login: Option<Login>,
    /// Their token, and all that it was made with, itself first; empty: they act without.
    pub tokens: Vec<Token>,
    /// Whether their login does for nothing but to choose another password.
    pub must_change: bool,
}

impl Acting {
    /// Why they are believed.
    pub fn via(&self) -> Via {
        match (&self.login, self.tokens.is_empty()) {
            (_, false) => Via::Token,
            (Some(_), true) => Via::Login,
            (None, true) => Via::Owner,
        }
    }
}

/// Finds out who acts: with `credential`, if they show one. A login that is kept decides, whatever comes of it: one that is over is never passed over.
///
/// What they show decides as well: whoever is not believed acts as nobody.
pub async fn identify(
    gate: &Gate,
    place: &LoginPlace,
    vault: &Vault,
    credential: Option<&Credential>,
    admission: Admission,
) -> Result<Acting, Problem> {
    if let Some(credential) = credential {
        let Admitted { account, chain } = admit(gate, vault, credential).await?;
        let acting = acting(gate, account.user, None).await?;
        return Ok(Acting { principal: narrowed(acting.principal, &chain), tokens: chain, ..acting });
    }
    if let Some(acting) = logged_in(gate, place, admission).await? {
        return Ok(acting);
    }
    match gate.store.auth_mode().await? {
        AuthMode::Local => acting(gate, gate.store.local_owner().await?, None).await,
        AuthMode::Required => Err(required("you are not logged in")),
    }
}

/// Who is logged in, with the login that is kept here; nothing: none is.
async fn logged_in(gate: &Gate, place: &LoginPlace, admission: Admission) -> Result<Option<Acting>, Problem> {
    match place.read().await? {
        Some(secret) => with_secret(gate, &secret, admission).await.map(Some),
        None => Ok(None),
    }
}

/// Whose login this is the secret of.
pub(super) async fn with_secret(
    gate: &Gate,
    secret: &LoginSecret,
    admission: Admission,
) -> Result<Acting, Problem> {
    let over = || required("your login is over");
    let (login, account) = gate.store.login(secret.hash()).await?.ok_or_else(over)?;
    let now = gate.clock.now();
    let rules = &gate.settings.login;
    if is_over(&login, rules, now) || account.user.status != UserStatus::Active {
        return Err(over());
    }
    let must_change = account.password.is_some_and(|password| password.must_change);
    if must_change && admission == Admission::Full {
        let problem = Problem::new(ProblemKind::Denied, "you have to choose another password first");
        return Err(problem.hint("mcpgw user passwd"));
    }
    if is_worth_noting(&login, rules, now) {
        gate.store.touch_login(login.id, now).await?;
    }
    let acting = acting(gate, account.user, Some(login)).await?;
    Ok(Acting { must_change, ..acting })
}

/// `user`, with what they may do now.
pub(super) async fn acting(gate: &Gate, user: User, login: Option<Login>) -> Result<Acting, Problem> {
    let gone = || required("your user is gone");
    let principal = gate.store.principal(user.id).await?.ok_or_else(gone)?;
    Ok(Acting { user, principal, login, tokens: Vec::new(), must_change: false })
}

fn required(message: &str) -> Problem {
    Problem::new(ProblemKind::Unauthenticated, message).hint("mcpgw login")
}

impl From<KeepError> for Problem {
    fn from(error: KeepError) -> Self {
        let kind = match &error {
            KeepError::Io { source, .. } if source.kind() != std::io::ErrorKind::PermissionDenied => {
                ProblemKind::Failed
            }
            _ => ProblemKind::Unauthenticated,
        };
        let problem = Self::new(kind, error.to_string());
        match &error {
            KeepError::Exposed { file, .. } => problem.hint(format!("chmod 600 {}", file.display())),
            KeepError::Unreadable { .. } | KeepError::Keyring(KeyringError::Missing) => {
                problem.hint("mcpgw login")
            }
            KeepError::Keyring(_) => {
                problem.hint("unlock it, or log in without it: MCPGW_KEYRING=file mcpgw login")
            }
            KeepError::Odd { file, .. } => {
                let file = crate::core::model::shell_word(&file.to_string_lossy());
                problem.hint(format!("move it away: mv {file} {file}.old; then: mcpgw login"))
            }
            KeepError::Io { .. } => problem,
        }
    }
}
