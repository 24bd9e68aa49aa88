//! The table `profile`.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::server::{broken, id, timestamp};
use super::{Attempt, Revoked, Store, StoreError, token};
use crate::core::access::Target;
use crate::core::model::{Act, Deed, Profile, ProfileName, Sealed, TokenId};

const SELECT: &str = "SELECT name, token_id, secret, created_at FROM profile";

impl Store {
    /// All profiles, by name.
    pub async fn profiles(&self) -> Result<Vec<Profile>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&format!("{SELECT} ORDER BY name"))?;
            Ok(statement.query_map([], read_row)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The profile of that name.
    pub async fn profile(&self, name: &ProfileName) -> Result<Option<Profile>, StoreError> {
        let name = name.clone();
        self.read(move |connection| find(connection, &name)).await
    }

    /// Removes a profile, and revokes its token.
    pub async fn remove_profile(
        &self,
        act: Act,
        attempt: Attempt,
        target: Target,
        name: &ProfileName,
    ) -> Result<(), StoreError> {
        let (now, name) = (act.at, name.clone());
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &target, now)?;
            let profile = find(transaction, &name)?.ok_or_else(|| StoreError::NoProfile(name.clone()))?;
            transaction.execute("DELETE FROM profile WHERE name = ?1", [name.as_str()])?;
            token::revoke(transaction, Revoked::One(profile.token), now)?;
            let deed = Deed::done("profile", None, name.as_str());
            Ok(((), Some(deed.with("revoked", profile.token.to_string()))))
        })
        .await
    }
}

/// Keeps a profile whose token is kept in the same transaction: a new one, or one that had the token `replaced`.
pub(super) fn keep(
    transaction: &Transaction<'_>,
    profile: &Profile,
    replaced: Option<TokenId>,
) -> Result<(), StoreError> {
    if find(transaction, &profile.name)?.is_some_and(|before| Some(before.token) != replaced) {
        return Err(StoreError::ProfileTaken(profile.name.clone()));
    }
    super::vault::require_current(transaction, profile.sealed.key())?;
    let Profile { name, token, sealed, created_at } = profile;
    transaction.execute(
        "INSERT OR REPLACE INTO profile (name, token_id, secret, created_at) VALUES (?1, ?2, ?3, ?4)",
        params![name.as_str(), token.to_string(), sealed.as_bytes(), created_at.as_millisecond()],
    )?;
    Ok(())
}

fn find(connection: &Connection, name: &ProfileName) -> Result<Option<Profile>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE name = ?1"))?;
    Ok(statement.query_row([name.as_str()], read_row).optional()?)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<Profile> {
    Ok(Profile {
        name: ProfileName::parse(row.get_ref(0)?.as_str()?).map_err(|error| broken(0, error))?,
        token: id(row, 1, TokenId::parse)?,
        sealed: Sealed::from_bytes(row.get(2)?).ok_or_else(|| broken(2, std::fmt::Error))?,
        created_at: timestamp(row, 3)?,
    })
}
