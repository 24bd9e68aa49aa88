//! What the owners of a team may read in the audit.

use super::belongings::{ANN, ME, turn_to};
use super::user::{create, shared};
use crate::support::Sandbox;

/// A team of ann's with a server and a member, and of what all this is told.
fn team_of_ann() -> Sandbox {
    let sandbox = shared();
    turn_to(&sandbox, ME);
    create(&sandbox, "bob@example.org", &[]).success();
    turn_to(&sandbox, ANN);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["team", "member", "add", "web", "bob@example.org"]).success();
    sandbox.run(&["server", "add", "own", "--no-check", "--", "cat"]).success();
    sandbox.run(&["server", "add", "shop", "--team", "web", "--no-check", "--", "cat"]).success();
    sandbox.run(&["server", "disable", "shop"]).success();
    sandbox
}

#[test]
fn the_owners_of_a_team_read_what_concerns_it_and_nothing_else() {
    let sandbox = team_of_ann();
    let told = |args: &[&str]| {
        let args = [&["audit", "list", "--format", "plain"], args].concat();
        let run = sandbox.run(&args).success();
        let cells = |line: &str| line.split('\t').skip(4).collect::<Vec<_>>().join(" ");
        run.stdout.lines().map(cells).collect::<Vec<_>>()
    };
    let of_web = [
        "team.create team web done",
        "member.add team web done",
        "server.add server shop done",
        "server.disable server shop done",
    ];
    assert_eq!(told(&[]), of_web);
    assert_eq!(told(&["--team", "web"]), of_web);
    let rows = sandbox.run(&["audit", "list", "--field", "seq"]).success().stdout;
    let seen: Vec<_> = rows.lines().collect();
    sandbox.run(&["audit", "show", seen[0]]).success();
    let before = (seen[0].parse::<u32>().unwrap() - 1).to_string();
    assert_eq!(sandbox.run(&["audit", "show", &before]).code, "3");
    for args in [&["audit", "verify"][..], &["audit", "export"]] {
        assert_eq!(sandbox.run(args).code, "5", "{args:?}");
    }
    // Of what another may not even find, nothing is said.
    assert_eq!(sandbox.run(&["audit", "list", "--team", "nosuch"]).code, "3");
    turn_to(&sandbox, ME);
    assert_eq!(told(&["--team", "web"]), of_web);
    assert!(told(&[]).contains(&"server.add server own done".to_owned()));
}

#[test]
fn who_owns_no_team_reads_nothing() {
    let sandbox = team_of_ann();
    super::user::log_in(&sandbox, "bob@example.org", ANN.1).success();
    assert_eq!(sandbox.run(&["audit", "list"]).code, "5");
    assert_eq!(sandbox.run(&["audit", "list", "--team", "web"]).code, "5");
    assert_eq!(sandbox.run(&["audit", "show", "1"]).code, "5");
}
