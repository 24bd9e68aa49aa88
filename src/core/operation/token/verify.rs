//! Says what a credential is.

use super::admit::{Credential, believed};
use crate::core::access::{Operation, Target};
use crate::core::model::{Email, Token};
use crate::core::operation::Context;
use crate::core::operation::login::Gate;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::{Hold, hold};

/// A credential that is believed.
#[derive(Debug)]
pub struct Verified {
    /// Its row.
    pub token: Token,
    /// Whose it is.
    pub email: Option<Email>,
    /// Whether its hours are now, and until when that stays so.
    pub hold: Hold,
}

/// Says what `credential` is, to those who may see its row. Why it is not believed is told to nobody.
pub async fn verify(context: &Context, credential: &Credential) -> Result<Verified, Problem> {
    let invalid = || Problem::new(ProblemKind::CheckFailed, "the token is not valid");
    let gate = Gate::from(context);
    let admitted = believed(&gate, &context.launcher.vault, credential).await?.map_err(|_| invalid())?;
    let token = admitted.chain.first().cloned().ok_or_else(invalid)?;
    context.require(Operation::TokenShow, &Target::User(token.user), invalid)?;
    let hold = hold(&admitted.chain, context.clock.now());
    Ok(Verified { token, email: admitted.account.user.email, hold })
}
