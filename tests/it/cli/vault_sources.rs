//! Where the vault's key and its passphrase come from, and what is done when they don't come.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::vault::private;
use crate::support::{Client, Run, Sandbox, ScriptedServer};

fn with(sandbox: &Sandbox, environment: &[(&str, &str)], args: &[&str]) -> Run {
    let mut command = sandbox.command(args);
    sandbox.finish(command.envs(environment.iter().copied()))
}

/// Has the vault's passphrase come from a command that counts how often it runs.
fn counted(sandbox: &Sandbox, command: &str) {
    let text = format!("echo run >> runs; {command}");
    sandbox.run(&["config", "set", "vault.passphrase_command", &text]).success();
}

fn runs(sandbox: &Sandbox) -> usize {
    let runs = fs::read_to_string(sandbox.home().join("runs")).unwrap_or_default().lines().count();
    let _ = fs::remove_file(sandbox.home().join("runs"));
    runs
}

#[test]
fn moving_the_key_of_a_vault_that_has_none_makes_it_there_and_a_dry_run_makes_nothing() {
    let sandbox = Sandbox::new();
    let dry = sandbox.run(&["vault", "move", "--to", "file", "--dry-run"]).success();
    assert_eq!(dry.stdout, "would make the key, kept by the file vault.key beside the store\n");
    assert_eq!(sandbox.run(&["vault", "status", "--field", "state"]).stdout, "absent\n");
    assert!(!sandbox.data_dir().join("vault.key").exists());
    private(&sandbox, "passphrase", "correct horse");
    let file = sandbox.home().join("passphrase");
    let environment = [("MCPGW_VAULT_PASSPHRASE_FILE", file.to_str().unwrap())];
    let moved = with(&sandbox, &environment, &["vault", "move", "--to", "passphrase"]).success();
    assert_eq!(moved.stdout, "made the key, kept by a passphrase\n");
    assert!(!sandbox.data_dir().join("vault.key").exists());
    with(&sandbox, &environment, &["vault", "status"]).success();
}

#[test]
fn a_key_that_is_there_already_stays_as_it_is_and_is_not_said_to_move() {
    let sandbox = Sandbox::new();
    sandbox.run(&["vault", "move", "--to", "file"]).success();
    let wrapping = || {
        let store = Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap();
        let row =
            store.query_row("SELECT wrapped FROM vault_key", [], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        (row, fs::read(sandbox.data_dir().join("vault.key")).unwrap())
    };
    let before = wrapping();
    for args in [&["vault", "move", "--to", "file"][..], &["vault", "move", "--to", "file", "--dry-run"]] {
        let run = sandbox.run(args).success();
        assert_eq!(run.stdout, "the key is there already, kept by the file vault.key beside the store\n");
        assert_eq!(run.stderr, "");
    }
    assert!(wrapping() == before);
}

#[test]
fn a_passphrase_that_was_prepared_is_used_where_there_is_no_keyring() {
    let sandbox = Sandbox::new();
    counted(&sandbox, "echo correct horse");
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "value").success();
    assert_eq!(sandbox.run(&["vault", "status", "--field", "keeper"]).stdout, "passphrase\n");
    assert!(!sandbox.data_dir().join("vault.key").exists());
}

#[test]
fn a_value_of_another_key_asks_for_the_master_key_once() {
    let sandbox = Sandbox::new();
    counted(&sandbox, "echo correct horse");
    ScriptedServer::new("{}").install(&sandbox, "server");
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "value").success();
    let add = ["server", "add", "s", "--no-check", "--env", "T=secret://s", "--", "./server"];
    sandbox.run(&add).success();
    let store = Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap();
    let other =
        "UPDATE secret SET value = CAST(substr(value, 1, 1) || randomblob(16) || substr(value, 18) AS BLOB)";
    store.execute(other, []).unwrap();
    runs(&sandbox);
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
    assert_eq!(runs(&sandbox), 1);
}

#[test]
fn servers_that_start_together_share_a_failure_to_open_the_vault() {
    let sandbox = Sandbox::new();
    sandbox.run(&["config", "set", "vault.passphrase_command", "echo correct horse"]).success();
    ScriptedServer::new("{}").install(&sandbox, "server");
    private(&sandbox, "typed", "A=1\n");
    for name in ["a", "b", "c", "d"] {
        let add = ["server", "add", name, "--no-check", "--eager", "--env-file", "typed", "--", "./server"];
        sandbox.run(&add).success();
    }
    counted(&sandbox, "sleep 1; exit 1");
    let mut command = sandbox.command(["stdio"]);
    let mut client = Client::open(&mut command);
    client.ask("tools/list", "{}");
    client.end();
    assert!(runs(&sandbox) <= 2, "each server asked for itself");
}

#[test]
fn a_passphrase_command_ends_with_all_it_started_and_is_not_told_our_settings() {
    let sandbox = Sandbox::new();
    let command = "env | grep -c ^MCPGW_ > ours; echo correct horse; sleep 1000 & echo $! > left";
    counted(&sandbox, command);
    let began = Instant::now();
    let set = ["secret", "set", "s", "--file", "value"];
    private(&sandbox, "value", "value");
    with(&sandbox, &[("MCPGW_KEYRING", "off")], &set).success();
    assert!(began.elapsed() < Duration::from_secs(20));
    assert_eq!(fs::read_to_string(sandbox.home().join("ours")).unwrap(), "0\n");
    let left = fs::read_to_string(sandbox.home().join("left")).unwrap();
    let stat = fs::read_to_string(format!("/proc/{}/stat", left.trim())).unwrap_or_default();
    assert!(stat.is_empty() || stat.contains(") Z "), "{stat}");
    // One that never stops printing is no passphrase, and not waited for.
    counted(&sandbox, "yes | tr -d '\\n'");
    let endless = with(&sandbox, &[("MCPGW_KEYRING", "off")], &["vault", "status"]);
    assert!(endless.stderr.contains("longer than a passphrase may be"), "{endless}");
}

#[test]
fn a_passphrase_file_may_be_a_link_and_one_that_gives_nothing_is_given_up() {
    let sandbox = Sandbox::new();
    private(&sandbox, "passphrase", "correct horse");
    std::os::unix::fs::symlink("passphrase", sandbox.home().join("link")).unwrap();
    private(&sandbox, "value", "value");
    let from = |file: &str, args: &[&str]| {
        let file = sandbox.home().join(file);
        let environment = [("MCPGW_KEYRING", "off"), ("MCPGW_VAULT_PASSPHRASE_FILE", file.to_str().unwrap())];
        with(&sandbox, &environment, args)
    };
    from("link", &["secret", "set", "s", "--file", "value"]).success();
    let fifo = std::process::Command::new("mkfifo").arg(sandbox.home().join("fifo")).status().unwrap();
    assert!(fifo.success());
    fs::set_permissions(sandbox.home().join("fifo"), fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(from("fifo", &["vault", "status"]).code, "8");
    private(&sandbox, "long", &"x".repeat(100_000));
    assert!(from("long", &["vault", "status"]).stderr.contains("longer than a passphrase may be"));
}

#[test]
fn where_no_keyring_runs_the_hint_says_what_to_do() {
    let sandbox = Sandbox::new();
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "value").success();
    let nowhere = sandbox.home().join("bus");
    let bus = [("DBUS_SESSION_BUS_ADDRESS", &*format!("unix:path={}", nowhere.display()))];
    insta::assert_snapshot!(with(&sandbox, &bus, &["vault", "move", "--to", "os"]), @r"
    exit 8
    -- stderr
    error: the keyring can't be used: no service for it runs in this session
      hint: start or install a Secret Service, such as gnome-keyring; without one: mcpgw vault move --to passphrase
    ");
    let store = Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap();
    store.execute("UPDATE vault_key SET source = 'os'", []).unwrap();
    let locked = with(&sandbox, &bus, &["vault", "status"]);
    assert!(locked.stderr.contains("hint: start the Secret Service that has the key"), "{locked}");
}

#[test]
fn a_keyring_that_is_forbidden_is_not_moved_to() {
    let sandbox = Sandbox::new();
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "value").success();
    for keyring in ["file", "off"] {
        let run = with(&sandbox, &[("MCPGW_KEYRING", keyring)], &["vault", "move", "--to", "os"]);
        assert_eq!(run.code, "8", "{run}");
        assert!(run.stderr.contains("MCPGW_KEYRING forbids"), "{run}");
    }
    sandbox.run(&["vault", "status"]).success();
}
