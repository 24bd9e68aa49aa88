//! The table `team`.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::principal::team_status;
use super::server::{broken, id, timestamp};
use super::{Store, StoreError};
use crate::core::model::{Team, TeamId, TeamSlug, UserId};

const SELECT: &str =
    "SELECT id, slug, name, description, personal_of, discoverable, status, trial_ends, created_at,
                      updated_at FROM team";

impl Store {
    /// All teams.
    pub async fn teams(&self) -> Result<BTreeMap<TeamId, Team>, StoreError> {
        self.read(all).await
    }
}

/// See [`Store::teams`].
pub(super) fn all(connection: &Connection) -> Result<BTreeMap<TeamId, Team>, StoreError> {
    let mut statement = connection.prepare_cached(SELECT)?;
    let teams = statement.query_map([], read)?.map(|team| team.map(|team| (team.id, team)));
    Ok(teams.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Team> {
    let personal_of = match row.get_ref(4)?.as_str_or_null()? {
        None => None,
        Some(_) => Some(id(row, 4, UserId::parse)?),
    };
    Ok(Team {
        id: id(row, 0, TeamId::parse)?,
        slug: TeamSlug::parse(row.get_ref(1)?.as_str()?).map_err(|error| broken(1, error))?,
        name: row.get(2)?,
        description: row.get(3)?,
        personal_of,
        discoverable: row.get(5)?,
        status: team_status(row, 6)?,
        created_at: timestamp(row, 8)?,
        updated_at: timestamp(row, 9)?,
    })
}
