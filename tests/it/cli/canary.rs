//! Secrets of every kind, looked for everywhere while servers use them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use super::vault::{holding, private, sha256};
use crate::support::{Client, Sandbox, ScriptedServer};

/// A text that is nowhere else, not even where this test runs a second time.
fn canary(kind: &str) -> String {
    format!("canary-{kind}-{}-0e51b7", std::process::id())
}

static VARIABLE: LazyLock<String> = LazyLock::new(|| canary("variable"));
static SECRET: LazyLock<String> = LazyLock::new(|| canary("secret"));
static OUTPUT: LazyLock<String> = LazyLock::new(|| canary("output"));
static PASSPHRASE: LazyLock<String> = LazyLock::new(|| canary("passphrase"));

fn all() -> [&'static str; 4] {
    [&*VARIABLE, &*SECRET, &*OUTPUT, &*PASSPHRASE]
}

/// A server that starts only when it has the right value, and says where it runs and what it may dump.
fn server(sandbox: &Sandbox, name: &str, value: &str) {
    let hash = "printf %s \"$TOKEN\" | sha256sum | cut -c1-64";
    ScriptedServer::new("{\"tools\":{}}")
        .answers("tools/list", "{\"tools\":[{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\"}}]}")
        .answers("tools/call", "{\"content\":[]}")
        .first(&format!("[ \"$({hash})\" = {} ] || exit 1; ulimit -Sc > {name}.core", sha256(value)))
        .first(&format!("echo $$ > {name}.next && mv {name}.next {name}.pid"))
        .install(sandbox, name);
}

/// A sandbox whose vault has a passphrase, and a server for each kind of secret.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    private(&sandbox, "passphrase", &PASSPHRASE);
    for (name, value) in [("a", &VARIABLE), ("b", &SECRET), ("c", &OUTPUT)] {
        server(&sandbox, name, value);
    }
    let typed = private(&sandbox, "typed", &format!("TOKEN={}\n", *VARIABLE));
    let secret = private(&sandbox, "secret", &SECRET);
    // It keeps what it finds around it for the search, and holds no whole canary itself.
    let output = OUTPUT.trim_start_matches("canary-");
    let exec = format!(
        "env > exec.env; tr '\\0' ' ' < /proc/$$/cmdline > exec.args; printf 'canary-%s\\n' {output}"
    );
    for args in [
        &["secret", "set", "named", "--file", "secret"][..],
        &["secret", "set", "command", "--exec", "--", "sh", "-c", &exec],
        &["server", "add", "a", "--no-check", "--env-file", "typed", "--", "./a"],
        &["server", "add", "b", "--no-check", "--env", "TOKEN=secret://named", "--", "./b"],
        &["server", "add", "c", "--no-check", "--env", "TOKEN=secret://command", "--", "./c"],
    ] {
        let run = sandbox.finish(&mut command(&sandbox, args)).success();
        assert_clean(&run.to_string());
    }
    fs::remove_file(typed).unwrap();
    fs::remove_file(secret).unwrap();
    sandbox
}

fn command(sandbox: &Sandbox, args: &[&str]) -> Command {
    let mut command = sandbox.command(args);
    command.env("MCPGW_KEYRING", "off");
    command.env("MCPGW_VAULT_PASSPHRASE_FILE", sandbox.home().join("passphrase"));
    command
}

#[track_caller]
fn assert_clean(text: &str) {
    for canary in all() {
        assert!(!text.contains(canary), "{canary} is in {text}");
    }
}

/// The processes whose `what` (a file below `/proc/<pid>`) holds `text`.
fn processes(what: &str, text: &str) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let bytes = fs::read(entry.path().join(what)).unwrap_or_default();
        if bytes.windows(text.len()).any(|part| part == text.as_bytes()) {
            found.insert(pid);
        }
    }
    found
}

fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(Instant::now() < deadline, "waited in vain for {what}");
        std::thread::yield_now();
    }
}

fn pid(sandbox: &Sandbox, name: &str) -> u32 {
    let file = sandbox.home().join(format!("{name}.pid"));
    wait_for("a server", || fs::read_to_string(&file).ok()?.trim().parse().ok())
}

fn soft_core_limit(pid: u32) -> String {
    let limits = fs::read_to_string(Path::new("/proc").join(pid.to_string()).join("limits")).unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap().to_owned();
    line.split_whitespace().nth(4).unwrap().to_owned()
}

/// A session that logs all it can, with every server running.
fn session(sandbox: &Sandbox) -> Client {
    let binary = env!("CARGO_BIN_EXE_mcpgw");
    let mut command = command(sandbox, &[]);
    let environment: Vec<_> =
        command.get_envs().filter_map(|(k, v)| Some((k.to_owned(), v?.to_owned()))).collect();
    command = Command::new("sh");
    command
        .args(["-c", &format!("ulimit -Sc 8; exec {binary} stdio -vv 2> log")])
        .env_clear()
        .envs(environment);
    command.current_dir(sandbox.home());
    Client::open(&mut command)
}

#[test]
fn what_is_secret_is_seen_by_the_server_that_needs_it_and_by_nobody_else() {
    let sandbox = sandbox();
    let mut session = session(&sandbox);
    session.wait_for_tool("c__t");
    let [a, b, c] = ["a", "b", "c"].map(|name| pid(&sandbox, name));
    assert_eq!(processes("environ", &VARIABLE), BTreeSet::from([a]));
    assert_eq!(processes("environ", &SECRET), BTreeSet::from([b]));
    assert_eq!(processes("environ", &OUTPUT), BTreeSet::from([c]));
    assert_eq!(processes("environ", &PASSPHRASE), BTreeSet::new());
    for canary in all() {
        assert_eq!(processes("cmdline", canary), BTreeSet::new());
    }
    // mcpgw, which opened them, leaves no core; its servers are as limited as it was (8 blocks of 512 bytes, 4 of 1024).
    assert_eq!(soft_core_limit(session.session.id()), "0");
    for name in ["a", "b", "c"] {
        assert_eq!(fs::read_to_string(sandbox.home().join(format!("{name}.core"))).unwrap(), "4\n");
    }
    for call in ["a__t", "b__t", "c__t", "d__t"] {
        session.ask("tools/call", &format!(r#"{{"name":"{call}"}}"#));
    }
    // With the session running: the write-ahead log has not been folded into the store yet.
    assert_eq!(kept(&sandbox), Vec::<PathBuf>::new());
    assert_clean(&session.end());
    let log = fs::read_to_string(sandbox.home().join("log")).unwrap();
    assert!(!log.is_empty());
    assert_eq!(kept(&sandbox), Vec::<PathBuf>::new());
}

/// The files below the home, but for those that somebody wrote a passphrase into, that hold any of it.
fn kept(sandbox: &Sandbox) -> Vec<PathBuf> {
    let own = ["passphrase", "new-passphrase"].map(|name| sandbox.home().join(name));
    let all = all().into_iter().flat_map(|canary| holding(&sandbox.home(), canary));
    all.filter(|file| !own.contains(file)).collect()
}

#[test]
fn no_command_and_no_error_shows_what_is_secret() {
    let sandbox = sandbox();
    let damaged = "UPDATE secret SET value = (SELECT value FROM server_env) WHERE value IS NOT NULL";
    for args in [
        &["server", "list", "--json"][..],
        &["server", "show", "a", "--json"],
        &["server", "show", "b"],
        &["server", "show", "c", "--json"],
        &["server", "test", "a", "-vv"],
        &["server", "test", "b", "-vv", "--json"],
        &["server", "test", "c", "-vv"],
        &["secret", "list", "--json"],
        &["secret", "list", "-vv"],
        &["vault", "status", "--json", "-vv"],
        &["status", "--json"],
        &["tool", "list", "--json", "-vv"],
        &["secret", "rotate-key", "-vv"],
        &["server", "edit", "c", "--env", "X=secret://named", "--json"],
        &["config", "list", "--json"],
    ] {
        let run = sandbox.finish(&mut command(&sandbox, args)).success();
        assert_clean(&run.to_string());
    }
    rusqlite::Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap().execute(damaged, []).unwrap();
    for args in [
        &["server", "test", "b", "-vv"][..],
        &["secret", "rotate-key", "-vv"],
        &["server", "test", "c", "--json"],
    ] {
        let run = sandbox.finish(&mut command(&sandbox, args));
        assert_ne!(run.code, "0", "{run}");
        assert_clean(&run.to_string());
    }
    assert_eq!(kept(&sandbox), Vec::<PathBuf>::new());
}

#[test]
fn nothing_secret_is_left_behind_by_what_is_changed_moved_removed_or_killed() {
    let sandbox = sandbox();
    private(&sandbox, "new-passphrase", &format!("{}-new", *PASSPHRASE));
    let run = |passphrase: &str, args: &[&str]| {
        let mut command = command(&sandbox, args);
        command.env("MCPGW_VAULT_PASSPHRASE_FILE", sandbox.home().join(passphrase));
        assert_clean(&sandbox.finish(&mut command).success().to_string());
    };
    // Killed in the middle of it all: its log and the store's stay as they are.
    let mut session = session(&sandbox);
    session.wait_for_tool("c__t");
    session.session.kill().unwrap();
    session.session.wait().unwrap();
    assert_eq!(kept(&sandbox), Vec::<PathBuf>::new());
    private(&sandbox, "typed", &format!("TOKEN={}-new\n", *VARIABLE));
    private(&sandbox, "secret", &format!("{}-new", *SECRET));
    run("passphrase", &["secret", "rotate-key", "-vv"]);
    run("passphrase", &["secret", "set", "named", "--file", "secret", "-vv"]);
    run("passphrase", &["server", "edit", "a", "--no-check", "--env-file", "typed", "-vv"]);
    for file in ["typed", "secret"] {
        fs::remove_file(sandbox.home().join(file)).unwrap();
    }
    assert_eq!(kept(&sandbox), Vec::<PathBuf>::new());
    run("passphrase", &["vault", "move", "--to", "file", "-vv"]);
    run("new-passphrase", &["vault", "move", "--to", "passphrase", "-vv"]);
    run("new-passphrase", &["server", "test", "c", "-vv"]);
    run("new-passphrase", &["server", "remove", "a", "--yes", "-vv"]);
    run("new-passphrase", &["secret", "remove", "named", "--force", "-vv"]);
    assert_eq!(kept(&sandbox), Vec::<PathBuf>::new());
}

#[test]
fn what_is_refused_is_not_quoted() {
    let sandbox = Sandbox::new();
    let canary = &*VARIABLE;
    private(&sandbox, "line", &format!("{canary}\n"));
    fs::write(sandbox.write("open", ""), format!("A_TOKEN={canary}\n")).unwrap();
    private(&sandbox, "nul", &format!("{canary}\0"));
    let json = |text: &str| text.replace("CANARY", canary);
    for args in [
        &["server", "add", "s", "--env", &format!("A_TOKEN={canary}"), "--", "cat"][..],
        &["server", "add", "s", "--env-file", "line", "--", "cat"],
        &["server", "add", "s", "--env-file", "open", "--", "cat"],
        &["server", "add", "s", "--env", &format!("A={canary} secret://"), "--", "cat"],
        &["server", "add", "s", "--env", &format!("A={canary} secret://no"), "--", "cat"],
        &["server", "add-json", "s", &json(r#"{"command":"cat","env":{"A_TOKEN":"CANARY""#)],
        &["server", "add-json", "s", &json(r#"{"command":"cat","env":["A_TOKEN","CANARY"]}"#)],
        &["server", "add-json", "s", &json(r#"{"command":"cat","env":{"A_TOKEN":{"x":"CANARY"}}}"#)],
        &["server", "add-json", "s", &json(r#"{"url":"http://x","headers":{"Authorization":"CANARY"}}"#)],
        &["server", "add-json", "s", &json(r#"{"command":"no-such","env":{"A_TOKEN":"CANARY"}}"#)],
        &["secret", "set", "s", "--file", "nul"],
        &["secret", "set", "s", "--file", "open"],
        &["secret", "set", "s", "--exec", "--", "no-such-program"],
    ] {
        let run = sandbox.run(&[&["-vv"][..], args].concat());
        assert_ne!(run.code, "0", "{args:?}: {run}");
        assert!(!run.to_string().contains(canary.as_str()), "{args:?}: {run}");
    }
    let own = ["line", "open", "nul"].map(|name| sandbox.home().join(name));
    let left = holding(&sandbox.home(), canary).into_iter().filter(|file| !own.contains(file));
    assert_eq!(left.collect::<Vec<_>>(), Vec::<PathBuf>::new());
}
