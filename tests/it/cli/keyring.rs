//! The vault's key in a real Secret Service.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::{Run, Sandbox};

const UNLOCKED: &str =
    "printf test-pass | gnome-keyring-daemon --daemonize --unlock --components=secrets >/dev/null 2>&1";
const LOCKED: &str = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1";

/// Runs a script of mcpgw commands in a session with a bus of its own; `m` is mcpgw, and what the service prints is left out.
fn in_session(sandbox: &Sandbox, service: &str, script: &str) -> Run {
    let runtime = sandbox.home().join("run");
    fs::create_dir_all(&runtime).unwrap();
    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
    sandbox.write(
        "script",
        &format!("m() {{ {} \"$@\" 2>&1; }}\n{TIMED}\n{service}\n{script}", env!("CARGO_BIN_EXE_mcpgw")),
    );
    let mut command = std::process::Command::new("dbus-run-session");
    let path = std::env::split_paths("/usr/local/bin:/usr/bin:/bin");
    command.args(["--", "bash", "script"]).env_clear().current_dir(sandbox.home());
    command.env("HOME", sandbox.home()).env("XDG_RUNTIME_DIR", runtime);
    command.env("PATH", std::env::join_paths(path).unwrap());
    let mut run = sandbox.finish(&mut command);
    // What the bus and the service say of their surroundings is theirs.
    run.stderr.clear();
    run
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let file = sandbox.write("typed.env", "API_TOKEN=x\n");
    fs::set_permissions(file, fs::Permissions::from_mode(0o600)).unwrap();
    sandbox
}

const ADD: &str = "m server add s --no-check --env-file typed.env -- cat";

#[test]
#[ignore = "needs gnome-keyring"]
fn a_working_keyring_keeps_the_key_and_gives_it_away_when_told() {
    let sandbox = sandbox();
    let script = format!(
        "{ADD} && m vault status --field keeper && m vault move --to file && m vault status --field keeper \
         && m vault move --to os && m vault status --field state"
    );
    insta::assert_snapshot!(in_session(&sandbox, UNLOCKED, &script), @r"
    exit 0
    -- stdout
    added s
    os
    moved the key from the system's keyring to the file vault.key beside the store
    note: copies and backups of the store from before need the key that is gone now; make new ones
    file
    moved the key from the file vault.key beside the store to the system's keyring
    note: copies and backups of the store from before need the key that is gone now; make new ones
    open
    ");
    assert!(!sandbox.data_dir().join("vault.key").exists());
    let without = sandbox.run(&["server", "test", "s"]);
    assert_eq!(without.code, "8", "{without}");
    let forbidden =
        in_session(&sandbox, UNLOCKED, "MCPGW_KEYRING=file m vault status --field state; exit $?");
    assert_eq!(forbidden.code, "8", "{forbidden}");
}

#[test]
#[ignore = "needs gnome-keyring"]
fn the_keyring_knows_the_last_head_of_the_audit_when_the_store_has_forgotten_it() {
    let sandbox = sandbox();
    let forget = "DELETE FROM audit WHERE seq > 1; DELETE FROM audit_head; DELETE FROM audit_key";
    let store = sandbox.data_dir().join("mcpgw.db");
    let script = format!(
        "{ADD} && m server disable s && m audit head --field in_keyring && m audit verify --field vouched \
         && python3 -c 'import sqlite3; c = sqlite3.connect(\"{}\"); c.executescript(\"{forget}\")' && m audit verify",
        store.display()
    );
    insta::assert_snapshot!(in_session(&sandbox, UNLOCKED, &script), @r"
    exit 9
    -- stdout
    added s
    disabled s
    true
    2
    error: the audit is not what was written: row 2 is missing, and all up to row 2, which the head in the keyring names
    ");
}

#[test]
#[ignore = "needs gnome-keyring"]
fn a_keyring_that_nobody_unlocks_gives_way_to_the_key_file() {
    let sandbox = sandbox();
    let run = in_session(&sandbox, LOCKED, &format!("{ADD} && m vault status --field keeper"));
    insta::assert_snapshot!(run, @r"
    exit 0
    -- stdout
    warning: no keyring can be used: the key to your secrets is in ~/.local/share/mcpgw/vault.key
      hint: mcpgw vault move --to passphrase, or --to os
    added s
    file
    ");
    let forced = in_session(&sandbox, LOCKED, "m vault move --to os; exit $?");
    assert_eq!(forced.code, "8", "{forced}");
    sandbox.run(&["vault", "status"]).success();
}

/// `between MS MS COMMAND` runs a command and says whether it took a time between these.
const TIMED: &str = r#"
between() {
  local low=$1 high=$2 began=$(date +%s%N); shift 2; "$@"; local code=$?
  local took=$((($(date +%s%N) - began) / 1000000))
  if ((took < low || took > high)); then echo "it took $took milliseconds"; else echo "in time, exit $code"; fi
}
"#;

/// A service that can be made slow: `slow 5` stops it for that many seconds.
const STOPPABLE: &str = r"
printf test-pass | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 & keyring=$!
owned() { dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
  string:org.freedesktop.secrets 2>/dev/null | grep -q true; }
until owned; do :; done
slow() { kill -STOP $keyring; (sleep $1; kill -CONT $keyring) >/dev/null 2>&1 & }
";

#[test]
#[ignore = "needs gnome-keyring"]
fn a_slow_keyring_is_waited_for_where_it_has_the_key_and_passed_over_where_it_has_none() {
    let sandbox = sandbox();
    let script = format!(
        "{ADD}; slow 5; between 4000 15000 m vault status --field state; slow 5\n\
         between 2900 4900 m --data-dir other server add s --no-check --env-file typed.env -- cat; kill $keyring"
    );
    insta::assert_snapshot!(in_session(&sandbox, STOPPABLE, &script), @r"
    exit 0
    -- stdout
    added s
    open
    in time, exit 0
    warning: no keyring can be used: the key to your secrets is in ~/other/vault.key
      hint: mcpgw --data-dir ~/other vault move --to passphrase, or --to os
    added s
    in time, exit 0
    ");
}

#[test]
#[ignore = "needs gnome-keyring"]
fn a_keyring_that_never_answers_is_given_up_and_keeps_no_client_waiting() {
    let sandbox = sandbox();
    let open = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#;
    let script = format!(
        "{ADD}; kill -STOP $keyring; session() {{ coproc m stdio; echo '{open}' >&${{COPROC[1]}}; \
         read -r line <&${{COPROC[0]}}; [[ $line = *protocolVersion* ]]; }}\n\
         between 0 4000 session; between 19000 29000 m server test s; kill -CONT $keyring; kill $keyring"
    );
    insta::assert_snapshot!(in_session(&sandbox, STOPPABLE, &script), @r"
    exit 0
    -- stdout
    added s
    in time, exit 0
    STEP     RESULT  TOOK
    secrets  failed  <took>
    error: the server s failed: secrets: its variable API_TOKEN is sealed, and the vault doesn't open it: the keyring did not answer within 20s
      hint: unlock the keyring; mcpgw vault status
    in time, exit 8
    ");
}

#[test]
#[ignore = "needs gnome-keyring"]
fn a_keyring_that_has_the_key_and_is_locked_without_a_prompter_is_told_at_once() {
    let sandbox = sandbox();
    in_session(&sandbox, UNLOCKED, ADD).success();
    // What the prompter says of its display is its own.
    let script = "between 0 3000 m server test s | grep -v Gtk; between 0 3000 m secret rotate-key | grep -v Gtk; \
                  between 0 3000 m server list | grep -v Gtk";
    insta::assert_snapshot!(in_session(&sandbox, LOCKED, script), @r"
    exit 0
    -- stdout
    STEP     RESULT  TOOK
    secrets  failed  <took>
    error: the server s failed: secrets: its variable API_TOKEN is sealed, and the vault doesn't open it: the keyring can't be used: Couldn't access platform storage: SS error: prompt dismissed
      hint: unlock the keyring; mcpgw vault status
    in time, exit 8
    error: the keyring can't be used: Couldn't access platform storage: SS error: prompt dismissed
      hint: unlock the keyring; mcpgw vault status
    in time, exit 8
    NAME  ALIAS  STATE    COMMAND
    s     s      enabled  cat
    in time, exit 0
    ");
    let after = in_session(&sandbox, UNLOCKED, "m vault status --field state");
    assert_eq!(after.stdout, "open\n", "{after}");
}

#[test]
#[ignore = "needs gnome-keyring"]
fn many_who_make_the_vault_at_once_find_one_key_in_the_keyring() {
    let sandbox = sandbox();
    let script = "for n in 1 2 3 4 5 6 7 8; do echo $n | m secret set s$n --stdin >/dev/null & done; wait\n\
                  m vault status --field keeper; m secret rotate-key; m vault move --to file";
    insta::assert_snapshot!(in_session(&sandbox, UNLOCKED, script), @r"
    exit 0
    -- stdout
    os
    sealed 8 values anew
    moved the key from the system's keyring to the file vault.key beside the store
    note: copies and backups of the store from before need the key that is gone now; make new ones
    ");
}

#[test]
#[ignore = "needs gnome-keyring"]
fn many_who_need_the_first_key_at_once_all_get_the_same_one() {
    let sandbox = sandbox();
    let script = "for r in 1 2 3 4 5 6 7 8 9 10 11 12; do
        for n in 1 2 3; do (echo v$n | m --data-dir d$r secret set s$n --stdin -q || echo $r $n failed) & done
        wait
        m --data-dir d$r vault status --field state
        m --data-dir d$r secret list --field name
    done";
    let run = in_session(&sandbox, UNLOCKED, script).success();
    let lines: Vec<_> = run.stdout.lines().collect();
    let told = |what: &str| lines.iter().filter(|line| **line == what).count();
    assert_eq!((told("open"), told("s1"), told("s2"), told("s3")), (12, 12, 12, 12), "{run}");
    assert!(!run.stdout.contains("failed"), "{run}");
}

#[test]
#[ignore = "needs gnome-keyring"]
fn a_working_keyring_keeps_the_login_and_a_lost_one_is_not_passed_over() {
    let sandbox = sandbox();
    let word = sandbox.write("word", "canary of a login");
    fs::set_permissions(&word, fs::Permissions::from_mode(0o600)).unwrap();
    let script = "m user create me@example.org --admin --password-stdin <word >/dev/null
        m login --user me@example.org --password-stdin <word && sed 's/^user .*/user ID/' .local/state/mcpgw/login-* && m whoami
        cp -r .local/state kept; m logout; cp -r kept/. .local/state/; m whoami; echo $?
        MCPGW_KEYRING=file m login --user me@example.org --password-stdin <word && head -1 .local/state/mcpgw/login-* | wc -c";
    insta::assert_snapshot!(in_session(&sandbox, UNLOCKED, script), @r"
    exit 0
    -- stdout
    logged in as me@example.org
    keyring
    user ID
    me@example.org, logged in
    roles: platform_admin
    logged out
    error: the keyring has no such item
      hint: mcpgw login
    4
    logged in as me@example.org
    65
    ");
}
