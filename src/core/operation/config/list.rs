//! Reads settings with where they come from.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::text::{read, within};
use crate::core::problem::Problem;
use crate::core::settings::{self, Home, Setting, Settings, SettingsError};

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// It stands in the file.
    File,
    /// It stands in the store.
    Store,
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

/// What the store keeps, by key; nothing: there is no store yet.
pub type Kept = Option<BTreeMap<String, String>>;

/// All settings.
pub fn list(file: &Path, kept: &Kept) -> Result<Vec<SettingValue>, Problem> {
    let state = State::read(file, kept)?;
    Ok(settings::all().map(|setting| state.value(setting)).collect())
}

/// One setting.
pub fn get(file: &Path, kept: &Kept, key: &str) -> Result<SettingValue, Problem> {
    let setting = settings::require(key)?;
    Ok(State::read(file, kept)?.value(setting))
}

struct State {
    values: Settings,
    /// The keys that the file holds.
    in_file: Vec<String>,
    /// The keys that the store holds.
    in_store: Vec<String>,
}

impl State {
    fn read(file: &Path, kept: &Kept) -> Result<Self, Problem> {
        let text = read(file)?;
        let load = || {
            let mut values = settings::load(&text)?;
            let mut in_file = settings::kept(&text)?;
            if let Some(kept) = kept {
                settings::overlay(&mut values, kept);
                in_file.retain(|key| settings::find(key).is_none_or(|setting| setting.home() == Home::File));
            } else {
                // What the file says will be taken over.
                let meant = settings::meant(&text)?;
                let meant = meant.into_iter().map(|(setting, value)| (setting.key.to_owned(), value));
                settings::overlay(&mut values, &meant.collect());
            }
            let in_store = kept.iter().flatten().map(|(key, _)| key.clone()).collect();
            Ok(Self { values, in_file, in_store })
        };
        load().map_err(|error: SettingsError| within(file, error))
    }

    fn value(&self, setting: &'static Setting) -> SettingValue {
        let has = |keys: &[String]| keys.iter().any(|key| key == setting.key);
        let origin = if has(&self.in_store) && setting.home() == Home::Store {
            Origin::Store
        } else if has(&self.in_file) {
            Origin::File
        } else {
            Origin::Default
        };
        SettingValue { setting, value: (setting.read)(&self.values), origin }
    }
}
