//! Servers change hands: who may, to whom, and what goes along.

use crate::support::Sandbox;
use crate::support::people::{act_as, add_user, name_owner, store};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";
const BOB: &str = "bob@example.org";

/// A team of mine, where Ann develops and Bob is no member, with a server.
fn web() -> (Sandbox, rusqlite::Connection) {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    add_user(&store, 2, BOB);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "developer"]).success();
    sandbox.run(&["server", "add", "s", "--no-check", "--team", "web", "--", "cat"]).success();
    (sandbox, store)
}

fn owner(store: &rusqlite::Connection) -> (String, String) {
    let sql = "SELECT email, slug FROM server JOIN user ON user.id = owner_id JOIN team ON team.id = team_id";
    store.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

#[test]
fn a_server_is_given_to_somebody_of_its_team_and_the_audit_says_so() {
    let (sandbox, store) = web();
    sandbox.run(&["server", "edit", "s", "--owner", ANN, "--dry-run"]).success();
    assert_eq!(owner(&store).0, ME);
    sandbox.run(&["server", "edit", "s", "--owner", ANN]).success();
    assert_eq!(owner(&store), (ANN.to_owned(), "web".to_owned()));
    // Whoever may change it may give it away: being its owner gives no right to what is the team's.
    sandbox.run(&["server", "edit", "s", "--owner", "me"]).success();
    let told = sandbox.run(&["audit", "list", "--action", "server.edit", "--json"]).success().stdout;
    assert!(told.contains("\"owner\"") && told.contains("\"owner_before\""), "{told}");
    let outside = |who: &str| sandbox.run(&["server", "edit", "s", "--owner", who]);
    insta::assert_snapshot!(outside(BOB), @r"
    exit 6
    -- stderr
    error: bob@example.org is no active member of the team that the server belongs to, and can't own it
      hint: name a team that they are in, too: --team TEAM
    ");
    let nobody = outside("nobody@example.org");
    assert_eq!(nobody.stderr.replace("nobody@", "bob@"), outside(BOB).stderr, "no account is told apart");
    sandbox.run(&["user", "disable", ANN]).success();
    assert_eq!(outside(ANN).code, "6");
    assert_eq!(owner(&store).0, ME);
}

#[test]
fn what_is_private_goes_out_of_sight_with_its_owner() {
    let (sandbox, store) = web();
    sandbox.run(&["server", "edit", "s", "--visibility", "private"]).success();
    act_as(&store, ANN);
    assert_eq!(sandbox.run(&["server", "edit", "s", "--owner", "me"]).code, "3");
    act_as(&store, ME);
    sandbox.run_with_input(&["secret", "set", "gh", "--stdin"], "v").success();
    sandbox.run(&["server", "edit", "s", "--no-check", "--env", "T=secret://gh"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "edit", "s", "--owner", ANN]), @r"
    exit 6
    -- stderr
    error: not everybody who may use s may see the secret gh, and it is not lent to s
      hint: lend it: mcpgw secret set gh --lend s; or let everybody use their own: secret://me/gh
    ");
    sandbox.run(&["server", "edit", "s", "--no-check", "--unset-env", "T"]).success();
    sandbox.run(&["server", "edit", "s", "--owner", ANN]).success();
    assert_eq!(sandbox.run(&["server", "show", "s"]).code, "3");
    act_as(&store, ANN);
    sandbox.run(&["server", "show", "s"]).success();
}

#[test]
fn what_is_in_a_personal_team_is_nobody_else_s() {
    let (sandbox, store) = web();
    sandbox.run(&["server", "edit", "s", "--team", "personal", "--visibility", "private"]).success();
    assert_eq!(sandbox.run(&["server", "edit", "s", "--owner", ANN]).code, "6");
    assert_eq!(sandbox.run(&["server", "edit", "s", "--owner", ANN, "--team", "user-1"]).code, "5");
    sandbox.run(&["server", "edit", "s", "--owner", ANN, "--team", "web"]).success();
    assert_eq!(owner(&store), (ANN.to_owned(), "web".to_owned()));
    insta::assert_snapshot!(sandbox.run(&["server", "edit", "s", "--team", "personal"]), @r"
    exit 6
    -- stderr
    error: its present owner is no active member of the team that s is to belong to, and can't own it
      hint: name a team and an owner who is in it: mcpgw server edit s --team TEAM --owner EMAIL
    ");
    sandbox.run(&["server", "edit", "s", "--team", "personal", "--owner", "me"]).success();
    assert_eq!(owner(&store), (ME.to_owned(), "personal".to_owned()));
}

#[test]
fn who_only_manages_a_server_gets_no_use_of_it_by_taking_it_along() {
    let (sandbox, store) = web();
    sandbox.run(&["user", "edit", BOB, "--admin"]).success();
    act_as(&store, BOB);
    sandbox.run(&["server", "disable", "s"]).success();
    let taken = sandbox.run(&["server", "edit", "s", "--team", "user-2", "--owner", "me"]);
    assert_eq!(taken.code, "5", "{taken}");
    assert_eq!(owner(&store), (ME.to_owned(), "web".to_owned()));
    // A name is taken in a team or is not.
    act_as(&store, ANN);
    sandbox.run(&["server", "add", "s", "--no-check", "--", "cat"]).success();
    assert_eq!(sandbox.run(&["server", "edit", "s", "--team", "web"]).code, "6");
}

#[test]
fn two_servers_of_one_name_are_listed_with_their_teams() {
    let (sandbox, _) = web();
    let list = || sandbox.run(&["server", "list"]).success().stdout;
    assert!(!list().contains("TEAM"), "{}", list());
    sandbox.run(&["server", "add", "s", "--no-check", "--", "true"]).success();
    insta::assert_snapshot!(list(), @r"
    NAME  TEAM      ALIAS  STATE    COMMAND
    s     web       s      enabled  cat
    s     personal  s      enabled  true
    ");
}
