//! Runs the command that a secret is the output of. Nothing of that output is kept, shown or logged.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use super::Launcher;
use super::spawn::locate;
use crate::core::model::{LONGEST_SECRET, Secret, SecretCommand, check_secret};
use crate::core::platform::{Exit, ProcessStart, Reader};
use crate::core::settings::format_duration;

/// How long it may take. People who are asked to unlock something need some of this.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the output is read on when the command has ended: something that it left running may hold it open.
const DRAIN: Duration = Duration::from_millis(100);

/// The longest secret, and a line feed.
const MOST: usize = LONGEST_SECRET + 1;

/// A command that doesn't outlive whoever waits for it.
struct Running(Option<Exit>);

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(exit) = self.0.take() {
            exit.finish();
        }
    }
}

/// What `command` prints, without the line feed at its end; or what is wrong with it, as in "whose command ...".
pub(super) async fn output(command: &SecretCommand, launcher: &Launcher) -> Result<Secret<String>, String> {
    let environment = launcher.environment.of_own_command(command.path.as_deref());
    let path = environment.iter().find(|(name, _)| name == "PATH").map(|(_, value)| value.clone());
    let program = locate(&command.command, None, &path.unwrap_or_default())
        .map_err(|error| format!("can't be run: {error}"))?;
    let start = ProcessStart { program, args: command.args.clone(), environment, cwd: None };
    let process = start.spawn(&launcher.guard).map_err(|error| format!("can't be run: {error}"))?;
    let (stdin, mut stdout, stderr, exit) = process.into_parts();
    drop(stdin);
    let running = Running(Some(exit));
    let deadline = Instant::now() + PATIENCE;
    let late = |_| format!("did not end within {}", format_duration(PATIENCE));
    timeout_at(deadline, read(running, &mut stdout, stderr)).await.map_err(late)?
}

async fn read(
    mut running: Running,
    stdout: &mut Reader,
    mut stderr: Reader,
) -> Result<Secret<String>, String> {
    // It may say anything there, the secret among it; it must only not wait for somebody to listen.
    let unheard = async {
        let mut chunk = vec![0; 1024];
        while matches!(stderr.read(&mut chunk).await, Ok(1..)) {}
        std::future::pending::<()>().await;
    };
    let Some(exit) = running.0.as_mut() else { return Err("is gone".to_owned()) };
    // All the room from the start: a buffer that grows leaves copies behind.
    let mut text = Zeroizing::new(Vec::with_capacity(MOST + 1));
    let ended = async {
        tokio::select! {
            biased;
            // One that still prints is not waited for.
            () = to_end(stdout, &mut text) => if text.len() > MOST { None } else { Some(exit.wait().await) },
            status = exit.wait() => {
                let _ = tokio::time::timeout(DRAIN, to_end(stdout, &mut text)).await;
                Some(status)
            }
        }
    };
    let status = tokio::select! {
        status = ended => status,
        () = unheard => return Err("is gone".to_owned()),
    };
    let Some(status) = status else { return value(&text) };
    let status = status.map_err(|error| format!("can't be waited for: {error}"))?;
    if !status.success() {
        return Err(format!("failed ({status})"));
    }
    value(&text)
}

/// Reads to the end, or until there is more than a secret may have.
async fn to_end(stdout: &mut Reader, text: &mut Vec<u8>) {
    let mut chunk = Zeroizing::new(vec![0; 4096]);
    while text.len() <= MOST
        && let Ok(count @ 1..) = stdout.read(&mut chunk[..]).await
    {
        let room = MOST + 1 - text.len();
        text.extend_from_slice(&chunk[..count.min(room)]);
    }
}

fn value(output: &[u8]) -> Result<Secret<String>, String> {
    let text = std::str::from_utf8(output).map_err(|_| "printed what is not UTF-8".to_owned())?;
    let line = text.strip_suffix('\n').unwrap_or(text);
    check_secret(line).map_err(|error| format!("printed no secret: {error}"))?;
    Ok(Secret::new(line.to_owned()))
}
