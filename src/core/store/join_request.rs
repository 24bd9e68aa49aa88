//! The table `join_request`: who asks to come into a team.

use jiff::Timestamp;
use rusqlite::{Connection, Row, Transaction, named_params, params};

use super::guard::Guard;
use super::principal::time;
use super::server::{broken, id, timestamp};
use super::{Attempt, Limits, NewMember, Store, StoreError, member, rank, team};
use crate::core::access::{Action, Grantee, Operation, Target, decide};
use crate::core::model::{
    Act, Deed, Email, JoinRequest, JoinRequestId, JoinState, Member, Team, TeamId, UserId, UserStatus,
};

const SELECT: &str =
    "SELECT join_request.id, team_id, user_id, email, full_name, message, join_request.created_at,
                      expires_at, state, ended_at FROM join_request JOIN user ON user.id = user_id";

impl Store {
    /// Asks to come into a team.
    pub async fn insert_join_request(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        request: JoinRequest,
    ) -> Result<(), StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = member::shared(transaction, &team, "joined by anybody else")?;
            attempt.still_allowed_in(transaction, &team, now)?;
            member::require_absent(transaction, &team, request.user, &request.email, now)?;
            if pending(transaction, &team, &request.email, now)?.is_some() {
                return Err(Guard::Asked { team: team.slug, who: request.email }.into());
            }
            write(transaction, &request)?;
            Ok(((), Some(deed(&request, &team))))
        })
        .await
    }

    /// All requests to come into `team`, oldest first.
    pub async fn join_requests(&self, team: TeamId) -> Result<Vec<JoinRequest>, StoreError> {
        self.read(move |connection| all(connection, "team_id", &team.to_string())).await
    }

    /// All requests of `user`, oldest first.
    pub async fn join_requests_of(&self, user: UserId) -> Result<Vec<JoinRequest>, StoreError> {
        self.read(move |connection| all(connection, "user_id", &user.to_string())).await
    }

    /// Lets somebody in who asks. Answering is one right, and granting a role is another.
    pub async fn approve_join_request(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        new: NewMember,
        limits: Limits,
    ) -> Result<Member, StoreError> {
        let (team, now, plans) = (team.clone(), act.at, self.plans());
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = member::shared(transaction, &team, "joined by anybody else")?;
            let principal = attempt.still_allowed_in(transaction, &team, now)?;
            let add = Action::Operation(Operation::MemberAdd);
            if !decide(&principal, add, &Target::of_team(&team), now).is_allowed() {
                return Err(Guard::NoLonger(Operation::MemberAdd.meaning()).into());
            }
            let request = require(transaction, &team, &new.email, now)?;
            if member::user(transaction, &new.email)?.1 == UserStatus::Disabled {
                return Err(Guard::DisabledUser(new.email).into());
            }
            let own = request.user == principal.user();
            let grantee = if own { Grantee::Oneself } else { Grantee::Other };
            let granted = (&new.role, new.until, grantee);
            let beyond = rank::require_ceiling(transaction, &principal, &team, granted, now)?;
            let grant = member::Grant { role: new.role.as_str(), until: new.until, source: "manual" };
            let who = (request.user, &new.email);
            let (member, _) = member::enter(transaction, &team, who, &grant, (limits, &plans), now)?;
            end(transaction, &request, JoinState::Approved, now)?;
            let deed = deed(&request, &team).with("role", new.role.as_str());
            let until = new.until.map(|until| until.to_string());
            Ok((member, Some(beyond.told(deed.with("expires_at", until), None))))
        })
        .await
    }

    /// Turns somebody away who asks.
    pub async fn reject_join_request(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        email: Email,
    ) -> Result<JoinRequest, StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = team::present(transaction, &team)?;
            attempt.still_allowed_in(transaction, &team, now)?;
            let request = require(transaction, &team, &email, now)?;
            end(transaction, &request, JoinState::Rejected, now)?;
            let deed = deed(&request, &team);
            Ok((request, Some(deed)))
        })
        .await
    }

    /// Takes the request of `email` back, whose it is.
    pub async fn cancel_join_request(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        email: Email,
    ) -> Result<JoinRequest, StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let request = require(transaction, &team, &email, now)?;
            attempt.still_allowed(transaction, &Target::User(request.user), now)?;
            end(transaction, &request, JoinState::Cancelled, now)?;
            let deed = deed(&request, &team);
            Ok((request, Some(deed)))
        })
        .await
    }
}

fn deed(request: &JoinRequest, team: &Team) -> Deed {
    Deed::done("join_request", Some(request.id.to_string()), request.email.as_str())
        .of_team(team.id)
        .with("team", team.slug.as_str())
        .with("user", request.user.to_string())
}

fn pending(
    connection: &Connection,
    team: &Team,
    email: &Email,
    now: Timestamp,
) -> Result<Option<JoinRequest>, StoreError> {
    let requests = all(connection, "team_id", &team.id.to_string())?;
    let theirs = |request: &JoinRequest| request.email == *email && request.state(now) == JoinState::Pending;
    Ok(requests.into_iter().find(theirs))
}

fn require(
    connection: &Connection,
    team: &Team,
    email: &Email,
    now: Timestamp,
) -> Result<JoinRequest, StoreError> {
    let absent = || Guard::NotAsked { team: team.slug.clone(), who: email.clone() };
    Ok(pending(connection, team, email, now)?.ok_or_else(absent)?)
}

fn write(transaction: &Transaction<'_>, request: &JoinRequest) -> Result<(), StoreError> {
    let sql = "INSERT INTO join_request (id, team_id, user_id, message, state, created_at, expires_at)
               VALUES (:id, :team, :user, :message, 'pending', :created_at, :expires_at)";
    transaction.execute(
        sql,
        named_params! {
            ":id": request.id.to_string(),
            ":team": request.team.to_string(),
            ":user": request.user.to_string(),
            ":message": request.message,
            ":created_at": request.created_at.as_millisecond(),
            ":expires_at": request.expires_at.as_millisecond(),
        },
    )?;
    Ok(())
}

fn end(
    transaction: &Transaction<'_>,
    request: &JoinRequest,
    state: JoinState,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE join_request SET state = ?2, ended_at = ?3 WHERE id = ?1";
    transaction.execute(sql, params![request.id.to_string(), state.name(), now.as_millisecond()])?;
    Ok(())
}

/// Those whose `column` is that. A user who has no address by now is nobody whom an answer could name.
fn all(connection: &Connection, column: &str, key: &str) -> Result<Vec<JoinRequest>, StoreError> {
    let sql = format!("{SELECT} WHERE {column} = ?1 AND email IS NOT NULL ORDER BY join_request.id");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([key], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<JoinRequest> {
    Ok(JoinRequest {
        id: id(row, 0, JoinRequestId::parse)?,
        team: id(row, 1, TeamId::parse)?,
        user: id(row, 2, UserId::parse)?,
        email: Email::parse(row.get_ref(3)?.as_str()?).map_err(|error| broken(3, error))?,
        full_name: row.get(4)?,
        message: row.get(5)?,
        created_at: timestamp(row, 6)?,
        expires_at: timestamp(row, 7)?,
        end: JoinState::parse_end(row.get_ref(8)?.as_str()?).zip(time(row, 9)?),
    })
}
