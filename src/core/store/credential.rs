//! The tables `credential` and `password_history`: what people log in with.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use jiff::Timestamp;

use super::server::{broken, timestamp};
use super::{Store, StoreError, deed, mode, user};
use crate::core::model::{Act, Password, PasswordHash, Standing, UserId};

/// A password that somebody gets.
#[derive(Debug, Clone)]
pub struct NewPassword {
    /// What it is compared with.
    pub hash: PasswordHash,
    /// Whether it does for nothing but to choose another one.
    pub must_change: bool,
}

impl Store {
    /// The hashes of the user's password and of `most - 1` before it, the newest first.
    pub async fn past_passwords(&self, user: UserId, most: usize) -> Result<Vec<PasswordHash>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT hash FROM (SELECT hash, 1 AS now, 0 AS id FROM credential WHERE user_id = ?1
                       UNION ALL SELECT hash, 0, id FROM password_history WHERE user_id = ?1)
                       ORDER BY now DESC, id DESC LIMIT ?2";
            let mut statement = connection.prepare_cached(sql)?;
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            let rows = statement.query_map(params![user.to_string(), most], |row| row.get(0))?;
            Ok(rows.map(|hash| hash.map(PasswordHash::new)).collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Gives the user another password, keeps `history` of those before, and ends all logins. What was locked is open again.
    /// `true`: from now on everybody has to log in.
    pub async fn set_password(
        &self,
        act: Act,
        user: UserId,
        password: NewPassword,
        history: usize,
        dry_run: bool,
    ) -> Result<bool, StoreError> {
        let now = act.at;
        self.rehearsable(act, dry_run, move |transaction| {
            let account = user::require(transaction, user)?;
            remember(transaction, user, history)?;
            write(transaction, user, &password, now)?;
            transaction.execute("DELETE FROM login WHERE user_id = ?1", [user.to_string()])?;
            let deed = deed::of_user(&account.user).with("must_change", password.must_change);
            Ok((mode::settle(transaction)?, Some(deed)))
        })
        .await
    }

    /// Has the user choose another password before anything else, and ends all logins. `false`: there is no password.
    pub async fn expire_password(&self, act: Act, user: UserId) -> Result<bool, StoreError> {
        self.audited(act, move |transaction| {
            let account = user::require(transaction, user)?;
            let sql = "UPDATE credential SET must_change = 1 WHERE user_id = ?1";
            let expired = transaction.execute(sql, [user.to_string()])? == 1;
            transaction.execute("DELETE FROM login WHERE user_id = ?1", [user.to_string()])?;
            Ok((expired, expired.then(|| deed::of_user(&account.user).with("must_change", true))))
        })
        .await
    }

    /// Forgets that the user had wrong passwords: they may log in again.
    pub async fn unlock(&self, act: Act, user: UserId) -> Result<(), StoreError> {
        self.audited(act, move |transaction| {
            let account = user::require(transaction, user)?;
            set_standing(transaction, user, Standing::default())?;
            Ok(((), Some(deed::of_user(&account.user))))
        })
        .await
    }
}

pub(super) fn read(connection: &Connection, user: &str) -> Result<Option<Password>, StoreError> {
    let sql = "SELECT hash, must_change, set_at, failed, locked_until FROM credential WHERE user_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([user], |row| read_row(row, 0)).optional()?)
}

/// Reads the five columns of a password from `first` on, as [`read`] asks for them.
pub(super) fn read_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Password> {
    let locked_until: Option<i64> = row.get(first + 4)?;
    let locked_until = locked_until.map(Timestamp::from_millisecond).transpose();
    Ok(Password {
        hash: PasswordHash::new(row.get(first)?),
        must_change: row.get(first + 1)?,
        set_at: timestamp(row, first + 2)?,
        standing: Standing {
            failed: row.get(first + 3)?,
            locked_until: locked_until.map_err(|error| broken(first + 4, error))?,
        },
    })
}

pub(super) fn write(
    transaction: &Transaction<'_>,
    user: UserId,
    password: &NewPassword,
    now: Timestamp,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT OR REPLACE INTO credential (user_id, hash, must_change, set_at) VALUES (?1, ?2, ?3, ?4)",
        params![user.to_string(), password.hash.as_str(), password.must_change, now.as_millisecond()],
    )?;
    Ok(())
}

/// Moves the present password to the past, of which no more than can be asked for is kept.
fn remember(transaction: &Transaction<'_>, user: UserId, history: usize) -> Result<(), StoreError> {
    let user = user.to_string();
    transaction.execute(
        "INSERT INTO password_history (user_id, hash) SELECT user_id, hash FROM credential WHERE user_id = ?1",
        [&user],
    )?;
    transaction.execute(
        "DELETE FROM password_history WHERE user_id = ?1 AND id NOT IN
         (SELECT id FROM password_history WHERE user_id = ?1 ORDER BY id DESC LIMIT ?2)",
        params![user, i64::try_from(history).unwrap_or(i64::MAX)],
    )?;
    Ok(())
}

pub(super) fn set_standing(
    transaction: &Transaction<'_>,
    user: UserId,
    standing: Standing,
) -> Result<(), StoreError> {
    transaction.execute(
        "UPDATE credential SET failed = ?2, locked_until = ?3 WHERE user_id = ?1",
        params![user.to_string(), standing.failed, standing.locked_until.map(Timestamp::as_millisecond)],
    )?;
    Ok(())
}
