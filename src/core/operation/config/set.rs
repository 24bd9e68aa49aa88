//! Changes one setting, in the file, and nothing else in it, or in the store.

use std::path::Path;

use super::list::{Origin, SettingValue};
use super::text::{read, within, write};
use crate::core::access::Operation;
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::problem::Problem;
use crate::core::settings::{self, Setting};

/// Sets `key` to `value`. Returns what it is now, or would be.
pub fn set(file: &Path, key: &str, value: &str, dry_run: bool) -> Result<SettingValue, Problem> {
    let before = read(file)?;
    let after = settings::set(&before, key, value).map_err(|error| explain(file, error))?;
    if !dry_run && after != before {
        write(file, &after)?;
    }
    let values = settings::load(&after).map_err(|error| within(file, error))?;
    let setting = settings::require(key)?;
    Ok(SettingValue { setting, value: (setting.read)(&values), origin: Origin::File })
}

/// Sets a setting of the store, or has it not set any more; returns what it is now, or would be, and whether that is new.
pub async fn set_in_store(
    context: &Context,
    setting: &'static Setting,
    value: Option<&str>,
    dry_run: bool,
) -> Result<(SettingValue, bool), Problem> {
    context.require_of_all(Operation::ConfigSet)?;
    let text = value.map(|value| settings::canonical(setting, value)).transpose()?;
    let origin = if text.is_some() { Origin::Store } else { Origin::Default };
    let value = text.clone().unwrap_or_else(|| setting.default_text());
    let now = SettingValue { setting, value, origin };
    if dry_run {
        let kept = context.store.settings().await?;
        return Ok((now, kept.get(setting.key) != text.as_ref()));
    }
    let act = context.act(if text.is_some() { "config.set" } else { "config.unset" });
    let changed = context.store.set_setting(act, setting.key, text).await?;
    if changed {
        followed(context).await;
    }
    Ok((now, changed))
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
    if in_file { within(file, error) } else { error.into() }
}
