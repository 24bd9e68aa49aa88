//! The handle of a store's vault, shut until something needs it.

use std::sync::{Arc, PoisonError};

use tokio::sync::{Mutex, MutexGuard};

use super::wrap::DataKey;
use super::{Keeper, OpenVault, VaultError, VaultOptions, master};
use crate::core::clock::Clock;
use crate::core::model::{KeyId, MasterSource, WrappedKey};
use crate::core::platform::limits;
use crate::core::store::Store;

/// The vault of a store. Cheap to clone; clones share what is open. Making one does nothing at all.
#[derive(Debug, Clone)]
pub struct Vault {
    pub(super) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(super) struct Inner {
    pub(super) store: Store,
    pub(super) options: VaultOptions,
    pub(super) clock: Clock,
    open: Mutex<Known>,
    failures: std::sync::Mutex<Failures>,
}

/// How often opening failed, and why it did last.
#[derive(Debug, Default)]
struct Failures {
    count: u64,
    last: Option<VaultError>,
}

/// What this process has opened.
pub(super) type Known = Option<OpenVault>;

/// What is known of a vault without its master key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultState {
    /// Nothing has been sealed yet.
    Absent,
    /// It has a key.
    Present {
        /// Names the data key.
        key: KeyId,
        /// Who keeps the master key.
        source: MasterSource,
        /// When the data key was made.
        created_at: jiff::Timestamp,
    },
}

impl Vault {
    /// The vault of `store`. Nothing is read.
    pub fn new(store: Store, options: VaultOptions, clock: Clock) -> Self {
        Self {
            inner: Arc::new(Inner {
                store,
                options,
                clock,
                open: Mutex::new(None),
                failures: std::sync::Mutex::default(),
            }),
        }
    }

    /// Opens it, and makes its key on first use. Concurrent callers wait for one opening, and share its outcome, be it good or
    /// bad: the keyring, the command or the person is asked once.
    pub async fn open(&self) -> Result<OpenVault, VaultError> {
        let before = self.failures().count;
        let mut known = self.known().await;
        if let Some(open) = &*known {
            return Ok(open.clone());
        }
        let failed = {
            let failures = self.failures();
            if failures.count > before { failures.last.clone() } else { None }
        };
        if let Some(error) = failed {
            return Err(error);
        }
        let opened = self.current(&mut known).await;
        if let Err(error) = &opened {
            let mut failures = self.failures();
            failures.count += 1;
            failures.last = Some(error.clone());
        }
        opened
    }

    /// Opens it as it is now: another process may have replaced its key. Who keeps the master key is asked only when it is
    /// another one than we had.
    pub async fn refresh(&self) -> Result<OpenVault, VaultError> {
        let mut known = self.known().await;
        self.current(&mut known).await
    }

    /// What this process has opened already. Nothing is asked, read or waited for.
    pub fn opened(&self) -> Option<OpenVault> {
        self.inner.open.try_lock().ok()?.clone()
    }

    /// Whether this process has made its key, in a file because nothing better was there.
    pub async fn has_made_key_file(&self) -> bool {
        let known = self.known().await;
        let made = known.as_ref().is_some_and(|open| open.fresh && open.source() == MasterSource::File);
        made && self.inner.options.keeper == Keeper::Any
    }

    /// Whether nobody is asked for a passphrase: a file or a command gives it.
    pub fn has_prepared_passphrase(&self) -> bool {
        self.inner.options.passphrase.is_prepared()
    }

    /// What is known without opening it.
    pub async fn state(&self) -> Result<VaultState, VaultError> {
        Ok(match self.inner.store.vault_key().await? {
            None => VaultState::Absent,
            Some(row) => VaultState::Present { key: row.id, source: row.source, created_at: row.created_at },
        })
    }

    /// Why it can't be opened, as far as that can be known at no cost: no keyring, command or person is asked for it.
    pub async fn obstacle(&self) -> Result<Option<VaultError>, VaultError> {
        if self.known().await.is_some() {
            return Ok(None);
        }
        let Some(row) = self.inner.store.vault_key().await? else { return Ok(None) };
        Ok(match row.source {
            MasterSource::File => self.unwrapped(row, None).await.err(),
            MasterSource::Os | MasterSource::Passphrase(_) => {
                master::missing(row.source, &self.inner.options).await
            }
        })
    }

    /// The store whose vault it is.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// What this process has opened. Whoever holds it is the only one here that opens or changes the vault.
    pub(super) async fn known(&self) -> MutexGuard<'_, Known> {
        self.inner.open.lock().await
    }

    fn failures(&self) -> std::sync::MutexGuard<'_, Failures> {
        self.inner.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens what the store holds now, as far as that is not what is known already.
    pub(super) async fn current(&self, known: &mut Known) -> Result<OpenVault, VaultError> {
        limits::no_core_dumps();
        let open = match self.inner.store.vault_key().await? {
            Some(row) => self.unwrapped(row, known.as_ref()).await?,
            // Boxed, as the next one is.
            None => Box::pin(self.create(None)).await?,
        };
        *known = Some(open.clone());
        Ok(open)
    }

    /// Opens `row`: with the master key that is known, if that is the one, else with that of its keeper. What the row says of
    /// that holds until somebody moves the key elsewhere.
    pub(super) async fn unwrapped(
        &self,
        mut row: WrappedKey,
        known: Option<&OpenVault>,
    ) -> Result<OpenVault, VaultError> {
        let store = self.inner.store.id();
        if let Some(known) = known {
            if known.row == row {
                return Ok(known.clone());
            }
            match DataKey::unwrap(&row, &known.master, store) {
                Err(VaultError::WrongKey(_)) => {}
                key => return Ok(OpenVault::new(store, key?, known.master.clone(), row)),
            }
        }
        loop {
            // Boxed, as it is rare, and everybody who opens the vault would have to have room for it.
            let master = Box::pin(master::get(&row, store, &self.inner.options)).await;
            match master.and_then(|master| Ok((DataKey::unwrap(&row, &master, store)?, master))) {
                Ok((key, master)) => return Ok(OpenVault::new(store, key, master, row)),
                Err(error) => match self.inner.store.vault_key().await? {
                    Some(now) if now != row => row = now,
                    _ => return Err(error),
                },
            }
        }
    }
}
