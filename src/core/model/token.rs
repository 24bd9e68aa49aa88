//! Tokens.

use jiff::{SignedDuration, Timestamp};

use super::{Hash, TokenId, TokenScope, UserId};

/// One row of the store: somebody's credential, and what it is for. The row is the authority, whatever the token itself says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its identity, and the `jti` of what was signed.
    pub id: TokenId,
    /// Who acts with it.
    pub user: UserId,
    /// The token that it was made with, which narrows it too; nothing: a login, or the owner of the store.
    pub parent: Option<TokenId>,
    /// What it is called.
    pub name: String,
    /// The key that has signed it; nothing: it was made elsewhere, and is known by its hash alone.
    pub kid: Option<String>,
    /// SHA-256 of the whole of it.
    pub hash: Hash,
    /// What it is for.
    pub scope: TokenScope,
    /// Who made it.
    pub created_by: UserId,
    /// When it was made.
    pub created_at: Timestamp,
    /// From then on it is for nothing.
    pub expires_at: Option<Timestamp>,
    /// When the first of those ends that it was made with, and it with that.
    pub outlived_at: Option<Timestamp>,
    /// When the key retires that has signed it.
    pub retires_at: Option<Timestamp>,
    /// Since when it is revoked.
    pub revoked_at: Option<Timestamp>,
    /// The token whose calls its own are counted with: the first of those that it took the place of; nothing: none.
    pub counts_as: Option<TokenId>,
}

impl Token {
    /// Whether it is neither revoked nor expired at `now`.
    pub fn is_active(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.into_iter().chain(self.outlived_at).all(|at| now < at)
    }

    /// From when on nobody believes it any more: it expires, by itself or with what it was made with, or its key retires.
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.expires_at.into_iter().chain(self.outlived_at).chain(self.retires_at).min()
    }

    /// Under which id its calls are counted: a token that is replaced leaves no room for more.
    pub fn counted_as(&self) -> TokenId {
        self.counts_as.unwrap_or(self.id)
    }

    /// Whether it ends within a week, having lived most of its life: time to rotate it.
    pub fn ends_soon(&self, now: Timestamp) -> bool {
        let Some(ends) = self.ends_at() else { return false };
        let (left, life) = (ends.duration_since(now), ends.duration_since(self.created_at));
        left < SignedDuration::from_hours(7 * 24) && left < life / 4
    }

    /// One word for how it is at `now`.
    pub fn state(&self, now: Timestamp) -> &'static str {
        match self {
            Self { revoked_at: Some(_), .. } => "revoked",
            token if token.ends_at().is_none_or(|at| now < at) => "active",
            _ => "expired",
        }
    }
}
