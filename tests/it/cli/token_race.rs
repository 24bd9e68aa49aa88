//! Sixteen processes make, change and revoke tokens at once, and some are killed on the way.

use super::killed_races::{KILLED, PROCESSES, count, race, told, words};
use super::team_storm::at_once;
use super::token::{mint, raw, with};
use crate::support::Sandbox;

#[track_caller]
fn whole(sandbox: &Sandbox) {
    assert_eq!(count(sandbox, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    sandbox.run(&["audit", "verify"]).success();
}

const ACTIVE: &str = "SELECT count(*) FROM token WHERE revoked_at IS NULL";

#[test]
fn the_first_tokens_of_a_store_are_signed_with_one_key() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "list"]).success();
    let create = |number| words(&format!("token create --name t{number} --field token"));
    let runs = at_once(&sandbox, &(0..PROCESSES).map(create).collect::<Vec<_>>());
    for run in runs {
        with(&sandbox, run.success().stdout.trim(), &["whoami"]).success();
    }
    assert_eq!(count(&sandbox, "SELECT count(*) FROM signing_key"), 1);
    assert_eq!(count(&sandbox, ACTIVE), 16);
    whole(&sandbox);
}

#[test]
fn a_token_is_replaced_by_one_and_no_more() {
    for killed in KILLED {
        let sandbox = Sandbox::new();
        mint(&sandbox, &["--name", "ci"]);
        race(&sandbox, killed, |_| words("token rotate ci"), |_| String::new());
        assert_eq!(count(&sandbox, ACTIVE), 1);
        let rotated = told(&sandbox, "token.rotate");
        assert_eq!(count(&sandbox, "SELECT count(*) FROM token"), 1 + rotated);
        whole(&sandbox);
    }
    // Those that know it by its id, and so mean the one and not what took its place.
    let sandbox = Sandbox::new();
    mint(&sandbox, &["--name", "ci"]);
    let id = raw(&sandbox, &["token", "show", "ci", "--field", "id"]);
    let commands: Vec<_> =
        (0..PROCESSES).map(|_| words(&format!("token rotate {id} --field token"))).collect();
    let runs = at_once(&sandbox, &commands);
    let (done, refused): (Vec<_>, Vec<_>) = runs.iter().partition(|run| run.code == "0");
    assert_eq!(done.len(), 1, "{done:#?}");
    assert!(refused.iter().all(|run| run.code == "6"), "{refused:#?}");
    with(&sandbox, done[0].stdout.trim(), &["whoami"]).success();
    assert_eq!(count(&sandbox, ACTIVE), 1);
}

#[test]
fn nobody_undoes_how_somebody_else_narrows_a_token() {
    let edits = [
        "--tool a__*",
        "--prompt p*",
        "--resource r*",
        "--public-only",
        "--client cursor",
        "--per-day 9",
        "--per-hour 8",
        "--workspace .",
        "--days mon --zone UTC",
        "--cidr 10.0.0.0/8",
        "--name other",
        "--permission servers.read",
        "--expires 1h",
        "--per-minute 7",
        "--server s",
        "--capabilities c.json",
    ];
    for killed in KILLED.into_iter().chain([usize::MAX]) {
        let sandbox = Sandbox::new();
        sandbox.run(&["server", "add", "s", "--no-check", "--", "cat"]).success();
        sandbox.write("c.json", r#"{"tools":{}}"#);
        mint(&sandbox, &["--name", "ci"]);
        let id = raw(&sandbox, &["token", "show", "ci", "--field", "id"]);
        race(
            &sandbox,
            killed,
            |number| words(&format!("token edit {id} {}", edits[number])),
            |_| String::new(),
        );
        let narrowed = "SELECT (tools IS NOT NULL) + (prompts IS NOT NULL) + (resources IS NOT NULL) + (reach = 'public')
                 + (client IS NOT NULL) + (per_day IS NOT NULL) + (per_hour IS NOT NULL) + (workspace IS NOT NULL)
                 + (days IS NOT NULL) + (cidrs IS NOT NULL) + (name = 'other') + (instr(permissions, 'servers.read') > 0)
                 + (expires_at - created_at < 7200000) + (per_minute IS NOT NULL) + (servers IS NOT NULL)
                 + (capabilities IS NOT NULL) FROM token";
        let narrowed = count(&sandbox, narrowed);
        assert_eq!(told(&sandbox, "token.edit"), narrowed);
        if killed == usize::MAX {
            // The first one is killed all the same.
            assert!(narrowed >= 15, "{narrowed}");
        }
        whole(&sandbox);
    }
}

#[test]
fn what_is_made_while_its_token_is_revoked_is_revoked_too() {
    for killed in KILLED {
        let sandbox = Sandbox::new();
        let parent = mint(&sandbox, &["--name", "parent", "--permission", "tokens.create"]);
        let file = super::vault::private(&sandbox, "parent", &parent);
        let file = file.to_str().unwrap();
        let each = |number: usize| match number % 5 {
            4 => words("token revoke parent"),
            _ => words(&format!("--token-file {file} token create --name child{number}")),
        };
        race(&sandbox, killed, each, |_| String::new());
        sandbox.run(&["token", "revoke", "parent"]);
        assert_eq!(count(&sandbox, ACTIVE), 0);
        assert_eq!(told(&sandbox, "token.create"), count(&sandbox, "SELECT count(*) FROM token"));
        whole(&sandbox);
    }
}

#[test]
fn a_profile_is_made_once_and_leaves_no_token_beside() {
    for killed in KILLED {
        let sandbox = Sandbox::new();
        sandbox.run(&["server", "list"]).success();
        race(&sandbox, killed, |_| words("profile create cursor"), |_| String::new());
        let made = told(&sandbox, "profile.create");
        assert!(made <= 1, "{made}");
        assert_eq!(count(&sandbox, "SELECT count(*) FROM profile"), made);
        assert_eq!(count(&sandbox, "SELECT count(*) FROM token"), made);
        whole(&sandbox);
    }
}
