//! What somebody was refused stands in the audit, and fills no disk.

use rusqlite::Connection;

use super::invite::web;
use super::user::{OTHER, WORD, create, log_in, shared};
use crate::support::Sandbox;

fn store(sandbox: &Sandbox) -> Connection {
    Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap()
}

/// What was done, to what, and why not, of all that was denied.
fn denied(sandbox: &Sandbox) -> Vec<String> {
    let run = sandbox.run(&["audit", "list", "--format", "plain"]).success();
    let lines = run.stdout.lines().filter(|line| line.contains("denied"));
    lines.map(|line| line.split('\t').skip(4).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn identical_refusals_are_one_row_and_one_with_their_number() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "add", "x", "--no-check", "--", "true"]).success();
    let store = store(&sandbox);
    // Who acts may manage their own servers, and no more the installation.
    let role: String = store
        .query_row("DELETE FROM global_grant RETURNING user_id || ' ' || role", [], |row| row.get(0))
        .unwrap();
    let refused = sandbox.run(&["vault", "move", "--to", "file"]);
    assert_eq!(refused.code, "5", "{refused}");
    for _ in 0..2 {
        assert_eq!(sandbox.run(&["vault", "move", "--to", "file"]), refused);
    }
    assert_eq!(sandbox.run(&["audit", "list"]).code, "5");
    let (user, role) = role.split_once(' ').unwrap();
    store.execute("INSERT INTO global_grant VALUES (?1, ?2, NULL, 'manual', 0)", [user, role]).unwrap();
    let told = || {
        let run = sandbox.run(&["audit", "list", "--format", "plain", "--action", "vault.move"]).success();
        let cells = |line: &str| line.split('\t').skip(4).collect::<Vec<_>>().join(" ");
        run.stdout.lines().map(cells).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(told(), @"vault.move vault denied: it takes settings.edit, which no role there gives");
    // A minute later.
    store.execute("UPDATE audit_denial SET since = since - 60000", []).unwrap();
    insta::assert_snapshot!(told(), @r"
    vault.move vault denied: it takes settings.edit, which no role there gives
    vault.move vault denied: it takes settings.edit, which no role there gives (2 times)
    ");
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn who_logs_in_and_who_is_refused_stands_there_by_name() {
    let sandbox = shared();
    assert_eq!(log_in(&sandbox, "ann@example.org", "wrong").code, "4");
    assert_eq!(log_in(&sandbox, "nobody@example.org", "wrong").code, "4");
    log_in(&sandbox, "ann@example.org", OTHER).success();
    let words = format!("{OTHER}\ncanary-of-ann 3f8c2d");
    sandbox.run_with_input(&["user", "passwd", "--password-stdin"], &words).success();
    log_in(&sandbox, "ann@example.org", "canary-of-ann 3f8c2d").success();
    assert_eq!(sandbox.run(&["vault", "move", "--to", "file"]).code, "5");
    assert_eq!(sandbox.run(&["audit", "verify"]).code, "5");
    sandbox.run(&["logout"]).success();
    log_in(&sandbox, "me@example.org", WORD).success();
    let run = sandbox.run(&["audit", "list", "--format", "plain"]).success();
    let cells = |line: &str| {
        let cells: Vec<_> = line.split('\t').collect();
        format!("{} | {}", cells[2], cells[4..].join(" | "))
    };
    insta::assert_snapshot!(run.stdout.lines().map(cells).collect::<Vec<_>>().join("\n"), @r"
    owner | config.adopt | setting | done
    owner | user.edit | user me@example.org | done
    owner | user.password | user me@example.org | done
    owner | user.create | user ann@example.org | done
    nobody | login.begin | user ann@example.org | denied: credentials
    nobody | login.begin | user nobody@example.org | denied: credentials
    ann@example.org | login.begin | user ann@example.org | done
    ann@example.org | user.password | user ann@example.org | done
    ann@example.org | login.begin | user ann@example.org | done
    ann@example.org | vault.move | vault | denied: it takes settings.edit, which no role there gives
    ann@example.org | audit.show | audit | denied: it takes audit.read, which no role there gives
    nobody | login.end | user ann@example.org | done
    me@example.org | login.begin | user me@example.org | done
    ");
    assert!(!sandbox.run(&["audit", "list", "--json"]).success().stdout.contains("canary"));
    let mine = sandbox.run(&["audit", "list", "--user", "ann@example.org", "--field", "outcome"]).success();
    assert!(mine.stdout.contains("denied\n"), "{mine}");
}

#[test]
fn what_reads_as_if_it_were_not_there_is_told_as_denied_and_guesses_are_counted() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["server", "add", "mine", "--no-check", "--", "cat"]).success();
    for _ in 0..2 {
        assert_eq!(log_in(&sandbox, "no@example.org", "wrong").code, "4");
    }
    log_in(&sandbox, "ann@example.org", OTHER).success();
    assert_eq!(sandbox.run(&["server", "show", "mine"]).code, "3");
    assert_eq!(sandbox.run(&["server", "show", "nosuch"]).code, "3");
    log_in(&sandbox, "me@example.org", WORD).success();
    let denied = || denied(&sandbox);
    let guessed = "login.begin user no@example.org denied: credentials";
    assert_eq!(denied(), [guessed, "server.show server mine denied: it is private to its owner"]);
    store(&sandbox).execute("UPDATE audit_denial SET since = since - 60000", []).unwrap();
    assert!(denied().iter().any(|row| row == guessed));
    assert_eq!(denied().len(), 3, "{:?}", denied());
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn what_was_not_to_be_changed_stands_there_by_its_name() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["team", "member", "add", "web", "ann@example.org", "--role", "viewer"]).success();
    sandbox
        .run(&[
            "server",
            "add",
            "clock",
            "--team",
            "web",
            "--",
            env!("CARGO_BIN_EXE_mcpgw"),
            "__example",
            "time",
        ])
        .success();
    log_in(&sandbox, "ann@example.org", OTHER).success();
    for refused in [
        &["tool", "disable", "clock/now"][..],
        &["server", "remove", "clock", "--yes"],
        &["team", "member", "add", "web", "me@example.org"],
        &["user", "disable", "me@example.org"],
        &["token", "revoke", "--all", "--user", "me@example.org"],
        &["key", "rotate"],
    ] {
        assert!(["3", "5"].contains(&&*sandbox.run(refused).code), "{refused:?}");
    }
    log_in(&sandbox, "me@example.org", WORD).success();
    insta::assert_snapshot!(denied(&sandbox).join("\n"), @r"
    item.edit server clock denied: it takes servers.edit, which no role there gives
    server.remove server clock denied: it takes servers.delete, which no role there gives
    member.add team web denied: it takes teams.members, which no role there gives
    user.edit user me@example.org denied: it takes users.edit, which no role there gives
    user.show user me@example.org denied: it takes users.read, which no role there gives
    key.edit key denied: it takes keys.edit, which no role there gives
    ");
}

#[test]
fn who_reaches_for_more_than_they_have_is_told_of() {
    let sandbox = web();
    for args in [
        &[
            "role",
            "create",
            "lead",
            "--team",
            "web",
            "--allow",
            "teams.members",
            "--allow",
            "roles.grant",
            "--allow",
            "teams.invite",
        ][..],
        &["team", "member", "add", "web", "ann@example.org", "--role", "lead"],
    ] {
        sandbox.run(args).success();
    }
    create(&sandbox, "bob@example.org", &[]).success();
    log_in(&sandbox, "ann@example.org", OTHER).success();
    for args in [
        &["team", "member", "add", "web", "bob@example.org", "--role", "owner"][..],
        &["team", "member", "set-role", "web", "ann@example.org", "owner"],
        &["team", "member", "remove", "web", "me@example.org", "--yes"],
        &["team", "invite", "create", "web", "eve@example.org", "--role", "developer"],
    ] {
        let refused = sandbox.run(args);
        assert_eq!(refused.code, "5", "{args:?}: {refused}");
    }
    log_in(&sandbox, "me@example.org", WORD).success();
    insta::assert_snapshot!(denied(&sandbox).join("\n"), @r"
    member.add team web denied: you can't grant the role owner: you lack servers.read there yourself
    member.edit team web denied: you can't grant the role owner: you lack servers.read there yourself
    member.remove team web denied: me@example.org may do more in the team web than you
    invite.create team web denied: you can't grant the role developer: you lack servers.read there yourself
    ");
}
