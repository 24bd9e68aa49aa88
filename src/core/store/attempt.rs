//! Changes about teams: who wants one is asked about again in its transaction, and a rehearsal is one that is not kept.

use jiff::Timestamp;
use rusqlite::Transaction;

use super::guard::Guard;
use super::{Store, StoreError, principal};
use crate::core::access::{Action, Operation, Principal, Scope, Target, decide};
use crate::core::model::{Act, Deed, Team, UserId};

/// Somebody wants to change something.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Who.
    pub user: UserId,
    /// What narrows them.
    pub scope: Scope,
    /// What they want.
    pub operation: Operation,
    /// Whether nothing of it is to be kept.
    pub dry_run: bool,
}

impl Attempt {
    /// Who acts, with all that is granted to them now, unless they may not do it any more.
    pub(super) fn still_allowed(
        &self,
        transaction: &Transaction<'_>,
        target: &Target,
        now: Timestamp,
    ) -> Result<Principal, StoreError> {
        let refused = || StoreError::from(Guard::NoLonger(self.operation.meaning()));
        let principal =
            principal::principal(transaction, self.user)?.ok_or_else(refused)?.narrowed(&self.scope);
        let decision = decide(&principal, Action::Operation(self.operation), target, now);
        if decision.is_allowed() { Ok(principal) } else { Err(refused()) }
    }

    /// The same about a team.
    pub(super) fn still_allowed_in(
        &self,
        transaction: &Transaction<'_>,
        team: &Team,
        now: Timestamp,
    ) -> Result<Principal, StoreError> {
        self.still_allowed(transaction, &Target::of_team(team), now)
    }
}

impl Store {
    /// Runs `work` like [`Store::audited`]; after a rehearsal everything is as it was, though all that refuses it has refused.
    pub(super) async fn attempt<T: Send + 'static>(
        &self,
        act: Act,
        attempt: Attempt,
        work: impl FnOnce(&Transaction<'_>, &Attempt) -> Result<(T, Option<Deed>), StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.audited(act, move |transaction| {
            if !attempt.dry_run {
                return work(transaction, &attempt);
            }
            transaction.execute_batch("SAVEPOINT rehearsal")?;
            let (value, _) = work(transaction, &attempt)?;
            transaction.execute_batch("ROLLBACK TO rehearsal; RELEASE rehearsal")?;
            Ok((value, None))
        })
        .await
    }
}
