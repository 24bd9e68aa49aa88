//! What is known of each setting: its key, kind, range and meaning, and how its text becomes a value.

use super::personal::PERSONAL;
use super::shared::SHARED;
use super::units::InvalidValue;
use super::values::Settings;

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// Table and key in the file, joined by a dot.
    pub key: &'static str,
    /// What kind of value it takes, with its range, in words.
    pub takes: &'static str,
    /// What it does, in one line.
    pub help: &'static str,
    /// The value's text in `Settings`.
    pub read: fn(&Settings) -> String,
    /// Puts a text into `Settings`, or says what was expected instead.
    pub(super) write: fn(&mut Settings, &str) -> Result<(), InvalidValue>,
    /// How the value is written in the file.
    pub(super) form: Form,
}

/// How a value looks in TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Integer,
    Switch,
}

/// Where a setting is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In a file that each caller brings: it is about how mcpgw runs for them.
    File,
    /// In the store, for everybody: it guards the store, or what people have there.
    Store,
}

impl Setting {
    /// Where it is kept.
    pub fn home(&self) -> Home {
        match self.key.split_once('.') {
            Some(("password" | "login" | "team" | "tokens" | "usage" | "users", _)) => Home::Store,
            _ => Home::File,
        }
    }

    /// The text of its default.
    pub fn default_text(&self) -> String {
        (self.read)(&Settings::default())
    }
}

/// The setting of that key.
pub fn find(key: &str) -> Option<&'static Setting> {
    all().find(|setting| setting.key == key)
}

/// Every setting, in the order in which they are shown.
pub fn all() -> impl Iterator<Item = &'static Setting> {
    PERSONAL.iter().chain(SHARED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_takes_its_own_default_and_refuses_nonsense() {
        for setting in all() {
            let mut settings = Settings::default();
            (setting.write)(&mut settings, &setting.default_text()).expect(setting.key);
            assert_eq!(settings, Settings::default(), "{}", setting.key);
            assert!((setting.write)(&mut settings, "!").is_err(), "{}", setting.key);
            assert!(setting.key.split('.').count() == 2 && !setting.help.is_empty());
        }
    }

    #[test]
    fn every_setting_changes_something() {
        let others = [
            "-",
            "64",
            "7",
            "2s",
            "2s",
            "1h",
            "10m",
            "2h",
            "5m",
            "1MiB",
            "1MiB",
            "false",
            "1KiB",
            "pass show mcpgw",
            "2MiB",
            "5",
            "4MiB",
            "7",
            "9",
            "2",
            "false",
            "6",
            "1MiB",
            "2",
            "2",
            "3",
            "1m",
            "1h",
            "1d",
            "3",
            "5",
            "free max_servers=3; pro",
            "true",
            "1d",
            "true",
        ];
        assert_eq!(others.len(), all().count());
        for (setting, other) in all().zip(others) {
            let mut settings = Settings::default();
            (setting.write)(&mut settings, other).expect(setting.key);
            assert_ne!(settings, Settings::default(), "{}", setting.key);
            assert_eq!((setting.read)(&settings), other);
        }
    }
}
