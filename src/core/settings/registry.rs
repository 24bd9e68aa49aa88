//! The list of settings: key, kind, range and meaning of each, and how its text becomes a value.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::time::Duration;

use super::units::{InvalidValue, format_duration, format_size, parse_duration, parse_size};
use super::values::Settings;
use crate::core::model::Plans;

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
    SETTINGS.iter().find(|setting| setting.key == key)
}

/// Every setting, in the order in which they are shown.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: "naming.separator",
        takes: "1 to 8 of A-Z a-z 0-9 _ -",
        help: "stands between a server's alias and the name of its tool or prompt",
        read: |settings| settings.naming.separator.clone(),
        write: |settings, text| {
            let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
            if !(1..=8).contains(&text.len()) || !text.bytes().all(fits) {
                return Err(InvalidValue("1 to 8 of A-Z a-z 0-9 _ -".to_owned()));
            }
            text.clone_into(&mut settings.naming.separator);
            Ok(())
        },
        form: Form::Text,
    },
    Setting {
        key: "naming.max_length",
        takes: "16 to 64",
        help: "the longest advertised name; clients put their own prefix before it and many allow 64 in all",
        read: |settings| settings.naming.max_length.to_string(),
        write: |settings, text| number(&mut settings.naming.max_length, text, 16..=64),
        form: Form::Integer,
    },
    Setting {
        key: "relay.page_size",
        takes: "1 to 100000",
        help: "how many items one page of a list holds",
        read: |settings| settings.relay.page_size.to_string(),
        write: |settings, text| number(&mut settings.relay.page_size, text, 1..=100_000),
        form: Form::Integer,
    },
    Setting {
        key: "relay.initialize_hold",
        takes: "0ms to 30s",
        help: "how long a server's first start may hold back the answer to initialize",
        read: |settings| format_duration(settings.relay.initialize_hold),
        write: |settings, text| duration(&mut settings.relay.initialize_hold, text, 30),
        form: Form::Text,
    },
    Setting {
        key: "relay.list_hold",
        takes: "0ms to 1m",
        help: "how long a server's first start may hold back a list; what comes later is announced",
        read: |settings| format_duration(settings.relay.list_hold),
        write: |settings, text| duration(&mut settings.relay.list_hold, text, 60),
        form: Form::Text,
    },
    Setting {
        key: "relay.refresh_after",
        takes: "0ms to 30d",
        help: "from which age on what is known of a server is looked at again when a session begins",
        read: |settings| format_duration(settings.relay.refresh_after),
        write: |settings, text| duration(&mut settings.relay.refresh_after, text, 30 * 24 * 3600),
        form: Form::Text,
    },
    Setting {
        key: "relay.idle_stop",
        takes: "1s to 30d, or never",
        help: "after how long without work a server is stopped; the next call starts it again",
        read: |settings| settings.relay.idle_stop.map_or_else(|| "never".to_owned(), format_duration),
        write: |settings, text| {
            if text == "never" {
                settings.relay.idle_stop = None;
                return Ok(());
            }
            let mut limit = Duration::ZERO;
            duration(&mut limit, text, 30 * 24 * 3600)?;
            if limit < Duration::from_secs(1) {
                return Err(InvalidValue("1s to 30d, or never".to_owned()));
            }
            settings.relay.idle_stop = Some(limit);
            Ok(())
        },
        form: Form::Text,
    },
    Setting {
        key: "relay.hide_after",
        takes: "0ms to 1d",
        help: "how long what a server has stays listed after its third failure in a row",
        read: |settings| format_duration(settings.relay.hide_after),
        write: |settings, text| duration(&mut settings.relay.hide_after, text, 24 * 3600),
        form: Form::Text,
    },
    Setting {
        key: "relay.ping_after",
        takes: "1s to 1d",
        help: "how long a server may be silent with requests under way before it is asked whether it still answers",
        read: |settings| format_duration(settings.relay.ping_after),
        write: |settings, text| some_duration(&mut settings.relay.ping_after, text, 24 * 3600),
        form: Form::Text,
    },
    Setting {
        key: "relay.max_frame",
        takes: "64KiB to 1GiB",
        help: "the longest message that is relayed",
        read: |settings| size_text(settings.relay.max_frame),
        write: |settings, text| size(&mut settings.relay.max_frame, text, 64 << 10..=1 << 30),
        form: Form::Text,
    },
    Setting {
        key: "relay.child_queue",
        takes: "64KiB to 1GiB",
        help: "how much may wait for one server that doesn't read; further requests are answered with an error",
        read: |settings| size_text(settings.relay.child_queue),
        write: |settings, text| size(&mut settings.relay.child_queue, text, 64 << 10..=1 << 30),
        form: Form::Text,
    },
    Setting {
        key: "relay.label_requests",
        takes: "true or false",
        help: "say which server asks in requests that a person will read, when there are several servers",
        read: |settings| settings.relay.label_requests.to_string(),
        write: |settings, text| switch(&mut settings.relay.label_requests, text),
        form: Form::Switch,
    },
    Setting {
        key: "relay.instructions_limit",
        takes: "0B to 1MiB",
        help: "how much of all servers' instructions is passed on to the client",
        read: |settings| size_text(settings.relay.instructions_limit),
        write: |settings, text| size(&mut settings.relay.instructions_limit, text, 0..=1 << 20),
        form: Form::Text,
    },
    Setting {
        key: "vault.passphrase_command",
        takes: "a command for sh -c, or nothing",
        help: "prints the vault's passphrase, where a passphrase keeps it",
        read: |settings| settings.vault.passphrase_command.clone(),
        write: |settings, text| {
            if !text.is_empty() && !text.contains(char::is_alphanumeric) {
                return Err(InvalidValue("a command for sh -c, or nothing".to_owned()));
            }
            text.clone_into(&mut settings.vault.passphrase_command);
            Ok(())
        },
        form: Form::Text,
    },
    Setting {
        key: "log.server_bytes",
        takes: "64KiB to 1GiB",
        help: "the size of one file of a server's log",
        read: |settings| size_text(settings.log.server_bytes),
        write: |settings, text| size(&mut settings.log.server_bytes, text, 64 << 10..=1 << 30),
        form: Form::Text,
    },
    Setting {
        key: "log.server_files",
        takes: "2 to 100",
        help: "how many files a server's log has; the oldest goes when another begins",
        read: |settings| settings.log.server_files.to_string(),
        write: |settings, text| number(&mut settings.log.server_files, text, 2..=100),
        form: Form::Integer,
    },
    Setting {
        key: "log.own_bytes",
        takes: "64KiB to 1GiB",
        help: "the size of one file of mcpgw's own log",
        read: |settings| size_text(settings.log.own_bytes),
        write: |settings, text| size(&mut settings.log.own_bytes, text, 64 << 10..=1 << 30),
        form: Form::Text,
    },
    Setting {
        key: "log.own_files",
        takes: "2 to 100",
        help: "how many files mcpgw's own log has; the oldest goes when another begins",
        read: |settings| settings.log.own_files.to_string(),
        write: |settings, text| number(&mut settings.log.own_files, text, 2..=100),
        form: Form::Integer,
    },
    Setting {
        key: "password.min_length",
        takes: "6 to 128",
        help: "how many characters a password has at least; 12 or more are recommended",
        read: |settings| settings.password.min_length.to_string(),
        write: |settings, text| number(&mut settings.password.min_length, text, 6..=128),
        form: Form::Integer,
    },
    Setting {
        key: "password.character_classes",
        takes: "0 to 4",
        help: "of how many kinds a password has characters: small letters, capital letters, digits, others",
        read: |settings| settings.password.character_classes.to_string(),
        write: |settings, text| number(&mut settings.password.character_classes, text, 0..=4),
        form: Form::Integer,
    },
    Setting {
        key: "password.refuse_common",
        takes: "true or false",
        help: "refuse the most common passwords",
        read: |settings| settings.password.refuse_common.to_string(),
        write: |settings, text| switch(&mut settings.password.refuse_common, text),
        form: Form::Switch,
    },
    Setting {
        key: "password.history",
        takes: "0 to 24",
        help: "how many of a user's last passwords can't be taken again",
        read: |settings| settings.password.history.to_string(),
        write: |settings, text| number(&mut settings.password.history, text, 0..=24),
        form: Form::Integer,
    },
    Setting {
        key: "password.hash_memory",
        takes: "64KiB to 2GiB",
        help: "the memory that hashing a password takes; at the next login a password is hashed anew",
        read: |settings| size_text(settings.password.hash_memory),
        write: |settings, text| size(&mut settings.password.hash_memory, text, 64 << 10..=2 << 30),
        form: Form::Text,
    },
    Setting {
        key: "password.hash_passes",
        takes: "1 to 100",
        help: "how often that memory is gone through",
        read: |settings| settings.password.hash_passes.to_string(),
        write: |settings, text| number(&mut settings.password.hash_passes, text, 1..=100),
        form: Form::Integer,
    },
    Setting {
        key: "password.hash_lanes",
        takes: "1 to 8",
        help: "into how many parts that memory is cut",
        read: |settings| settings.password.hash_lanes.to_string(),
        write: |settings, text| number(&mut settings.password.hash_lanes, text, 1..=8),
        form: Form::Integer,
    },
    Setting {
        key: "login.max_failures",
        takes: "1 to 1000",
        help: "how many wrong passwords in a row lock a user out",
        read: |settings| settings.login.max_failures.to_string(),
        write: |settings, text| number(&mut settings.login.max_failures, text, 1..=1000),
        form: Form::Integer,
    },
    Setting {
        key: "login.lock_for",
        takes: "1s to 30d",
        help: "how long a user stays locked out",
        read: |settings| format_duration(settings.login.lock_for),
        write: |settings, text| some_duration(&mut settings.login.lock_for, text, 30 * 24 * 3600),
        form: Form::Text,
    },
    Setting {
        key: "login.idle",
        takes: "1s to 365d",
        help: "after how long without use a login ends",
        read: |settings| format_duration(settings.login.idle),
        write: |settings, text| some_duration(&mut settings.login.idle, text, 365 * 24 * 3600),
        form: Form::Text,
    },
    Setting {
        key: "login.lifetime",
        takes: "1s to 365d",
        help: "after how long a login ends, however much it is used",
        read: |settings| format_duration(settings.login.lifetime),
        write: |settings, text| some_duration(&mut settings.login.lifetime, text, 365 * 24 * 3600),
        form: Form::Text,
    },
    Setting {
        key: "team.max_per_user",
        takes: "0 to 10000",
        help: "how many teams a user may be in, beside their own",
        read: |settings| settings.team.max_per_user.to_string(),
        write: |settings, text| number(&mut settings.team.max_per_user, text, 0..=10_000),
        form: Form::Integer,
    },
    Setting {
        key: "team.max_members",
        takes: "1 to 100000",
        help: "how many members a team may have",
        read: |settings| settings.team.max_members.to_string(),
        write: |settings, text| number(&mut settings.team.max_members, text, 1..=100_000),
        form: Form::Integer,
    },
    Setting {
        key: "team.plans",
        takes: "NAME QUOTA=N ...; NAME QUOTA=N ...",
        help: "plans that teams follow, each with its quotas: max_servers, max_members, max_concurrent, per_minute, per_hour, per_day, max_sessions_per_user",
        read: |settings| settings.team.plans.to_string(),
        write: |settings, text| {
            let expected = || {
                InvalidValue("plans such as: free max_servers=3 max_members=5; pro max_servers=50".to_owned())
            };
            settings.team.plans = Plans::parse(text).ok_or_else(expected)?;
            Ok(())
        },
        form: Form::Text,
    },
    Setting {
        key: "tokens.enforce_capabilities",
        takes: "true or false",
        help: "whether a token denies every kind of item that its capabilities say nothing of",
        read: |settings| settings.tokens.enforce_capabilities.to_string(),
        write: |settings, text| switch(&mut settings.tokens.enforce_capabilities, text),
        form: Form::Switch,
    },
    Setting {
        key: "usage.retention",
        takes: "0d to 3650d",
        help: "how long it is kept who used what; with 0d nothing of it is written down",
        read: |settings| match settings.usage.retention {
            Duration::ZERO => "0d".to_owned(),
            retention => format_duration(retention),
        },
        write: |settings, text| duration(&mut settings.usage.retention, text, 3650 * 24 * 3600),
        form: Form::Text,
    },
    Setting {
        key: "users.invite_creates",
        takes: "true or false",
        help: "whether who accepts an invitation without an account may act at once, also where nobody who may create users sent it",
        read: |settings| settings.users.invite_creates.to_string(),
        write: |settings, text| switch(&mut settings.users.invite_creates, text),
        form: Form::Switch,
    },
];

fn number<T>(target: &mut T, text: &str, range: RangeInclusive<T>) -> Result<(), InvalidValue>
where
    T: FromStr + PartialOrd + Display,
{
    match text.parse() {
        Ok(value) if range.contains(&value) => *target = value,
        _ => return Err(InvalidValue(format!("a number from {} to {}", range.start(), range.end()))),
    }
    Ok(())
}

fn duration(target: &mut Duration, text: &str, most_seconds: u64) -> Result<(), InvalidValue> {
    let (value, most) = (parse_duration(text)?, Duration::from_secs(most_seconds));
    if value > most {
        return Err(InvalidValue(format!("at most {}", format_duration(most))));
    }
    *target = value;
    Ok(())
}

/// The same of a second at least.
fn some_duration(target: &mut Duration, text: &str, most_seconds: u64) -> Result<(), InvalidValue> {
    let mut value = Duration::ZERO;
    duration(&mut value, text, most_seconds)?;
    if value < Duration::from_secs(1) {
        let most = format_duration(Duration::from_secs(most_seconds));
        return Err(InvalidValue(format!("1s to {most}")));
    }
    *target = value;
    Ok(())
}

fn switch(target: &mut bool, text: &str) -> Result<(), InvalidValue> {
    *target = text.parse().map_err(|_| InvalidValue("true or false".to_owned()))?;
    Ok(())
}

fn size(target: &mut usize, text: &str, range: RangeInclusive<u64>) -> Result<(), InvalidValue> {
    let value = parse_size(text)?;
    let expected =
        || InvalidValue(format!("{} to {}", format_size(*range.start()), format_size(*range.end())));
    if !range.contains(&value) {
        return Err(expected());
    }
    *target = usize::try_from(value).map_err(|_| expected())?;
    Ok(())
}

fn size_text(bytes: usize) -> String {
    format_size(bytes as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_takes_its_own_default_and_refuses_nonsense() {
        for setting in SETTINGS {
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
        assert_eq!(others.len(), SETTINGS.len());
        for (setting, other) in SETTINGS.iter().zip(others) {
            let mut settings = Settings::default();
            (setting.write)(&mut settings, other).expect(setting.key);
            assert_ne!(settings, Settings::default(), "{}", setting.key);
            assert_eq!((setting.read)(&settings), other);
        }
    }
}
