//! The table `seat`: the sessions that serve a team, or wait to, where one user may have it in so many only.

use rusqlite::{Connection, Transaction, params};

use super::server::id;
use super::{Store, StoreError};
use crate::core::model::{ProcessId, SessionId, TeamId, UserId};
use crate::core::platform::is_running;

/// A session that wants to serve teams.
#[derive(Debug, Clone, Copy)]
pub struct Seat {
    /// Which.
    pub session: SessionId,
    /// Whose it is.
    pub user: UserId,
    /// What runs it: when that is gone, so is the session.
    pub process: ProcessId,
}

impl Store {
    /// Takes a seat at each of `teams`, each with its number of seats for a user, and returns those where it may sit down: who
    /// came first sits, the others wait for somebody to leave.
    pub async fn take_seats(&self, seat: Seat, teams: Vec<(TeamId, u32)>) -> Result<Vec<TeamId>, StoreError> {
        self.write(move |transaction| {
            let mut seated = Vec::new();
            for (team, seats) in teams {
                let own = seat.session.to_string();
                drop_dead(transaction, seat.user, team)?;
                let sql = "INSERT INTO seat (session_id, team_id, user_id, pid, process_start)
                           VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
                let start = seat.process.start.cast_signed();
                let (team_id, user) = (team.to_string(), seat.user.to_string());
                transaction.execute(sql, params![own, team_id, user, seat.process.pid, start])?;
                let sql = "SELECT count(*) FROM seat WHERE team_id = ?1 AND user_id = ?2 AND number <
                           (SELECT number FROM seat WHERE team_id = ?1 AND session_id = ?3)";
                let before: u32 = transaction.query_row(sql, [&team_id, &user, &own], |row| row.get(0))?;
                if before < seats {
                    seated.push(team);
                }
            }
            Ok(seated)
        })
        .await
    }
}

/// Takes away what sessions left that were killed.
fn drop_dead(transaction: &Transaction<'_>, user: UserId, team: TeamId) -> Result<(), StoreError> {
    for (session, process) in sitting(transaction, user, team)? {
        if !is_running(process) {
            leave(transaction, session)?;
        }
    }
    Ok(())
}

fn sitting(
    connection: &Connection,
    user: UserId,
    team: TeamId,
) -> Result<Vec<(SessionId, ProcessId)>, StoreError> {
    let sql = "SELECT session_id, pid, process_start FROM seat WHERE team_id = ?1 AND user_id = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([team.to_string(), user.to_string()], |row| {
        let process = ProcessId { pid: row.get(1)?, start: row.get::<_, i64>(2)?.cast_unsigned() };
        Ok((id(row, 0, SessionId::parse)?, process))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Leaves all seats of a session to those who wait.
pub(super) fn leave(transaction: &Transaction<'_>, session: SessionId) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM seat WHERE session_id = ?1")?.execute([session.to_string()])?;
    Ok(())
}
