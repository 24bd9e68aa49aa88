//! What changes the vault's own row: its making, another keeper of the master key, another data key.
//!
//! The row and what the keepers hold change one after the other. So whoever changes either holds a lock among all processes
//! meanwhile, and never writes a row that was made from one that is not there any more.

use std::io::ErrorKind;
use std::time::Duration;

use super::cipher::Key;
use super::master::{self, Target};
use super::wrap::DataKey;
use super::{OpenVault, Place, Vault, VaultError};
use crate::core::model::{Act, MasterSource, Sealed};
use crate::core::platform::{Lock, lock};
use crate::core::store::StoreError;

/// How long another process may change the vault: longer than a keyring takes that a person unlocks.
const PATIENCE: Duration = Duration::from_secs(90);

/// What moving the master key did.
#[derive(Debug)]
pub struct MovedKey {
    /// Who kept it before; nobody, when there was none.
    pub from: Option<MasterSource>,
    /// Why the keeper before still has it, when it does: the key has moved all the same.
    pub left_behind: Option<VaultError>,
}

impl Vault {
    /// Gives the master key to another keeper. Only the wrapping changes. A vault without a key gets one from that keeper.
    ///
    /// The new keeper has the key, read back, before the row changes; the old one loses it afterwards. A keyring or a file that
    /// has it already keeps it as it is; a passphrase may be another one.
    pub async fn move_to(&self, target: Target, act: &Act) -> Result<MovedKey, VaultError> {
        let mut known = self.known().await;
        if self.inner.store.vault_key().await?.is_none() {
            let open = self.create(Some((target, act))).await?;
            let fresh = open.fresh;
            *known = Some(open);
            if fresh {
                return Ok(MovedKey { from: None, left_behind: None });
            }
        }
        self.current(&mut known).await?;
        // Nobody waits for a person who thinks.
        let asked = if target == Target::Passphrase { Some(self.make(target).await?) } else { None };
        let store = self.inner.store.id();
        loop {
            let open = self.current(&mut known).await?;
            let _lock = self.lock().await?;
            if !self.is_current(&open).await? {
                continue;
            }
            let from = open.source();
            if target.has(from) {
                return Ok(MovedKey { from: Some(from), left_behind: None });
            }
            let (source, master) = match &asked {
                Some(made) => made.clone(),
                None => self.make(target).await?,
            };
            let row = open.key.wrap(&master, source, store)?;
            match self.inner.store.rewrap_vault_key(act.clone(), open.row.clone(), row.clone()).await {
                // A process that knows nothing of the lock.
                Err(StoreError::KeyChanged) => {
                    self.discard_unused(source, &master).await;
                    continue;
                }
                kept => kept?,
            }
            let left_behind = if open.master == master {
                None
            } else {
                master::discard(from, &open.master, store, &self.inner.options).await.err()
            };
            *known = Some(OpenVault::new(store, open.key, master, row));
            return Ok(MovedKey { from: Some(from), left_behind });
        }
    }

    /// Replaces the data key, and seals every value anew under the new one. Returns how many values there are.
    pub async fn rotate(&self, act: &Act) -> Result<usize, VaultError> {
        let mut known = self.known().await;
        let store = self.inner.store.id();
        loop {
            let old = self.current(&mut known).await?;
            let _lock = self.lock().await?;
            if !self.is_current(&old).await? {
                continue;
            }
            let key = DataKey::random(self.inner.clock.now())?;
            let row = key.wrap(&old.master, old.source(), store)?;
            let new = OpenVault::new(store, key, old.master.clone(), row.clone());
            let (before, after) = (old.row.clone(), new.clone());
            let reseal = move |column, row: &str, sealed: &Sealed| {
                let place = Place { column, row };
                after.seal(&place, old.unseal(&place, sealed).ok()?.reveal()).ok()
            };
            match self.inner.store.replace_vault_key(act.clone(), before, row, reseal).await {
                Err(StoreError::KeyChanged) => {}
                count => {
                    let count = count?;
                    *known = Some(new);
                    return Ok(count);
                }
            }
        }
    }

    /// Makes the vault's first key, and has `target` or the best one keep its master key; or opens it, when another process was
    /// faster.
    pub(super) async fn create(&self, wanted: Option<(Target, &Act)>) -> Result<OpenVault, VaultError> {
        let store = self.inner.store.id();
        let target = match wanted {
            Some((target, _)) => target,
            None => master::choose(&self.inner.options).await?,
        };
        let asked = if target == Target::Passphrase { Some(self.make(target).await?) } else { None };
        let lock = self.lock().await?;
        if let Some(row) = self.inner.store.vault_key().await? {
            drop(lock);
            return self.unwrapped(row, None).await;
        }
        let (source, master) = match asked {
            Some(made) => made,
            None => self.make(target).await?,
        };
        let mine = DataKey::random(self.inner.clock.now())?;
        let row = mine.wrap(&master, source, store)?;
        let kept = self.inner.store.create_vault_key(wanted.map(|(_, act)| act.clone()), row.clone()).await?;
        let mut open = OpenVault::new(store, mine, master, row);
        open.fresh = kept == open.row;
        if open.fresh {
            return Ok(open);
        }
        self.discard_unused(source, &open.master).await;
        self.unwrapped(kept, None).await
    }

    async fn make(&self, target: Target) -> Result<(MasterSource, Key), VaultError> {
        master::make(target, self.inner.store.id(), &self.inner.options).await
    }

    /// Deletes a key that wraps nothing; a key file may be that of another row all the same. What is left of it does no harm.
    async fn discard_unused(&self, source: MasterSource, key: &Key) {
        if source == MasterSource::Os {
            let _ = master::discard(source, key, self.inner.store.id(), &self.inner.options).await;
        }
    }

    /// Whether the store still holds the row that was opened.
    async fn is_current(&self, open: &OpenVault) -> Result<bool, VaultError> {
        Ok(self.inner.store.vault_key().await?.as_ref() == Some(&open.row))
    }

    /// Keeps all others that change the vault out.
    async fn lock(&self) -> Result<Lock, VaultError> {
        let file = self.inner.options.data_dir.join("vault.lock");
        lock(&file, PATIENCE).await.map_err(|source| match source.kind() {
            ErrorKind::TimedOut => VaultError::Busy(file),
            _ => VaultError::io(&file)(source),
        })
    }
}
