//! The settings file as text.

use std::fs;
use std::io;
use std::path::Path;

use crate::core::platform::files;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::{self, Settings, SettingsError};

/// The settings in `file`, or the defaults when there is none.
pub fn load(file: &Path) -> Result<Settings, Problem> {
    settings::load(&read(file)?).map_err(|error| within(file, error))
}

/// The file's text; empty when there is no file.
pub(super) fn read(file: &Path) -> Result<String, Problem> {
    match fs::read_to_string(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        read => read.map_err(|error| failed(file, &error)),
    }
}

/// Replaces the file, and makes its directory when that is missing.
pub(super) fn write(file: &Path, text: &str) -> Result<(), Problem> {
    let parent = file.parent().map_or(Ok(()), files::create_private_dir);
    parent.and_then(|()| files::replace(file, text.as_bytes())).map_err(|error| failed(file, &error))
}

/// Says in which file the problem is, and how it gets out of there: while it is, nothing lists the settings.
pub(super) fn within(file: &Path, error: SettingsError) -> Problem {
    let refused = match &error {
        SettingsError::Unknown { key, closest: None } | SettingsError::Invalid { key, .. } => {
            Some(key.clone())
        }
        SettingsError::Unknown { .. } | SettingsError::Syntax(_) => None,
    };
    let mut problem = Problem::from(error);
    problem.message = format!("{}: {}", file.display(), problem.message);
    match refused {
        Some(key) => problem.hint(format!("mcpgw config unset {key}")),
        None => problem,
    }
}

fn failed(file: &Path, error: &io::Error) -> Problem {
    Problem::new(ProblemKind::Failed, format!("{}: {error}", file.display()))
}
