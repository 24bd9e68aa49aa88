//! The table `team_domain`: the addresses of a team's people, and who comes into a team by theirs.

use jiff::Timestamp;
use rusqlite::{Connection, Row, Transaction, params};

use super::guard::Guard;
use super::server::{broken, id};
use super::{Attempt, Limits, Store, StoreError, member, team};
use crate::core::access::Role;
use crate::core::model::{Act, Deed, Email, EmailDomain, Plans, Team, TeamDomain, TeamId, TeamSlug, UserId};

impl Store {
    /// The domains of `team`, by name.
    pub async fn team_domains(&self, team: TeamId) -> Result<Vec<TeamDomain>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT domain, auto_join FROM team_domain WHERE team_id = ?1 ORDER BY domain";
            let mut statement = connection.prepare_cached(sql)?;
            Ok(statement.query_map([team.to_string()], read)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Gives a team a domain, in place of the same one.
    pub async fn set_team_domain(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        new: TeamDomain,
    ) -> Result<(), StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = member::shared(transaction, &team, "joined by anybody else")?;
            attempt.still_allowed_in(transaction, &team, now)?;
            let sql = "INSERT OR REPLACE INTO team_domain (team_id, domain, auto_join) VALUES (?1, ?2, ?3)";
            transaction.execute(sql, params![team.id.to_string(), new.domain.as_str(), new.auto_join])?;
            Ok(((), Some(deed(&team, &new.domain).with("auto_join", new.auto_join))))
        })
        .await
    }

    /// Takes a domain from a team.
    pub async fn remove_team_domain(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        domain: EmailDomain,
    ) -> Result<(), StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = team::present(transaction, &team)?;
            attempt.still_allowed_in(transaction, &team, now)?;
            let sql = "DELETE FROM team_domain WHERE team_id = ?1 AND domain = ?2";
            if transaction.execute(sql, [&team.id.to_string(), domain.as_str()])? == 0 {
                return Err(Guard::NoDomain { team: team.slug, domain }.into());
            }
            Ok(((), Some(deed(&team, &domain))))
        })
        .await
    }
}

fn deed(team: &Team, domain: &EmailDomain) -> Deed {
    team::deed(team).with("domain", domain.as_str())
}

/// Somebody active has proved that `email` is theirs: they come into the teams that take whoever has such an address, where there
/// is room. Returns which.
pub(super) fn join_by_address(
    transaction: &Transaction<'_>,
    (user, email): (UserId, &Email),
    (limits, plans): (Limits, &Plans),
    now: Timestamp,
) -> Result<Vec<TeamSlug>, StoreError> {
    let sql = "UPDATE user SET email_verified_at = ?2 WHERE id = ?1";
    transaction.execute(sql, params![user.to_string(), now.as_millisecond()])?;
    let mut joined = Vec::new();
    for team in welcoming(transaction, email)? {
        let grant = member::Grant { role: Role::Member.name(), until: None, source: "invite" };
        match member::enter(transaction, &team, (user, email), &grant, (limits, plans), now) {
            Ok(_) => joined.push(team.slug),
            // What it may not have, and who is in it already, is no reason to turn them away elsewhere.
            Err(StoreError::Guard(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(joined)
}

fn welcoming(connection: &Connection, email: &Email) -> Result<Vec<Team>, StoreError> {
    let sql = "SELECT team_id FROM team_domain WHERE domain = ?1 AND auto_join = 1 ORDER BY team_id";
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map([email.domain()], |row| id(row, 0, TeamId::parse))?;
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    let mut teams = team::all(connection)?;
    Ok(ids.into_iter().filter_map(|id| teams.remove(&id)).collect())
}

fn read(row: &Row<'_>) -> rusqlite::Result<TeamDomain> {
    let domain = EmailDomain::parse(row.get_ref(0)?.as_str()?).map_err(|error| broken(0, error))?;
    Ok(TeamDomain { domain, auto_join: row.get(1)? })
}
