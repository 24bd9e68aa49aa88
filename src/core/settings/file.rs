//! The settings file: read as a whole, changed one key at a time.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::registry::{Form, Home, Setting, all, find};
use super::units::InvalidValue;
use super::values::Settings;

/// Why a settings file, or a change to it, was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// It is not TOML.
    #[error("{0}")]
    Syntax(String),
    /// A key that means nothing.
    #[error("there is no setting {key}")]
    Unknown {
        /// The key.
        key: String,
        /// The setting whose key is most like it.
        closest: Option<&'static str>,
    },
    /// A value that its setting doesn't take.
    #[error("{key} can't be {value:?}: {expected}")]
    Invalid {
        /// The setting.
        key: String,
        /// The value.
        value: String,
        /// What it takes.
        expected: InvalidValue,
    },
}

/// Reads a whole file; what it says of settings that are kept in the store is checked, and left to [`meant`]. Unknown keys are refused: a misspelt setting would otherwise silently do nothing.
pub fn load(text: &str) -> Result<Settings, SettingsError> {
    let (mut settings, mut others) = (Settings::default(), Settings::default());
    for (key, value) in entries(&parse(text)?) {
        let setting = require(&key)?;
        let target = if setting.home() == Home::File { &mut settings } else { &mut others };
        write(target, setting, &value)?;
    }
    Ok(settings)
}

/// What a file says of settings that are kept in the store, as they are written there.
pub fn meant(text: &str) -> Result<Vec<(&'static Setting, String)>, SettingsError> {
    let mut all = Vec::new();
    for (key, value) in entries(&parse(text)?) {
        let setting = require(&key)?;
        if setting.home() == Home::Store {
            let mut settings = Settings::default();
            write(&mut settings, setting, &value)?;
            all.push((setting, (setting.read)(&settings)));
        }
    }
    Ok(all)
}

/// Puts what the store keeps into `settings`. What is not known there, or not taken, leaves the default.
pub fn overlay(settings: &mut Settings, kept: &BTreeMap<String, String>) {
    for (key, value) in kept {
        if let Some(setting) = find(key).filter(|setting| setting.home() == Home::Store) {
            let _ = (setting.write)(settings, value);
        }
    }
}

/// `settings`, where what is set for everybody is what is `kept` in the store, and has its default where nothing is.
pub fn as_kept(settings: &Settings, kept: &BTreeMap<String, String>) -> Settings {
    let mut now = settings.clone();
    for setting in all().filter(|setting| setting.home() == Home::Store) {
        let _ = (setting.write)(&mut now, &setting.default_text());
    }
    overlay(&mut now, kept);
    now
}

/// The text of `value` as `setting` is written, if it takes that.
pub fn canonical(setting: &Setting, value: &str) -> Result<String, SettingsError> {
    let mut settings = Settings::default();
    (setting.write)(&mut settings, value).map_err(|expected| SettingsError::Invalid {
        key: setting.key.to_owned(),
        value: value.to_owned(),
        expected,
    })?;
    Ok((setting.read)(&settings))
}

fn write(settings: &mut Settings, setting: &Setting, value: &Item) -> Result<(), SettingsError> {
    let refused =
        |expected, value: String| SettingsError::Invalid { key: setting.key.to_owned(), value, expected };
    let text = text_of(value).ok_or_else(|| {
        refused(InvalidValue(setting.takes.to_owned()), value.to_string().trim().to_owned())
    })?;
    (setting.write)(settings, &text).map_err(|expected| refused(expected, text))
}

/// The keys that the file holds, known or not.
pub fn kept(text: &str) -> Result<Vec<String>, SettingsError> {
    Ok(entries(&parse(text)?).into_iter().map(|(key, _)| key).collect())
}

/// The file with `key` set to `value`; all else, comments included, stays as it is.
pub fn set(text: &str, key: &str, value: &str) -> Result<String, SettingsError> {
    let setting = require(key)?;
    let canonical = canonical(setting, value)?;
    let value = match setting.form {
        Form::Text => Value::from(canonical),
        Form::Integer => canonical.parse::<i64>().map_or_else(|_| Value::from(canonical), Value::from),
        Form::Switch => Value::from(canonical == "true"),
    };
    let mut document = parse(text)?;
    let (table, name) = key.split_once('.').unwrap_or(("", key));
    let table = document.entry(table).or_insert_with(toml_edit::table);
    let Some(table) = table.as_table_like_mut() else {
        return Err(SettingsError::Syntax(format!("{table} is not a table")));
    };
    put(table, name, value);
    Ok(document.to_string())
}

/// The file without `key`, or nothing when it doesn't hold it.
///
/// A key that means nothing can be removed too: that is how a refused file is mended.
pub fn unset(text: &str, key: &str) -> Result<Option<String>, SettingsError> {
    let mut document = parse(text)?;
    if !entries(&document).iter().any(|(kept, _)| kept == key) {
        return require(key).map(|_| None);
    }
    match key.split_once('.') {
        None => drop(document.remove(key)),
        Some((outer, name)) => {
            let Some(table) = document.get_mut(outer).and_then(Item::as_table_like_mut) else {
                return Ok(None);
            };
            table.remove(name);
            // A table with a comment of its own is somebody's work.
            let bare = document[outer].as_table().is_some_and(|table| {
                table.is_empty()
                    && table.decor().prefix().and_then(|p| p.as_str()).unwrap_or("").trim().is_empty()
            });
            if bare {
                document.remove(outer);
            }
        }
    }
    Ok(Some(document.to_string()))
}

fn put(table: &mut dyn TableLike, name: &str, mut value: Value) {
    if let Some(old) = table.get(name).and_then(Item::as_value) {
        *value.decor_mut() = old.decor().clone();
    }
    if let Some(item) = table.get_mut(name) {
        *item = Item::Value(value);
    } else {
        table.insert(name, Item::Value(value));
    }
}

fn parse(text: &str) -> Result<DocumentMut, SettingsError> {
    text.parse()
        .map_err(|error: toml_edit::TomlError| SettingsError::Syntax(error.to_string().trim_end().to_owned()))
}

/// All values with their dotted keys, two levels deep; deeper tables appear as one value.
fn entries(document: &DocumentMut) -> Vec<(String, Item)> {
    let mut found = Vec::new();
    for (outer, item) in document.iter() {
        match item.as_table_like() {
            Some(table) => {
                found.extend(table.iter().map(|(name, value)| (format!("{outer}.{name}"), value.clone())));
            }
            None => found.push((outer.to_owned(), item.clone())),
        }
    }
    found
}

fn text_of(item: &Item) -> Option<String> {
    match item.as_value()? {
        Value::String(text) => Some(text.value().clone()),
        Value::Integer(number) => Some(number.value().to_string()),
        Value::Boolean(switch) => Some(switch.value().to_string()),
        _ => None,
    }
}

/// The setting of that key, or the error that says which one was meant.
pub fn require(key: &str) -> Result<&'static Setting, SettingsError> {
    find(key).ok_or_else(|| SettingsError::Unknown { key: key.to_owned(), closest: closest(key) })
}

/// The setting that a misspelt key probably meant.
fn closest(key: &str) -> Option<&'static str> {
    let last = |key: &str| key.rsplit('.').next().unwrap_or_default().replace(['-', '_'], "").to_lowercase();
    let wanted = last(key);
    let distance = |setting: &&Setting| edit_distance(&wanted, &last(setting.key));
    all().min_by_key(distance).filter(|best| distance(best) <= 1 + wanted.len() / 4).map(|best| best.key)
}

/// Levenshtein's distance.
fn edit_distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "# mine\n[relay]\npage_size = 10 # small\n\n# about names\n[naming]\nseparator = \"-\"\n";

    #[test]
    fn a_file_is_read_and_what_it_leaves_out_has_its_default() {
        let settings = load(FILE).expect("a valid file");
        assert_eq!((settings.relay.page_size, settings.naming.separator.as_str()), (10, "-"));
        assert_eq!(settings.naming.max_length, 50);
        assert_eq!(load(""), Ok(Settings::default()));
    }

    #[test]
    fn setting_and_unsetting_keeps_every_comment() {
        let changed = set(FILE, "relay.page_size", "20").expect("set");
        assert_eq!(changed, FILE.replace("10", "20"));
        let added = set(FILE, "relay.max_frame", "1048576").expect("set");
        assert!(added.contains("page_size = 10 # small\nmax_frame = \"1MiB\"\n"), "{added}");
        let removed = unset(&added, "relay.max_frame").expect("unset");
        assert_eq!(removed.as_deref(), Some(FILE));
        assert_eq!(unset(FILE, "relay.max_frame"), Ok(None));
        let fresh = set("", "relay.label_requests", "false").expect("set");
        assert_eq!(fresh, "[relay]\nlabel_requests = false\n");
        assert_eq!(unset(&fresh, "relay.label_requests"), Ok(Some(String::new())));
    }

    #[test]
    fn unknown_keys_are_refused_with_the_one_that_was_meant_and_can_be_removed() {
        let text = "[relay]\npagesize = 5\n";
        let error = SettingsError::Unknown { key: "relay.pagesize".into(), closest: Some("relay.page_size") };
        assert_eq!(load(text), Err(error));
        assert_eq!(unset(text, "relay.pagesize"), Ok(Some(String::new())));
        assert_eq!(closest("separator"), Some("naming.separator"));
        assert_eq!(closest("telemetry.endpoint"), None);
    }

    #[test]
    fn wrong_kinds_and_values_out_of_range_say_what_is_expected() {
        for text in [
            "[relay]\npage_size = 0\n",
            "[relay]\npage_size = []\n",
            "[relay]\nlist_hold = 3\n",
            "relay = 1\n",
        ] {
            assert!(load(text).is_err(), "{text}");
        }
        let error = load("[naming]\nmax_length = 65\n").expect_err("too long").to_string();
        assert_eq!(error, "naming.max_length can't be \"65\": expected a number from 16 to 64");
    }
}
