//! The vault, shut and open.

use std::sync::Arc;

use tokio::sync::Mutex;

use super::cipher::{Key, decrypt, encrypt};
use super::master::{self, Target};
use super::wrap::DataKey;
use super::{Keeper, Place, VaultError, VaultOptions};
use crate::core::clock::Clock;
use crate::core::model::{KeyId, MasterSource, Sealed, Secret};
use crate::core::platform::limits;
use crate::core::store::Store;

/// The vault of a store. Cheap to clone; clones share what is open. Making one does nothing at all.
#[derive(Debug, Clone)]
pub struct Vault {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    store: Store,
    options: VaultOptions,
    clock: Clock,
    open: Mutex<Option<OpenVault>>,
}

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

/// A vault whose key is at hand.
#[derive(Debug, Clone)]
pub struct OpenVault {
    store: Arc<str>,
    key: DataKey,
    master: Key,
    source: MasterSource,
    fresh: bool,
}

impl Vault {
    /// The vault of `store`. Nothing is read.
    pub fn new(store: Store, options: VaultOptions, clock: Clock) -> Self {
        Self { inner: Arc::new(Inner { store, options, clock, open: Mutex::new(None) }) }
    }

    /// Opens it, and makes its key on first use. Concurrent callers wait for one opening; the keyring is asked once.
    pub async fn open(&self) -> Result<OpenVault, VaultError> {
        let mut open = self.inner.open.lock().await;
        if let Some(open) = &*open {
            return Ok(open.clone());
        }
        limits::no_core_dumps();
        let opened = match self.inner.store.vault_key().await? {
            Some(row) => {
                let master = master::get(row.source, self.inner.store.id(), &self.inner.options).await?;
                let key = DataKey::unwrap(&row, &master, self.inner.store.id())?;
                self.opened(key, master, row.source, false)
            }
            None => self.create().await?,
        };
        *open = Some(opened.clone());
        Ok(opened)
    }

    /// Whether this process has made its key, in a file because nothing better was there.
    pub async fn has_made_key_file(&self) -> bool {
        let open = self.inner.open.lock().await;
        let made = open.as_ref().is_some_and(|open| open.fresh && open.source == MasterSource::File);
        made && self.inner.options.keeper == Keeper::Any
    }

    /// What is known without opening it.
    pub async fn state(&self) -> Result<VaultState, VaultError> {
        Ok(match self.inner.store.vault_key().await? {
            None => VaultState::Absent,
            Some(row) => VaultState::Present { key: row.id, source: row.source, created_at: row.created_at },
        })
    }

    /// Forgets the open key, so that the next use reads the row anew: another process may have replaced it.
    pub async fn forget(&self) {
        *self.inner.open.lock().await = None;
    }

    /// Gives the master key to another keeper. Only the wrapping changes. Returns who kept it before.
    ///
    /// The new keeper has the key, read back, before the row changes; the old one loses it afterwards.
    pub async fn move_to(&self, target: Target) -> Result<MasterSource, VaultError> {
        let open = self.open().await?;
        let (store, options) = (self.inner.store.id(), &self.inner.options);
        let (source, master) = master::make(target, store, options).await?;
        self.inner.store.rewrap_vault_key(open.key.wrap(&master, source, store)?).await?;
        if source.name() != open.source.name() {
            master::discard(open.source, store, options).await?;
        }
        self.forget().await;
        Ok(open.source)
    }

    /// Replaces the data key, and seals every value anew under the new one. Returns how many values there are.
    pub async fn rotate(&self) -> Result<usize, VaultError> {
        let old = self.open().await?;
        let new = OpenVault { key: DataKey::random(self.inner.clock.now())?, ..old.clone() };
        let row = new.key.wrap(&old.master, old.source, self.inner.store.id())?;
        let id = old.key.id;
        let reseal = move |column, row: &str, sealed: &Sealed| {
            let place = Place { column, row };
            new.seal(&place, old.unseal(&place, sealed).ok()?.reveal()).ok()
        };
        let count = self.inner.store.replace_vault_key(id, row, reseal).await?;
        self.forget().await;
        Ok(count)
    }

    /// The store whose vault it is.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    async fn create(&self) -> Result<OpenVault, VaultError> {
        let (store, options) = (self.inner.store.id(), &self.inner.options);
        let (source, master) = master::make(master::choose(options).await?, store, options).await?;
        let mine = DataKey::random(self.inner.clock.now())?;
        let kept = self.inner.store.create_vault_key(mine.wrap(&master, source, store)?).await?;
        let fresh = kept.id == mine.id;
        let master = if fresh { master } else { master::get(kept.source, store, options).await? };
        let key = DataKey::unwrap(&kept, &master, store)?;
        Ok(self.opened(key, master, kept.source, fresh))
    }

    fn opened(&self, key: DataKey, master: Key, source: MasterSource, fresh: bool) -> OpenVault {
        OpenVault { store: self.inner.store.id().into(), key, master, source, fresh }
    }
}

impl OpenVault {
    /// Names the data key that [`OpenVault::seal`] uses.
    pub fn key_id(&self) -> KeyId {
        self.key.id
    }

    /// Who keeps the master key.
    pub fn source(&self) -> MasterSource {
        self.source
    }

    /// Seals `clear` for `place`.
    pub fn seal(&self, place: &Place<'_>, clear: &[u8]) -> Result<Sealed, VaultError> {
        let data = place.associated_data(&self.store, self.key.id);
        let (nonce, ciphertext) = encrypt(&self.key.key, clear, &data)?;
        Ok(Sealed::new(self.key.id, nonce, &ciphertext))
    }

    /// Opens what was sealed for `place` in this store.
    pub fn unseal(&self, place: &Place<'_>, sealed: &Sealed) -> Result<Secret<Vec<u8>>, VaultError> {
        if sealed.key() != self.key.id {
            return Err(VaultError::OtherKey);
        }
        let data = place.associated_data(&self.store, self.key.id);
        decrypt(&self.key.key, sealed.nonce(), sealed.ciphertext(), &data)
    }
}
