//! Tokens of a team's service: made and taken by the team's owners, for what the service may, whoever made them.

use std::path::{Path, PathBuf};

use super::child::Mirror;
use super::live::{announced, listed};
use super::people::People;
use super::revoked::{BOB, SOON, stage};

const BOT: &str = "bot@example.org";
const EVE: &str = "eve@example.org";

/// The stage with a service of the team, and bob as one of its owners; he is no admin. Eve is a member.
fn scene() -> (People, [Mirror; 2]) {
    let (people, mirrors) = stage();
    people.change("ann", &["user", "create", BOT, "--service", "--team", "web"]);
    people.change("ann", &["team", "member", "add", "web", BOT, "--role", "member"]);
    people.change("ann", &["team", "member", "set-role", "web", BOB, "owner"]);
    people.change("ann", &["user", "create", EVE, "--password-stdin"]);
    people.change("ann", &["team", "member", "add", "web", EVE, "--role", "developer"]);
    people.log_in("bob");
    people.log_in("eve");
    (people, mirrors)
}

fn token(people: &People, who: &str, name: &str, flags: &[&str]) -> PathBuf {
    people.token(who, name, &[&["--user", BOT], flags].concat())
}

/// What who has just a token is told of in a terminal.
fn tools(people: &People, token: &Path) -> Option<String> {
    let args = ["--token-file", token.to_str().unwrap(), "tool", "list", "--field", "name"];
    let (code, printed, _) = people.run("nobody", &args);
    (code == Some(0)).then_some(printed)
}

const ALL: [&str; 6] = ["lost__one", "kept__two", "lost__one", "kept__two", "x:one", "x:two"];

#[test]
fn an_owner_of_the_team_makes_changes_and_revokes_them() {
    let (people, _mirrors) = scene();
    let file = token(&people, "bob", "deploy", &[]);
    let mut client = people.open_with("ann", &file);
    assert_eq!(listed(&mut client), ALL);
    assert!(people.change("bob", &["token", "list", "--all"]).contains("deploy"));
    assert_eq!(people.change("bob", &["token", "show", "deploy", "--field", "user"]), format!("{BOT}\n"));
    people.change("bob", &["token", "edit", "deploy", "--tool", "lost__*"]);
    announced(&mut client, &["tools"]);
    assert_eq!(listed(&mut client), [&ALL[..1], &ALL[2..]].concat());
    let next =
        people.private("next", &people.change("bob", &["token", "rotate", "deploy", "--field", "token"]));
    assert_eq!(tools(&people, &file), None);
    assert_eq!(tools(&people, &next).unwrap(), "lost__ask\nlost__one\n");
    people.change("bob", &["token", "revoke", "deploy"]);
    assert_eq!(tools(&people, &next), None);
}

#[test]
fn who_is_no_owner_of_the_team_makes_none_and_touches_none() {
    let (people, _mirrors) = scene();
    let file = token(&people, "bob", "deploy", &[]);
    let denied = |who: &str, args: &[&str], code: i32| {
        let (found, printed, said) = people.run(who, args);
        assert_eq!((found, printed.as_str()), (Some(code), ""), "{who} {args:?}: {said}");
    };
    let id = people.change("ann", &["token", "show", "deploy", "--field", "id"]);
    for token in ["deploy", id.trim()] {
        for args in [&["show"][..], &["edit", "--no-expiry"], &["rotate"], &["revoke"]] {
            denied("eve", &[&["token", args[0], token], &args[1..]].concat(), 3);
        }
    }
    denied("eve", &["token", "create", "--user", BOT], 5);
    // A role that lets somebody manage members lets them give out what they have there, and no more.
    let lead = ["role", "create", "lead", "--team", "web"];
    let allowed = ["teams.members", "roles.grant", "teams.read", "servers.read"];
    let allowed: Vec<_> = allowed.iter().flat_map(|permission| ["--allow", permission]).collect();
    people.change("ann", &[&lead[..], &allowed].concat());
    people.change("ann", &["team", "member", "set-role", "web", EVE, "lead"]);
    people.log_in("eve");
    denied("eve", &["token", "create", "--user", BOT], 5);
    // Nor do they get it by a change of one that somebody else has made.
    denied("eve", &["token", "edit", "deploy", "--tool", "lost__one"], 5);
    denied("eve", &["token", "rotate", "deploy"], 5);
    denied("eve", &["token", "create", "--user", BOB], 3);
    assert!(tools(&people, &file).is_some());
    let told = people.change("ann", &["audit", "list", "--action", "service_token", "--json"]);
    assert_eq!(told.matches("\"denied\"").count(), 2, "{told}");
}

#[test]
fn they_are_for_what_the_service_may_and_outlive_whoever_made_them() {
    let (people, [lost, _kept]) = scene();
    let file = token(&people, "bob", "deploy", &[]);
    let mut client = people.open_with("ann", &file);
    assert_eq!(listed(&mut client), ALL);
    people.change("ann", &["user", "disable", BOB]);
    people.change("ann", &["user", "delete", BOB, "--yes"]);
    announced(&mut client, &[]);
    assert_eq!(listed(&mut client), ALL);
    let called = client.ask("1", "tools/call", r#"{"name":"lost__one"}"#);
    assert!(called.contains("\"result\""), "{called}");
    let calls = lost.count("tools/call");
    people.change("ann", &["team", "member", "set-role", "web", BOT, "viewer"]);
    let returned = std::time::Instant::now();
    let refused = client.ask("2", "tools/call", r#"{"name":"lost__one"}"#);
    assert!(refused.contains("\"error\""), "{refused}");
    client.holding("list_changed");
    assert!(returned.elapsed() < SOON, "{:?}", returned.elapsed());
    assert_eq!(listed(&mut client), ["kept__two", "kept__two", "x:two"]);
    assert_eq!(lost.count("tools/call"), calls);
    people.change("ann", &["team", "delete", "web", "--cascade", "--yes"]);
    let refused = client.ask("3", "tools/call", r#"{"name":"kept__two"}"#);
    assert!(refused.contains("\"error\""), "{refused}");
    assert_eq!(tools(&people, &file), None);
    people.change("ann", &["audit", "verify"]);
}
