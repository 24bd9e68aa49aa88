//! What a session serves is what its user may use now, for as long as they are who they say.

use serde_json::Value;

use super::child::is_alive;
use super::client::Client;
use super::compare::eventually;
use super::live::{ALL, Asked, announced, ends, listed, process};
use super::people::People;

const OF_SHOWN: [&str; 3] = ["shown__two", "shown__two", "x:two"];

/// A call by name is told that there is no such tool.
#[track_caller]
fn refuses(client: &mut Client, tool: &str) {
    let answer = client.ask("\"refused\"", "tools/call", &format!(r#"{{"name":"{tool}"}}"#));
    assert!(answer.contains(&format!("Unknown tool: {tool}")), "{answer}");
}

#[test]
fn what_is_private_to_another_is_neither_listed_nor_called_and_what_is_public_is() {
    let (people, [hidden, _]) = People::new();
    let mut bob = people.open("bob");
    assert_eq!(listed(&mut bob), OF_SHOWN);
    refuses(&mut bob, "hidden__one");
    let read = bob.ask("1", "resources/read", r#"{"uri":"x:one"}"#);
    let nothing = bob.ask("1", "resources/read", r#"{"uri":"x:xxx"}"#);
    assert!(read.contains("\"error\"") && read.replace("x:one", "x:xxx") == nothing, "{read}");
    assert_eq!(hidden.processes(), [0; 0]);
    let called = bob.ask("2", "tools/call", r#"{"name":"shown__two"}"#);
    assert!(called.contains("content"), "{called}");
    let mut ann = people.open("ann");
    assert_eq!(listed(&mut ann).len(), 6);
}

#[test]
fn a_server_that_becomes_private_goes_from_others_and_their_calls_under_way_finish() {
    let (people, [_, shown]) = People::new();
    let mut bob = people.open("bob");
    assert_eq!(listed(&mut bob), OF_SHOWN);
    let asked = Asked::of(&mut bob, "1", "shown");
    let process = process(&shown);
    people.change("ann", &["server", "edit", "shown", "--no-check", "--visibility", "private"]);
    refuses(&mut bob, "shown__two");
    announced(&mut bob, &ALL);
    assert_eq!(listed(&mut bob), [""; 0]);
    assert!(is_alive(process));
    asked.finish(&mut bob);
    ends(process);
    people.change("ann", &["server", "edit", "shown", "--no-check", "--visibility", "public"]);
    announced(&mut bob, &ALL);
    assert_eq!(listed(&mut bob), OF_SHOWN);
}

#[test]
fn who_is_disabled_is_served_nothing_and_their_servers_end() {
    let (people, [_, shown]) = People::new();
    let mut bob = people.open("bob");
    let asked = Asked::of(&mut bob, "1", "shown");
    let theirs = process(&shown);
    let mut ann = people.open("ann");
    let called = ann.ask("1", "tools/call", r#"{"name":"shown__two"}"#);
    assert!(called.contains("content"), "{called}");
    people.change("ann", &["user", "disable", "bob@example.org"]);
    refuses(&mut bob, "shown__two");
    assert_eq!(listed(&mut bob), [""; 0]);
    asked.finish(&mut bob);
    ends(theirs);
    let called = ann.ask("2", "tools/call", r#"{"name":"shown__two"}"#);
    assert!(called.contains("content"), "{called}");
    // Whoever may act again has to log in again, and so has what they run.
    people.change("ann", &["user", "enable", "bob@example.org"]);
    refuses(&mut bob, "shown__two");
}

#[test]
fn a_session_serves_nothing_once_its_login_was_ended() {
    let (people, _mirrors) = People::new();
    for (who, args) in [
        ("bob", &["logout"][..]),
        ("ann", &["user", "passwd", "bob@example.org", "--expire"]),
        ("ann", &["user", "passwd", "bob@example.org", "--password-stdin"]),
        ("ann", &["user", "delete", "bob@example.org", "--yes"]),
    ] {
        let _ = people.run("bob", &["logout"]);
        people.change("ann", &["config", "set", "password.history", "0"]);
        people.change("ann", &["user", "passwd", "bob@example.org", "--password-stdin"]);
        people.log_in("bob");
        let mut bob = people.open("bob");
        assert_eq!(listed(&mut bob), OF_SHOWN);
        people.change(who, args);
        refuses(&mut bob, "shown__two");
        assert_eq!(listed(&mut bob), [""; 0], "{args:?}");
    }
}

#[test]
fn a_login_ends_by_itself_under_a_session_too() {
    let (people, _mirrors) = People::new();
    let store = rusqlite::Connection::open(people.world.store_file()).unwrap();
    let soon = "UPDATE login SET expires_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) + 8000";
    store.execute(soon, []).unwrap();
    let mut bob = people.open("bob");
    assert_eq!(listed(&mut bob), OF_SHOWN);
    eventually(|| listed(&mut bob).is_empty(), || "it is still served".to_owned());
    refuses(&mut bob, "shown__two");
}

#[test]
fn nobody_goes_on_as_the_owner_without_a_login_once_everybody_logs_in() {
    let people = People::before();
    super::live::offers(&people.world.mirror("a"), "one");
    let mut client = people.open("ann");
    assert_eq!(listed(&mut client).len(), 3);
    people.bob_comes();
    refuses(&mut client, "a__one");
    assert_eq!(listed(&mut client), [""; 0]);
}

#[test]
fn sessions_are_seen_and_ended_by_whose_they_are_and_by_those_who_were_granted_that() {
    let (people, _mirrors) = People::new();
    people.change("bob", &["server", "add", "own", "--no-check", "--", "true"]);
    let (mut ann, mut bob) = (people.open("ann"), people.open("bob"));
    let [anns, bobs] = [&ann, &bob].map(|client| client.id().to_string());
    let pids = |who: &str, args: &[&str]| {
        let printed = people.change(who, args);
        let mut pids: Vec<_> = printed.lines().map(ToOwned::to_owned).collect();
        pids.sort_unstable();
        pids
    };
    let list = &["session", "list", "--field", "pid"];
    assert_eq!(pids("bob", list), std::slice::from_ref(&bobs));
    let mut both = [anns.clone(), bobs.clone()];
    both.sort_unstable();
    assert_eq!(pids("ann", list), both);
    let status = people.change("bob", &["status", "--json"]);
    assert!(status.contains(&bobs) && !status.contains(&format!("\"pid\": {anns}")), "{status}");
    // What is another's reads as what isn't there, whatever is done to it.
    for verb in ["show", "kill"] {
        let (code, _, said) = people.run("bob", &["session", verb, &anns, "--yes"]);
        let (absent, _, expected) = people.run("bob", &["session", verb, "4194305", "--yes"]);
        assert_eq!((code, said), (absent, expected.replace("4194305", &anns)), "{verb}");
    }
    let names = |who: &str| {
        let session: Value =
            serde_json::from_str(&people.change(who, &["session", "show", &bobs, "--json"])).unwrap();
        let servers = session["servers"].as_array().unwrap().clone();
        servers.iter().map(|server| server["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("bob"), ["own", "shown"]);
    assert_eq!(names("ann"), ["shown"], "what is private to bob shows in no session of his");
    people.change("ann", &["session", "kill", &bobs, "--yes"]);
    bob.end();
    assert_eq!(listed(&mut ann).len(), 6);
}
