//! Who finds a team asks to join it, and is let in or turned away.

use super::user::{OTHER, WORD, create, log_in, shared, store};
use crate::support::Sandbox;

const ME: (&str, &str) = ("me@example.org", WORD);
const ANN: (&str, &str) = ("ann@example.org", OTHER);

fn turn_to(sandbox: &Sandbox, (email, password): (&str, &str)) {
    log_in(sandbox, email, password).success();
}

/// A team of the owner's that may be found; it is Ann's turn.
fn found() -> Sandbox {
    let sandbox = shared();
    turn_to(&sandbox, ME);
    sandbox.run(&["team", "create", "web", "--discoverable"]).success();
    turn_to(&sandbox, ANN);
    sandbox
}

fn states(sandbox: &Sandbox) -> String {
    let sql = "SELECT coalesce(group_concat(state, ' ' ORDER BY id), '') FROM join_request";
    store(sandbox).query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn who_asks_is_let_in() {
    let sandbox = found();
    assert_eq!(sandbox.run(&["team", "list", "--field", "slug"]).stdout, "personal-ann\nweb\n");
    let ask = ["team", "join", "request", "web", "--message", "I mind \u{1b}[2Jthe shop"];
    sandbox.run(&[&ask[..], &["--dry-run"]].concat()).success();
    assert_eq!(states(&sandbox), "");
    insta::assert_snapshot!(sandbox.run(&ask), @r"
    exit 0
    -- stdout
    asked to join the team web
    ");
    insta::assert_snapshot!(sandbox.run(&ask), @r"
    exit 6
    -- stderr
    error: ann@example.org asks to join the team web already
      hint: to take it back: mcpgw team join cancel web
    ");
    turn_to(&sandbox, ME);
    insta::assert_snapshot!(sandbox.run(&["team", "join", "list", "web"]), @r"
    exit 0
    -- stdout
    TEAM  WHO ASKS         STATE    NAME  MESSAGE
    web   ann@example.org  pending        I mind \x1b[2Jthe shop
    ");
    let approve = ["team", "join", "approve", "web", "ann@example.org", "--role", "viewer"];
    sandbox.run(&[&approve[..], &["--dry-run"]].concat()).success();
    insta::assert_snapshot!(sandbox.run(&approve), @r"
    exit 0
    -- stdout
    let ann@example.org into the team web as viewer
    ");
    insta::assert_snapshot!(sandbox.run(&approve), @r"
    exit 3
    -- stderr
    error: there is no pending request of ann@example.org to join the team web
      hint: mcpgw team join list
    ");
    let week: i64 = store(&sandbox)
        .query_row("SELECT (expires_at - created_at) / 3600000 FROM join_request", [], |row| row.get(0))
        .unwrap();
    assert_eq!(week, 7 * 24);
    assert_eq!(
        sandbox.run(&["audit", "list", "--action", "join", "--field", "action"]).stdout,
        "join.request\njoin.approve\n"
    );
    turn_to(&sandbox, ANN);
    assert_eq!(sandbox.run(&["team", "show", "web", "--field", "role"]).stdout, "viewer\n");
    assert_eq!(sandbox.run(&["team", "join", "list", "--field", "state"]).stdout, "approved\n");
    assert_eq!(sandbox.run(&ask).code, "6");
}

#[test]
fn a_request_is_turned_away_taken_back_or_expires() {
    let sandbox = found();
    let ask = ["team", "join", "request", "web"];
    sandbox.run(&ask).success();
    turn_to(&sandbox, ME);
    insta::assert_snapshot!(sandbox.run(&["team", "join", "reject", "web", "ann@example.org"]), @r"
    exit 0
    -- stdout
    turned ann@example.org away from the team web
    ");
    assert_eq!(sandbox.run(&["team", "join", "reject", "web", "ann@example.org"]).code, "3");
    turn_to(&sandbox, ANN);
    sandbox.run(&ask).success();
    // Also when the team can't be found any more.
    store(&sandbox).execute("UPDATE team SET discoverable = 0 WHERE slug = 'web'", []).unwrap();
    insta::assert_snapshot!(sandbox.run(&["team", "join", "cancel", "web"]), @r"
    exit 0
    -- stdout
    ann@example.org asks no more to join the team web
    ");
    assert_eq!(sandbox.run(&["team", "join", "cancel", "web"]).code, "3");
    store(&sandbox).execute("UPDATE team SET discoverable = 1 WHERE slug = 'web'", []).unwrap();
    sandbox.run(&ask).success();
    store(&sandbox).execute("UPDATE join_request SET expires_at = 1 WHERE state = 'pending'", []).unwrap();
    assert_eq!(
        sandbox.run(&["team", "join", "list", "--field", "state"]).stdout,
        "rejected\ncancelled\nexpired\n"
    );
    sandbox.run(&ask).success();
    store(&sandbox).execute("UPDATE join_request SET expires_at = 1 WHERE state = 'pending'", []).unwrap();
    turn_to(&sandbox, ME);
    assert_eq!(sandbox.run(&["team", "join", "approve", "web", "ann@example.org"]).code, "3");
    assert_eq!(sandbox.run(&["team", "join", "list", "web", "--json"]).stdout, "[]\n");
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn what_can_not_be_found_reads_like_what_is_not_there() {
    let sandbox = found();
    store(&sandbox).execute("UPDATE team SET discoverable = 0 WHERE slug = 'web'", []).unwrap();
    for verb in ["request", "cancel"] {
        let hidden = sandbox.run(&["team", "join", verb, "web"]);
        let absent = sandbox.run(&["team", "join", verb, "none"]);
        assert_eq!(hidden.stderr, absent.stderr.replace("none", "web"), "{verb}");
        assert_eq!(hidden.code, "3", "{hidden}");
    }
    for args in
        [&["list", "web"][..], &["approve", "web", "ann@example.org"], &["reject", "web", "ann@example.org"]]
    {
        assert_eq!(sandbox.run(&[&["team", "join"], args].concat()).code, "3");
    }
}

#[test]
fn only_who_decides_on_members_answers_and_grants_no_more_than_they_have() {
    let sandbox = found();
    sandbox.run(&["team", "join", "request", "web"]).success();
    let approve = ["team", "join", "approve", "web", "ann@example.org"];
    // Found is not in: who asks can't answer.
    for args in [
        &approve[..],
        &["team", "join", "reject", "web", "ann@example.org"],
        &["team", "join", "list", "web"],
    ] {
        let run = sandbox.run(args);
        assert!(run.code == "5" || run.code == "3", "{run}");
    }
    turn_to(&sandbox, ME);
    create(&sandbox, "bob@example.org", &[]).success();
    let lead = "role create lead --team web --allow teams.members --allow roles.grant --allow servers.read --allow tools.read --allow prompts.read --allow resources.list";
    sandbox.run(&lead.split(' ').collect::<Vec<_>>()).success();
    sandbox.run(&["role", "create", "door", "--team", "web", "--allow", "teams.members"]).success();
    sandbox.run(&["team", "member", "add", "web", "bob@example.org", "--role", "door"]).success();
    turn_to(&sandbox, ("bob@example.org", OTHER));
    let run = sandbox.run(&approve);
    assert!(run.code == "5" && run.stderr.contains("it takes roles.grant"), "{run}");
    turn_to(&sandbox, ME);
    sandbox.run(&["team", "member", "set-role", "web", "bob@example.org", "lead"]).success();
    turn_to(&sandbox, ("bob@example.org", OTHER));
    let run = sandbox.run(&approve);
    assert!(run.code == "5" && run.stderr.contains("you lack servers.use there yourself"), "{run}");
    turn_to(&sandbox, ME);
    sandbox.run(&["user", "disable", "ann@example.org"]).success();
    assert_eq!(sandbox.run(&approve).code, "6");
    sandbox.run(&["user", "enable", "ann@example.org"]).success();
    turn_to(&sandbox, ("bob@example.org", OTHER));
    sandbox.run(&[&approve[..], &["--role", "viewer"]].concat()).success();
}
