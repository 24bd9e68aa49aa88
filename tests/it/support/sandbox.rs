//! A home of its own for one test, and mcpgw run in it.

use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A temporary home, empty at first; it goes with its owner. Nothing of the real environment but `PATH` gets in.
#[derive(Debug)]
pub(crate) struct Sandbox {
    root: tempfile::TempDir,
}

impl Sandbox {
    /// A fresh one.
    pub(crate) fn new() -> Self {
        let sandbox = Self { root: tempfile::tempdir().expect("a temporary directory") };
        fs::create_dir(sandbox.home()).expect("a home");
        sandbox
    }

    /// The home directory, which is also the present one of every run.
    pub(crate) fn home(&self) -> PathBuf {
        self.root.path().join("home")
    }

    /// Where the store is.
    pub(crate) fn data_dir(&self) -> PathBuf {
        self.home().join(".local/share/mcpgw")
    }

    /// The settings file.
    pub(crate) fn config_file(&self) -> PathBuf {
        self.home().join(".config/mcpgw/config.toml")
    }

    /// Writes a file below the home, and returns its path.
    pub(crate) fn write(&self, path: &str, contents: &str) -> PathBuf {
        let file = self.home().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("its directory");
        fs::write(&file, contents).expect("the file");
        file
    }

    /// mcpgw with `args`, in a cleared environment. Give it streams and start it as you like.
    #[expect(clippy::disallowed_methods, reason = "a test finds programs where its user does")]
    pub(crate) fn command<S: AsRef<std::ffi::OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mcpgw"));
        command.args(args).env_clear().current_dir(self.home()).stdin(Stdio::null());
        command.env("HOME", self.home()).env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
    }

    /// Runs mcpgw to its end, with nothing on stdin.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.finish(&mut self.command(args))
    }

    /// Runs mcpgw to its end, with `input` on stdin.
    pub(crate) fn run_with_input(&self, args: &[&str], input: &str) -> Run {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("mcpgw starts");
        // A command that doesn't read its input closes it; its output says what it thought.
        let _ = child.stdin.take().expect("its stdin").write_all(input.as_bytes());
        self.outcome(&child.wait_with_output().expect("mcpgw ends"))
    }

    /// Runs a prepared [`Sandbox::command`] to its end.
    pub(crate) fn finish(&self, command: &mut Command) -> Run {
        self.outcome(&command.output().expect("mcpgw starts"))
    }

    fn outcome(&self, output: &Output) -> Run {
        let text = |bytes: &[u8]| self.neutral(&String::from_utf8_lossy(bytes));
        let code = output.status.code().map_or_else(|| output.status.to_string(), |code| code.to_string());
        Run { code, stdout: text(&output.stdout), stderr: text(&output.stderr) }
    }

    /// Puts words in place of what differs from run to run: directories, ids, times, durations.
    fn neutral(&self, text: &str) -> String {
        let mut text = text.replace(&*self.home().to_string_lossy(), "~");
        text = text.replace(&*manifest_dir().to_string_lossy(), "<source>");
        for (pattern, word) in [
            (r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>"),
            (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "<time>"),
            (r"\b\d+(\.\d+)? (ms|µs|s)\b", "<took>"),
        ] {
            text = regex::Regex::new(pattern).expect("a pattern").replace_all(&text, word).into_owned();
        }
        text
    }
}

fn manifest_dir() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// How one run ended and what it printed, without what differs from run to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The exit code, or the signal.
    pub(crate) code: String,
    /// What was printed on stdout.
    pub(crate) stdout: String,
    /// What was printed on stderr.
    pub(crate) stderr: String,
}

impl Run {
    /// The same run, which must have succeeded.
    #[track_caller]
    pub(crate) fn success(self) -> Self {
        assert_eq!(self.code, "0", "{self}");
        self
    }
}

/// As snapshots show it.
impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit {}", self.code)?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                write!(f, "\n-- {name}\n{}", text.trim_end_matches('\n'))?;
            }
        }
        Ok(())
    }
}
