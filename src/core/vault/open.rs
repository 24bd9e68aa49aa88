//! The vault, shut and open.

use std::sync::Arc;

use tokio::sync::Mutex;

use super::cipher::{Key, decrypt, encrypt};
use super::master::{self, Target};
use super::wrap::DataKey;
use super::{Keeper, Place, VaultError, VaultOptions};
use crate::core::clock::Clock;
use crate::core::model::{KeyId, MasterSource, Sealed, Secret, WrappedKey};
use crate::core::platform::limits;
use crate::core::store::{Store, StoreError};

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
    row: WrappedKey,
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
            Some(row) => self.unwrapped(row).await?,
            None => self.create().await?,
        };
        *open = Some(opened.clone());
        Ok(opened)
    }

    /// Whether this process has made its key, in a file because nothing better was there.
    pub async fn has_made_key_file(&self) -> bool {
        let open = self.inner.open.lock().await;
        let made = open.as_ref().is_some_and(|open| open.fresh && open.row.source == MasterSource::File);
        made && self.inner.options.keeper == Keeper::Any
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
        if self.inner.open.lock().await.is_some() {
            return Ok(None);
        }
        let Some(row) = self.inner.store.vault_key().await? else { return Ok(None) };
        Ok(match row.source {
            MasterSource::File => self.unwrapped(row).await.err(),
            MasterSource::Os | MasterSource::Passphrase(_) => {
                master::missing(row.source, &self.inner.options)
            }
        })
    }

    /// Forgets the open key, so that the next use reads the row anew: another process may have replaced it.
    pub async fn forget(&self) {
        *self.inner.open.lock().await = None;
    }

    /// Gives the master key to another keeper. Only the wrapping changes. Returns who kept it before.
    ///
    /// The new keeper has the key, read back, before the row changes; the old one loses it afterwards. Meanwhile nobody else
    /// moves it: what one discards, the other could have taken for its new keeper's.
    pub async fn move_to(&self, target: Target) -> Result<MasterSource, VaultError> {
        let (store, options) = (self.inner.store.id(), &self.inner.options);
        // Before the others are kept out: it may make the vault, which keeps them out itself.
        let mut open = self.open().await?;
        let alone = master::alone(options).await?;
        if self.inner.store.vault_key().await?.as_ref() != Some(&open.row) {
            open = self.open_anew().await?;
        }
        let (source, master) = master::make(target, store, options).await?;
        loop {
            let row = open.key.wrap(&master, source, store)?;
            match self.inner.store.rewrap_vault_key(open.row.clone(), row).await {
                // Somebody rotated the data key meanwhile.
                Err(StoreError::KeyChanged) => open = self.open_anew().await?,
                done => break done?,
            }
        }
        if source.name() != open.row.source.name() {
            master::discard(open.row.source, store, options).await?;
        }
        drop(alone);
        self.forget().await;
        Ok(open.row.source)
    }

    /// Replaces the data key, and seals every value anew under the new one. Returns how many values there are.
    pub async fn rotate(&self) -> Result<usize, VaultError> {
        let old = self.open().await?;
        let key = DataKey::random(self.inner.clock.now())?;
        let row = key.wrap(&old.master, old.row.source, self.inner.store.id())?;
        let new = OpenVault { key, row: row.clone(), ..old.clone() };
        let kept = old.row.clone();
        let reseal = move |column, row: &str, sealed: &Sealed| {
            let place = Place { column, row };
            new.seal(&place, old.unseal(&place, sealed).ok()?.reveal()).ok()
        };
        let count = self.inner.store.replace_vault_key(kept, row, reseal).await?;
        self.forget().await;
        Ok(count)
    }

    /// The store whose vault it is.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    async fn open_anew(&self) -> Result<OpenVault, VaultError> {
        self.forget().await;
        self.open().await
    }

    async fn create(&self) -> Result<OpenVault, VaultError> {
        let (store, options) = (self.inner.store.id(), &self.inner.options);
        let target = master::choose(options).await?;
        // Two that write a key into the keyring at once could each read back their own.
        let _alone = master::alone(options).await?;
        if let Some(row) = self.inner.store.vault_key().await? {
            return self.unwrapped(row).await;
        }
        let (source, master) = master::make(target, store, options).await?;
        let key = DataKey::random(self.inner.clock.now())?;
        let row = self.inner.store.create_vault_key(key.wrap(&master, source, store)?).await?;
        if row.id != key.id {
            return self.unwrapped(row).await;
        }
        Ok(OpenVault { store: store.into(), key, master, row, fresh: true })
    }

    /// Opens what `row` wraps; what it says of its keeper holds until somebody moves the key elsewhere.
    async fn unwrapped(&self, mut row: WrappedKey) -> Result<OpenVault, VaultError> {
        let store = self.inner.store.id();
        loop {
            let master = master::get(row.source, store, &self.inner.options).await;
            match master.and_then(|master| Ok((DataKey::unwrap(&row, &master, store)?, master))) {
                Ok((key, master)) => {
                    return Ok(OpenVault { store: store.into(), key, master, row, fresh: false });
                }
                Err(error) => match self.inner.store.vault_key().await? {
                    Some(now) if now != row => row = now,
                    _ => return Err(error),
                },
            }
        }
    }
}

impl OpenVault {
    /// Names the data key that [`OpenVault::seal`] uses.
    pub fn key_id(&self) -> KeyId {
        self.key.id
    }

    /// Who keeps the master key.
    pub fn source(&self) -> MasterSource {
        self.row.source
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
