//! Nobody gives for longer than they have it, and nobody takes from others what they could not give them.

use rusqlite::Connection;

use crate::support::Sandbox;
use crate::support::people::{act_as, add_user, name_owner, store};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";
const BOB: &str = "bob@example.org";

/// A team of mine with Ann and Bob in it.
fn web() -> (Sandbox, Connection) {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    add_user(&store, 2, BOB);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["team", "member", "add", "web", ANN]).success();
    sandbox.run(&["team", "member", "add", "web", BOB]).success();
    (sandbox, store)
}

#[test]
fn who_owns_a_team_for_an_hour_makes_no_owner_for_longer() {
    let (sandbox, store) = web();
    sandbox.run(&["team", "member", "set-role", "web", ANN, "owner", "--expires", "1h"]).success();
    act_as(&store, ANN);
    insta::assert_snapshot!(sandbox.run(&["team", "member", "set-role", "web", ANN, "owner"]), @r"
    exit 5
    -- stderr
    error: the role owner would last longer than what lets you grant it
      hint: grant it for a shorter time: --expires
    ");
    for args in [
        &["team", "member", "set-role", "web", BOB, "developer"][..],
        &["team", "member", "set-role", "web", BOB, "developer", "--expires", "2h"],
        &["team", "invite", "create", "web", "new@example.org"],
    ] {
        assert_eq!(sandbox.run(args).code, "5", "{args:?}");
    }
    sandbox.run(&["team", "member", "set-role", "web", BOB, "owner", "--expires", "30m"]).success();
}

#[test]
fn who_lets_members_in_and_out_touches_nobody_who_may_do_more() {
    let (sandbox, store) = web();
    let allowed = ["--allow", "teams.read", "--allow", "teams.members", "--allow", "roles.grant"];
    sandbox.run(&[&["role", "create", "porter", "--team", "web"][..], &allowed].concat()).success();
    sandbox.run(&["team", "member", "set-role", "web", BOB, "porter"]).success();
    sandbox.run(&["team", "member", "set-role", "web", ANN, "owner"]).success();
    act_as(&store, BOB);
    insta::assert_snapshot!(sandbox.run(&["team", "member", "remove", "web", ANN, "--yes"]), @r"
    exit 5
    -- stderr
    error: ann@example.org may do more in the team web than you
      hint: an owner of the team may, or an admin
    ");
    assert_eq!(sandbox.run(&["team", "member", "set-role", "web", ANN, "porter"]).code, "5");
    act_as(&store, ME);
    sandbox.run(&["team", "member", "set-role", "web", ANN, "member"]).success();
    act_as(&store, BOB);
    sandbox.run(&["team", "member", "remove", "web", ANN, "--yes"]).success();
    // And out themselves.
    sandbox.run(&["team", "member", "remove", "web", BOB, "--yes"]).success();
}

#[test]
fn a_role_that_somebody_is_invited_as_stays_what_it_was() {
    let (sandbox, _store) = web();
    sandbox.run(&["role", "create", "lite", "--team", "web", "--allow", "servers.read"]).success();
    sandbox.run(&["team", "invite", "create", "web", "new@example.org", "--role", "lite"]).success();
    assert_eq!(sandbox.run(&["role", "delete", "lite", "--team", "web", "--yes"]).code, "6");
    sandbox.run(&["team", "invite", "revoke", "web", "new@example.org"]).success();
    sandbox.run(&["role", "delete", "lite", "--team", "web", "--yes"]).success();
}
