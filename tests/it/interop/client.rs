//! Runs a client against a server, or against mcpgw: a script of `tests/interop/clients/`, or the raw one.

use std::fs;
use std::io::Write as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use serde_json::{Value, json};

use super::programs::Programs;
use super::raw;
use super::recording::Transcript;
use super::world::World;

/// How long one session may take: a generous bound, so that a hang fails instead of lasting.
const SESSION_DEADLINE: Duration = Duration::from_mins(2);

/// What the client is written with.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Client {
    TypeScript1,
    TypeScript2,
    Python1,
    Python2,
    /// Nothing: it writes lines and reads lines.
    Raw,
}

impl Client {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::TypeScript1 => "typescript 1.x",
            Self::TypeScript2 => "typescript 2.x",
            Self::Python1 => "python 1.x",
            Self::Python2 => "python 2.x",
            Self::Raw => "raw",
        }
    }

    /// Whether this client takes tasks from a server.
    pub(super) fn takes_tasks(self) -> bool {
        matches!(self, Self::TypeScript1 | Self::Python1 | Self::Raw)
    }

    /// The interpreter, and the scripts that it needs, the one to start first; `None` for the raw client.
    fn script(self, programs: &Programs) -> Option<(String, [&'static str; 2])> {
        match self {
            Self::TypeScript1 => Some((programs.node(), ["typescript-1.mjs", "session.mjs"])),
            Self::TypeScript2 => Some((programs.node(), ["typescript-2.mjs", "session.mjs"])),
            Self::Python1 => Some((programs.python_sdk1(), ["python_1.py", "session.py"])),
            Self::Python2 => Some((programs.python(), ["python_2.py", "session.py"])),
            Self::Raw => None,
        }
    }
}

/// What a client does, and with what.
pub(super) struct Plan<'a> {
    pub(super) command: Vec<String>,
    pub(super) environment: Vec<(&'static str, String)>,
    /// Whether the client may try the protocol's newest era before it falls back to `initialize`.
    pub(super) newest_era: bool,
    pub(super) steps: Vec<Value>,
    pub(super) world: &'a World,
}

impl Plan<'_> {
    /// Runs one session from `initialize` to its end.
    pub(super) fn run(&self, client: Client, programs: &Programs) -> Transcript {
        let Some((interpreter, scripts)) = client.script(programs) else { return raw::run(self) };
        let environment: serde_json::Map<String, Value> =
            self.environment.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        let plan = json!({
            "command": self.command,
            "environment": environment,
            "cwd": self.world.root(),
            "roots": self.world.roots(),
            "newest_era": self.newest_era,
            "steps": self.steps,
        });
        // Node looks for packages beside the script, so the scripts run from a folder next to them.
        let folder = tempfile::tempdir_in(programs.npm()).expect("target/interop is writable");
        for script in scripts {
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop/clients").join(script);
            fs::copy(source, folder.path().join(script)).expect("the client scripts can be copied");
        }
        let mut command = Command::new(interpreter);
        command.arg(folder.path().join(scripts[0])).env_clear().envs(self.world.environment());
        let stdout = run(&mut command, &plan.to_string());
        let said = self.world.anywhere(&String::from_utf8_lossy(&stdout));
        serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error} in a transcript: {said:?}"))
    }
}

/// Runs a program to its end within the deadline and gives its stdout; fails with what it said on stderr.
pub(super) fn run(command: &mut Command, stdin: &str) -> Vec<u8> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0)
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let group = rustix::process::Pid::from_child(&child);
    let mut input = child.stdin.take().expect("stdin is a pipe");
    let plan = stdin.to_owned();
    // Whoever doesn't take its input is reported below, with what it said.
    std::thread::spawn(move || input.write_all(plan.as_bytes()));
    let (sender, ended) = mpsc::channel();
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    let Ok(output) = ended.recv_timeout(SESSION_DEADLINE) else {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        let said = ended.recv_timeout(Duration::from_secs(5)).ok().and_then(Result::ok);
        let said = said.map(|output| String::from_utf8_lossy(&output.stderr).into_owned());
        panic!("{command:?} did not end within {SESSION_DEADLINE:?}; it said {said:?}");
    };
    let output = output.expect("a child's output can be read");
    assert!(
        output.status.success(),
        "{command:?}: {}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}
