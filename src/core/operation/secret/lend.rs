//! Lends a secret to a server that more people may use.

use super::whose::{Whose, get_for};
use crate::core::access::Operation;
use crate::core::model::{SecretKind, SecretName, ServerName};
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::operation::server::get;
use crate::core::problem::{Problem, ProblemKind};

/// Lends the secret `name` to the server, or takes that back. The server has it until its command changes, unless who changes
/// that could lend it anew. Returns whether that changes anything.
pub async fn lend(
    context: &Context,
    whose: &Whose,
    name: &SecretName,
    server: &ServerName,
    lent: bool,
    dry_run: bool,
) -> Result<bool, Problem> {
    let server = get(context, server).await?;
    let secret = get_for(context, Operation::SecretLend, whose, name).await?;
    if lent && secret.kind == SecretKind::Exec {
        let message = format!("the secret {name} is a command, which runs for nobody but its owner");
        return Err(Problem::new(ProblemKind::Conflict, message)
            .hint(format!("keep a value for others: mcpgw secret set {name} --team TEAM")));
    }
    if dry_run {
        return Ok(context.store.is_lent(&secret, &server).await? != lent);
    }
    let act = context.act(if lent { "secret.lend" } else { "secret.take_back" });
    let changed = context.store.lend_secret(act, &secret, &server, lent).await?;
    followed(context).await;
    Ok(changed)
}
