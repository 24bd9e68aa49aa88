//! What can go wrong with the store.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

use super::guard::Guard;
use crate::core::model::{Email, ProfileName, SecretName, ServerAlias, ServerName, TokenId};

/// Why the store could not be opened, read or changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A newer mcpgw has written the file; this one doesn't know what its tables mean.
    #[error("{} was written by a newer mcpgw (schema {found}, this one knows {known})", file.display())]
    Newer {
        /// The database.
        file: PathBuf,
        /// Its schema version.
        found: i64,
        /// The newest schema version that this binary knows.
        known: i64,
    },
    /// The file is something else than a store.
    #[error("{} is not an mcpgw store", file.display())]
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// Others may read the database, or replace it through its directory.
    #[error("{} may be {} by other users (mode {mode:03o})", path.display(), if *.writable { "changed" } else { "read" })]
    Exposed {
        /// The file or directory.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
        /// Whether others may also write.
        writable: bool,
        /// The permission bits that it should have.
        wanted: u32,
    },
    /// Another server has the name.
    #[error("there is a server named {0} already")]
    NameTaken(ServerName),
    /// Another server has the alias.
    #[error("the alias {alias} is taken by {}", by.as_ref().map_or_else(|| "another server of its team".to_owned(), |by| format!("the server {by}")))]
    AliasTaken {
        /// The alias.
        alias: ServerAlias,
        /// Whose it is; nothing: that is not theirs to know.
        by: Option<String>,
    },
    /// No server has the name.
    #[error("there is no server named {0}")]
    NoServer(ServerName),
    /// No secret has the name.
    #[error("there is no secret named {0}")]
    NoSecret(SecretName),
    /// Servers would miss the secret.
    #[error("the secret {secret} is used by {}", named(users, *.others))]
    SecretUsed {
        /// The secret.
        secret: SecretName,
        /// The servers that use it, of those that who asks may know of.
        users: Vec<ServerName>,
        /// Whether others use it too.
        others: bool,
    },
    /// Nobody is granted what they don't ask for.
    #[error("the server {server} does not ask for secret://me/{secret}")]
    NotAsked {
        /// The secret.
        secret: SecretName,
        /// The server.
        server: ServerName,
    },
    /// Another user has the email.
    #[error("there is a user {0} already")]
    EmailTaken(Email),
    /// No user is called that.
    #[error("there is no user {0}")]
    NoUser(String),
    /// Nobody acts without a login any more: somebody else can log in since a moment ago.
    #[error("you are not logged in")]
    LoginRequired,
    /// Whether who acts may do it was decided on rights that they have no more.
    #[error("what you may do has changed meanwhile")]
    RightsChanged,
    /// A server refers to a secret that not all may see who may use it, and that was not lent to it.
    #[error("not everybody who may use {server} may see the secret {secret}, and it is not lent to {server}")]
    PrivateSecret {
        /// The server.
        server: ServerName,
        /// The secret.
        secret: SecretName,
    },
    /// Nobody would be left who may do everything.
    #[error("this is the last active platform admin")]
    LastAdmin,
    /// Somebody else could log in, but not who has acted without that so far.
    #[error(
        "you have no email and password to log in with, which everybody needs as soon as there is a second user"
    )]
    OwnerCantLogIn,
    /// What is handed over clashes with what the receiver has.
    #[error("who should get the servers and secrets has one with the same name or alias")]
    HeirHasSame,
    /// A key that is there was to be added.
    #[error("the key {0} is there already")]
    KeyKnown(String),
    /// There is no such profile.
    #[error("there is no profile {0}")]
    NoProfile(ProfileName),
    /// A profile that is there was to be made.
    #[error("there is a profile {0} already")]
    ProfileTaken(ProfileName),
    /// There is no such token.
    #[error("there is no token {0}")]
    NoToken(TokenId),
    /// A token was to be replaced that is revoked.
    #[error("that token is revoked")]
    TokenRevoked,
    /// A credential that is there was to be added.
    #[error("there is such a token already")]
    TokenKnown,
    /// Something was sealed under a key of the vault that was replaced meanwhile.
    #[error("the vault's key was replaced meanwhile")]
    KeyChanged,
    /// It would break what must hold of teams.
    #[error(transparent)]
    Guard(#[from] Guard),
    /// A row holds what no mcpgw writes.
    #[error("the store holds an unreadable {table} row: {what}")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// The file system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// There is no room for a change, which has not been made.
    #[error("the disk that the store is on is full")]
    Full,
    /// The file, its directory or the file system can't be written.
    #[error("the store can't be written: {0}")]
    ReadOnly(String),
    /// The file does not hold what the engine wrote.
    #[error("the store is damaged: {0}")]
    Damaged(String),
    /// Somebody held the file for longer than any mcpgw does.
    #[error("another process has kept the store locked")]
    Busy,
    /// The database engine refused.
    #[error("the store failed: {0}")]
    Engine(Box<dyn std::error::Error + Send + Sync>),
    /// The thread that serves the store has ended.
    #[error("the store is closed")]
    Closed,
}

fn named(names: &[ServerName], others: bool) -> String {
    let others = others.then_some("servers of others");
    names.iter().map(ServerName::as_str).chain(others).collect::<Vec<_>>().join(", ")
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            // What processes share of the store has no room beside it.
            Some(ErrorCode::SystemIoFailure)
                if error.sqlite_error().is_some_and(|error| error.extended_code == SQLITE_IOERR_SHMSIZE) =>
            {
                Self::Full
            }
            // A read-only directory shows like this: the engine can't make the files that it needs beside the store.
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly(error.to_string())
            }
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Engine(Box::new(error)),
        }
    }
}

impl StoreError {
    /// Shapes an [`io::Error`] at `path`.
    pub(super) fn io(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { path, source }
    }
}
