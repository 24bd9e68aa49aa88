//! Who proves an address comes into the teams that take whoever has such an address.

use super::invite::{invite, web};
use super::user::{OTHER, WORD, log_in, store};
use crate::support::Sandbox;

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";
const CHOSEN: &str = "canary-of-the-invited 91be04";

fn accept(sandbox: &Sandbox, code: &str, password: &str) -> String {
    sandbox.run(&["logout"]);
    let args = ["team", "invite", "accept", "--code-stdin", "--password-stdin", "--field", "joined"];
    sandbox.run_with_input(&args, &format!("{code}\n{password}\n")).success().stdout
}

#[test]
fn domains_are_set_listed_and_removed_by_admins() {
    let sandbox = web();
    sandbox.run(&["team", "domain", "add", "web", "Example.ORG", "--auto-join", "--dry-run"]).success();
    sandbox.run(&["team", "domain", "add", "web", "Example.ORG", "--auto-join"]).success();
    sandbox.run(&["team", "domain", "add", "web", "example.com"]).success();
    insta::assert_snapshot!(sandbox.run(&["team", "domain", "list", "web"]), @r"
    exit 0
    -- stdout
    DOMAIN       AUTO-JOIN
    example.com  no
    example.org  yes
    ");
    assert_eq!(sandbox.run(&["team", "domain", "add", "web", "a@b"]).code, "2");
    assert_eq!(sandbox.run(&["team", "domain", "add", "personal", "b.c"]).code, "6");
    insta::assert_snapshot!(sandbox.run(&["team", "domain", "remove", "web", "b.c"]), @r"
    exit 3
    -- stderr
    error: the team web has no domain b.c
      hint: mcpgw team domain list web
    ");
    sandbox.run(&["team", "domain", "remove", "web", "example.com"]).success();
    let told = sandbox.run(&["audit", "list", "--action", "domain", "--field", "action"]);
    assert_eq!(told.stdout, "domain.add\ndomain.add\ndomain.remove\n");
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "owner"]).success();
    log_in(&sandbox, ANN, OTHER).success();
    let run = sandbox.run(&["team", "domain", "add", "web", "x.y", "--auto-join"]);
    assert!(run.code == "5" && run.stderr.contains("it takes tenants.edit"), "{run}");
}

#[test]
fn a_proven_address_lets_in_and_no_other_does() {
    let sandbox = web();
    sandbox.run(&["team", "create", "all"]).success();
    sandbox.run(&["team", "create", "full"]).success();
    sandbox.run(&["team", "quota", "full", "--max-members", "1"]).success();
    for team in ["all", "full"] {
        sandbox.run(&["team", "domain", "add", team, "example.org", "--auto-join"]).success();
    }
    sandbox.run(&["team", "domain", "add", "web", "example.net"]).success();
    // An address that somebody typed in proves nothing.
    assert_eq!(sandbox.run(&["team", "show", "all", "--field", "members"]).stdout, "1\n");
    let (new, known, other) = (
        invite(&sandbox, "new@example.org", &[]),
        invite(&sandbox, ANN, &[]),
        invite(&sandbox, "x@example.net", &[]),
    );
    assert_eq!(accept(&sandbox, &new, CHOSEN), "[\"all\"]\n", "and the other one is full");
    assert_eq!(accept(&sandbox, &known, OTHER), "[\"all\"]\n");
    assert_eq!(accept(&sandbox, &other, CHOSEN), "[]\n");
    log_in(&sandbox, ME, WORD).success();
    let roles = sandbox.run(&["team", "member", "list", "all", "--field", "role"]);
    assert_eq!(roles.stdout, "owner\nmember\nmember\n");
    let verified = |email: &str| {
        let sql = "SELECT email_verified_at IS NOT NULL FROM user WHERE email = ?1";
        store(&sandbox).query_row(sql, [email], |row| row.get::<_, bool>(0)).unwrap()
    };
    assert!(verified(ANN) && verified("x@example.net") && !verified(ME));
    sandbox.run(&["user", "edit", ANN, "--email", "anna@example.org"]).success();
    assert!(!verified("anna@example.org"), "another address is to be proven anew");
}

#[test]
fn an_owner_who_may_not_create_users_proves_no_address() {
    let sandbox = web();
    sandbox.run(&["config", "set", "users.invite_creates", "true"]).success();
    sandbox.run(&["team", "create", "all"]).success();
    sandbox.run(&["team", "domain", "add", "all", "example.org", "--auto-join"]).success();
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "owner"]).success();
    log_in(&sandbox, ANN, OTHER).success();
    let code = invite(&sandbox, "boss@example.org", &[]);
    assert_eq!(accept(&sandbox, &code, CHOSEN), "[]\n", "who invites has the code, and could be anybody");
}
