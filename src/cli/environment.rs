//! mcpgw's own environment, read once; `core` gets values.

use std::ffi::{OsStr, OsString};

use jiff::SignedDuration;

use crate::core::clock::Clock;

/// Variables that a child inherits. Everything else of ours is none of its business.
const INHERITED: &[&str] = &[
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "SHELL",
    "LANG",
    "TERM",
    "TMPDIR",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
];

/// What Windows programs can't do without.
const INHERITED_WINDOWS: &[&str] = &[
    "SYSTEMROOT",
    "SYSTEMDRIVE",
    "TEMP",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "PROGRAMFILES",
    "PATHEXT",
    "COMSPEC",
];

/// The variables that this process was started with.
#[derive(Debug, Clone)]
pub struct Environment {
    all: Vec<(OsString, OsString)>,
}

impl Environment {
    /// Reads them.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub fn read() -> Self {
        Self { all: std::env::vars_os().collect() }
    }

    /// These, for a test.
    #[cfg(test)]
    pub fn of(all: &[(&str, &str)]) -> Self {
        Self { all: all.iter().map(|(name, value)| (name.into(), value.into())).collect() }
    }

    /// A variable that is set, be it to nothing.
    pub fn set(&self, name: &str) -> Option<&OsStr> {
        self.all.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_os_str())
    }

    /// A variable that is set and not empty.
    pub fn get(&self, name: &str) -> Option<&OsStr> {
        self.set(name).filter(|value| !value.is_empty())
    }

    /// The same as text; a value that is none counts as absent.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(OsStr::to_str)
    }

    /// Whether the terminal is told to show more than ASCII: the first of these that is set decides (POSIX.1-2024, section 8.2).
    pub fn speaks_utf8(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| self.text(name));
        let locale = locale.unwrap_or_default().to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    }

    /// The clock that decides. Only what is built for tests lets itself be told how many milliseconds it is ahead: in a release no
    /// variable has a token work outside its hours.
    pub fn clock(&self) -> Clock {
        let ahead = if cfg!(debug_assertions) { self.text("MCPGW_TEST_CLOCK_AHEAD") } else { None };
        let ahead = ahead.and_then(|text| text.parse().ok()).map(SignedDuration::from_millis);
        ahead.map_or(Clock::System, Clock::Ahead)
    }

    /// Everything but what is meant for mcpgw.
    pub fn own(&self) -> Vec<(OsString, OsString)> {
        let ours = |name: &OsStr| name.as_encoded_bytes().starts_with(b"MCPGW_");
        self.all.iter().filter(|(name, _)| !ours(name)).cloned().collect()
    }

    /// The allow-list of a child's environment.
    pub fn inherited(&self) -> Vec<(OsString, OsString)> {
        let passes = |name: &OsStr| {
            let Some(name) = name.to_str() else { return false };
            INHERITED.contains(&name)
                || name.starts_with("LC_")
                || cfg!(windows) && INHERITED_WINDOWS.contains(&&*name.to_ascii_uppercase())
        };
        self.all.iter().filter(|(name, _)| passes(name)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_of_a_locale_decides() {
        let speaks = |all: &[(&str, &str)]| Environment::of(all).speaks_utf8();
        assert!(speaks(&[("LANG", "C.UTF-8")]));
        assert!(speaks(&[("LC_ALL", "de_DE.utf8"), ("LANG", "C")]));
        assert!(!speaks(&[("LC_ALL", "C"), ("LANG", "C.UTF-8")]));
        assert!(speaks(&[("LC_ALL", ""), ("LANG", "C.UTF-8")]));
        assert!(!speaks(&[]));
    }

    #[test]
    fn a_child_inherits_the_allow_list_and_nothing_else() {
        let names =
            ["PATH", "LC_ALL", "HTTPS_PROXY", "AWS_SECRET_ACCESS_KEY", "MCPGW_DATA_DIR", "LD_PRELOAD"];
        let all = names.iter().map(|name| (OsString::from(name), OsString::from("x"))).collect();
        let inherited: Vec<_> = Environment { all }.inherited().into_iter().map(|(name, _)| name).collect();
        assert_eq!(inherited, ["PATH", "LC_ALL", "HTTPS_PROXY"]);
    }
}
