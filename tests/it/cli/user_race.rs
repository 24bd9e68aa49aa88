//! What must hold whoever comes first: sixteen processes do the same at once.

use std::process::Stdio;

use super::user::{OTHER, WORD, create, log_in, prepare_owner, sandbox, shared, store};
use crate::support::Sandbox;

const PROCESSES: usize = 16;

/// Runs so many at once; the `number`th with the arguments that `args` gives, and a password on stdin. Returns their exit codes.
fn at_once(sandbox: &Sandbox, args: impl Fn(usize) -> Vec<String>) -> Vec<String> {
    let word = super::vault::private(sandbox, "word", OTHER);
    let started: Vec<_> = (0..PROCESSES)
        .map(|number| {
            let mut command = sandbox.command(args(number));
            command.stdin(std::fs::File::open(&word).unwrap()).stdout(Stdio::null()).stderr(Stdio::piped());
            command.spawn().expect("mcpgw starts")
        })
        .collect();
    let ended = started.into_iter().map(|child| child.wait_with_output().expect("mcpgw ends"));
    ended
        .map(|output| {
            let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!stderr.contains("locked the store") && !stderr.contains("kept the store"), "{stderr}");
            assert!(!stderr.contains("the store failed"), "{stderr}");
            output.status.code().map_or_else(String::new, |code| code.to_string())
        })
        .collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(ToOwned::to_owned).collect()
}

fn count(sandbox: &Sandbox, sql: &str) -> i64 {
    store(sandbox).query_row(sql, [], |row| row.get(0)).unwrap()
}

const ADMINS: &str = "SELECT count(*) FROM user JOIN global_grant ON user_id = id
                      WHERE role = 'platform_admin' AND status = 'active'";

#[test]
fn one_active_admin_is_left_however_many_are_disabled_deleted_or_demoted_at_once() {
    for verb in ["user disable", "user delete --yes", "user edit --no-role"] {
        let sandbox = shared();
        log_in(&sandbox, "me@example.org", WORD).success();
        for number in 1..PROCESSES {
            create(&sandbox, &format!("admin{number}@example.org"), &["--admin"]).success();
        }
        let codes = at_once(&sandbox, |number| {
            let whom = if number == 0 { "me".to_owned() } else { format!("admin{number}@example.org") };
            let mut args = words(verb);
            args.push(if verb.contains("delete") && number == 0 {
                "admin1@example.org".to_owned()
            } else {
                whom
            });
            args
        });
        assert!(codes.iter().all(|code| ["0", "3", "4", "5", "6"].contains(&&**code)), "{verb}: {codes:?}");
        assert!(count(&sandbox, ADMINS) >= 1, "{verb}: {codes:?}");
        sandbox.run(&["vault", "status"]).success();
    }
}

#[test]
fn one_of_many_first_further_users_switches_the_store() {
    let sandbox = sandbox();
    prepare_owner(&sandbox);
    let args = |number| words(&format!("user create u{number}@example.org --password-stdin"));
    let codes = at_once(&sandbox, args);
    let made = codes.iter().filter(|code| *code == "0").count();
    assert_eq!(made, 1, "who comes later is not logged in: {codes:?}");
    assert!(codes.iter().all(|code| code == "0" || code == "4"), "{codes:?}");
    assert_eq!(count(&sandbox, "SELECT count(*) FROM user"), 2);
    assert_eq!(
        count(&sandbox, "SELECT count(*) FROM meta WHERE key = 'auth_mode' AND value = 'required'"),
        1
    );
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn no_further_user_is_made_while_the_owner_can_not_log_in() {
    let sandbox = sandbox();
    let args = |number| words(&format!("user create u{number}@example.org --password-stdin"));
    let codes = at_once(&sandbox, args);
    assert!(codes.iter().all(|code| code == "6"), "{codes:?}");
    assert_eq!(count(&sandbox, "SELECT count(*) FROM user"), 1);
    sandbox.run(&["server", "list"]).success();
}

#[test]
fn one_of_many_first_admins_takes_the_owners_place() {
    let sandbox = sandbox();
    let args = |number| words(&format!("user create u{number}@example.org --admin --password-stdin"));
    let codes = at_once(&sandbox, args);
    assert_eq!(codes.iter().filter(|code| *code == "0").count(), 1, "{codes:?}");
    assert!(codes.iter().all(|code| code == "0" || code == "4"), "{codes:?}");
    assert_eq!(count(&sandbox, "SELECT count(*) FROM user"), 1);
}

#[test]
fn an_email_is_one_users_whoever_comes_first() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    let codes = at_once(&sandbox, |_| words("user create bob@example.org --password-stdin"));
    assert_eq!(codes.iter().filter(|code| *code == "0").count(), 1, "{codes:?}");
    assert!(codes.iter().all(|code| code == "0" || code == "6"), "{codes:?}");
}

#[test]
fn guesses_at_once_count_one_by_one() {
    let sandbox = shared();
    let args = |_| words("login --user ann@example.org --password-stdin");
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run_with_input(&["user", "passwd", "ann@example.org", "--password-stdin"], "not that").success();
    let codes = at_once(&sandbox, args);
    assert!(codes.iter().all(|code| code == "4"), "{codes:?}");
    assert_eq!(count(&sandbox, "SELECT max(failed) FROM credential"), 5, "and no further: it is locked");
    assert_eq!(log_in(&sandbox, "ann@example.org", "not that").code, "4");
}
