//! A terminal in which somebody types.

use std::fmt;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::thread::yield_now;
use std::time::{Duration, Instant};

use crate::support::Sandbox;

/// How long something may take to be seen.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);
/// What the shell says when it is ready.
pub(super) const READY: &str = "ready>";

/// A terminal of its own, with a shell in it; both go with it.
#[derive(Debug)]
pub(super) struct Terminal<'a> {
    sandbox: &'a Sandbox,
    socket: PathBuf,
}

impl<'a> Terminal<'a> {
    /// One of so many columns and lines, in the home of `sandbox`.
    pub(super) fn new(sandbox: &'a Sandbox, columns: u16, lines: u16) -> Self {
        sandbox.write(".shrc", &format!("PS1='{READY} '\n"));
        let terminal = Self { sandbox, socket: sandbox.home().join("tmux") };
        let size = [columns.to_string(), lines.to_string()];
        // An interactive shell: only that stops and continues what it started.
        terminal.tmux(&["new-session", "-d", "-x", &size[0], "-y", &size[1], "sh -i"]);
        terminal.shows(READY);
        terminal
    }

    /// The same with `mcpgw tui` on it, waiting until it shows `first`.
    pub(super) fn with_tui(sandbox: &'a Sandbox, first: &str) -> Self {
        let terminal = Self::new(sandbox, 100, 30);
        terminal.line("clear; mcpgw tui");
        terminal.shows(first);
        terminal
    }

    /// Presses keys, by the names that tmux has for them.
    pub(super) fn press(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }

    /// Types `text`.
    pub(super) fn types(&self, text: &str) {
        self.tmux(&["send-keys", "-l", text]);
    }

    /// Types `text` and enter.
    pub(super) fn line(&self, text: &str) {
        self.types(text);
        self.press(&["Enter"]);
    }

    /// What is on it.
    pub(super) fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p"]).stdout).into_owned()
    }

    /// Waits until `wanted` is on it.
    #[track_caller]
    pub(super) fn shows(&self, wanted: &str) -> String {
        self.until(wanted, |screen| screen.contains(wanted))
    }

    /// Waits until what is on it `is` so.
    #[track_caller]
    pub(super) fn until(&self, what: impl fmt::Display, is: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let screen = self.screen();
            if is(&screen) {
                return screen;
            }
            assert!(Instant::now() < deadline, "not seen: {what}; but:\n{screen}");
            yield_now();
        }
    }

    /// Gives it another size.
    pub(super) fn resize(&self, columns: u16, lines: u16) {
        self.tmux(&["resize-window", "-x", &columns.to_string(), "-y", &lines.to_string()]);
    }

    /// Something that tmux knows of it.
    pub(super) fn fact(&self, format: &str) -> String {
        let told = self.tmux(&["display-message", "-p", format]).stdout;
        String::from_utf8_lossy(&told).trim().to_owned()
    }

    #[expect(clippy::disallowed_methods, reason = "a test finds programs where its user does")]
    fn tmux(&self, args: &[&str]) -> Output {
        let own = PathBuf::from(env!("CARGO_BIN_EXE_mcpgw"));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let beside = own.parent().expect("a directory").to_owned();
        let path =
            std::env::join_paths([beside].into_iter().chain(std::env::split_paths(&path))).expect("a path");
        let mut command = Command::new("tmux");
        command.arg("-u").arg("-S").arg(&self.socket).args(["-f", "/dev/null"]).args(args);
        command
            .env_clear()
            .current_dir(self.sandbox.home())
            .env("HOME", self.sandbox.home())
            .env("PATH", path);
        command.env("LANG", "C.UTF-8").env("ENV", ".shrc").env("MCPGW_KEYRING", "file");
        let output = command.output().expect("tmux runs: it is the Debian package tmux");
        assert!(output.status.success(), "tmux {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        output
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        // With its shell it may have gone already.
        let mut command = Command::new("tmux");
        let _ = command.arg("-S").arg(&self.socket).arg("kill-server").output();
    }
}
