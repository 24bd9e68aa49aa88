//! The settings that are kept in the store: what guards it, and what people have there.

use std::time::Duration;

use super::registry::{Form, Setting};
use super::units::{InvalidValue, format_duration};
use super::write::{duration, number, size, size_text, some_duration, switch};
use crate::core::model::Plans;

/// In the order in which they are shown.
pub(super) const SHARED: &[Setting] = &[
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
        help: "how long it is kept who used what; with 0d nothing of it is written down by sessions that begin then",
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
