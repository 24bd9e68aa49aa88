//! Gives a user another password, or has them choose one.

use super::find::{Who, find};
use super::rank::{require_login, require_rank};
use crate::core::access::Operation;
use crate::core::identity::{self, Cost, PasswordError};
use crate::core::model::{Account, Email, Secret, UserId};
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::operation::login::{Gate, prove};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::NewPassword;

/// A password in clear, as somebody has chosen it.
#[derive(Debug, Clone)]
pub struct NewSecretWord {
    /// It.
    pub word: Secret<String>,
    /// Whether it does for nothing but to choose another one.
    pub must_change: bool,
}

impl From<PasswordError> for Problem {
    fn from(error: PasswordError) -> Self {
        Self::new(ProblemKind::Failed, error.to_string())
    }
}

/// Whether who acts must know the present password of `account` to change it: their own, unless they have to choose another one,
/// for which they have just given it. Who finds a terminal where somebody is logged in is not them.
fn needs_present(context: &Context, account: &Account) -> bool {
    let chosen = account.password.as_ref().is_some_and(|password| !password.must_change);
    context.login.is_some() && account.user.id == context.principal.user() && chosen
}

/// Whether who acts must know the present password to change that of `who`.
pub async fn asks_for_present(context: &Context, who: &Who) -> Result<bool, Problem> {
    Ok(needs_present(context, &find(context, who, Operation::UserPassword).await?))
}

/// Gives a user another password, which ends all their logins. Also returns whether everybody has to log in from now on.
pub async fn set_password(
    context: &Context,
    who: &Who,
    present: Option<Secret<String>>,
    word: NewSecretWord,
    dry_run: bool,
) -> Result<(Account, bool), Problem> {
    let account = find(context, who, Operation::UserPassword).await?;
    refuse_service(&account)?;
    require_login(context, &account, Operation::UserPassword)?;
    require_rank(context, &account, Operation::UserPassword).await?;
    if needs_present(context, &account) {
        let missing = || Problem::new(ProblemKind::Usage, "to change your password takes the present one");
        let email = account.user.email.as_ref().ok_or_else(missing)?;
        // A wrong one counts as if it were given to log in.
        prove(&context.into(), email, &present.ok_or_else(missing)?).await.map_err(|problem| {
            let wrong = problem.kind == ProblemKind::Unauthenticated;
            let message = if wrong { "the present password is wrong".to_owned() } else { problem.message };
            Problem { message, ..problem }
        })?;
    }
    let user = account.user.id;
    // Who has to choose another one has not done so with the same, however few are remembered.
    if user == context.principal.user()
        && account.password.as_ref().is_some_and(|password| password.must_change)
        && identity::is_one_of(word.word.clone(), context.store.past_passwords(user, 1).await?).await?
    {
        let message = format!("this password can't be taken: {}", identity::Weakness::Present);
        return Err(Problem::new(ProblemKind::Usage, message));
    }
    let password = hashed(&context.into(), Some(user), account.user.email.as_ref(), word).await?;
    let (act, history) = (context.act("user.password"), context.settings.password.history);
    let switched = context.store.set_password(act, user, password, history, dry_run).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok((account, switched))
}

/// Ends a user's logins, and has them choose another password at the next.
pub async fn expire(context: &Context, who: &Who, dry_run: bool) -> Result<Account, Problem> {
    let account = find(context, who, Operation::UserPassword).await?;
    require_login(context, &account, Operation::UserPassword)?;
    require_rank(context, &account, Operation::UserPassword).await?;
    if account.password.is_none() {
        let message = format!("{} has no password", account.user.called());
        return Err(Problem::new(ProblemKind::Conflict, message).hint(format!("mcpgw user passwd {who}")));
    }
    if !dry_run {
        context.store.expire_password(context.act("user.password"), account.user.id).await?;
        followed(context).await;
    }
    Ok(account)
}

/// Refuses a service user, which never logs in.
pub(in crate::core::operation) fn refuse_service(account: &Account) -> Result<(), Problem> {
    if account.user.service_of.is_none() {
        return Ok(());
    }
    let message = format!("{} is a service user, which never logs in", account.user.called());
    Err(Problem::new(ProblemKind::Conflict, message))
}

/// Checks a password against the policy, and hashes it. Hashes are compared last: that takes long.
pub(super) async fn hashed(
    gate: &Gate,
    user: Option<UserId>,
    email: Option<&Email>,
    new: NewSecretWord,
) -> Result<NewPassword, Problem> {
    let rules = &gate.settings.password;
    let refused = |weakness: identity::Weakness| {
        Problem::new(ProblemKind::Usage, format!("this password can't be taken: {weakness}"))
    };
    identity::check(new.word.reveal(), email, rules).map_err(refused)?;
    if let Some(user) = user {
        let past = gate.store.past_passwords(user, rules.history).await?;
        if identity::is_one_of(new.word.clone(), past).await? {
            return Err(refused(identity::Weakness::Used { last: rules.history }));
        }
    }
    let hash = identity::hash(new.word, Cost::from(rules)).await?;
    Ok(NewPassword { hash, must_change: new.must_change })
}
