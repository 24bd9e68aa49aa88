//! Servers that are changed by commands while a session runs: what did not change is not touched, calls under way are
//! answered where they are, and each kind of list is announced once.

use serde_json::Value;

use super::child::{Mirror, is_alive};
use super::client::Client;
use super::compare::eventually;
use super::world::World;

/// Runs a command, which must succeed without a word about sessions that don't follow.
#[track_caller]
pub(super) fn change(world: &World, args: &[&str]) {
    // Who is told to use the key file is not told that it is used.
    let output = world.other_command(args).env("MCPGW_KEYRING", "file").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{args:?}: {} {said}", output.status);
}

/// Gives a mirror one item of each kind, named after `item`.
pub(super) fn offers(mirror: &Mirror, item: &str) {
    for (kind, list) in [
        ("tools", format!(r#"{{"tools":[{{"name":"ask"}},{{"name":"{item}"}}]}}"#)),
        ("prompts", format!(r#"{{"prompts":[{{"name":"{item}"}}]}}"#)),
        ("resources", format!(r#"{{"resources":[{{"name":"{item}","uri":"x:{item}"}}]}}"#)),
    ] {
        mirror.pages(&format!("{kind}/list"), &[("-", &list)]);
    }
}

/// The names or URIs of all items that the client is told of now.
#[track_caller]
pub(super) fn listed(client: &mut Client) -> Vec<String> {
    let mut items = Vec::new();
    for (kind, member) in [("tools", "name"), ("prompts", "name"), ("resources", "uri")] {
        let answer = client.ask(&format!("\"{kind}\""), &format!("{kind}/list"), "{}");
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let list = answer["result"][kind].as_array().unwrap();
        let names = list.iter().map(|item| item[member].as_str().unwrap());
        items.extend(names.filter(|name| !name.ends_with("__ask")).map(ToOwned::to_owned));
    }
    items
}

/// What the client should be told of: by prefix, the item of each server.
fn items<const N: usize>(servers: [(&str, &str); N]) -> Vec<String> {
    let named = servers.map(|(prefix, item)| format!("{prefix}__{item}"));
    let uris = servers.map(|(_, item)| format!("x:{item}"));
    [&named[..], &named, &uris].concat()
}

/// A call that a mirror answers as soon as its own request is answered.
pub(super) struct Asked {
    id: &'static str,
    request: Value,
}

impl Asked {
    #[track_caller]
    pub(super) fn of(client: &mut Client, id: &'static str, server: &str) -> Self {
        client.call(id, &format!("{server}__ask"), &format!(r#"{{"who":"call {id}"}}"#));
        let request = client.holding(&format!("\"who\":\"call {id}/0@"));
        Self { id, request: serde_json::from_slice(&request).unwrap() }
    }

    /// The process that the call is with.
    pub(super) fn pid(&self) -> u32 {
        let who = self.request["params"]["who"].as_str().unwrap();
        who.rsplit_once('@').unwrap().1.parse().unwrap()
    }

    #[track_caller]
    pub(super) fn finish(self, client: &mut Client) {
        let (id, who) = (&self.request["id"], &self.request["params"]["who"]);
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"who":{who}}}}}"#));
        let answer = String::from_utf8(client.answer(self.id)).unwrap();
        assert!(answer.contains(&format!(r#""who":"call {}""#, self.id)), "{answer}");
    }
}

/// Waits until the client has been told that just these kinds of lists have changed, each once.
#[track_caller]
pub(super) fn announced(client: &mut Client, kinds: &[&str]) {
    let mut lines: Vec<_> = kinds.iter().map(|_| client.holding("list_changed")).collect();
    lines.extend(client.rest_of_lines());
    let mut lines: Vec<_> = lines.into_iter().map(|line| String::from_utf8(line).unwrap()).collect();
    lines.sort_unstable();
    let expected: Vec<_> = kinds
        .iter()
        .map(|kind| format!(r#"{{"jsonrpc":"2.0","method":"notifications/{kind}/list_changed"}}"#))
        .collect();
    assert_eq!(lines, expected);
}

/// The only process of a mirror that runs.
#[track_caller]
pub(super) fn process(mirror: &Mirror) -> u32 {
    let alive = || mirror.processes().into_iter().filter(|&pid| is_alive(pid)).collect::<Vec<_>>();
    eventually(|| alive().len() == 1, || format!("{:?} run", alive()));
    alive()[0]
}

#[track_caller]
pub(super) fn ends(pid: u32) {
    eventually(|| !is_alive(pid), || format!("{pid} runs"));
}

pub(super) const ALL: [&str; 3] = ["prompts", "resources", "tools"];

/// A session with two servers, which knows their lists, and a call that is with the first.
fn session() -> (World, [Mirror; 2], Client, Asked) {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| world.mirror(name));
    offers(&mirrors[0], "one");
    offers(&mirrors[1], "two");
    let mut client = world.open();
    assert_eq!(listed(&mut client), items([("a", "one"), ("b", "two")]));
    let asked = Asked::of(&mut client, "1", "a");
    // Commands find it a moment after its start.
    let found = || world.other_command(&["session", "list", "--field", "pid"]).output().unwrap().stdout;
    eventually(|| found() == format!("{}\n", client.id()).as_bytes(), || "no session is found".to_owned());
    (world, mirrors, client, asked)
}

#[test]
fn a_server_that_is_added_edited_and_removed_shows_and_the_others_are_left_alone() {
    let (world, [mirror, other], mut client, asked) = session();
    let untouched = [process(&mirror), process(&other)];
    let third = world.scripted_mirror("c", &[], |third| offers(third, "three"));
    announced(&mut client, &ALL);
    assert_eq!(listed(&mut client), items([("a", "one"), ("b", "two"), ("c", "three")]));
    let first = process(&third);
    // Another process that has the same to say.
    change(&world, &["server", "edit", "c", "--no-check", "--env", "X=1"]);
    ends(first);
    announced(&mut client, &[]);
    offers(&third, "four");
    change(&world, &["server", "edit", "c", "--no-check", "--env", "X=2"]);
    announced(&mut client, &ALL);
    assert_eq!(listed(&mut client), items([("a", "one"), ("b", "two"), ("c", "four")]));
    let last = process(&third);
    change(&world, &["server", "remove", "c", "--yes"]);
    announced(&mut client, &ALL);
    assert_eq!(listed(&mut client), items([("a", "one"), ("b", "two")]));
    ends(last);
    assert_eq!([process(&mirror), process(&other)], untouched);
    asked.finish(&mut client);
    announced(&mut client, &[]);
}

#[test]
fn a_server_that_is_disabled_goes_and_comes_back_from_what_is_known_of_it() {
    let (world, [mirror, other], mut client, asked) = session();
    let untouched = process(&mirror);
    let first = process(&other);
    change(&world, &["server", "disable", "b"]);
    announced(&mut client, &ALL);
    assert_eq!(listed(&mut client), items([("a", "one")]));
    ends(first);
    let refused = client.ask("2", "tools/call", r#"{"name":"b__two"}"#);
    assert!(refused.contains("Unknown tool: b__two"), "{refused}");
    change(&world, &["server", "enable", "b"]);
    announced(&mut client, &ALL);
    assert_eq!(listed(&mut client), items([("a", "one"), ("b", "two")]));
    let called = client.ask("3", "tools/call", r#"{"name":"b__two"}"#);
    assert!(called.contains("content"), "{called}");
    assert_eq!(process(&mirror), untouched);
    asked.finish(&mut client);
    announced(&mut client, &[]);
}

#[test]
fn another_name_is_no_reason_to_start_a_server_anew() {
    let (world, [mirror, other], mut client, asked) = session();
    let untouched = [process(&mirror), process(&other)];
    change(&world, &["server", "edit", "a", "--no-check", "--rename", "c"]);
    announced(&mut client, &[]);
    assert_eq!(listed(&mut client), items([("a", "one"), ("b", "two")]));
    change(&world, &["server", "edit", "c", "--no-check", "--alias", "d"]);
    announced(&mut client, &ALL);
    assert_eq!(listed(&mut client), items([("d", "one"), ("b", "two")]));
    let called = client.ask("2", "tools/call", r#"{"name":"d__one"}"#);
    assert!(called.contains("content"), "{called}");
    asked.finish(&mut client);
    announced(&mut client, &[]);
    assert_eq!([process(&mirror), process(&other)], untouched);
}

#[test]
fn calls_under_way_finish_where_they_are_when_their_server_runs_anew() {
    let (world, [mirror, other], mut client, mut asked) = session();
    let untouched = process(&other);
    for (id, args) in [
        ("2", &["server", "restart", "a"][..]),
        ("3", &["server", "edit", "a", "--no-check", "--env", "X=1"]),
        ("4", &["server", "restart", "a"]),
    ] {
        let old = process(&mirror);
        change(&world, args);
        let next = Asked::of(&mut client, id, "a");
        assert!(next.pid() != old && asked.pid() == old && is_alive(old), "{args:?}");
        asked.finish(&mut client);
        ends(old);
        asked = next;
    }
    let last = process(&mirror);
    change(&world, &["server", "remove", "a", "--yes"]);
    announced(&mut client, &ALL);
    assert!(is_alive(last) && asked.pid() == last);
    asked.finish(&mut client);
    ends(last);
    assert_eq!(process(&other), untouched);
}

#[test]
fn changes_by_several_commands_at_once_all_show() {
    let (world, [mirror, other], mut client, asked) = session();
    let untouched = [process(&mirror), process(&other)];
    let mut commands: Vec<_> = ["c", "d", "e", "f"]
        .map(|name| world.other_command(&["server", "add", name, "--no-check", "--", "true"]))
        .into();
    commands.push(world.other_command(&["server", "edit", "b", "--no-check", "--alias", "z"]));
    let running: Vec<_> = commands.iter_mut().map(|command| command.spawn().unwrap()).collect();
    for mut command in running {
        assert!(command.wait().unwrap().success());
    }
    announced(&mut client, &ALL);
    assert_eq!(listed(&mut client), items([("a", "one"), ("z", "two")]));
    assert_eq!([process(&mirror), process(&other)], untouched);
    asked.finish(&mut client);
    announced(&mut client, &[]);
}

#[test]
fn what_is_changed_before_anybody_finds_the_session_is_in_force_for_its_first_request() {
    let world = World::new();
    let [a, b] = ["a", "b"].map(|name| world.mirror(name));
    offers(&a, "one");
    offers(&b, "two");
    // So that their lists are known.
    assert_eq!(listed(&mut world.open()), items([("a", "one"), ("b", "two")]));
    let mut client = world.start();
    client.ask("\"open\"", "initialize", r#"{"protocolVersion":"2025-11-25","capabilities":{}}"#);
    change(&world, &["server", "disable", "a"]);
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
    assert_eq!(listed(&mut client), items([("b", "two")]));
}

#[test]
fn a_session_that_can_not_be_registered_follows_the_store_and_is_found_once_it_can() {
    let world = World::new();
    let [a, b] = ["a", "b"].map(|name| world.mirror(name));
    offers(&a, "one");
    offers(&b, "two");
    let store = rusqlite::Connection::open(world.store_file()).unwrap();
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON session BEGIN SELECT RAISE(ABORT, 'not now'); END";
    store.execute_batch(refuse).unwrap();
    let mut client = world.open();
    assert_eq!(listed(&mut client), items([("a", "one"), ("b", "two")]));
    change(&world, &["server", "disable", "a"]);
    // Nobody tells it.
    eventually(|| listed(&mut client) == items([("b", "two")]), || world.log());
    store.execute_batch("DROP TRIGGER refuse").unwrap();
    let sessions = || {
        let output = world.other_command(&["session", "list", "--json"]).output().unwrap();
        serde_json::from_slice::<Vec<Value>>(&output.stdout).unwrap()
    };
    eventually(|| sessions().len() == 1, || world.log());
    assert_eq!(sessions()[0]["pid"], client.id());
}
