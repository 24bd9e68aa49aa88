//! Changes a user.

use super::find::{Who, find};
use super::password::refuse_service;
use super::rank::{require_login, require_rank};
use crate::core::access::Operation;
use crate::core::model::{Account, CallLimit, LONGEST_NAME, UserStatus, check_length};
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::UserChange;

/// Changes a user; returns who it is now, or would be, and whether everybody has to log in from now on.
pub async fn change(
    context: &Context,
    who: &Who,
    change: UserChange,
    dry_run: bool,
) -> Result<(Account, bool), Problem> {
    let account = find(context, who, Operation::UserEdit).await?;
    require_login(context, &account, Operation::UserEdit)?;
    require_rank(context, &account, Operation::UserEdit).await?;
    check_length("the name", change.full_name.as_deref().unwrap_or_default(), LONGEST_NAME)?;
    if let Some(role) = &change.role {
        if role.is_some() {
            refuse_service(&account)?;
        }
        context.require_of_all(Operation::RoleGrant)?;
    }
    applied(context, account, change, ("user.edit", dry_run)).await
}

/// What is to become of a user's status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewStatus {
    /// Who was pending may act.
    Approved,
    /// Who was disabled may act again.
    Enabled,
    /// They may not act, and their logins end.
    Disabled,
}

/// What became of a user's status.
#[derive(Debug)]
pub struct StatusSet {
    /// Who it is now, or would be.
    pub account: Account,
    /// Whether they were something else before.
    pub changed: bool,
    /// Whether everybody has to log in from now on.
    pub all_log_in: bool,
}

/// Approves, disables or enables a user. One who is so already stays so.
pub async fn set_status(
    context: &Context,
    who: &Who,
    new: NewStatus,
    dry_run: bool,
) -> Result<StatusSet, Problem> {
    let operation = if new == NewStatus::Approved { Operation::UserApprove } else { Operation::UserEdit };
    let account = find(context, who, operation).await?;
    require_login(context, &account, operation)?;
    require_rank(context, &account, operation).await?;
    let refused = |what: &str, verb: &str| {
        let message = format!("{} {what}", account.user.called());
        Err(Problem::new(ProblemKind::Conflict, message).hint(format!("mcpgw user {verb} {who}")))
    };
    let status = match (account.user.status, new) {
        (UserStatus::Disabled, NewStatus::Approved) => return refused("is disabled", "enable"),
        (UserStatus::Pending, NewStatus::Enabled) => return refused("waits for approval", "approve"),
        (_, NewStatus::Disabled) => UserStatus::Disabled,
        (_, NewStatus::Approved | NewStatus::Enabled) => UserStatus::Active,
    };
    let action = match new {
        NewStatus::Approved => "user.approve",
        NewStatus::Enabled => "user.enable",
        NewStatus::Disabled => "user.disable",
    };
    if account.user.status == status {
        return Ok(StatusSet { account, changed: false, all_log_in: false });
    }
    let change = UserChange { status: Some(status), ..UserChange::default() };
    let (account, all_log_in) = applied(context, account, change, (action, dry_run)).await?;
    Ok(StatusSet { account, changed: true, all_log_in })
}

/// Sets how many calls a user may make; returns who it is, and whether that changes anything.
pub async fn set_limits(
    context: &Context,
    who: &Who,
    limits: Vec<(CallLimit, Option<u32>)>,
    dry_run: bool,
) -> Result<(Account, bool), Problem> {
    let before = find(context, who, Operation::UserEdit).await?;
    let (then, change) = (before.limits, UserChange { limits, ..UserChange::default() });
    let (account, _) = applied(context, before, change, ("user.quota", dry_run)).await?;
    let changed = account.limits != then;
    Ok((account, changed))
}

async fn applied(
    context: &Context,
    account: Account,
    change: UserChange,
    (action, dry_run): (&'static str, bool),
) -> Result<(Account, bool), Problem> {
    let changed = context.store.change_user(context.act(action), account.user.id, change, dry_run).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(changed)
}
