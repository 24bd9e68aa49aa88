//! Checks that the rows are still what was written.

use crate::core::model::{Link, Verdict, Verifier, Witness};
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// Checks all rows against each other, and against the head that the person has kept.
pub async fn verify(context: &Context, expected: Option<Link>) -> Result<Verdict, Problem> {
    let mut verifier = Verifier::new(context.store.id());
    if let Some(link) = expected {
        verifier.expect(link, Witness::Given);
    }
    Ok(context.store.verify_audit(verifier).await?)
}
