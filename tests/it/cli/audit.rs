//! The audit as somebody meets it who wants to know what was done, and whether somebody else hid it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use rusqlite::Connection;
use serde_json::Value;

use crate::support::{Run, Sandbox};

/// A sandbox in which the rows 1 to 5 were written.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for args in [
        &["server", "add", "x", "--no-check", "--", "true", "hush-hush"][..],
        &["server", "disable", "x"],
        &["server", "enable", "x"],
        &["server", "edit", "x", "--no-check", "--rename", "y", "--env", "LEVEL=hush-hush"],
        &["server", "remove", "y", "--yes"],
    ] {
        sandbox.run(args).success();
    }
    sandbox
}

fn sql(sandbox: &Sandbox, sql: &str) {
    Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap().execute_batch(sql).unwrap();
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap()
}

/// The head as `audit verify` tells it.
fn head(sandbox: &Sandbox) -> String {
    sandbox.run(&["audit", "verify", "--field", "head"]).success().stdout.trim().to_owned()
}

#[test]
fn every_change_of_a_server_is_written_down_with_who_and_from_where_and_no_value() {
    let sandbox = sandbox();
    // What changes nothing is no change.
    sandbox.run(&["server", "add", "z", "--no-check", "--dry-run", "--", "true"]).success();
    let list = sandbox.run(&["audit", "list", "--json"]).success();
    assert!(!list.stdout.contains("hush-hush"), "{list}");
    let rows = json(&list);
    let told: Vec<_> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let target = &row["target"];
            format!(
                "{} {} {} {} {}",
                row["seq"], row["action"], target["name"], row["outcome"], row["details"]
            )
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    1 "server.add" "x" "done" {"alias":"x"}
    2 "server.disable" "x" "done" {"changed":["enabled"]}
    3 "server.enable" "x" "done" {"changed":["enabled"]}
    4 "server.edit" "y" "done" {"changed":["name","env.LEVEL"],"name_before":"x"}
    5 "server.remove" "y" "done" {}
    "#);
    let first = &rows[0];
    assert_eq!(first["via"], "owner");
    assert!(first["actor"].is_string() && first["uid"].is_number() && first["pid"].is_number(), "{first}");
    assert_eq!(first["target"]["id"], rows[4]["target"]["id"]);
    if cfg!(target_os = "linux") {
        let this = std::env::current_exe().unwrap();
        let name = this.file_name().unwrap().to_string_lossy();
        assert!(first["parent"].as_str().unwrap().ends_with(&*name), "{first}");
    }
}

/// The actions, targets and details of all rows of `noun`.
fn told(sandbox: &Sandbox, noun: &str) -> String {
    let rows = json(&sandbox.run(&["audit", "list", "--action", noun, "--json"]).success());
    let line = |row: &Value| format!("{} {} {}", row["action"], row["target"]["name"], row["details"]);
    rows.as_array().unwrap().iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn secrets_the_vault_and_settings_are_written_down_and_never_what_they_are() {
    let sandbox = Sandbox::new();
    // There is no store yet, and a setting makes none.
    sandbox.run(&["config", "set", "relay.list_hold", "5s"]).success();
    assert!(!sandbox.data_dir().exists());
    for value in ["hush-hush", "hush-hush", "hush-hush-2"] {
        sandbox.run_with_input(&["secret", "set", "s", "--stdin"], value).success();
    }
    let add = ["server", "add", "x", "--no-check", "--env", "A=secret://me/s", "--", "true"];
    sandbox.run(&add).success();
    for args in [
        &["secret", "grant", "s", "--server", "x"][..],
        &["secret", "grant", "s", "--server", "x"],
        &["secret", "grant", "s", "--server", "x", "--revoke"],
        &["secret", "rotate-key"],
        &["vault", "move", "--to", "file"],
        &["secret", "remove", "s", "--yes", "--dry-run"],
        &["secret", "remove", "s", "--yes"],
        &["config", "set", "vault.passphrase_command", "echo hush-hush"],
        &["config", "unset", "relay.list_hold"],
        &["config", "unset", "relay.list_hold"],
        &["server", "restart", "x"],
    ] {
        sandbox.run(args).success();
    }
    insta::assert_snapshot!(told(&sandbox, "secret"), @r#"
    "secret.set" "s" {"kind":"value","replaces":false}
    "secret.set" "s" {"kind":"value","replaces":true}
    "secret.grant" "s" {"kind":"value","server":"x","server_id":"<id>"}
    "secret.revoke" "s" {"kind":"value","server":"x","server_id":"<id>"}
    "secret.rotate_key" "" {"keeper":"file","values":2}
    "secret.remove" "s" {"kind":"value","used_by":[]}
    "#);
    insta::assert_snapshot!(told(&sandbox, "config"), @r#"
    "config.set" "vault.passphrase_command" {}
    "config.unset" "relay.list_hold" {}
    "#);
    insta::assert_snapshot!(told(&sandbox, "server.restart"), @r#""server.restart" "x" {"sessions":0,"unanswered":0}"#);
    let all = sandbox.run(&["audit", "list", "--json"]).success();
    assert!(!all.stdout.contains("hush"), "{all}");
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn where_the_key_moves_to_is_written_down() {
    let sandbox = Sandbox::new();
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "v").success();
    let file = sandbox.write("passphrase", "correct horse");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let mut move_it = sandbox.command(["vault", "move", "--to", "passphrase"]);
    sandbox.finish(move_it.env("MCPGW_VAULT_PASSPHRASE_FILE", &file)).success();
    insta::assert_snapshot!(told(&sandbox, "vault"), @r#""vault.move" "" {"keeper":"passphrase","keeper_before":"file"}"#);
    let fresh = Sandbox::new();
    fresh.run(&["vault", "move", "--to", "file"]).success();
    insta::assert_snapshot!(told(&fresh, "vault"), @r#""vault.move" "" {"keeper":"file"}"#);
}

#[test]
fn a_store_that_is_out_of_use_keeps_nobody_from_changing_a_setting() {
    let sandbox = sandbox();
    sql(&sandbox, "PRAGMA user_version = 9999");
    let set = sandbox.run(&["config", "set", "relay.list_hold", "5s"]).success();
    assert_eq!(set.stdout, "relay.list_hold = 5s\n");
    assert!(set.stderr.starts_with("warning: the audit could not be told of it: "), "{set}");
}

#[test]
fn rows_are_picked_by_action_and_number() {
    let sandbox = sandbox();
    let seqs = |args: &[&str]| {
        let run = sandbox.run(&[&["audit", "list", "--field", "seq"], args].concat()).success();
        run.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(seqs(&["--limit", "2"]), "4 5");
    assert_eq!(seqs(&["--action", "server.add"]), "1");
    assert_eq!(seqs(&["--action", "server", "--since", "1h"]), "1 2 3 4 5");
    assert_eq!(seqs(&["--action", "serv"]), "");
    assert_eq!(seqs(&["--action", "serv*"]), "");
    assert_eq!(seqs(&["--user", "me"]), "1 2 3 4 5");
    let actor = sandbox.run(&["audit", "show", "1", "--json"]).success().stdout;
    assert!(actor.contains("\"actor\": \"<id>\""), "{actor}");
    assert_eq!(seqs(&["--user", "0198c0de-0000-7000-8000-000000000001"]), "");
    assert_eq!(sandbox.run(&["audit", "list", "--user", "nobody@example.org"]).code, "3");
    assert_eq!(sandbox.run(&["audit", "list", "--user", "nobody"]).code, "2");
    assert_eq!(sandbox.run(&["audit", "show", "4", "--field", "action"]).success().stdout, "server.edit\n");
    insta::assert_snapshot!(sandbox.run(&["audit", "show", "6"]), @r"
    exit 3
    -- stderr
    error: the audit has no row 6
      hint: mcpgw audit list
    ");
    assert_eq!(sandbox.run(&["audit", "verify", "--expect", "6"]).code, "2");
}

#[test]
fn what_somebody_does_to_the_rows_is_found_and_the_first_wrong_row_named() {
    let cases = [
        ("UPDATE audit SET name = 'z' WHERE seq = 2", "row 2 is not what was written"),
        ("UPDATE audit SET action = CAST(x'ff' AS TEXT) WHERE seq = 3", "row 3 is not what was written"),
        ("UPDATE audit SET hash = x'00' WHERE seq = 5", "row 5 is not what was written"),
        ("UPDATE audit SET hash = zeroblob(32) WHERE seq = 1", "row 1 is not what was written"),
        ("DELETE FROM audit WHERE seq IN (1, 4)", "row 1 is missing"),
        ("DELETE FROM audit WHERE seq = 4", "row 4 is missing"),
        (
            "UPDATE audit SET seq = 9 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4;
             UPDATE audit SET seq = 4 WHERE seq = 9",
            "row 3 is not what was written",
        ),
        (
            "INSERT INTO audit SELECT 6, at, actor, via, uid, pid, parent, client, action, kind, id, name, outcome, reason,
             details, count, hash FROM audit WHERE seq = 5",
            "row 6 is not what was written",
        ),
        (
            "INSERT INTO audit SELECT 0, at, actor, via, uid, pid, parent, client, action, kind, id, name, outcome, reason,
             details, count, hash FROM audit WHERE seq = 5",
            "row 0 was never written by mcpgw",
        ),
    ];
    for (change, flaw) in cases {
        let sandbox = sandbox();
        sql(&sandbox, change);
        let run = sandbox.run(&["audit", "verify"]);
        assert_eq!(run.code, "9", "{change}: {run}");
        assert_eq!(run.stderr, format!("error: the audit is not what was written: {flaw}\n"), "{change}");
        // It stays readable.
        sandbox.run(&["audit", "list"]).success();
    }
}

#[test]
fn rows_cut_off_at_the_end_show_where_somebody_has_kept_a_head() {
    let sandbox = sandbox();
    let kept = head(&sandbox);
    assert_eq!(sandbox.run(&["audit", "verify", "--expect", &kept]).code, "0");
    sql(&sandbox, "DELETE FROM audit WHERE seq > 3; DELETE FROM audit_head");
    assert_eq!(sandbox.run(&["audit", "verify"]).code, "0");
    insta::assert_snapshot!(sandbox.run(&["audit", "verify", "--expect", &kept]), @r"
    exit 9
    -- stderr
    error: the audit is not what was written: row 4 is missing, and all up to row 5, which the expected head names
    ");
    // New ones in their place fit the rows before, but not the head.
    for name in ["a", "b"] {
        sandbox.run(&["server", "add", name, "--no-check", "--", "true"]).success();
    }
    assert_eq!(sandbox.run(&["audit", "verify"]).code, "0");
    let rewritten = sandbox.run(&["audit", "verify", "--expect", &kept, "--json"]);
    assert_eq!(rewritten.code, "9");
    assert_eq!(json(&rewritten)["broken"], 5);
    assert_eq!(json(&rewritten)["ok"], false);
}

#[test]
fn outside_text_reaches_no_terminal_raw() {
    let sandbox = sandbox();
    sql(
        &sandbox,
        "UPDATE audit SET name = char(27) || ']0;x' || char(7) || char(0x202e), details = char(155)",
    );
    for args in [&["audit", "list"][..], &["audit", "show", "1"], &["audit", "list", "--format", "plain"]] {
        let run = sandbox.run(args).success();
        assert!(!run.stdout.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{9b}']), "{run}");
        assert!(run.stdout.contains("\\x1b]0;x"), "{run}");
    }
}
