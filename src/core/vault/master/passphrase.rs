//! The master key from a passphrase, by Argon2id (RFC 9106).

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use crate::core::model::{Derivation, Secret};
use crate::core::platform::{CaptureError, ProcessStart, capture, entropy, files, search_path, within};
use crate::core::vault::cipher::{KEY, Key};
use crate::core::vault::options::{PassphraseCommand, PassphraseSources};
use crate::core::vault::{Ask, VaultError};

/// RFC 9106, section 4, second choice: 64 MiB, three passes; one lane, since nothing here runs them in parallel.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// How long the passphrase command may take.
const COMMAND: Duration = Duration::from_secs(30);
/// How long the passphrase file may take.
const FILE: Duration = Duration::from_secs(10);
/// How many characters one has at least that somebody types. What a script gives is its own matter.
const SHORTEST: usize = 8;
/// What a passphrase and what stands behind it may have at most, bytes.
const MOST: usize = 4096;

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
    let salt = entropy::random().map_err(VaultError::entropy)?;
    Ok(Derivation { salt, memory_kib: MEMORY_KIB, passes: PASSES, lanes: LANES })
}

/// Gets the passphrase: from the file, else the command, else the person.
pub(super) async fn obtain(
    sources: &PassphraseSources,
    purpose: Purpose,
) -> Result<Secret<String>, VaultError> {
    let text = if let Some(file) = &sources.file {
        read(file).await?
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
pub(super) async fn missing(sources: &PassphraseSources) -> Option<VaultError> {
    match sources {
        // Who reads a pipe takes what is in it from who needs it.
        PassphraseSources { file: Some(file), .. } if file.exists() && !file.is_file() => None,
        PassphraseSources { file: Some(file), .. } => match read(file).await {
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
        let mut key = Zeroizing::new([0; KEY]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(text.reveal().as_bytes(), &salt, &mut *key)
            .map_err(failed)?;
        Ok(Secret::new(*key))
    };
    tokio::task::spawn_blocking(derive).await.map_err(|error| VaultError::Derivation(error.to_string()))?
}

/// Reads the file, which may be a pipe: one that nobody writes keeps nobody waiting for ever.
async fn read(file: &Path) -> Result<Secret<String>, VaultError> {
    let path = file.to_owned();
    within(FILE, "passphrase", move || read_now(&path)).await.map_err(VaultError::io(file))?
}

fn read_now(file: &Path) -> Result<Secret<String>, VaultError> {
    let exposure = files::exposure(file).map_err(VaultError::io(file))?;
    if exposure.readable {
        return Err(VaultError::Exposed { file: file.to_owned(), mode: exposure.mode });
    }
    let mut text = Zeroizing::new(Vec::with_capacity(MOST + 1));
    let opened = fs::File::open(file).map_err(VaultError::io(file))?;
    opened.take(MOST as u64 + 1).read_to_end(&mut text).map_err(VaultError::io(file))?;
    first_line(&text).map_err(|what| VaultError::io(file)(io::Error::other(what)))
}

async fn run(command: &PassphraseCommand) -> Result<Secret<String>, VaultError> {
    let environment = command.environment.clone();
    let path = environment.iter().find(|(name, _)| name == "PATH").map(|(_, value)| value.clone());
    let shell = search_path(&path.unwrap_or_default(), "sh");
    let program = shell.ok_or_else(|| VaultError::Command("there is no sh on PATH".to_owned()))?;
    let args = vec!["-c".to_owned(), command.text.clone()];
    let start = ProcessStart { program, args, environment, cwd: None, own: None };
    let output = capture(start, &command.guard, MOST, COMMAND).await.map_err(|error| match error {
        CaptureError::Late => VaultError::Command(format!("it took longer than {} s", COMMAND.as_secs())),
        error => VaultError::Command(format!("it {error}")),
    })?;
    first_line(&output).map_err(|what| VaultError::Command(what.to_owned()))
}

async fn asked(ask: Ask, purpose: Purpose) -> Result<Secret<String>, VaultError> {
    let dialogue = move || {
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => VaultError::Cancelled,
            _ => VaultError::NoPassphrase,
        };
        if purpose == Purpose::Open {
            return ask("Passphrase of the vault: ").map_err(failed);
        }
        let text = ask("New passphrase of the vault: ").map_err(failed)?;
        let again = ask("Once more: ").map_err(failed)?;
        match text.reveal().chars().count() {
            _ if text != again => Err(VaultError::Mistyped),
            0..SHORTEST => Err(VaultError::ShortPassphrase { least: SHORTEST }),
            _ => Ok(text),
        }
    };
    tokio::task::spawn_blocking(dialogue).await.map_err(|error| VaultError::Derivation(error.to_string()))?
}

fn first_line(bytes: &[u8]) -> Result<Secret<String>, &'static str> {
    if bytes.len() > MOST {
        return Err("it is longer than a passphrase may be");
    }
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8")?;
    Ok(Secret::new(text.lines().next().unwrap_or_default().to_owned()))
}
