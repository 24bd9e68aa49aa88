//! Deletes a user.

use super::find::{Who, find};
use super::rank::{require_login, require_rank};
use crate::core::access::Operation;
use crate::core::model::{Account, UserId, UserStatus};
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::problem::{Problem, ProblemKind};

/// Deletes a user, their logins and what only they could see; that goes to `heir` instead, if there is one. What they put into
/// teams stays there.
pub async fn delete(
    context: &Context,
    who: &Who,
    heir: Option<&Who>,
    dry_run: bool,
) -> Result<Account, Problem> {
    let account = find(context, who, Operation::UserDelete).await?;
    require_login(context, &account, Operation::UserDelete)?;
    require_rank(context, &account, Operation::UserDelete).await?;
    let user = account.user.id;
    let heir = match heir {
        None => None,
        Some(heir) => Some(heir_of(&find(context, heir, Operation::UserEdit).await?)?),
    };
    if heir == Some(user) {
        return Err(Problem::new(ProblemKind::Usage, "a user who is deleted can't inherit from themselves"));
    }
    let keeper = heir.unwrap_or(context.principal.user());
    if keeper == user {
        let problem =
            Problem::new(ProblemKind::Usage, "who deletes themselves leaves what they have to somebody");
        return Err(problem.hint(format!("mcpgw user delete {who} --transfer-to EMAIL")));
    }
    let act = context.act("user.delete");
    let deleted = context.store.delete_user(act, user, heir, keeper, dry_run).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(deleted)
}

/// The heir, who has to be somebody who may act.
fn heir_of(heir: &Account) -> Result<UserId, Problem> {
    if heir.user.status == UserStatus::Active {
        return Ok(heir.user.id);
    }
    let message = format!("{} may not act, and can't inherit", heir.user.called());
    Err(Problem::new(ProblemKind::Conflict, message))
}
