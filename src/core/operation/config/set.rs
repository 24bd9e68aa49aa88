//! Changes one setting in the file, and nothing else in it.

use std::path::Path;

use super::list::{Origin, SettingValue};
use super::text::{read, within, write};
use crate::core::problem::Problem;
use crate::core::settings;

/// Sets `key` to `value`. Returns what it is now, or would be.
pub fn set(file: &Path, key: &str, value: &str, dry_run: bool) -> Result<SettingValue, Problem> {
    let before = read(file)?;
    let after = settings::set(&before, key, value).map_err(|error| explain(file, error))?;
    if !dry_run && after != before {
        write(file, &after)?;
    }
    let values = settings::load(&after).map_err(|error| within(file, error.into()))?;
    let setting = settings::require(key)?;
    Ok(SettingValue { setting, value: (setting.read)(&values), origin: Origin::File })
}

/// Removes `key`, so that its default applies. Returns whether it was there.
pub fn unset(file: &Path, key: &str, dry_run: bool) -> Result<bool, Problem> {
    let before = read(file)?;
    let Some(after) = settings::unset(&before, key).map_err(|error| explain(file, error))? else {
        return Ok(false);
    };
    if !dry_run {
        write(file, &after)?;
    }
    Ok(true)
}

/// Only a syntax error is the file's fault; the others are about what was typed.
fn explain(file: &Path, error: settings::SettingsError) -> Problem {
    let in_file = matches!(error, settings::SettingsError::Syntax(_));
    if in_file { within(file, error.into()) } else { error.into() }
}
