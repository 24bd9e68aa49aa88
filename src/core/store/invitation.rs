//! The table `invitation`: who may come into a team with a code.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params, params};

use super::guard::Guard;
use super::principal::time;
use super::server::{broken, id, timestamp};
use super::{Attempt, Store, StoreError, member, rank, team, user};
use crate::core::access::Grantee;
use crate::core::model::{
    Act, Deed, Email, Hash, Invitation, InvitationId, InvitationState, RoleName, Team, TeamId, UserId,
};

const SELECT: &str =
    "SELECT id, team_id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at
                      FROM invitation";

impl Store {
    /// Invites somebody into a team, who proves it with the code of that hash.
    pub async fn insert_invitation(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        invitation: Invitation,
        code: Hash,
    ) -> Result<(), StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = member::shared(transaction, &team, "joined by anybody else")?;
            let principal = attempt.still_allowed_in(transaction, &team, now)?;
            let email = &invitation.email;
            let account = user::find_by_email(transaction, email)?;
            if let Some(account) = &account {
                member::require_absent(transaction, &team, account.user.id, email, now)?;
            }
            let own = account.is_some_and(|account| account.user.id == principal.user());
            let grantee = if own { Grantee::Oneself } else { Grantee::Other };
            let granted = (&invitation.role, None, grantee);
            let beyond = rank::require_ceiling(transaction, &principal, &team, granted, now)?;
            if open(transaction, &team, email, now)?.is_some() {
                return Err(Guard::Invited { team: team.slug, who: email.clone() }.into());
            }
            write(transaction, &invitation, code)?;
            Ok(((), Some(beyond.told(deed(&invitation, &team), None))))
        })
        .await
    }

    /// All invitations into `team`, oldest first.
    pub async fn invitations(&self, team: TeamId) -> Result<Vec<Invitation>, StoreError> {
        self.read(move |connection| {
            let mut statement =
                connection.prepare_cached(&format!("{SELECT} WHERE team_id = ?1 ORDER BY id"))?;
            Ok(statement.query_map([team.to_string()], read)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The invitation whose code has that hash, with its team.
    pub async fn invitation(&self, code: Hash) -> Result<Option<(Invitation, Team)>, StoreError> {
        self.read(move |connection| {
            let Some(invitation) = by_code(connection, code)? else { return Ok(None) };
            let team = team::all(connection)?.remove(&invitation.team);
            Ok(team.map(|team| (invitation, team)))
        })
        .await
    }

    /// Takes back the open invitation of somebody.
    pub async fn revoke_invitation(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        email: Email,
    ) -> Result<Invitation, StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = team::present(transaction, &team)?;
            attempt.still_allowed_in(transaction, &team, now)?;
            let absent = || Guard::NotInvited { team: team.slug.clone(), who: email.clone() };
            let invitation = open(transaction, &team, &email, now)?.ok_or_else(absent)?;
            let sql = "UPDATE invitation SET revoked_at = ?2 WHERE id = ?1";
            transaction.execute(sql, params![invitation.id.to_string(), now.as_millisecond()])?;
            let deed = deed(&invitation, &team);
            Ok((invitation, Some(deed)))
        })
        .await
    }
}

/// The invitation whose code has that hash.
pub(super) fn by_code(connection: &Connection, code: Hash) -> Result<Option<Invitation>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE code_hash = ?1"))?;
    Ok(statement.query_row([code.0], read).optional()?)
}

/// Something was done to an invitation into `team`.
pub(super) fn deed(invitation: &Invitation, team: &Team) -> Deed {
    Deed::done("invitation", Some(invitation.id.to_string()), invitation.email.as_str())
        .of_team(team.id)
        .with("team", team.slug.as_str())
        .with("role", invitation.role.as_str())
        .with("expires_at", invitation.expires_at.to_string())
}

fn open(
    connection: &Connection,
    team: &Team,
    email: &Email,
    now: Timestamp,
) -> Result<Option<Invitation>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE team_id = ?1 AND email = ?2"))?;
    let invitations = statement.query_map([&team.id.to_string(), email.as_str()], read)?;
    let invitations = invitations.collect::<Result<Vec<_>, _>>()?;
    Ok(invitations.into_iter().find(|invitation| invitation.state(now) == InvitationState::Open))
}

fn write(transaction: &Transaction<'_>, invitation: &Invitation, code: Hash) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO invitation (id, team_id, email, role, code_hash, invited_by, created_at, expires_at)
               VALUES (:id, :team, :email, :role, :code, :by, :created_at, :expires_at)";
    transaction.execute(
        sql,
        named_params! {
            ":id": invitation.id.to_string(),
            ":team": invitation.team.to_string(),
            ":email": invitation.email.as_str(),
            ":role": invitation.role.as_str(),
            ":code": code.0,
            ":by": invitation.invited_by.to_string(),
            ":created_at": invitation.created_at.as_millisecond(),
            ":expires_at": invitation.expires_at.as_millisecond(),
        },
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Invitation> {
    Ok(Invitation {
        id: id(row, 0, InvitationId::parse)?,
        team: id(row, 1, TeamId::parse)?,
        email: Email::parse(row.get_ref(2)?.as_str()?).map_err(|error| broken(2, error))?,
        role: RoleName::parse(row.get_ref(3)?.as_str()?).map_err(|error| broken(3, error))?,
        invited_by: id(row, 4, UserId::parse)?,
        created_at: timestamp(row, 5)?,
        expires_at: timestamp(row, 6)?,
        accepted_at: time(row, 7)?,
        revoked_at: time(row, 8)?,
    })
}
