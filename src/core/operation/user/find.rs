//! Finds users, for those who may see them.

use std::fmt;

use crate::core::access::{Operation, Target};
use crate::core::model::{Account, Email, InvalidEmail, UserId};
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// How commands name a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Who acts.
    Me,
    /// The user with that email.
    Email(Email),
    /// The user of that id.
    Id(UserId),
}

impl Who {
    /// Reads `me`, an email or an id.
    pub fn parse(text: &str) -> Result<Self, InvalidEmail> {
        if text == "me" {
            return Ok(Self::Me);
        }
        UserId::parse(text).map_or_else(|| Email::parse(text).map(Self::Email), |id| Ok(Self::Id(id)))
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Me => f.pad("me"),
            Self::Email(email) => email.fmt(f),
            Self::Id(id) => id.fmt(f),
        }
    }
}

/// The user, for `operation`. One whom who acts may not see is as one that doesn't exist.
pub async fn find(context: &Context, who: &Who, operation: Operation) -> Result<Account, Problem> {
    let missing = || Problem::from(StoreError::NoUser(who.to_string()));
    let found = match who {
        Who::Me => context.store.account(context.principal.user()).await?,
        Who::Id(id) => context.store.account(*id).await?,
        Who::Email(email) => context.store.account_of(email).await?,
    };
    let account = found.ok_or_else(missing)?;
    let target = Target::User(account.user.id);
    if account.user.id == context.principal.user() {
        // They know that they are there.
        context.require_known(operation, &target)?;
    } else {
        context.require(operation, &target, missing)?;
    }
    Ok(account)
}

/// All users whom who acts may see, oldest first: everybody sees themselves.
pub async fn list(context: &Context) -> Result<Vec<Account>, Problem> {
    let mut accounts = context.store.accounts().await?;
    let own = context.principal.user();
    if !context.may(Operation::UserShow, &Target::Platform) {
        accounts.retain(|account| account.user.id == own);
    }
    Ok(accounts)
}
