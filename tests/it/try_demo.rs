//! `mcpgw try`: what it shows, and that nothing of it is left.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_mcpgw");

/// The surroundings of one try: a directory with files to look at, and the only place for temporary files.
struct Place {
    files: TempDir,
    temporary: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { files: tempfile::tempdir().unwrap(), temporary: tempfile::tempdir().unwrap() };
        std::fs::write(place.files.path().join("notes.txt"), "Buy milk.\n").unwrap();
        place
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(BINARY);
        command.arg("try").args(args).current_dir(self.files.path()).env_clear().stdin(Stdio::null());
        command
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", self.files.path())
            .env("TMPDIR", self.temporary.path());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a try to its end, and sees that nothing is left of it.
    fn tried(&self, args: &[&str]) -> Output {
        let output = self.command(args).output().unwrap();
        self.assert_nothing_left();
        output
    }

    #[track_caller]
    fn assert_nothing_left(&self) {
        let files = names(self.temporary.path());
        assert!(files.is_empty(), "left in the temporary directory: {files:?}");
        let home = names(self.files.path());
        assert_eq!(home, ["notes.txt"], "made in the home directory");
        eventually(|| self.processes().is_empty(), || format!("still running: {:?}", self.processes()));
    }

    /// The command lines of the processes that this try started: they inherit its `TMPDIR`.
    fn processes(&self) -> Vec<String> {
        let mark = format!("TMPDIR={}\0", self.temporary.path().display());
        let ids =
            names(Path::new("/proc")).into_iter().filter(|name| name.bytes().all(|b| b.is_ascii_digit()));
        let read = |id: &str, file: &str| {
            let bytes = std::fs::read(format!("/proc/{id}/{file}")).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let ours = ids.filter(|id| read(id, "environ").contains(&mark));
        ours.map(|id| read(&id, "cmdline").replace('\0', " ")).collect()
    }
}

fn names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
}

#[track_caller]
fn eventually(mut condition: impl FnMut() -> bool, otherwise: impl Fn() -> String) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !condition() {
        assert!(Instant::now() < deadline, "{}", otherwise());
        thread::yield_now();
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_command_that_is_not_there_is_told() {
    let place = Place::new();
    let output = place.tried(&["--", "no-such-program"]);
    assert_eq!(output.status.code(), Some(7));
    assert_eq!(text(&output.stdout), "");
    insta::assert_snapshot!(text(&output.stderr), @r"
    error: the server no-such-program failed: spawn: no-such-program: no such program on PATH
      hint: install no-such-program, or give its full path
    ");
}

#[test]
fn a_server_that_crashes_at_its_start_is_told_with_its_last_words() {
    let place = Place::new();
    let output = place.tried(&["--json", "--", "sh", "-c", "echo no licence found >&2; exit 3"]);
    assert_eq!(output.status.code(), Some(7));
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["code"], "unavailable");
    let message = error["error"]["message"].as_str().unwrap();
    assert!(message.contains("no licence found"), "{message}");
}

#[test]
fn an_interrupted_try_leaves_nothing_of_a_stubborn_server() {
    let place = Place::new();
    let stubborn = "trap '' TERM HUP; sleep 1000 & while :; do sleep 1000; done";
    let running = place.command(&["--", "sh", "-c", stubborn]).spawn().unwrap();
    let sleeping = || place.processes().iter().any(|line| line.starts_with("sleep"));
    eventually(sleeping, || "the server does not start".to_owned());
    let id = running.id().to_string();
    assert!(Command::new("kill").args([OsStr::new("-INT"), OsStr::new(&id)]).status().unwrap().success());
    let output = running.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(10), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "error: interrupted; nothing is left\n");
    place.assert_nothing_left();
}
