//! Reads the whole audit, page by page.

use super::settle::settled;
use crate::core::access::Operation;
use crate::core::model::AuditRow;
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// Rows of a page.
const PAGE: u32 = 1_000;

/// Hands all rows in their order to `take`, until that fails. Rows that are written meanwhile come along.
pub async fn export<E: From<Problem>>(
    context: &Context,
    mut take: impl FnMut(&AuditRow) -> Result<(), E>,
) -> Result<usize, E> {
    context.require_of_all(Operation::AuditShow)?;
    settled(context).await;
    let (mut after, mut count) = (i64::MIN, 0);
    loop {
        let page = context.store.audit_page(after, PAGE).await.map_err(Problem::from)?;
        let Some(last) = page.last() else { return Ok(count) };
        after = last.seq;
        count += page.len();
        page.iter().try_for_each(&mut take)?;
    }
}
