//! Values of servers' variables are sealed: nothing but the server that needs one ever has it in clear.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use rusqlite::Connection;

use crate::support::{Run, Sandbox, ScriptedServer};

const CANARY: &str = "canary-7d1f0c52a9";

/// A server that starts only when its variable has the canary's value, which stands nowhere in its script.
fn keeper_of_the_canary() -> ScriptedServer {
    let hash = "printf %s \"$CANARY_TOKEN\" | sha256sum | cut -c1-64";
    ScriptedServer::new("{}")
        .first(&format!("[ \"$({hash})\" = {} ] || {{ echo wrong value >&2; exit 1; }}", sha256(CANARY)))
}

pub(super) fn sha256(text: &str) -> String {
    use sha2::Digest as _;
    mcpgw::core::model::Hash(sha2::Sha256::digest(text).into()).to_string()
}

pub(crate) fn private(sandbox: &Sandbox, name: &str, contents: &str) -> PathBuf {
    let file = sandbox.write(name, contents);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    file
}

/// A sandbox with one server whose variable is the canary; what was typed is gone.
fn with_server(environment: &[(&str, &str)]) -> (Sandbox, Vec<Run>) {
    let sandbox = Sandbox::new();
    keeper_of_the_canary().install(&sandbox, "server");
    let file = private(&sandbox, "typed.env", &format!("CANARY_TOKEN={CANARY}\n"));
    let mut command = sandbox.command(["server", "add", "s", "--env-file", "typed.env", "--", "./server"]);
    let added = sandbox.finish(command.envs(environment.iter().copied())).success();
    fs::remove_file(file).unwrap();
    (sandbox, vec![added])
}

/// Every file below `dir` that holds `text`.
pub(crate) fn holding(dir: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(holding(&entry.path(), text));
        } else if entry.file_type().unwrap().is_file()
            && fs::read(entry.path()).unwrap().windows(text.len()).any(|part| part == text.as_bytes())
        {
            found.push(entry.path());
        }
    }
    found
}

#[test]
fn a_value_reaches_its_server_and_stands_nowhere_else() {
    let (sandbox, mut runs) = with_server(&[]);
    for command in [
        &["server", "test", "s"][..],
        &["server", "show", "s", "--json"],
        &["server", "list", "--json"],
        &["server", "edit", "s", "--timeout", "5s"],
        &["status", "--json"],
        &["vault", "status", "--json"],
        &["tool", "list", "--json"],
    ] {
        runs.push(sandbox.run(command).success());
    }
    for run in runs {
        assert!(!run.to_string().contains(CANARY), "{run}");
    }
    assert_eq!(holding(&sandbox.home(), CANARY), Vec::<PathBuf>::new());
}

#[test]
fn the_key_file_is_private_and_its_loss_or_exchange_is_told_and_loses_nothing() {
    let (sandbox, _) = with_server(&[]);
    let key = sandbox.data_dir().join("vault.key");
    assert_eq!(fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    let original = fs::read(&key).unwrap();
    insta::assert_snapshot!(sandbox.run(&["vault", "status"]), @r"
    exit 0
    -- stdout
    vault          open
    key kept by    the file vault.key beside the store
    sealed values  1
    ");

    fs::write(&key, "0".repeat(64)).unwrap();
    insta::assert_snapshot!(sandbox.run(&["server", "test", "s"]), @r"
    exit 8
    -- stdout
    STEP     RESULT  TOOK
    secrets  failed  <took>
    -- stderr
    error: the server s failed: secrets: its variable CANARY_TOKEN is sealed, and the vault doesn't open it: the key file is not the one that the vault was made with
      hint: put the key or the store back as it was, from a backup
    ");
    insta::assert_snapshot!(sandbox.run(&["vault", "status"]), @r"
    exit 8
    -- stdout
    vault          locked
    key kept by    the file vault.key beside the store
    sealed values  1
    -- stderr
    error: the key file is not the one that the vault was made with
      hint: put the key or the store back as it was, from a backup
    ");
    fs::write(&key, "short").unwrap();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
    fs::remove_file(&key).unwrap();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
    assert!(!key.exists(), "a key that is missing is not made anew");

    private(&sandbox, ".local/share/mcpgw/vault.key", &String::from_utf8(original).unwrap());
    sandbox.run(&["server", "test", "s"]).success();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
}

#[test]
fn a_value_that_was_moved_or_changed_is_refused() {
    let (sandbox, _) = with_server(&[]);
    let store = Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap();
    let sealed: Vec<u8> = store.query_row("SELECT value FROM server_env", [], |row| row.get(0)).unwrap();

    let rename = |from: &str, to: &str| {
        store.execute("UPDATE server_env SET name = ?2 WHERE name = ?1", [from, to]).unwrap();
    };
    rename("CANARY_TOKEN", "OTHER");
    let moved = sandbox.run(&["server", "test", "s"]);
    assert_eq!(moved.code, "8", "{moved}");
    rename("OTHER", "CANARY_TOKEN");

    for place in [0, 1, 20, sealed.len() - 1] {
        let mut flipped = sealed.clone();
        flipped[place] ^= 1;
        store.execute("UPDATE server_env SET value = ?1", [&flipped]).unwrap();
        let run = sandbox.run(&["server", "test", "s"]);
        assert!(run.code == "8" || run.code == "1", "{place}: {run}");
        assert!(!run.to_string().contains(CANARY), "{run}");
    }
    store.execute("UPDATE server_env SET value = ?1", [&sealed]).unwrap();
    sandbox.run(&["server", "test", "s"]).success();
}

#[test]
fn a_passphrase_keeps_the_key_and_gives_it_to_others() {
    let sandbox = Sandbox::new();
    keeper_of_the_canary().install(&sandbox, "server");
    private(&sandbox, "typed.env", &format!("CANARY_TOKEN={CANARY}\n"));
    private(&sandbox, "right", "correct horse\n");
    private(&sandbox, "wrong", "battery staple\n");
    let run = |passphrase: Option<&str>, args: &[&str]| {
        let mut command = sandbox.command(args);
        command.env("MCPGW_KEYRING", "off");
        if let Some(file) = passphrase {
            command.env("MCPGW_VAULT_PASSPHRASE_FILE", sandbox.home().join(file));
        }
        sandbox.finish(&mut command)
    };
    run(Some("right"), &["server", "add", "s", "--env-file", "typed.env", "--", "./server"]).success();
    assert!(!sandbox.data_dir().join("vault.key").exists());
    run(Some("right"), &["server", "test", "s"]).success();
    insta::assert_snapshot!(run(Some("wrong"), &["vault", "status"]), @r"
    exit 8
    -- stdout
    vault          locked
    key kept by    a passphrase
    sealed values  1
    -- stderr
    error: the passphrase is not the one that the vault was made with
      hint: try again with the right passphrase
    ");
    insta::assert_snapshot!(run(None, &["vault", "status"]), @r"
    exit 8
    -- stdout
    vault          locked
    key kept by    a passphrase
    sealed values  1
    -- stderr
    error: the vault needs its passphrase
      hint: set MCPGW_VAULT_PASSPHRASE_FILE or vault.passphrase_command, or run it on a terminal
    ");

    run(Some("right"), &["vault", "move", "--to", "file", "--dry-run"]).success();
    assert!(!sandbox.data_dir().join("vault.key").exists());
    run(Some("right"), &["vault", "move", "--to", "file"]).success();
    run(None, &["server", "test", "s"]).success();
    run(Some("wrong"), &["vault", "move", "--to", "passphrase"]).success();
    assert!(!sandbox.data_dir().join("vault.key").exists());
    run(Some("wrong"), &["server", "test", "s"]).success();
    assert_eq!(run(Some("right"), &["server", "test", "s"]).code, "8");
    for (text, file) in [("correct horse", "right"), ("battery staple", "wrong")] {
        assert_eq!(holding(&sandbox.home(), text), [sandbox.home().join(file)]);
    }
}

/// A store of the first version with the canary in clear.
fn old_store() -> Sandbox {
    let sandbox = Sandbox::new();
    let server = keeper_of_the_canary().install(&sandbox, "server");
    let file = sandbox.data_dir().join("mcpgw.db");
    fs::create_dir_all(sandbox.data_dir()).unwrap();
    fs::set_permissions(sandbox.data_dir(), fs::Permissions::from_mode(0o700)).unwrap();
    let old = Connection::open(&file).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    old.execute_batch(include_str!("../../../src/core/store/migrations/0001_servers.sql")).unwrap();
    old.execute_batch(
        "PRAGMA user_version = 1; PRAGMA application_id = 0x6d636777; PRAGMA journal_mode = WAL;",
    )
    .unwrap();
    let id = "0198c0de-0000-7000-8000-000000000001";
    old.execute(
        "INSERT INTO server VALUES (?1, 's', 's', 1, 1, 0, ?2, '[]', NULL, NULL, 60000, NULL, 1, 1)",
        [id, server.to_str().unwrap()],
    )
    .unwrap();
    old.execute("INSERT INTO server_env VALUES (?1, 'CANARY_TOKEN', CAST(?2 AS BLOB))", [id, CANARY])
        .unwrap();
    drop(old);
    assert!(!holding(&sandbox.data_dir(), CANARY).is_empty());
    sandbox
}

#[test]
fn values_that_an_earlier_version_kept_in_clear_are_sealed_and_leave_no_trace() {
    let sandbox = old_store();
    // Without a key nothing is lost, and nothing runs without its variables.
    let mut locked = sandbox.command(["server", "list"]);
    let locked = sandbox.finish(locked.env("MCPGW_KEYRING", "off"));
    assert_eq!(locked.code, "8", "{locked}");

    sandbox.run(&["server", "list"]).success();
    assert_eq!(holding(&sandbox.home(), CANARY), Vec::<PathBuf>::new());
    sandbox.run(&["server", "test", "s"]).success();
}

#[test]
fn copies_of_values_in_clear_that_somebody_killed_left_behind_are_overwritten_by_the_next_one() {
    let sandbox = old_store();
    let file = sandbox.data_dir().join("mcpgw.db");
    let reader = Connection::open(&file).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM server;").unwrap();
    let values = "SELECT count(*) FROM server_env WHERE value IS NOT NULL AND length(value) > 40";
    let mut upgrade = sandbox.command(["server", "list"]).stdout(Stdio::null()).spawn().unwrap();
    let other = Connection::open(&file).unwrap();
    while upgrade.try_wait().unwrap().is_none()
        && !other.query_row(values, [], |row| row.get::<_, i64>(0)).is_ok_and(|count| count == 1)
    {
        std::thread::yield_now();
    }
    drop(other);
    // What it sealed is there; what it still has to overwrite, somebody reads.
    upgrade.kill().unwrap();
    upgrade.wait().unwrap();
    reader.execute_batch("COMMIT").unwrap();
    drop(reader);
    sandbox.run(&["server", "list"]).success();
    assert_eq!(holding(&sandbox.home(), CANARY), Vec::<PathBuf>::new());
    sandbox.run(&["server", "test", "s"]).success();
}

#[test]
fn every_backup_that_holds_values_in_clear_is_overwritten() {
    let sandbox = old_store();
    let locked = |args: &[&str]| {
        let mut command = sandbox.command(args);
        sandbox.finish(command.env("MCPGW_KEYRING", "off"))
    };
    assert_eq!(locked(&["server", "list"]).code, "8");
    // A later version makes its own backup while the values still stand in clear; one of them was half overwritten.
    fs::copy(sandbox.data_dir().join("mcpgw.db"), sandbox.data_dir().join("mcpgw.db.v4.bak")).unwrap();
    fs::write(sandbox.data_dir().join("mcpgw.db.v3.bak"), format!("\0\0\0{CANARY}")).unwrap();
    sandbox.run(&["server", "list"]).success();
    assert_eq!(holding(&sandbox.home(), CANARY), Vec::<PathBuf>::new());
}

#[test]
fn values_set_and_rotated_by_many_processes_of_which_some_are_killed_are_old_or_new() {
    const SERVERS: usize = 4;
    const ROUNDS: usize = 6;
    let sandbox = Sandbox::new();
    ScriptedServer::new("{}")
        .first("case $VALUE in value-[0-9]) ;; *) exit 1 ;; esac")
        .install(&sandbox, "server");
    for round in 0..ROUNDS {
        private(&sandbox, &format!("{round}.env"), &format!("VALUE=value-{round}\n"));
    }
    for server in 0..SERVERS {
        let name = format!("s{server}");
        sandbox.run(&["server", "add", &name, "--env-file", "0.env", "--", "./server"]).success();
    }
    let key = |sandbox: &Sandbox| sandbox.run(&["vault", "status", "--field", "key_id"]).success().stdout;
    let first = key(&sandbox);
    // Each thread is a person with a terminal; every third command is killed while it works.
    std::thread::scope(|threads| {
        for person in 0..2 * SERVERS {
            let sandbox = &sandbox;
            threads.spawn(move || {
                for round in 0..ROUNDS {
                    let (name, file) = (format!("s{}", person / 2), format!("{round}.env"));
                    let edit = ["server", "edit", &name, "--no-check", "--env-file", &file];
                    let args = if person % 2 == 0 { &edit[..] } else { &["secret", "rotate-key"] };
                    let mut child = sandbox.command(args).stdout(Stdio::null()).spawn().unwrap();
                    if (person + round) % 3 == 0 {
                        let store = sandbox.data_dir().join("mcpgw.db");
                        // It has opened the store by then; where in its work it is, is chance.
                        while child.try_wait().unwrap().is_none() && !has_open(child.id(), &store) {
                            std::thread::yield_now();
                        }
                        child.kill().unwrap();
                        child.wait().unwrap();
                    } else {
                        assert!(child.wait().unwrap().success(), "{args:?}");
                    }
                }
            });
        }
    });
    assert_ne!(key(&sandbox), first);
    for server in 0..SERVERS {
        sandbox.run(&["server", "test", &format!("s{server}")]).success();
    }
    assert_eq!(sandbox.run(&["vault", "status", "--field", "sealed_values"]).success().stdout, "4\n");
}

/// Whether the process `pid` has `file` open.
fn has_open(pid: u32, file: &Path) -> bool {
    let open = fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten().flatten();
    open.filter_map(|entry| fs::read_link(entry.path()).ok()).any(|target| target == file)
}

#[test]
fn a_rotation_that_can_not_open_a_value_changes_nothing() {
    let (sandbox, _) = with_server(&[]);
    sandbox.run(&["secret", "rotate-key"]).success();
    sandbox.run(&["server", "test", "s"]).success();
    let store = Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap();
    let rows = || -> String {
        store
            .query_row(
                "SELECT hex(value) || (SELECT hex(wrapped) FROM vault_key) FROM server_env",
                [],
                |row| row.get(0),
            )
            .unwrap()
    };
    store.execute("UPDATE server_env SET name = 'MOVED'", []).unwrap();
    let before = rows();
    let refused = sandbox.run(&["secret", "rotate-key"]);
    assert!(refused.stderr.contains("the variable MOVED"), "{refused}");
    assert_eq!(rows(), before);
    store.execute("UPDATE server_env SET name = 'CANARY_TOKEN'", []).unwrap();
    sandbox.run(&["secret", "rotate-key"]).success();
    sandbox.run(&["server", "test", "s"]).success();
}
