//! The master key from a passphrase, by Argon2id (RFC 9106).

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};
use tokio::process::Command;
use tokio::time::timeout;

use crate::core::model::{Derivation, Secret};
use crate::core::platform::{entropy, files};
use crate::core::vault::cipher::{KEY, Key};
use crate::core::vault::options::PassphraseSources;
use crate::core::vault::{Ask, VaultError};

/// RFC 9106, section 4, second choice: 64 MiB, three passes; one lane, since nothing here runs them in parallel.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// How long the passphrase command may take.
const COMMAND: Duration = Duration::from_secs(30);

/// What a passphrase is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To open the vault.
    Open,
    /// To be the vault's from now on.
    Choose,
}

/// How a new passphrase becomes a key.
pub(super) fn new_derivation() -> Result<Derivation, VaultError> {
    let salt = entropy::random().map_err(VaultError::Entropy)?;
    Ok(Derivation { salt, memory_kib: MEMORY_KIB, passes: PASSES, lanes: LANES })
}

/// Gets the passphrase: from the file, else the command, else the person.
pub(super) async fn obtain(
    sources: &PassphraseSources,
    purpose: Purpose,
) -> Result<Secret<String>, VaultError> {
    let text = if let Some(file) = &sources.file {
        read(file)?
    } else if let Some(command) = &sources.command {
        run(command).await?
    } else if let Some(ask) = &sources.ask {
        asked(ask.clone(), purpose).await?
    } else {
        return Err(VaultError::NoPassphrase);
    };
    if text.reveal().is_empty() {
        return Err(VaultError::NoPassphrase);
    }
    Ok(text)
}

/// Why there is none, as far as that can be known without running the command or asking the person.
pub(super) fn missing(sources: &PassphraseSources) -> Option<VaultError> {
    match sources {
        PassphraseSources { file: Some(file), .. } => match read(file) {
            Ok(text) if text.reveal().is_empty() => Some(VaultError::NoPassphrase),
            read => read.err(),
        },
        PassphraseSources { command: None, ask: None, .. } => Some(VaultError::NoPassphrase),
        PassphraseSources { .. } => None,
    }
}

/// Turns it into a key, off the runtime: that takes a tenth of a second by design.
pub(super) async fn derive(text: Secret<String>, derivation: Derivation) -> Result<Key, VaultError> {
    let derive = move || {
        let Derivation { salt, memory_kib, passes, lanes } = derivation;
        let failed = |error: argon2::Error| VaultError::Derivation(error.to_string());
        let params = Params::new(memory_kib, passes, lanes, Some(KEY)).map_err(failed)?;
        let mut key = [0; KEY];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(text.reveal().as_bytes(), &salt, &mut key)
            .map_err(failed)?;
        Ok(Secret::new(key))
    };
    tokio::task::spawn_blocking(derive).await.map_err(|error| VaultError::Derivation(error.to_string()))?
}

fn read(file: &Path) -> Result<Secret<String>, VaultError> {
    let failed = |source| VaultError::Io { file: file.to_owned(), source };
    let exposure = files::exposure(file).map_err(failed)?;
    if exposure.readable {
        return Err(VaultError::Exposed { file: file.to_owned(), mode: exposure.mode });
    }
    let text = Secret::new(fs::read_to_string(file).map_err(failed)?);
    Ok(first_line(text.reveal()))
}

async fn run(command: &str) -> Result<Secret<String>, VaultError> {
    let failed = |what: String| VaultError::Command(what);
    let output = Command::new("sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = timeout(COMMAND, output)
        .await
        .map_err(|_| failed(format!("it took longer than {} s", COMMAND.as_secs())))?
        .map_err(|error| failed(error.to_string()))?;
    let (status, text) = (output.status, Secret::new(output.stdout));
    if !status.success() {
        return Err(failed(status.to_string()));
    }
    let text =
        std::str::from_utf8(text.reveal()).map_err(|_| failed("what it said is not UTF-8".to_owned()))?;
    Ok(first_line(text))
}

async fn asked(ask: Ask, purpose: Purpose) -> Result<Secret<String>, VaultError> {
    let dialogue = move || {
        let failed = |_| VaultError::NoPassphrase;
        if purpose == Purpose::Open {
            return ask("Passphrase of the vault: ").map_err(failed);
        }
        let text = ask("New passphrase of the vault: ").map_err(failed)?;
        let again = ask("Once more: ").map_err(failed)?;
        if text == again { Ok(text) } else { Err(VaultError::Mistyped) }
    };
    tokio::task::spawn_blocking(dialogue).await.map_err(|error| VaultError::Derivation(error.to_string()))?
}

fn first_line(text: &str) -> Secret<String> {
    Secret::new(text.lines().next().unwrap_or_default().to_owned())
}
