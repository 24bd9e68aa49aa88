//! The handle that everybody holds.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::{Connection, Transaction};

use super::patience::{self, Patience};
use super::worker::{Desk, Worker};
use super::{StoreError, connection};
use crate::core::access::Principal;
use crate::core::model::{Plans, Token, UserId};

/// What is not as it should be, though it works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Others can list the directory of the store.
    ListableDirectory {
        /// The directory.
        dir: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
}

/// An open store. Clones share it; when the last one goes, what is queued is written and the file is closed.
#[derive(Debug, Clone)]
pub struct Store {
    inner: Arc<Inner>,
    viewer: Viewer,
    /// Who acts, as they were when it was decided that they may.
    principal: Option<Arc<Principal>>,
    plans: Arc<Plans>,
    /// The tokens that they act with, as they were then.
    tokens: Arc<[Token]>,
}

/// Whose secrets are meant by their names.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Viewer(Option<UserId>);

impl Viewer {
    /// A user; by default the person whose store it is.
    pub(super) fn of(user: UserId) -> Self {
        Self(Some(user))
    }

    /// The user's id, for SQL to compare with; nothing: that of the person whose store it is.
    pub(super) fn id(self) -> Option<String> {
        self.0.map(|user| user.to_string())
    }
}

#[derive(Debug)]
struct Inner {
    file: PathBuf,
    id: String,
    warning: Option<Warning>,
    patience: Arc<Patience>,
    worker: Worker,
}

impl Store {
    /// Opens the store in `file`, and makes it on first use: directory 0700, file 0600.
    ///
    /// An older schema is brought up to date, after a copy of the file was put beside it.
    pub async fn open(file: &Path) -> Result<Self, StoreError> {
        let path = file.to_owned();
        let patience = Arc::new(Patience::default());
        let (worker, opened) = Worker::start("store", &patience, move || connection::open(&path)).await?;
        let inner = Inner { file: file.to_owned(), id: opened.id, warning: opened.warning, patience, worker };
        Ok(Self {
            inner: Arc::new(inner),
            viewer: Viewer::default(),
            principal: None,
            plans: Arc::default(),
            tokens: Arc::default(),
        })
    }

    /// The same store for `principal`: names of secrets mean theirs, and what was decided about them is decided on what they
    /// still have when it is written.
    #[must_use]
    pub fn of_principal(&self, principal: Arc<Principal>) -> Self {
        let viewer = Viewer::of(principal.user());
        Self { viewer, principal: Some(principal), ..self.clone() }
    }

    /// The same store for who has not said yet who they are.
    #[must_use]
    pub fn of_nobody(&self) -> Self {
        Self { viewer: Viewer::default(), principal: None, tokens: Arc::default(), ..self.clone() }
    }

    /// The same store where these are the plans that teams follow.
    #[must_use]
    pub fn with_plans(&self, plans: Plans) -> Self {
        Self { plans: Arc::new(plans), ..self.clone() }
    }

    /// The plans that teams follow.
    pub(super) fn plans(&self) -> Arc<Plans> {
        Arc::clone(&self.plans)
    }

    /// The same for who acts with a token, `chain` being itself and all that it was made with: nothing is written any more once one
    /// of them is other than that.
    #[must_use]
    pub fn with_tokens(self, chain: &[Token]) -> Self {
        Self { tokens: chain.into(), ..self }
    }

    /// The tokens that who acts has, as they were when it was decided that they may.
    pub(super) fn tokens_then(&self) -> Arc<[Token]> {
        Arc::clone(&self.tokens)
    }

    /// Who acts, as they were when it was decided that they may.
    pub(super) fn principal_then(&self) -> Option<Arc<Principal>> {
        self.principal.clone()
    }

    /// Whose secrets are meant by their names.
    pub(super) fn viewer(&self) -> Viewer {
        self.viewer
    }

    /// Identifies this store for ever, wherever its file is moved: a hyphenated UUID.
    pub fn id(&self) -> &str {
        &self.inner.id
    }

    /// What its owner should mend.
    pub fn warning(&self) -> Option<&Warning> {
        self.inner.warning.as_ref()
    }

    /// Runs `work` in a read transaction: all its queries see the same state.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let in_transaction = move |connection: &mut Connection| work(&*connection.transaction()?);
        self.inner.worker.run(in_transaction).await
    }

    /// Runs `work` on the thread of the store.
    pub(super) async fn at_desk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Desk) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.inner.worker.at_desk(work).await
    }

    /// Runs `work` in a transaction that holds the write lock from its start, and commits it unless `work` fails.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.write_within(patience::BUSY, work).await
    }

    /// The same for what can as well be done another time: it waits no longer than `limit` for other processes.
    pub(super) async fn write_within<T: Send + 'static>(
        &self,
        limit: Duration,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.inner.worker.write(limit, work).await
    }

    /// From now on nothing waits longer than `patience`, altogether, for other processes that hold the file: it fails.
    ///
    /// For those who are about to end. The last call counts.
    pub fn hurry(&self, patience: Duration) {
        self.inner.patience.end_at(Instant::now() + patience);
    }

    /// Rewrites the whole file and empties its log, so that nothing that was deleted is left in either. `false`: somebody still
    /// reads what is in the log.
    pub async fn rewrite(&self) -> Result<bool, StoreError> {
        self.alone(rewrite).await
    }

    /// The directory that it is kept in.
    pub fn directory(&self) -> &Path {
        self.inner.file.parent().unwrap_or(Path::new("."))
    }

    /// The file.
    pub(super) fn file(&self) -> &Path {
        &self.inner.file
    }

    /// Runs `work` outside of transactions; whoever reads waits for it.
    pub(super) async fn alone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.inner.worker.run(work).await
    }
}

/// How long those who read may keep the log from being emptied; some look at the store for as long as they run.
const READERS: Duration = Duration::from_secs(3);

/// See [`Store::rewrite`].
pub(super) fn rewrite(connection: &mut Connection) -> Result<bool, StoreError> {
    connection.execute_batch("VACUUM")?;
    let empty = "PRAGMA wal_checkpoint(TRUNCATE)";
    let busy: bool = patience::limited(READERS, || connection.query_row(empty, [], |row| row.get(0)))?;
    Ok(!busy)
}
