//! Whatever happens and whatever is logged: stdout holds protocol frames and nothing else.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::client::Client;
use super::world::{World, mirror_program};

/// Directives of `MCPGW_LOG`, one of which is none.
const LEVELS: [&str; 7] = ["off", "error", "warn", "mcpgw=info", "mcpgw=debug", "trace", "][nonsense"];

/// A home in which nothing goes well but one server.
fn world() -> World {
    let world = World::with_settings("initialize_hold = \"100ms\"\nlist_hold = \"100ms\"\n");
    world.add("missing", &[], &["/nowhere/no-such-program".into()]);
    world.add("talking", &[], &["echo".into(), "usage: talking [OPTIONS]".into()]);
    world.mirror("crashing").file("crash", "no licence found");
    world.mirror("ancient").replies(
        "initialize",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{}}}\n",
    );
    let noisy = world.mirror("noisy");
    noisy.file("start", "Welcome!\n\x1b[2J\n{\"half\":\n[]\n\"text\"\n17\n");
    noisy.says("r", "DEBUG\n{}\n\n{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    world
}

/// How a session logs: by variable, by flags, by both.
fn voices() -> Vec<(&'static str, &'static [&'static str])> {
    let flags: [&[&str]; 3] = [&["-v"], &["-vvv"], &["--json", "--color", "always"]];
    let by_flag = flags.map(|flags| ("", flags));
    LEVELS
        .map(|level| (level, [].as_slice()))
        .into_iter()
        .chain(by_flag)
        .chain([("trace", flags[1])])
        .collect()
}

#[test]
fn at_every_level_and_in_every_failure_stdout_holds_frames_alone() {
    let world = world();
    for (level, flags) in voices() {
        let mut command = world.command();
        command.args(flags).env("MCPGW_LOG", level);
        if level.is_empty() {
            command.env_remove("MCPGW_LOG");
        }
        let mut client = Client::on_pipes(command.stderr(Stdio::null()));
        client.open("{}");
        client.ask("\"list\"", "tools/list", "{}");
        client.say("1", "noisy", "r");
        client.call("2", "noisy__hold", "{}");
        client.call("3", "noisy__die", "{}");
        client.answer("2");
        client.call("4", "crashing__anything", "{}");
        client.send("no frame");
        client.send("[]");
        client.send("{\"id\":1}");
        client.call("5", "noisy__mute", "{}");
        client.answer("5");
        client.close();
        assert!(client.end().success());
        // The answers that were waited for are frames by that.
        let seen = client.last_lines();
        for line in &seen {
            let frame: Value = serde_json::from_slice(line)
                .unwrap_or_else(|error| panic!("{level}: {error}: {}", line.escape_ascii()));
            assert_eq!(frame["jsonrpc"], "2.0", "{level}: {frame}");
        }
        assert!(seen.len() >= 4, "{level}: {} lines", seen.len());
    }
}

#[test]
fn a_session_that_can_not_begin_says_nothing_on_stdout() {
    let bad_settings = World::with_settings("nonsense = 1\n");
    let bad_store = World::new();
    let data = bad_store.home().join(".local/share/mcpgw");
    fs::create_dir_all(&data).unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).unwrap();
    fs::write(data.join("mcpgw.db"), "no store").unwrap();
    fs::set_permissions(data.join("mcpgw.db"), fs::Permissions::from_mode(0o600)).unwrap();
    let fine = World::new();
    for (world, flags) in [
        (&bad_settings, &[][..]),
        (&bad_settings, &["-vvv"]),
        (&bad_store, &[]),
        (&bad_store, &["--json"]),
        (&fine, &["--no-such-flag"]),
        (&fine, &["a-word-too-much"]),
        (&fine, &["--data-dir", "/proc/nowhere"]),
    ] {
        let output =
            world.command().args(flags).stdin(Stdio::null()).stderr(Stdio::piped()).output().unwrap();
        assert!(!output.status.success() && output.stdout.is_empty(), "{flags:?}: {output:?}");
        assert!(!output.stderr.is_empty(), "{flags:?}: it doesn't say why");
    }
}

#[test]
fn a_panic_is_told_on_stderr_and_in_the_log_and_never_on_stdout() {
    let home = tempfile::tempdir().unwrap();
    let logs = home.path().join("logs");
    let program = mirror_program().with_file_name("panicking");
    let output = Command::new(program).arg(&logs).output().unwrap();
    assert!(!output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let (said, kept) =
        (String::from_utf8_lossy(&output.stderr), fs::read_to_string(logs.join("mcpgw.log")).unwrap());
    for bug in ["a bug on a thread", "a bug on the main thread"] {
        assert!(said.contains("error: mcpgw has a bug") && said.contains(bug), "{said}");
        assert!(kept.contains("error: mcpgw has a bug") && kept.contains(bug), "{kept}");
    }
}
