//! What a server's process gets, and that it ends.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Sandbox, ScriptedServer};

fn alive(pid: &str) -> bool {
    let stat = fs::read_to_string(PathBuf::from("/proc").join(pid.trim()).join("stat"));
    stat.is_ok_and(|stat| !stat.contains(") Z "))
}

fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(Instant::now() < deadline, "waited in vain for {what}");
        std::thread::yield_now();
    }
}

fn pid_in(file: &Path) -> Option<String> {
    fs::read_to_string(file).ok().filter(|pid| pid.ends_with('\n'))
}

#[test]
fn a_server_inherits_what_is_listed_and_nothing_else() {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{}")
        .first("env -0 | cut -zd= -f1 | sort -z | tr '\\0' ' ' > seen")
        .install(&sandbox, "spy");
    let mut command = sandbox.command(["server", "add", "spy", "--env", "MINE=1", "--", "./spy"]);
    for name in ["LANG", "LC_TIME", "https_proxy", "AWS_SECRET_ACCESS_KEY", "MCPGW_FORMAT", "LD_LIBRARY_PATH"]
    {
        command.env(name, if name == "MCPGW_FORMAT" { "plain" } else { "x" });
    }
    sandbox.finish(&mut command).success();
    let seen = fs::read_to_string(sandbox.home().join("seen")).unwrap();
    // The last three are the shell's own.
    let own = ["PWD", "SHLVL", "_", "OLDPWD"];
    let names: Vec<_> = seen.split_whitespace().filter(|name| !own.contains(name)).collect();
    assert_eq!(names, ["HOME", "LANG", "LC_TIME", "MCPGW_PARENT", "MINE", "PATH", "https_proxy"]);
}

#[test]
fn nothing_that_a_server_started_outlives_the_command() {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{}").first("sleep 300 & echo $! > grandchild").install(&sandbox, "calc");
    sandbox.run(&["server", "add", "calc", "--", "./calc"]).success();
    let pid = pid_in(&sandbox.home().join("grandchild")).unwrap();
    // It was killed, and under load takes a moment to be gone.
    wait_for("its end", || (!alive(&pid)).then_some(()));
}

#[test]
fn a_command_that_is_interrupted_takes_the_server_along_and_keeps_nothing() {
    let sandbox = Sandbox::new();
    // It ignores the polite ways to be told to end.
    let stubborn = "trap '' TERM HUP INT; echo $$ > pid; while :; do sleep 1; done";
    ScriptedServer::new("{}").first(stubborn).install(&sandbox, "stubborn");
    for signal in ["INT", "TERM"] {
        let mut command = sandbox.command(["server", "add", "stubborn", "--", "./stubborn"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let file = sandbox.home().join("pid");
        let pid = wait_for("the server", || pid_in(&file));
        let killed = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(10), "{signal}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "error: interrupted\n");
        wait_for("its end", || (!alive(&pid)).then_some(()));
        fs::remove_file(file).unwrap();
    }
    assert_eq!(sandbox.run(&["server", "list", "--json"]).stdout, "[]\n");
}

#[test]
fn mcpgw_does_not_serve_itself() {
    let sandbox = Sandbox::new();
    let binary = env!("CARGO_BIN_EXE_mcpgw");
    let run = sandbox.run(&["server", "add", "me", "--", "sh", "-c", &format!("exec {binary} stdio")]);
    assert_eq!(run.code, "7", "{run}");
    assert!(run.stderr.contains("started by a mcpgw with the same store"), "{run}");
}

#[test]
fn the_data_directory_and_the_settings_can_be_elsewhere() {
    let sandbox = Sandbox::new();
    let elsewhere = ["--data-dir", "data", "--config", "my.toml"];
    let run = |args: &[&str]| sandbox.run(&[&elsewhere, args].concat()).success();
    run(&["server", "add", "x", "--no-check", "--", "true"]);
    run(&["config", "set", "relay.page_size", "7"]);
    assert!(sandbox.home().join("data/mcpgw.db").exists() && sandbox.home().join("my.toml").exists());
    assert!(!sandbox.data_dir().exists() && !sandbox.config_file().exists());
    let mut command = sandbox.command(["server", "list", "--field", "name"]);
    command.env("MCPGW_DATA_DIR", sandbox.home().join("data"));
    assert_eq!(sandbox.finish(&mut command).stdout, "x\n");
}
