//! The master key in a file beside the store.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::text::{from_text, to_text};
use crate::core::model::Secret;
use crate::core::platform::files;
use crate::core::vault::VaultError;
use crate::core::vault::cipher::{Key, random_key};

fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("vault.key")
}

/// Reads the key. Others must not be able to.
pub(super) fn read(data_dir: &Path) -> Result<Key, VaultError> {
    let file = path(data_dir);
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => VaultError::NoKeyFile(file.clone()),
        _ => VaultError::Io { file: file.clone(), source },
    };
    let exposure = files::exposure(&file).map_err(failed)?;
    if exposure.readable || exposure.writable {
        return Err(VaultError::Exposed { file, mode: exposure.mode });
    }
    let text = Secret::new(fs::read(&file).map_err(failed)?);
    std::str::from_utf8(text.reveal()).ok().and_then(from_text).ok_or(VaultError::NotAKey(file))
}

/// Reads the key, or makes one. However many processes do this at once, all get the same key.
pub(super) fn read_or_make(data_dir: &Path) -> Result<Key, VaultError> {
    match read(data_dir) {
        Err(VaultError::NoKeyFile(file)) => {
            let failed = |source| VaultError::Io { file: file.clone(), source };
            // It appears whole or not at all: others wait for nothing and see no half of it.
            let mut next = tempfile::NamedTempFile::new_in(data_dir).map_err(failed)?;
            let key = random_key()?;
            next.write_all(to_text(&key).reveal().as_bytes()).map_err(failed)?;
            next.as_file().sync_all().map_err(failed)?;
            match next.persist_noclobber(&file) {
                Ok(_) => {}
                Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(failed(error.error)),
            }
            fs::File::open(data_dir).and_then(|dir| dir.sync_all()).map_err(failed)?;
            read(data_dir)
        }
        other => other,
    }
}

/// Removes the key, if it is there.
pub(super) fn remove(data_dir: &Path) -> Result<(), VaultError> {
    let file = path(data_dir);
    match fs::remove_file(&file) {
        Err(source) if source.kind() != ErrorKind::NotFound => Err(VaultError::Io { file, source }),
        _ => Ok(()),
    }
}
