//! Makes a profile, and its token.

use crate::core::model::{ProfileName, Token};
use crate::core::operation::Context;
use crate::core::operation::token::{NewToken, create_for};
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// Makes a token for this profile, which nobody is shown. Only `mcpgw stdio --profile` acts with it.
pub async fn create(
    context: &Context,
    name: ProfileName,
    new: NewToken,
    dry_run: bool,
) -> Result<Token, Problem> {
    if context.store.profile(&name).await?.is_some() {
        return Err(StoreError::ProfileTaken(name).into());
    }
    Ok(create_for(context, new, Some(name), dry_run).await?.token)
}
