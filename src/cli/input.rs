//! What is read from stdin. A thread waits for it, so that an interrupt ends the command meanwhile.

use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use super::error::CommandError;
use super::output::Output;
use crate::core::model::{LONGEST_SECRET, Secret};
use crate::core::platform::{changing_terminal, files};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::vault::Ask;

/// One line.
pub(super) async fn line() -> Result<String, CommandError> {
    read(|text| io::stdin().read_line(text)).await
}

/// Everything, to the end.
pub(super) async fn all() -> Result<String, CommandError> {
    read(|text| io::stdin().lock().read_to_string(text)).await
}

/// Everything, to the end; an error when that is more than `most` bytes.
pub(super) async fn all_of(most: usize) -> Result<String, CommandError> {
    read(move |text| {
        *text = text_of(io::stdin().lock(), most)?;
        Ok(text.len())
    })
    .await
}

/// All that `source` gives; an error when that is more than `most` bytes.
pub(super) fn text_of(source: impl io::Read, most: usize) -> io::Result<String> {
    // Room for all of it from the start: a buffer that grows leaves copies behind.
    let mut text = String::with_capacity(most + 1);
    source.take(most as u64 + 1).read_to_string(&mut text)?;
    if text.len() > most {
        return Err(io::Error::other(format!("more than {} KiB", most / 1024)));
    }
    Ok(text)
}

/// The first line of a file that only its owner may be able to read; `name` is what named it.
pub(super) fn private_line(name: &str, file: &Path) -> Result<Secret<String>, Problem> {
    Ok(first_line(&private_text(name, file)?))
}

/// All that is in such a file.
pub(super) fn private_text(name: &str, file: &Path) -> Result<Secret<String>, Problem> {
    private(name, file, |opened| text_of(opened, LONGEST_SECRET))
}

/// The first `most` bytes that are in such a file, whatever they are.
pub(super) fn private_beginning(name: &str, file: &Path, most: usize) -> Result<Secret<String>, Problem> {
    private(name, file, |opened| {
        let mut bytes = Vec::with_capacity(most);
        opened.take(most as u64).read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    })
}

fn private(
    name: &str,
    file: &Path,
    read: impl FnOnce(std::fs::File) -> io::Result<String>,
) -> Result<Secret<String>, Problem> {
    let failed =
        |error: io::Error| Problem::new(ProblemKind::Usage, format!("{name}: {}: {error}", file.display()));
    let exposure = files::exposure(file).map_err(failed)?;
    if file.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    if exposure.readable {
        let message = format!("{} can be read by other users (mode {:03o})", file.display(), exposure.mode);
        return Err(Problem::new(ProblemKind::Usage, message).hint(format!("chmod 600 {}", file.display())));
    }
    let opened = std::fs::File::open(file).map_err(failed)?;
    Ok(Secret::new(read(opened).map_err(failed)?))
}

/// A password from stdin: its first line.
pub(super) async fn password() -> Result<Secret<String>, CommandError> {
    let text = Secret::new(all_of(LONGEST_SECRET).await?);
    Ok(first_line(&text))
}

/// Secrets from stdin, one a line.
pub(super) async fn lines() -> Result<Vec<Secret<String>>, CommandError> {
    let text = Secret::new(all_of(LONGEST_SECRET).await?);
    Ok(text.reveal().lines().map(|line| Secret::new(line.to_owned())).collect())
}

fn first_line(text: &Secret<String>) -> Secret<String> {
    Secret::new(text.reveal().lines().next().unwrap_or_default().to_owned())
}

/// Asks for a secret at the terminal, and shows nothing of what is typed.
pub(super) fn asker(output: Output) -> Ask {
    Arc::new(move |question| {
        let ask = || rpassword::prompt_password(question).map(Secret::new);
        output.without_spinner(|| changing_terminal(ask))
    })
}

async fn read(
    read: impl FnOnce(&mut String) -> io::Result<usize> + Send + 'static,
) -> Result<String, CommandError> {
    let reading = tokio::task::spawn_blocking(|| {
        let mut text = String::new();
        read(&mut text).map(|_| text)
    });
    let outcome = reading.await.map_err(io::Error::other).and_then(|outcome| outcome);
    outcome.map_err(|error| Problem::new(ProblemKind::Usage, format!("can't read stdin: {error}")).into())
}
