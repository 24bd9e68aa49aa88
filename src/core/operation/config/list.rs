//! Reads settings with where they come from.

use std::path::Path;

use serde::Serialize;

use super::text::{read, within};
use crate::core::problem::Problem;
use crate::core::settings::{self, SETTINGS, Setting, Settings, SettingsError};

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// It stands in the file.
    File,
}

/// A setting and its value.
#[derive(Debug)]
pub struct SettingValue {
    /// The setting.
    pub setting: &'static Setting,
    /// Its value's text.
    pub value: String,
    /// Where that comes from.
    pub origin: Origin,
}

/// All settings.
pub fn list(file: &Path) -> Result<Vec<SettingValue>, Problem> {
    let state = State::read(file)?;
    Ok(SETTINGS.iter().map(|setting| state.value(setting)).collect())
}

/// One setting.
pub fn get(file: &Path, key: &str) -> Result<SettingValue, Problem> {
    let setting = settings::require(key)?;
    Ok(State::read(file)?.value(setting))
}

struct State {
    values: Settings,
    kept: Vec<String>,
}

impl State {
    fn read(file: &Path) -> Result<Self, Problem> {
        let text = read(file)?;
        let load = || Ok(Self { values: settings::load(&text)?, kept: settings::kept(&text)? });
        load().map_err(|error: SettingsError| within(file, error.into()))
    }

    fn value(&self, setting: &'static Setting) -> SettingValue {
        let in_file = self.kept.iter().any(|key| key == setting.key);
        let origin = if in_file { Origin::File } else { Origin::Default };
        SettingValue { setting, value: (setting.read)(&self.values), origin }
    }
}
