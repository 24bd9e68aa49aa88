//! The table `login`: who is logged in.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::server::{id, timestamp};
use super::{Store, StoreError, credential, deed, user};
use crate::core::model::{
    Account, Act, Deed, Email, Hash, Login, LoginId, Outcome, PasswordHash, Standing, UserId, UserStatus,
};

/// What it takes to begin a login: what was compared with the password, before this was asked.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The hash that the password matched.
    pub hash: PasswordHash,
    /// The same password hashed anew, where the old hash is outdated.
    pub rehashed: Option<PasswordHash>,
}

impl Store {
    /// Begins `login`, whose secret has `secret_hash`. `false`, and nothing is changed, when the user may not: disabled
    /// meanwhile, locked out by `locked`, or their password is another one by now.
    pub async fn begin_login(
        &self,
        act: Act,
        login: Login,
        secret_hash: Hash,
        proof: Proof,
        locked: impl Fn(Standing) -> bool + Send + 'static,
    ) -> Result<bool, StoreError> {
        self.audited(act, move |transaction| {
            let refused = Ok((false, None));
            let key = login.user.to_string();
            let Some(account) = user::find(transaction, login.user)? else { return refused };
            let Some(kept) = account.password else { return refused };
            if account.user.status != UserStatus::Active || kept.hash != proof.hash || locked(kept.standing) {
                return refused;
            }
            let hash = proof.rehashed.as_ref().unwrap_or(&proof.hash);
            transaction.execute(
                "UPDATE credential SET hash = ?2, failed = 0, locked_until = NULL WHERE user_id = ?1",
                [&key, hash.as_str()],
            )?;
            // Those that are over are in nobody's way, but of no use either.
            transaction
                .execute("DELETE FROM login WHERE expires_at <= ?1", [login.created_at.as_millisecond()])?;
            transaction.execute(
                "INSERT INTO login (id, user_id, secret_hash, created_at, last_used_at, expires_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    login.id.to_string(),
                    key,
                    secret_hash.0,
                    login.created_at.as_millisecond(),
                    login.last_used_at.as_millisecond(),
                    login.expires_at.as_millisecond(),
                ],
            )?;
            Ok((true, Some(deed::of_user(&account.user))))
        })
        .await
    }

    /// Tells the audit that somebody was not let in as `email`, and lets `change` decide what that means for the user, if there
    /// is one. It takes as long when there is none.
    pub async fn refuse_login(
        &self,
        act: Act,
        email: &Email,
        change: impl Fn(Standing) -> Standing + Send + 'static,
    ) -> Result<(), StoreError> {
        let email = email.clone();
        self.audited(act, move |transaction| {
            let account = user::find_by_email(transaction, &email)?;
            if let Some(Account { user, password: Some(password), .. }) = &account {
                credential::set_standing(transaction, user.id, change(password.standing))?;
            }
            let id = account.map(|account| account.user.id.to_string());
            let deed = Deed::done("user", id, email.as_str());
            Ok(((), Some(deed.outcome(Outcome::Denied("credentials".to_owned())))))
        })
        .await
    }

    /// The login whose secret has that hash, and whose it is.
    pub async fn login(&self, secret_hash: Hash) -> Result<Option<(Login, Account)>, StoreError> {
        self.read(move |connection| {
            let sql =
                "SELECT id, user_id, created_at, last_used_at, expires_at FROM login WHERE secret_hash = ?1";
            let login = connection.prepare_cached(sql)?.query_row([secret_hash.0], read_row).optional()?;
            let Some(login) = login else { return Ok(None) };
            Ok(user::find(connection, login.user)?.map(|account| (login, account)))
        })
        .await
    }

    /// Notes that a login was used.
    pub async fn touch_login(&self, id: LoginId, now: Timestamp) -> Result<(), StoreError> {
        self.write(move |transaction| {
            let sql = "UPDATE login SET last_used_at = max(last_used_at, ?2) WHERE id = ?1";
            transaction.execute(sql, params![id.to_string(), now.as_millisecond()])?;
            Ok(())
        })
        .await
    }

    /// Ends a login. `false`: it had ended.
    pub async fn end_login(&self, act: Act, secret_hash: Hash) -> Result<bool, StoreError> {
        self.audited(act, move |transaction| {
            let sql = "DELETE FROM login WHERE secret_hash = ?1 RETURNING user_id";
            let ended =
                transaction.query_row(sql, [secret_hash.0], |row| id(row, 0, UserId::parse)).optional()?;
            let account = ended.map(|user| user::require(transaction, user)).transpose()?;
            Ok((account.is_some(), account.map(|account| deed::of_user(&account.user))))
        })
        .await
    }

    /// Ends the login of that id. Returns whether there was one.
    pub async fn end_login_of(&self, act: Act, login: LoginId) -> Result<bool, StoreError> {
        self.audited(act, move |transaction| {
            let sql = "DELETE FROM login WHERE id = ?1 RETURNING user_id";
            let ended = transaction
                .query_row(sql, [login.to_string()], |row| id(row, 0, UserId::parse))
                .optional()?;
            let account = ended.map(|user| user::require(transaction, user)).transpose()?;
            Ok((account.is_some(), account.map(|account| deed::of_user(&account.user))))
        })
        .await
    }
}

impl Store {
    /// Ends all logins of the user whose login has that hash, and returns how many there were.
    pub async fn end_logins(&self, act: Act, secret_hash: Hash) -> Result<usize, StoreError> {
        self.audited(act, move |transaction| {
            let sql = "SELECT user_id FROM login WHERE secret_hash = ?1";
            let found =
                transaction.query_row(sql, [secret_hash.0], |row| id(row, 0, UserId::parse)).optional()?;
            let Some(user) = found else { return Ok((0, None)) };
            let ended = transaction.execute("DELETE FROM login WHERE user_id = ?1", [user.to_string()])?;
            let account = user::require(transaction, user)?;
            Ok((ended, Some(deed::of_user(&account.user).with("logins", ended))))
        })
        .await
    }
}

/// Whether a login has not been ended.
pub(super) fn is_there(connection: &Connection, login: LoginId) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM login WHERE id = ?1")?;
    Ok(statement.exists([login.to_string()])?)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<Login> {
    Ok(Login {
        id: id(row, 0, LoginId::parse)?,
        user: id(row, 1, UserId::parse)?,
        created_at: timestamp(row, 2)?,
        last_used_at: timestamp(row, 3)?,
        expires_at: timestamp(row, 4)?,
    })
}
