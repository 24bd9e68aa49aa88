//! The settings that are kept in a file: how mcpgw runs for who calls it.

use std::time::Duration;

use super::registry::{Form, Setting};
use super::units::{InvalidValue, format_duration};
use super::write::{duration, number, size, size_text, some_duration, switch};

/// In the order in which they are shown.
pub(super) const PERSONAL: &[Setting] = &[
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
];
