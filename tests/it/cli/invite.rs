//! Invitations: whoever has the code gets in once, as who it is for, and as nobody else.

use super::user::{OTHER, WORD, create, log_in, prepare_owner, sandbox, shared, store};
use crate::support::{Run, Sandbox};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";
const NEW: &str = "new@example.org";
const CHOSEN: &str = "canary-of-the-invited 91be04";

/// A store with two users and a team of the owner, who is logged in.
pub(super) fn web() -> Sandbox {
    let sandbox = shared();
    log_in(&sandbox, ME, WORD).success();
    sandbox.run(&["team", "create", "web"]).success();
    sandbox
}

/// Invites somebody, and returns the code.
pub(super) fn invite(sandbox: &Sandbox, email: &str, flags: &[&str]) -> String {
    let args = [&["team", "invite", "create", "web", email, "--field", "code"], flags].concat();
    sandbox.run(&args).success().stdout.trim().to_owned()
}

fn accept(sandbox: &Sandbox, code: &str, password: &str, flags: &[&str]) -> Run {
    let args = [&["team", "invite", "accept", "--code-stdin", "--password-stdin"], flags].concat();
    sandbox.run_with_input(&args, &format!("{code}\n{password}\n"))
}

fn out(sandbox: &Sandbox) {
    sandbox.run(&["logout"]).success();
}

fn members(sandbox: &Sandbox) -> String {
    let sql =
        "SELECT group_concat(email || ' ' || role || ' ' || source, ', ' ORDER BY email) FROM membership
               JOIN user ON user.id = user_id JOIN team ON team.id = team_id WHERE slug = 'web'";
    store(sandbox).query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_code_is_shown_once_and_only_its_hash_is_kept() {
    let sandbox = web();
    let run = sandbox.run(&["team", "invite", "create", "web", NEW, "--role", "developer"]);
    let code = run.stdout.lines().find_map(|line| line.strip_prefix("code: ")).unwrap();
    assert!(code.len() == 64 && code.bytes().all(|b| b.is_ascii_hexdigit()), "{run}");
    assert!(run.stdout.starts_with("invited new@example.org into the team web as developer\n"), "{run}");
    for file in
        std::fs::read_dir(sandbox.data_dir()).unwrap().filter(|file| file.as_ref().unwrap().path().is_file())
    {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(64).any(|window| window == code.as_bytes()));
    }
    insta::assert_snapshot!(sandbox.run(&["team", "invite", "create", "web", NEW]), @r"
    exit 6
    -- stderr
    error: new@example.org is invited into the team web already
      hint: for another code, take it back first: mcpgw team invite revoke web new@example.org
    ");
    let listed = sandbox.run(&["team", "invite", "list", "web"]).success();
    let words: Vec<_> = listed.stdout.split_whitespace().skip(5).collect();
    assert_eq!(words, ["new@example.org", "developer", "open", "<time>", "me@example.org"]);
    let dry =
        sandbox.run(&["team", "invite", "create", "web", "x@example.org", "--dry-run", "--json"]).success();
    assert!(dry.stdout.contains("\"code\": null"), "{dry}");
    assert_eq!(
        sandbox.run(&["team", "invite", "list", "web", "--field", "email"]).stdout,
        "new@example.org\n"
    );
    let week: i64 = store(&sandbox)
        .query_row("SELECT (expires_at - created_at + 30000) / 60000 FROM invitation", [], |row| row.get(0))
        .unwrap();
    assert_eq!(week, 7 * 24 * 60);
}

#[test]
fn who_has_no_account_gets_one_with_the_password_that_they_choose() {
    let sandbox = web();
    let code = invite(&sandbox, NEW, &[]);
    out(&sandbox);
    let weak = accept(&sandbox, &code, "short", &[]);
    assert!(weak.code == "2" && weak.stderr.starts_with("error: this password can't be taken"), "{weak}");
    insta::assert_snapshot!(accept(&sandbox, &code, CHOSEN, &["--dry-run", "--json"]), @r#"
    exit 0
    -- stdout
    {
      "team": "web",
      "email": "new@example.org",
      "role": "member",
      "joined": [],
      "user": null,
      "created": true,
      "status": "active",
      "login_required": false,
      "dry_run": true
    }
    "#);
    insta::assert_snapshot!(accept(&sandbox, &code, CHOSEN, &["--name", "New \u{1b}[31mOne"]), @r"
    exit 0
    -- stdout
    made an account for new@example.org
    new@example.org is now member in the team web
    log in: mcpgw login --user new@example.org
    ");
    insta::assert_snapshot!(accept(&sandbox, &code, CHOSEN, &[]), @r"
    exit 6
    -- stderr
    error: this invitation was accepted already
      hint: ask for another one
    ");
    log_in(&sandbox, NEW, CHOSEN).success();
    insta::assert_snapshot!(sandbox.run(&["team", "list", "--field", "slug"]), @r"
    exit 0
    -- stdout
    personal-new
    web
    ");
    log_in(&sandbox, ME, WORD).success();
    insta::assert_snapshot!(sandbox.run(&["audit", "list", "--field", "action"]).stdout.lines().rev().take(5).collect::<Vec<_>>().join(" "), @"login.begin login.begin invite.accept user.create login.end");
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn without_the_right_to_create_users_an_invitation_makes_pending_ones_unless_it_is_set() {
    let sandbox = web();
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "owner"]).success();
    log_in(&sandbox, ANN, OTHER).success();
    let (first, second) = (invite(&sandbox, NEW, &[]), invite(&sandbox, "b@example.org", &[]));
    out(&sandbox);
    let run = accept(&sandbox, &first, CHOSEN, &[]);
    assert!(run.stdout.ends_with("an admin approves the account first: mcpgw user approve\n"), "{run}");
    assert_eq!(log_in(&sandbox, NEW, CHOSEN).code, "4");
    log_in(&sandbox, ME, WORD).success();
    sandbox.run(&["config", "set", "users.invite_creates", "true"]).success();
    out(&sandbox);
    accept(&sandbox, &second, CHOSEN, &[]).success();
    log_in(&sandbox, "b@example.org", CHOSEN).success();
    log_in(&sandbox, ME, WORD).success();
    sandbox.run(&["user", "approve", NEW]).success();
    log_in(&sandbox, NEW, CHOSEN).success();
    assert_eq!(sandbox.run(&["team", "show", "web", "--field", "role"]).stdout, "member\n");
}

#[test]
fn a_code_takes_over_no_account() {
    let sandbox = web();
    let code = invite(&sandbox, ANN, &[]);
    // Whoever has the code, and is somebody else or nobody.
    let run = accept(&sandbox, &code, "whatever password", &[]);
    assert!(
        run.code == "5" && run.stderr.contains("this invitation is for ann@example.org, not for you"),
        "{run}"
    );
    out(&sandbox);
    let run = accept(&sandbox, &code, "whatever password", &[]);
    assert!(run.code == "4" && run.stderr.contains("the email or the password is wrong"), "{run}");
    assert_eq!(members(&sandbox), "me@example.org owner manual");
    let failed: i64 =
        store(&sandbox).query_row("SELECT max(failed) FROM credential", [], |row| row.get(0)).unwrap();
    assert_eq!(failed, 1, "guesses count as at a login");
    // Nor one that may not act, nor one whose password does only to be changed.
    store(&sandbox).execute("UPDATE credential SET must_change = 1", []).unwrap();
    assert_eq!(accept(&sandbox, &code, OTHER, &[]).code, "5");
    store(&sandbox).execute("UPDATE credential SET must_change = 0", []).unwrap();
    store(&sandbox).execute("UPDATE user SET status = 'disabled' WHERE email = ?1", [ANN]).unwrap();
    assert_eq!(accept(&sandbox, &code, OTHER, &[]).code, "4");
    store(&sandbox).execute("UPDATE user SET status = 'active'", []).unwrap();
    // Ann herself, with her password.
    accept(&sandbox, &code, OTHER, &[]).success();
    assert_eq!(members(&sandbox), "ann@example.org member invite, me@example.org owner manual");
    log_in(&sandbox, ANN, OTHER).success();
}

#[test]
fn who_is_logged_in_needs_no_password() {
    let sandbox = web();
    let code = invite(&sandbox, ANN, &["--role", "viewer"]);
    log_in(&sandbox, ANN, OTHER).success();
    insta::assert_snapshot!(sandbox.run(&["team", "invite", "accept", &code]), @r"
    exit 0
    -- stdout
    ann@example.org is now viewer in the team web
    ");
    log_in(&sandbox, ME, WORD).success();
    insta::assert_snapshot!(sandbox.run(&["team", "invite", "create", "web", ANN]), @r"
    exit 6
    -- stderr
    error: ann@example.org is a member of the team web already, as viewer
      hint: to change that: mcpgw team member set-role web ann@example.org ROLE
    ");
}

#[test]
fn a_code_that_is_none_or_over_lets_nobody_in() {
    let sandbox = web();
    assert_eq!(sandbox.run(&["team", "invite", "accept", "0f4a"]).code, "2");
    let unknown = sandbox.run(&["team", "invite", "accept", &"0".repeat(64)]);
    insta::assert_snapshot!(unknown, @r"
    exit 3
    -- stderr
    error: no invitation has this code
      hint: see whether all of it was copied, or ask for another one
    ");
    let code = invite(&sandbox, NEW, &[]);
    insta::assert_snapshot!(sandbox.run(&["team", "invite", "revoke", "web", NEW]), @r"
    exit 0
    -- stdout
    took back the invitation of new@example.org into the team web
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "invite", "revoke", "web", NEW]), @r"
    exit 3
    -- stderr
    error: there is no open invitation of new@example.org into the team web
      hint: mcpgw team invite list web
    ");
    assert!(accept(&sandbox, &code, CHOSEN, &[]).stderr.starts_with("error: this invitation was taken back"));
    let code = invite(&sandbox, NEW, &["--expires", "1h"]);
    store(&sandbox).execute("UPDATE invitation SET expires_at = 1000 WHERE revoked_at IS NULL", []).unwrap();
    let expired = accept(&sandbox, &code, CHOSEN, &[]);
    assert!(
        expired.code == "6" && expired.stderr.starts_with("error: this invitation has expired"),
        "{expired}"
    );
    // An expired one is in nobody's way.
    invite(&sandbox, NEW, &[]);
    let all = sandbox.run(&["team", "invite", "list", "web", "--all", "--field", "state"]);
    assert_eq!(all.stdout, "revoked\nexpired\nopen\n");
}

#[test]
fn who_invited_must_still_be_able_to_grant_it() {
    let sandbox = web();
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "owner"]).success();
    log_in(&sandbox, ANN, OTHER).success();
    let code = invite(&sandbox, NEW, &["--role", "developer"]);
    log_in(&sandbox, ME, WORD).success();
    sandbox.run(&["team", "member", "set-role", "web", ANN, "viewer"]).success();
    out(&sandbox);
    insta::assert_snapshot!(accept(&sandbox, &code, CHOSEN, &[]), @r"
    exit 5
    -- stderr
    error: who sent this invitation may not grant developer in the team web any more
      hint: ask an owner of the team for another one
    ");
    assert_eq!(log_in(&sandbox, NEW, CHOSEN).code, "4", "and no account was made");
    log_in(&sandbox, ME, WORD).success();
    let denied = sandbox.run(&["audit", "list", "--action", "invite.accept", "--field", "outcome"]);
    assert_eq!(denied.stdout, "denied\n");
    // Of a team that is suspended, nor of one who is gone.
    sandbox.run(&["team", "member", "set-role", "web", ANN, "owner"]).success();
    sandbox.run(&["team", "suspend", "web"]).success();
    out(&sandbox);
    assert_eq!(accept(&sandbox, &code, CHOSEN, &[]).code, "5");
    log_in(&sandbox, ME, WORD).success();
    sandbox.run(&["team", "resume", "web"]).success();
    sandbox.run(&["user", "delete", ANN, "--yes"]).success();
    out(&sandbox);
    assert_eq!(accept(&sandbox, &code, CHOSEN, &[]).code, "3");
}

#[test]
fn only_who_may_invite_does() {
    let sandbox = web();
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "developer"]).success();
    log_in(&sandbox, ANN, OTHER).success();
    for args in [
        &["team", "invite", "create", "web", NEW][..],
        &["team", "invite", "list", "web"],
        &["team", "invite", "revoke", "web", NEW],
    ] {
        let run = sandbox.run(args);
        assert!(run.code == "5" && run.stderr.contains("it takes teams.invite"), "{run}");
    }
    log_in(&sandbox, ME, WORD).success();
    for (email, team, role, code) in [
        (NEW, "web", "boss", "3"),
        (NEW, "none", "member", "3"),
        (NEW, "personal", "member", "6"),
        ("no address", "web", "member", "2"),
    ] {
        assert_eq!(sandbox.run(&["team", "invite", "create", team, email, "--role", role]).code, code);
    }
}

#[test]
fn the_first_further_user_may_be_invited_once_the_owner_can_log_in() {
    let sandbox = sandbox();
    sandbox.run(&["team", "create", "web"]).success();
    let run = sandbox.run(&["team", "invite", "create", "web", NEW, "--field", "code"]).success();
    assert!(run.stderr.contains("choose what you log in with yourself"), "{run}");
    let code = run.stdout.trim().to_owned();
    assert_eq!(accept(&sandbox, &code, CHOSEN, &[]).code, "6");
    prepare_owner(&sandbox);
    let run = accept(&sandbox, &code, CHOSEN, &[]).success();
    assert!(run.stdout.ends_with("from now on everybody has to log in: mcpgw login\n"), "{run}");
    assert_eq!(sandbox.run(&["team", "list"]).code, "4");
    log_in(&sandbox, ME, WORD).success();
    create(&sandbox, ANN, &[]).success();
}
