//! The master key in a file beside the store.

use std::fs;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::text::{from_text, to_text};
use crate::core::platform::files;
use crate::core::vault::VaultError;
use crate::core::vault::cipher::{Key, random_key};

/// A key as text, and more white space than anybody leaves behind it.
const MOST: usize = 256;

fn path(data_dir: &Path) -> PathBuf {
    data_dir.join("vault.key")
}

/// Reads the key. Others must not be able to.
pub(super) fn read(data_dir: &Path) -> Result<Key, VaultError> {
    let file = path(data_dir);
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => VaultError::NoKeyFile(file.clone()),
        _ => VaultError::io(&file)(source),
    };
    let exposure = files::exposure(&file).map_err(failed)?;
    if exposure.readable || exposure.writable {
        return Err(VaultError::Exposed { file, mode: exposure.mode });
    }
    // Nothing that could keep one waiting; and room for all of it from the start, as a buffer that grows leaves copies behind.
    let opened = files::read_regular(&file).map_err(failed)?;
    let mut text = Zeroizing::new(Vec::with_capacity(MOST));
    opened.take(MOST as u64).read_to_end(&mut text).map_err(failed)?;
    std::str::from_utf8(&text).ok().and_then(from_text).ok_or(VaultError::NotAKey(file))
}

/// Reads the key, or makes one. However many processes do this at once, all get the same key.
pub(super) fn read_or_make(data_dir: &Path) -> Result<Key, VaultError> {
    match read(data_dir) {
        Err(VaultError::NoKeyFile(file)) => {
            let failed = |source| VaultError::io(&file)(source);
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
        Err(source) if source.kind() != ErrorKind::NotFound => Err(VaultError::io(&file)(source)),
        _ => Ok(()),
    }
}
