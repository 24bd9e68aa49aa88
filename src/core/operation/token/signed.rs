//! From a row to the token that it is the row of.

use super::Credential;
use super::key::signing;
use crate::core::model::{Secret, Token, TokenId};
use crate::core::operation::Context;
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::mint;

/// Signs what `token` is the row of, and puts key and hash into the row.
pub(super) async fn signed(context: &Context, token: &mut Token) -> Result<Secret<String>, Problem> {
    let (key, secret) = signing(context).await?;
    let text = mint(context.store.id(), token, &key, &secret)?;
    token.kid = Some(key.kid);
    token.hash = Credential::new(&text).hash();
    Ok(text)
}

/// An id for a token that is made now.
pub(super) fn new_id(context: &Context) -> Result<TokenId, Problem> {
    let millis = u64::try_from(context.clock.now().as_millisecond()).unwrap_or(0);
    let random = entropy::random()
        .map_err(|error| Problem::new(ProblemKind::Failed, format!("no random numbers: {error}")))?;
    Ok(TokenId::new(millis, random))
}
