//! What a session with a token loses while it runs: because its user loses it, because the token does, or one that it was made with.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::child::Mirror;
use super::client::Client;
use super::live::{ALL, Asked, announced, ends, listed, process};
use super::people::People;
use super::revoked::{BOB, SOON, lose, stage};
use super::world::mirror_program;

/// All that bob has.
const EVERYTHING: [&str; 6] = ["lost__one", "kept__two", "lost__one", "kept__two", "x:one", "x:two"];

/// What the person at the client is told.
const OVER: &str = "the token that this client was given is not valid any more";

/// The stage, and a session of bob's with a token that was made with another one of his, which is called `parent`.
fn scene() -> (People, [Mirror; 2], PathBuf, Client) {
    let (people, mirrors) = stage();
    let parent = people.token("bob", "parent", &["--permission", "tokens.create"]);
    let with = ["--token-file", parent.to_str().unwrap()];
    let make = ["token", "create", "--name", "child", "--field", "token"];
    let child = people.private("child", &people.change("nobody", &[&with[..], &make].concat()));
    let client = people.open_with("bob", &child);
    (people, mirrors, child, client)
}

/// How each item is asked for.
const WAYS: [(&str, &str); 6] = [
    ("tools/call", r#"{"name":"lost__one"}"#),
    ("tools/call", r#"{"name":"kept__two"}"#),
    ("prompts/get", r#"{"name":"lost__one"}"#),
    ("prompts/get", r#"{"name":"kept__two"}"#),
    ("resources/read", r#"{"uri":"x:one"}"#),
    ("resources/read", r#"{"uri":"x:two"}"#),
];

/// What the client is told of is what it is given.
#[track_caller]
fn has(client: &mut Client, expected: &[&str]) {
    assert_eq!(listed(client), expected);
    let asked = WAYS.map(|(method, params)| client.ask("\"way\"", method, params).contains("\"result\""));
    let given: Vec<_> = EVERYTHING.into_iter().zip(asked).filter(|(_, given)| *given).collect();
    assert_eq!(given.iter().map(|(name, _)| *name).collect::<Vec<_>>(), expected);
}

/// The command has ended the token: nothing is served any more, calls that are under way are answered, and it begins no session.
#[track_caller]
fn ended(mirrors: &[Mirror; 2], client: &mut Client, end: impl FnOnce()) {
    has(client, &EVERYTHING);
    let under_way = [Asked::of(client, "1", "lost"), Asked::of(client, "2", "kept")];
    let processes = mirrors.each_ref().map(process);
    let calls = mirrors.each_ref().map(|mirror| mirror.count("tools/call"));
    end();
    let returned = Instant::now();
    let refused = client.ask("3", "tools/call", r#"{"name":"kept__two"}"#);
    assert!(refused.contains("\"error\"") && refused.contains(OVER), "{refused}");
    client.holding("list_changed");
    assert!(returned.elapsed() < SOON, "{:?}", returned.elapsed());
    has(client, &[]);
    assert_eq!(mirrors.each_ref().map(|mirror| mirror.count("tools/call")), calls);
    for asked in under_way {
        asked.finish(client);
    }
    processes.into_iter().for_each(ends);
    client.rest();
}

#[track_caller]
fn begins_nothing(people: &People, token: &Path) {
    let mut refused = people.spawn_with(token);
    refused.close();
    assert_eq!(refused.end().code(), Some(4));
    assert_eq!(refused.last_lines(), [b""; 0]);
}

#[test]
fn what_its_user_or_one_of_the_tokens_loses_is_gone_with_the_next_request_and_the_rest_goes_on() {
    let (people, mirrors, _, mut client) = scene();
    for (take, back) in [
        // Bob, who is no member any more, or may only look.
        (
            ("ann", &["team", "member", "remove", "web", BOB, "--yes"][..]),
            ("ann", &["team", "member", "add", "web", BOB][..]),
        ),
        (
            ("ann", &["team", "member", "set-role", "web", BOB, "viewer"]),
            ("ann", &["team", "member", "set-role", "web", BOB, "member"]),
        ),
        (("ann", &["team", "suspend", "web"]), ("ann", &["team", "resume", "web"])),
        (("ann", &["server", "disable", "lost"]), ("ann", &["server", "enable", "lost"])),
    ] {
        lose(&people, &mirrors, &mut client, take, back);
    }
    // A role that ends is over for those who logged in, too.
    people.log_in("bob");
    for token in ["child", "parent"] {
        let edit = |flags: &[&'static str]| [&["token", "edit", token], flags].concat();
        for (narrower, wider) in [
            (edit(&["--server", "kept"]), edit(&["--clear", "servers"])),
            (edit(&["--public-only"]), edit(&["--all-teams"])),
            (edit(&["--team", "personal-bob"]), edit(&["--team", "web", "--team", "personal-bob"])),
        ] {
            lose(&people, &mirrors, &mut client, ("bob", &narrower), ("bob", &wider));
        }
        people.change("bob", &edit(&["--all-teams"]));
    }
}

#[test]
fn a_token_is_edited_item_by_item_and_back() {
    let (people, _mirrors, _, mut client) = scene();
    has(&mut client, &EVERYTHING);
    for token in ["child", "parent"] {
        for (flags, clear, changes, left) in [
            (["--tool", "kept__*"], "tools", "tools", [1, 2, 3, 4, 5]),
            (["--prompt", "lost/*"], "prompts", "prompts", [0, 1, 2, 4, 5]),
            (["--resource", "x:o*"], "resources", "resources", [0, 1, 2, 3, 4]),
        ] {
            people.change("bob", &[&["token", "edit", token], &flags[..]].concat());
            announced(&mut client, &[changes]);
            has(&mut client, &left.map(|place| EVERYTHING[place]));
            people.change("bob", &["token", "edit", token, "--clear", clear]);
            announced(&mut client, &[changes]);
            has(&mut client, &EVERYTHING);
        }
        let nothing = people.private("none.json", r#"{"tools":{},"prompts":{},"resources":{}}"#);
        people.change("bob", &["token", "edit", token, "--capabilities", nothing.to_str().unwrap()]);
        announced(&mut client, &ALL);
        has(&mut client, &[]);
        people.change("bob", &["token", "edit", token, "--clear", "capabilities"]);
        announced(&mut client, &ALL);
        has(&mut client, &EVERYTHING);
    }
}

#[test]
fn a_server_that_is_made_again_under_the_same_name_is_another_one() {
    let (people, _mirrors, child, mut client) = scene();
    let none = people.private("lost.json", r#"{"prompts":{"lost":["one"]},"resources":{"lost":["x:one"]}}"#);
    people.change("bob", &["token", "edit", "child", "--server", "lost", "--tool", "lost/*"]);
    people.change("bob", &["token", "edit", "child", "--capabilities", none.to_str().unwrap()]);
    let of_lost = ["lost__one", "lost__one", "x:one"];
    has(&mut client, &of_lost);
    client.rest();
    people.change("ann", &["server", "remove", "lost", "--yes"]);
    announced(&mut client, &ALL);
    has(&mut client, &[]);
    let program = mirror_program();
    let directory = people.world.home().join("lost");
    let command = ["--", program.to_str().unwrap(), directory.to_str().unwrap()];
    let add = ["server", "add", "lost", "--no-check", "--team", "web"];
    people.change("ann", &[&add[..], &command].concat());
    let mut bob = people.open("bob");
    assert_eq!(listed(&mut bob), EVERYTHING);
    has(&mut client, &[]);
    announced(&mut client, &[]);
    has(&mut people.open_with("bob", &child), &[]);
    // Whoever names it again means it.
    people.change(
        "bob",
        &["token", "edit", "child", "--server", "lost", "--tool", "lost/*", "--clear", "capabilities"],
    );
    announced(&mut client, &ALL);
    has(&mut client, &of_lost);
}

#[test]
fn a_list_that_loses_its_last_team_or_server_is_for_nothing() {
    let (people, _mirrors, child, mut client) = scene();
    people.change("bob", &["token", "edit", "parent", "--team", "web"]);
    has(&mut client, &EVERYTHING);
    client.rest();
    people.change("ann", &["team", "delete", "web", "--cascade", "--yes"]);
    announced(&mut client, &ALL);
    // Nor what is for everybody, which it had with the team.
    has(&mut client, &[]);
    has(&mut people.open_with("bob", &child), &[]);
    people.change("bob", &["token", "edit", "parent", "--all-teams", "--server", "kept"]);
    announced(&mut client, &ALL);
    has(&mut client, &["kept__two", "kept__two", "x:two"]);
    people.change("ann", &["server", "remove", "kept", "--yes"]);
    announced(&mut client, &ALL);
    has(&mut client, &[]);
    has(&mut people.open_with("bob", &child), &[]);
}

#[test]
fn a_user_who_is_disabled_leaves_no_token_that_works_again() {
    let (people, mirrors, child, mut client) = scene();
    ended(&mirrors, &mut client, || drop(people.change("ann", &["user", "disable", BOB])));
    begins_nothing(&people, &child);
    people.change("ann", &["user", "enable", BOB]);
    has(&mut client, &[]);
    announced(&mut client, &[]);
    begins_nothing(&people, &child);
}

#[test]
fn with_the_token_that_it_was_made_with_it_ends() {
    let (people, mirrors, child, mut client) = scene();
    ended(&mirrors, &mut client, || drop(people.change("bob", &["token", "revoke", "parent"])));
    begins_nothing(&people, &child);
    begins_nothing(&people, &people.world.home().join("parent"));
    assert_eq!(people.change("bob", &["token", "list", "--field", "state"]), "revoked\nrevoked\n");
}

#[test]
fn it_ends_when_it_or_the_one_that_it_was_made_with_expires() {
    for token in ["child", "parent"] {
        let (people, _mirrors, child, mut client) = scene();
        has(&mut client, &EVERYTHING);
        client.rest();
        let began = Instant::now();
        people.change("bob", &["token", "edit", token, "--expires", "1s"]);
        client.holding("list_changed");
        let took = began.elapsed();
        assert!(took > Duration::from_millis(900) && took < Duration::from_secs(1) + SOON, "{took:?}");
        has(&mut client, &[]);
        begins_nothing(&people, &child);
        // Nobody revives it.
        let (code, _, said) = people.run("bob", &["token", "edit", token, "--expires", "1h"]);
        assert_ne!(code, Some(0), "{said}");
        has(&mut client, &[]);
    }
}
