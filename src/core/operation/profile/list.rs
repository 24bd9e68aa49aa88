//! Shows which profiles there are.

use crate::core::model::{Profile, Token};
use crate::core::operation::Context;
use crate::core::operation::token::{Listing, list as tokens};
use crate::core::problem::Problem;

/// A profile, and the row of its token.
#[derive(Debug)]
pub struct Listed {
    /// The profile.
    pub profile: Profile,
    /// Its token.
    pub token: Token,
}

/// The profiles whose tokens who acts may see, by name.
pub async fn list(context: &Context) -> Result<Vec<Listed>, Problem> {
    let mut seen = tokens(context, &Listing::All).await?;
    let profiles = context.store.profiles().await?.into_iter();
    let listed = profiles.filter_map(|profile| {
        let place = seen.iter().position(|token| token.id == profile.token)?;
        Some(Listed { token: seen.swap_remove(place), profile })
    });
    Ok(listed.collect())
}
