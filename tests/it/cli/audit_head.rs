//! Heads of the audit: signed while the vault is open, and what they show that rows alone don't.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use rusqlite::Connection;

use crate::support::{Run, Sandbox};

/// A sandbox with the rows 1 to 3, and a signed head of the last one.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for name in ["a", "b", "c"] {
        add(&sandbox, name);
    }
    sandbox.run(&["audit", "head"]).success();
    sandbox
}

fn add(sandbox: &Sandbox, name: &str) {
    sandbox.run(&["server", "add", name, "--no-check", "--", "true"]).success();
}

fn sql(sandbox: &Sandbox, sql: &str) {
    Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap().execute_batch(sql).unwrap();
}

fn vouched(sandbox: &Sandbox) -> String {
    sandbox.run(&["audit", "verify", "--field", "vouched"]).success().stdout.trim().to_owned()
}

#[track_caller]
fn broken(sandbox: &Sandbox, flaw: &str) {
    let run = sandbox.run(&["audit", "verify"]);
    assert_eq!(run.code, "9", "{run}");
    assert_eq!(run.stderr, format!("error: the audit is not what was written: {flaw}\n"));
}

#[test]
fn a_head_is_printed_signed_and_vouches_for_the_rows_up_to_it() {
    let sandbox = sandbox();
    let head = sandbox.run(&["audit", "head"]).success().stdout;
    assert!(head.starts_with("3:") && head.trim().len() == 66, "{head}");
    assert_eq!(sandbox.run(&["audit", "verify", "--field", "head"]).success().stdout, head);
    assert_eq!(sandbox.run(&["audit", "verify", "--expect", head.trim()]).code, "0");
    insta::assert_snapshot!(sandbox.run(&["audit", "head", "--field", "signed_at"]), @r"
    exit 0
    -- stdout
    <time>
    ");
    add(&sandbox, "d");
    insta::assert_snapshot!(sandbox.run(&["audit", "verify"]), @r"
    exit 0
    -- stdout
    4 rows, all as they were written
    a head vouches for the rows up to 3
    ");
}

#[test]
fn before_anything_was_done_there_is_a_head_too() {
    let sandbox = Sandbox::new();
    let head = sandbox.run(&["audit", "head"]).success().stdout;
    assert!(head.starts_with("0:"), "{head}");
    add(&sandbox, "a");
    assert_eq!(sandbox.run(&["audit", "verify", "--expect", head.trim()]).code, "0");
    // The beginning of another store is another one.
    let other = Sandbox::new();
    add(&other, "a");
    assert_eq!(other.run(&["audit", "verify", "--expect", head.trim()]).code, "9");
}

#[test]
fn rows_cut_off_or_replaced_before_a_signed_head_show() {
    let sandbox = sandbox();
    sql(&sandbox, "DELETE FROM audit WHERE seq > 1");
    broken(&sandbox, "row 2 is missing, and all up to row 3, which the signed head names");
    add(&sandbox, "x");
    broken(&sandbox, "row 3 is missing, and all up to row 3, which the signed head names");
    add(&sandbox, "y");
    broken(
        &sandbox,
        "row 3 is not the one that the signed head names: rows after 0 and up to it were rewritten",
    );
}

#[test]
fn nobody_makes_a_head_without_the_vault() {
    for (forgery, seq) in [
        ("UPDATE audit_head SET hash = (SELECT hash FROM audit WHERE seq = 2)", 3),
        ("UPDATE audit_head SET signed_at = signed_at + 1", 3),
        ("UPDATE audit_head SET signature = zeroblob(64)", 3),
        ("UPDATE audit_head SET signature = x'00'", 3),
        ("DELETE FROM audit_key", 3),
        (
            "UPDATE audit_key SET secret = CAST(substr(secret, 1, length(secret) - 1)
                || CASE substr(secret, -1) WHEN x'00' THEN x'01' ELSE x'00' END AS BLOB)",
            3,
        ),
        (
            "UPDATE audit_head SET seq = 2, hash = (SELECT hash FROM audit WHERE seq = 2);
             DELETE FROM audit WHERE seq = 3",
            2,
        ),
    ] {
        let sandbox = sandbox();
        sql(&sandbox, forgery);
        broken(&sandbox, &format!("the head of row {seq} is not signed by this store's key"));
        // Changes go on.
        add(&sandbox, "d");
    }
    // The public half is for those who can't open the vault: those who can take it from there.
    let sandbox = sandbox();
    sql(&sandbox, "UPDATE audit_key SET public = zeroblob(32)");
    assert_eq!(vouched(&sandbox), "3");
}

#[test]
fn a_change_that_opens_the_vault_has_a_head_signed() {
    let sandbox = Sandbox::new();
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "v").success();
    assert_eq!(vouched(&sandbox), "1");
    // A minute has not passed.
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "w").success();
    assert_eq!(vouched(&sandbox), "1");
    sql(&sandbox, "UPDATE audit_head SET signed_at = signed_at - 61000");
    sql(&sandbox, "DELETE FROM audit_head");
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "x").success();
    assert_eq!(vouched(&sandbox), "3");
}

#[test]
fn a_new_key_of_the_vault_leaves_heads_and_who_signs_them_as_they_are() {
    let sandbox = sandbox();
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "v").success();
    // The key that signs is none of the values that somebody has given.
    let rotated = sandbox.run(&["secret", "rotate-key", "--field", "sealed_values"]).success();
    assert_eq!(rotated.stdout, "1\n");
    assert_eq!(vouched(&sandbox), "3");
    sandbox.run(&["audit", "head"]).success();
    assert_eq!(vouched(&sandbox), "5");
}

/// `args` in a store whose vault needs a passphrase, which is at hand or not.
fn locked(sandbox: &Sandbox, args: &[&str], passphrase: bool) -> Run {
    let mut command: Command = sandbox.command(args);
    if passphrase {
        command.env("MCPGW_VAULT_PASSPHRASE_FILE", sandbox.home().join("passphrase"));
    }
    sandbox.finish(&mut command)
}

#[test]
fn a_locked_vault_keeps_nobody_from_a_head_which_is_signed_another_time() {
    let sandbox = sandbox();
    let file = sandbox.write("passphrase", "correct horse");
    fs::set_permissions(file, fs::Permissions::from_mode(0o600)).unwrap();
    locked(&sandbox, &["vault", "move", "--to", "passphrase"], true).success();
    let head = locked(&sandbox, &["audit", "head"], false).success();
    assert!(head.stdout.starts_with("4:"), "{head}");
    assert!(head.stderr.starts_with("warning: the head is not signed: "), "{head}");
    let unproven = locked(&sandbox, &["audit", "verify"], false).success();
    assert!(unproven.stdout.contains("up to 3"), "{unproven}");
    let warning = "warning: whose key the heads are signed with can't be checked: ";
    assert!(unproven.stderr.starts_with(warning), "{unproven}");
    locked(&sandbox, &["server", "disable", "a"], false).success();
    let signed = locked(&sandbox, &["audit", "head"], true).success();
    assert!(signed.stdout.starts_with("5:") && signed.stderr.is_empty(), "{signed}");
    let proven = locked(&sandbox, &["audit", "verify"], true).success();
    assert!(proven.stdout.contains("up to 5") && proven.stderr.is_empty(), "{proven}");
}

#[test]
fn everything_is_exported_as_lines_that_only_the_owner_can_read() {
    let sandbox = sandbox();
    let printed = sandbox.run(&["audit", "export"]).success().stdout;
    assert_eq!(printed.lines().count(), 3);
    let seqs: Vec<_> = printed
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["seq"].clone())
        .collect();
    assert_eq!(seqs, [1, 2, 3]);
    insta::assert_snapshot!(sandbox.run(&["audit", "export", "--out", "audit.jsonl"]), @r"
    exit 0
    -- stderr
    3 rows are in audit.jsonl
    ");
    let file = sandbox.home().join("audit.jsonl");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 3);
    insta::assert_snapshot!(sandbox.run(&["audit", "export", "--out", "audit.jsonl"]), @r"
    exit 6
    -- stderr
    error: audit.jsonl: there is such a file already
      hint: name another one, or remove it
    ");
    assert_eq!(sandbox.run(&["audit", "export", "--out", "no/such/place"]).code, "1");
}
