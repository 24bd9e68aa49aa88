//! Brings to the store what sessions left behind that were killed.

use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::journal::{EXTENSION, NEXT, is_at};
use super::reader::Reader;
use crate::core::model::{SessionId, UsageBatch};
use crate::core::platform::{appended_length, files};
use crate::core::store::{Store, StoreError};

/// What a journal is called that can't be read.
const DAMAGED: &str = "damaged";

/// Imports every journal in `dir` whose process is gone, and removes it.
pub async fn import_left(store: &Store, dir: &Path, limit: Duration) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let extension = path.extension().and_then(|extension| extension.to_str());
        match extension {
            Some(EXTENSION) => {
                let Some(file) = take(&path) else { continue };
                if let Err(error) = import(store, &path, file, limit).await {
                    // Whoever looks next tries again.
                    tracing::debug!("what a killed session used can't be kept now: {error}");
                }
            }
            Some(NEXT) if take(&path).is_some() => drop(std::fs::remove_file(&path)),
            _ => {}
        }
    }
}

/// The file, if nobody else has it. It is held as long as it is open.
fn take(path: &Path) -> Option<File> {
    let file = files::read_regular(path).ok()?;
    (file.try_lock().is_ok() && is_at(&file, path)).then_some(file)
}

async fn import(store: &Store, path: &Path, file: File, limit: Duration) -> Result<(), StoreError> {
    let id = path.file_stem().and_then(|stem| stem.to_str()).and_then(SessionId::parse);
    let Some(id) = id else {
        set_aside(path, "its name is no session's");
        return Ok(());
    };
    let end = appended_length(&file).map_err(|source| StoreError::Io { path: path.to_owned(), source })?;
    let file = Arc::new(file);
    let reader = Arc::new(Mutex::new(Reader::default()));
    let next = |rest: bool| {
        let (file, reader, place) = (Arc::clone(&file), Arc::clone(&reader), path.to_owned());
        move |through| -> Result<Option<UsageBatch>, StoreError> {
            let mut reader = reader.lock().unwrap_or_else(PoisonError::into_inner);
            let batch = if rest {
                // Twice the same end is one.
                reader.rest().filter(|_| through < UsageBatch::ALL)
            } else {
                reader.piece(&file, end, through).map_err(|source| StoreError::Io { path: place, source })?
            };
            Ok(batch.filter(|batch| batch.session.id == id))
        }
    };
    while store.keep_usage(id, limit, next(false)).await? {}
    store.keep_usage(id, limit, next(true)).await?;
    let (said, unreadable) = {
        let reader = reader.lock().unwrap_or_else(PoisonError::into_inner);
        let said = reader.replay().session().is_some_and(|session| session.id == id);
        (said, reader.replay().unreadable())
    };
    if unreadable > 0 {
        tracing::warn!(
            "{unreadable} lines of what the session {id} used can't be read: somebody changed them"
        );
    }
    if !said && end > 0 {
        set_aside(path, "it does not say whose it is");
    } else if let Err(error) = std::fs::remove_file(path) {
        tracing::warn!("{} can't be removed: {error}", path.display());
    }
    Ok(())
}

/// Puts a file out of the way that is not ours to remove.
fn set_aside(path: &Path, why: &str) {
    tracing::warn!("what was used can't be read from {}: {why}", path.display());
    if let Err(error) = std::fs::rename(path, path.with_extension(DAMAGED)) {
        tracing::warn!("{} can't be put aside: {error}", path.display());
    }
}
