//! The table `token`.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::token_row::{read, select, write};
use super::{Attempt, Store, StoreError, profile, signing_key, user};
use crate::core::access::Target;
use crate::core::model::{Account, Act, Deed, Hash, Profile, SigningKey, Token, TokenId, UserId};

/// What there is to say of who shows a credential.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Its row, and those of all that it was made with, itself first.
    pub chain: Vec<Token>,
    /// The key that has signed it; nothing: it was made elsewhere.
    pub key: Option<SigningKey>,
    /// Whose it is.
    pub account: Account,
}

/// A token that is to be kept.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Its row.
    pub token: Token,
    /// The one that it takes the place of, and when that ends.
    pub replaces: Option<(TokenId, Timestamp)>,
    /// The profile that it is made for.
    pub profile: Option<Profile>,
}

/// What is revoked together.
#[derive(Debug, Clone, Copy)]
pub enum Revoked {
    /// One token, and with it all that were made with it.
    One(TokenId),
    /// All of a user.
    AllOf(UserId),
}

impl Store {
    /// Whose credential has that hash.
    pub async fn claimed(&self, hash: Hash) -> Result<Option<Claimed>, StoreError> {
        self.read(move |connection| {
            let mut statement = connection.prepare_cached(&format!("{} WHERE hash = ?1", select()))?;
            let Some(token) = statement.query_row([hash.0], read).optional()? else { return Ok(None) };
            let key = match &token.kid {
                Some(kid) => signing_key::find(connection, kid)?,
                None => None,
            };
            let Some(account) = user::find(connection, token.user)? else { return Ok(None) };
            Ok(chain(connection, token.id)?.map(|chain| Claimed { chain, key, account }))
        })
        .await
    }

    /// Tokens, the newest first: of one user or of all.
    pub async fn tokens(&self, user: Option<UserId>) -> Result<Vec<Token>, StoreError> {
        self.read(move |connection| {
            let sql = format!("{} WHERE ?1 IS NULL OR user_id = ?1 ORDER BY id DESC", select());
            let mut statement = connection.prepare_cached(&sql)?;
            let user = user.map(|user| user.to_string());
            Ok(statement.query_map([user], read)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The token of that id with all that it was made with, itself first.
    pub async fn token_chain(&self, id: TokenId) -> Result<Option<Vec<Token>>, StoreError> {
        self.read(move |connection| chain(connection, id)).await
    }

    /// Keeps a new token. One that replaces another takes over what was made with that.
    pub async fn insert_token(
        &self,
        act: Act,
        attempt: Attempt,
        target: Target,
        new: NewToken,
    ) -> Result<(), StoreError> {
        let now = act.at;
        let NewToken { mut token, replaces, profile } = new;
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &target, now)?;
            if let Some((before, _)) = replaces {
                // Somebody may have narrowed it meanwhile, or replaced it, or what it was made with.
                let before = find(transaction, before)?.filter(|token| token.revoked_at.is_none());
                let Token { parent, name, scope, .. } = before.ok_or(StoreError::TokenRevoked)?;
                token = Token { parent, name, scope, ..token };
            }
            require_parent(transaction, &token, now)?;
            if exists(transaction, token.hash)? {
                return Err(StoreError::TokenKnown);
            }
            write(transaction, &token, true)?;
            if let Some((before, ends)) = replaces {
                replace(transaction, before, token.id, now, ends)?;
            }
            if let Some(profile) = &profile {
                profile::keep(transaction, profile, replaces.map(|(before, _)| before))?;
            }
            let deed = deed(&token).with("permissions", token.scope.permissions.clone());
            let before = replaces.map(|(before, _)| before.to_string());
            Ok(((), Some(if let Some(before) = before { deed.with("replaces", before) } else { deed })))
        })
        .await
    }

    /// Changes what a token is for, to what `change` makes of how it is then.
    pub async fn edit_token(
        &self,
        act: Act,
        attempt: Attempt,
        target: Target,
        id: TokenId,
        change: impl FnOnce(&mut Token) + Send + 'static,
    ) -> Result<Token, StoreError> {
        let now = act.at;
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &target, now)?;
            let before = find(transaction, id)?.ok_or(StoreError::NoToken(id))?;
            let mut after = before.clone();
            change(&mut after);
            let deed = (before != after).then(|| deed(&after));
            if deed.is_some() {
                write(transaction, &after, false)?;
            }
            Ok((after, deed))
        })
        .await
    }

    /// Revokes tokens, and returns how many were not before.
    pub async fn revoke_tokens(
        &self,
        act: Act,
        attempt: Attempt,
        target: Target,
        which: Revoked,
    ) -> Result<usize, StoreError> {
        let now = act.at;
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &target, now)?;
            let deed = match which {
                Revoked::One(id) => deed(&find(transaction, id)?.ok_or(StoreError::NoToken(id))?),
                Revoked::AllOf(user) => Deed::done("token", None, "").with("user", user.to_string()),
            };
            let count = revoke(transaction, which, now)?;
            Ok((count, (count > 0).then(|| deed.with("count", count))))
        })
        .await
    }
}

/// Revokes tokens, and what was made with them: that is for nothing any more, and whoever lists it sees so. Returns how many were
/// not before.
pub(super) fn revoke(
    transaction: &Transaction<'_>,
    which: Revoked,
    now: Timestamp,
) -> Result<usize, StoreError> {
    let (column, key) = match which {
        Revoked::One(id) => ("id", id.to_string()),
        Revoked::AllOf(user) => ("user_id", user.to_string()),
    };
    let sql = format!(
        "WITH RECURSIVE gone (id) AS (SELECT id FROM token WHERE {column} = ?1
             UNION SELECT token.id FROM token JOIN gone ON parent_id = gone.id)
         UPDATE token SET revoked_at = ?2 WHERE revoked_at IS NULL AND id IN (SELECT id FROM gone)"
    );
    Ok(transaction.execute(&sql, params![key, now.as_millisecond()])?)
}

/// What was made with a token that is not there any more is not there either.
fn require_parent(transaction: &Transaction<'_>, token: &Token, now: Timestamp) -> Result<(), StoreError> {
    let Some(parent) = token.parent else { return Ok(()) };
    match chain(transaction, parent)? {
        Some(chain) if chain.iter().all(|token| token.is_active(now)) => Ok(()),
        _ => Err(StoreError::RightsChanged),
    }
}

fn replace(
    transaction: &Transaction<'_>,
    before: TokenId,
    after: TokenId,
    now: Timestamp,
    ends: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE token SET parent_id = ?2 WHERE parent_id = ?1";
    transaction.execute(sql, [before.to_string(), after.to_string()])?;
    if ends <= now {
        revoke(transaction, Revoked::One(before), now)?;
    } else {
        let sql = "UPDATE token SET expires_at = min(coalesce(expires_at, ?2), ?2) WHERE id = ?1";
        transaction.execute(sql, params![before.to_string(), ends.as_millisecond()])?;
    }
    Ok(())
}

fn exists(connection: &Connection, hash: Hash) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM token WHERE hash = ?1")?.exists([hash.0])?)
}

fn find(connection: &Connection, id: TokenId) -> Result<Option<Token>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{} WHERE id = ?1", select()))?;
    Ok(statement.query_row([id.to_string()], read).optional()?)
}

/// See [`Store::token_chain`].
pub(super) fn chain(connection: &Connection, id: TokenId) -> Result<Option<Vec<Token>>, StoreError> {
    let mut chain: Vec<Token> = Vec::new();
    let mut next = Some(id);
    while let Some(id) = next {
        let circular = chain.iter().any(|token| token.id == id);
        let Some(token) = find(connection, id)?.filter(|_| !circular) else { return Ok(None) };
        next = token.parent;
        chain.push(token);
    }
    Ok(Some(chain))
}

fn deed(token: &Token) -> Deed {
    Deed::done("token", Some(token.id.to_string()), token.name.as_str()).with("user", token.user.to_string())
}
