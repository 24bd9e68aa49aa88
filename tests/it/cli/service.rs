//! Users that are no people, and what is noted about users.

use super::user::{OTHER, WORD, create, log_in, shared, store};
use crate::support::Sandbox;

const BOT: &str = "bot@example.org";

/// A store where everybody logs in, with a team of mine and a service user that belongs to it.
fn served() -> Sandbox {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["team", "create", "web"]).success();
    let made = sandbox.run(&["user", "create", BOT, "--service", "--team", "web"]).success();
    let told = "created the service user bot@example.org of the team web
an owner of the team gives it a role: mcpgw team member add web bot@example.org
";
    assert_eq!(made.stdout, told);
    sandbox
}

#[test]
fn a_service_user_never_logs_in_whatever_is_tried() {
    let sandbox = served();
    sandbox.run(&["team", "member", "add", "web", BOT, "--role", "member"]).success();
    assert_eq!(sandbox.run(&["user", "show", BOT, "--field", "has_password"]).stdout, "false\n");
    let set = sandbox.run_with_input(&["user", "passwd", BOT, "--password-stdin"], OTHER);
    insta::assert_snapshot!(set, @r"
    exit 6
    -- stderr
    error: bot@example.org is a service user, which never logs in
    ");
    assert_eq!(sandbox.run(&["user", "passwd", BOT, "--expire"]).code, "6");
    assert_eq!(sandbox.run(&["user", "edit", BOT, "--admin"]).code, "6");
    let sql = "INSERT INTO credential (user_id, hash, must_change, set_at)
               SELECT id, '$argon2id$x', 0, 1 FROM user WHERE email = 'bot@example.org'";
    assert!(store(&sandbox).execute(sql, []).unwrap_err().to_string().contains("no password"));
    assert_eq!(log_in(&sandbox, BOT, OTHER).code, "4");
    let list = sandbox.run(&["user", "list"]).success().stdout;
    assert!(list.contains("bot@example.org        active, service"), "{list}");
    let told = sandbox.run(&["audit", "list", "--action", "user.create", "--json"]).success().stdout;
    assert!(told.contains("service_of"), "{told}");
}

#[test]
fn a_service_user_needs_a_team_and_nothing_that_people_have() {
    let sandbox = served();
    let make = |flags: &[&str]| {
        sandbox.run(&[&["user", "create", "b@example.org", "--service"], flags].concat()).code
    };
    assert_eq!(make(&[]), "2");
    assert_eq!(make(&["--team", "nosuch"]), "3");
    assert_eq!(make(&["--team", "personal"]), "6");
    for flag in ["--admin", "--pending", "--password-stdin"] {
        assert_eq!(make(&["--team", "web", flag]), "2", "{flag}");
    }
    log_in(&sandbox, "ann@example.org", OTHER).success();
    assert_eq!(make(&["--team", "web"]), "5");
}

#[test]
fn a_service_user_is_no_owner_that_a_team_could_be_left_with() {
    let sandbox = served();
    sandbox.run(&["team", "member", "add", "web", BOT, "--role", "owner"]).success();
    let left = sandbox.run(&["team", "member", "remove", "web", "me@example.org", "--yes"]);
    assert!(left.code == "6" && left.stderr.contains("without an active owner"), "{left}");
    // Whoever made it may go; it stays with its team, and goes with it.
    create(&sandbox, "admin@example.org", &["--admin"]).success();
    sandbox.run(&["team", "member", "add", "web", "admin@example.org", "--role", "owner"]).success();
    log_in(&sandbox, "admin@example.org", OTHER).success();
    sandbox.run(&["user", "delete", "me@example.org", "--yes"]).success();
    sandbox.run(&["user", "show", BOT]).success();
    let held = sandbox.run(&["team", "delete", "web", "--yes"]);
    assert!(held.code == "6" && held.stderr.contains("1 service user"), "{held}");
    sandbox.run(&["team", "delete", "web", "--yes", "--cascade"]).success();
    assert_eq!(sandbox.run(&["user", "show", BOT]).code, "3");
}

#[test]
fn what_is_noted_about_a_user_is_for_those_who_administer_them() {
    let sandbox = served();
    let note =
        ["user", "edit", "ann@example.org", "--attribute", "dept=a=b", "--attribute", "Sponsor=\u{1b}[31m"];
    sandbox.run(&note).success();
    let show = |field: &str| sandbox.run(&["user", "show", "ann@example.org", "--field", field]);
    assert_eq!(show("attributes.dept").stdout, "a=b\n");
    let page = sandbox.run(&["user", "show", "ann@example.org"]).success().stdout;
    assert!(page.contains("Sponsor=\\x1b[31m dept=a=b"), "{page}");
    sandbox.run(&["user", "edit", "ann@example.org", "--no-attribute", "dept"]).success();
    assert_eq!(show("attributes.dept").code, "3");
    assert_eq!(sandbox.run(&["user", "edit", "ann@example.org", "--attribute", "dept"]).code, "2");
    let told = sandbox.run(&["audit", "list", "--action", "user.edit", "--json"]).success().stdout;
    assert!(told.contains("\"attributes\"") && !told.contains("a=b"), "{told}");
    let many: Vec<_> = (0..65).flat_map(|n| ["--attribute".to_owned(), format!("a{n}=x")]).collect();
    let many: Vec<_> = many.iter().map(String::as_str).collect();
    assert_eq!(sandbox.run(&[&["user", "edit", "me"], &many[..]].concat()).code, "6");
    log_in(&sandbox, "ann@example.org", OTHER).success();
    assert_eq!(sandbox.run(&["user", "edit", "me", "--attribute", "a=b"]).code, "5");
}

#[test]
fn who_may_not_act_inherits_nothing() {
    let sandbox = served();
    create(&sandbox, "bob@example.org", &[]).success();
    sandbox.run(&["user", "disable", "bob@example.org"]).success();
    insta::assert_snapshot!(
        sandbox.run(&["user", "delete", "ann@example.org", "--transfer-to", "bob@example.org", "--yes"]), @r"
    exit 6
    -- stderr
    error: bob@example.org may not act, and can't inherit
    ");
    sandbox.run(&["team", "member", "add", "web", "ann@example.org", "--role", "developer"]).success();
    log_in(&sandbox, "ann@example.org", OTHER).success();
    let add = ["server", "add", "s", "--no-check", "--team", "web", "--visibility", "private", "--", "cat"];
    sandbox.run(&add).success();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["user", "enable", "bob@example.org"]).success();
    sandbox
        .run(&["user", "delete", "ann@example.org", "--transfer-to", "bob@example.org", "--yes"])
        .success();
    log_in(&sandbox, "bob@example.org", OTHER).success();
    assert_eq!(sandbox.run(&["server", "list", "--field", "name"]).stdout, "s\n", "it went along");
}
