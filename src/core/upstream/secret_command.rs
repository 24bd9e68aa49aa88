//! Runs the command that a secret is the output of. Nothing of that output is kept, shown or logged.

use std::time::Duration;

use super::Launcher;
use super::spawn::locate;
use crate::core::model::{LONGEST_SECRET, Secret, SecretCommand, check_secret};
use crate::core::platform::{CaptureError, ProcessStart, capture};
use crate::core::settings::format_duration;

/// How long it may take. People who are asked to unlock something need some of this.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest secret, and a line feed.
const MOST: usize = LONGEST_SECRET + 1;

/// What `command` prints, without the line feed at its end; or what is wrong with it, as in "whose command ...".
pub(super) async fn output(command: &SecretCommand, launcher: &Launcher) -> Result<Secret<String>, String> {
    let environment = launcher.environment.of_own_command(command.path.as_deref());
    let path = environment.iter().find(|(name, _)| name == "PATH").map(|(_, value)| value.clone());
    let program = locate(&command.command, None, &path.unwrap_or_default())
        .map_err(|error| format!("can't be run: {error}"))?;
    let start = ProcessStart { program, args: command.args.clone(), environment, cwd: None, own: None };
    let output = capture(start, &launcher.guard, MOST, PATIENCE).await.map_err(|error| match error {
        CaptureError::Late => format!("did not end within {}", format_duration(PATIENCE)),
        error => error.to_string(),
    })?;
    value(&output)
}

fn value(output: &[u8]) -> Result<Secret<String>, String> {
    let text = std::str::from_utf8(output).map_err(|_| "printed what is not UTF-8".to_owned())?;
    let line = text.strip_suffix('\n').unwrap_or(text);
    check_secret(line).map_err(|error| format!("printed no secret: {error}"))?;
    Ok(Secret::new(line.to_owned()))
}
