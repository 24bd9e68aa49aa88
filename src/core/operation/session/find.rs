//! Finds one session by what a person calls it.

use std::fmt;

use super::list::{Live, states};
use super::seen::seen;
use crate::core::model::{SessionId, SessionRow};
use crate::core::operation::Context;
use crate::core::problem::{Problem, ProblemKind};

/// A session, by its own id or that of its process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Its own.
    Id(SessionId),
    /// Its process's.
    Pid(u32),
}

/// It is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a session's id, or the id of its process")]
pub struct InvalidTarget;

impl Target {
    /// Reads either.
    pub fn parse(text: &str) -> Result<Self, InvalidTarget> {
        let pid = text.parse().ok().filter(|&pid| pid > 0).map(Self::Pid);
        pid.or_else(|| SessionId::parse(text).map(Self::Id)).ok_or(InvalidTarget)
    }

    fn is(self, row: &SessionRow) -> bool {
        match self {
            Self::Id(id) => row.id == id,
            Self::Pid(pid) => row.process.pid == pid,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Pid(pid) => pid.fmt(f),
        }
    }
}

/// The running session that `target` names. One that who acts may not see is as good as none.
pub async fn find(context: &Context, target: Target) -> Result<SessionRow, Problem> {
    let found = seen(context).await?.into_iter().find(|row| target.is(row));
    found.ok_or_else(|| unknown(target))
}

/// There is none.
pub(super) fn unknown(target: Target) -> Problem {
    let problem = Problem::new(ProblemKind::NotFound, format!("there is no session {target}"));
    problem.hint("mcpgw session list")
}

/// How that session is.
pub async fn show(context: &Context, target: Target) -> Result<Live, Problem> {
    let row = find(context, target).await?;
    let pid = row.process.pid;
    let live = states(context, vec![row]).await?.into_iter().find(|live| live.state.is_some());
    live.ok_or_else(|| {
        let problem = Problem::new(ProblemKind::Unavailable, format!("the session {pid} does not answer"));
        problem.hint(format!("mcpgw session kill {pid}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_process_and_everything_else_an_id_or_nothing() {
        let id = SessionId::new(1, [2; 10]);
        assert_eq!(Target::parse(&id.to_string()), Ok(Target::Id(id)));
        assert_eq!(Target::parse("12"), Ok(Target::Pid(12)));
        for nonsense in ["", "0", "-1", "4294967296", "x", "12 "] {
            assert_eq!(Target::parse(nonsense), Err(InvalidTarget), "{nonsense}");
        }
    }
}
