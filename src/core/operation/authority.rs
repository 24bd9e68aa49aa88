//! Whether who acts may do it: every operation asks here, and here asks the one decision.

use std::collections::BTreeMap;

use super::Context;
use crate::core::access::{self, Action, Answer, Operation, Row, Target, answer, explain};
use crate::core::model::{Server, Team, TeamId};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{Attempt, StoreError};

impl Context {
    /// Whether who acts may do this.
    pub(super) fn may(&self, operation: Operation, target: &Target) -> bool {
        let now = self.clock.now();
        access::decide(&self.principal, Action::Operation(operation), target, now).is_allowed()
    }

    /// Refuses unless who acts may do this; who may not even know that it is there is told what `absent` says.
    pub(super) fn require(
        &self,
        operation: Operation,
        target: &Target,
        absent: impl FnOnce() -> Problem,
    ) -> Result<(), Problem> {
        match answer(&self.principal, Action::Operation(operation), target, self.clock.now()) {
            Answer::Allowed => Ok(()),
            Answer::NotFound(_) => {
                self.denial(operation, target);
                Err(absent())
            }
            Answer::Denied(_) => Err(self.denial(operation, target)),
        }
    }

    /// The same about what they know of, since it is theirs, or what they are about to make: they are told why not.
    pub(super) fn require_known(&self, operation: Operation, target: &Target) -> Result<(), Problem> {
        if self.may(operation, target) { Ok(()) } else { Err(self.denial(operation, target)) }
    }

    /// What is said of a refusal, of which the audit is told.
    fn denial(&self, operation: Operation, target: &Target) -> Problem {
        let explained = explain(&self.principal, Action::Operation(operation), target, self.clock.now());
        self.denied.add(self, operation, target, explained.because.clone());
        let message = format!("you may not {}: {}", operation.meaning(), explained.because);
        let problem = Problem::new(ProblemKind::Denied, message);
        match explained.help {
            Some(help) => problem.hint(help),
            None => problem,
        }
    }

    /// A refusal that no role decides on: the audit is told of it as of any other.
    pub(super) fn refuse(&self, (operation, target): &(Operation, Target), message: String) -> Problem {
        self.denied.add(self, *operation, target, message.clone());
        Problem::new(ProblemKind::Denied, message)
    }

    /// What came of a change in the store, which refuses as well: the audit is told of it as of any other refusal.
    pub(super) fn came<T>(
        &self,
        operation: Operation,
        target: &Target,
        result: Result<T, StoreError>,
    ) -> Result<T, Problem> {
        result.map_err(|error| {
            let problem = Problem::from(error);
            if problem.kind == ProblemKind::Denied {
                self.denied.add(self, operation, target, problem.message.clone());
            }
            problem
        })
    }

    /// What the store is told of who wants a change, to ask again when it makes it.
    pub(super) fn attempt(&self, operation: Operation, dry_run: bool) -> Attempt {
        let scope = self.principal.scope().clone();
        Attempt { user: self.principal.user(), scope, operation, dry_run }
    }

    /// The same about the installation, which is there for everybody.
    pub(super) fn require_of_all(&self, operation: Operation) -> Result<(), Problem> {
        self.require_known(operation, &Target::Platform)
    }
}

/// The row that is decided on when `server` is asked about.
pub(super) fn row(server: &Server, teams: &BTreeMap<TeamId, Team>) -> Row {
    Row::in_team(server, teams.get(&server.belonging.team))
}
