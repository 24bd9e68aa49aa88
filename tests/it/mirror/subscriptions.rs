//! Subscriptions, counted by the form of the URI that the client used (MCP `server/resources`, subscriptions).

use super::child::{Mirror, holds};
use super::client::Client;
use super::compare::{assert_bytes, eventually};
use super::world::World;

const PLAIN: &str = "file:///x y";
/// The form that always works.
const WRAPPED: &str = "mcpgw://b/file%3A%2F%2F%2Fx%20y";

fn updated(uri: &str) -> String {
    format!(
        r#"{{"jsonrpc":"2.0","method":"notifications/resources/updated","params":{{"n":1.0,"uri":"{uri}","\ud83d":1}}}}"#
    )
}

/// The second server lists the resource; its script `updated` says that it has changed.
fn listing() -> (World, [Mirror; 2], Client) {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| world.mirror(name));
    mirrors[1].pages("resources/list", &[("-", &format!(r#"{{"resources":[{{"uri":"{PLAIN}"}}]}}"#))]);
    mirrors[1].says("updated", format!("{}\n{{\"id\":@ID@,\"result\":{{}}}}\n", updated(PLAIN)));
    let mut client = world.open();
    client.ask("\"list\"", "resources/list", "{}");
    (world, mirrors, client)
}

#[track_caller]
fn tell(client: &mut Client, id: &str, what: &str, uri: &str) -> String {
    client.ask(id, &format!("resources/{what}"), &format!(r#"{{"uri":"{uri}"}}"#))
}

/// What the client is told when the resource changes.
#[track_caller]
fn news(client: &mut Client) -> Vec<String> {
    client.say("\"news\"", "b", "updated");
    client.answer("\"news\"");
    client.rest()
}

fn ok(id: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#)
}

/// A line as [`Client::rest`] shows it.
fn shown(line: &str) -> String {
    super::compare::shown(line.as_bytes())
}

#[test]
fn each_form_is_told_of_changes_until_it_is_taken_back() {
    let (_world, [one, two], mut client) = listing();
    assert_eq!(news(&mut client), [""; 0]);
    assert_eq!(tell(&mut client, "1", "subscribe", PLAIN), ok("1"));
    assert_eq!(news(&mut client), [shown(&updated(PLAIN))]);
    assert_eq!(tell(&mut client, "2", "subscribe", WRAPPED), ok("2"));
    assert_eq!(news(&mut client), [shown(&updated(PLAIN)), shown(&updated(WRAPPED))]);
    assert_eq!(tell(&mut client, "3", "unsubscribe", PLAIN), ok("3"));
    assert_eq!(news(&mut client), [shown(&updated(WRAPPED))]);
    assert_eq!(two.count("resources/unsubscribe"), 0);
    assert_eq!(tell(&mut client, "4", "unsubscribe", WRAPPED), ok("4"));
    assert_eq!(news(&mut client), [""; 0]);
    let heard = two.hears("resources/unsubscribe");
    assert_bytes(
        &heard,
        format!(
            r#"{{"jsonrpc":"2.0","id":4,"method":"resources/unsubscribe","params":{{"uri":"{PLAIN}"}}}}"#
        )
        .as_bytes(),
    );
    assert_eq!(one.count("subscribe\""), 0);
}

#[test]
fn taking_back_a_form_that_was_never_subscribed_with_leaves_the_other() {
    let (_world, [_one, two], mut client) = listing();
    tell(&mut client, "1", "subscribe", PLAIN);
    tell(&mut client, "2", "subscribe", PLAIN);
    assert_eq!(tell(&mut client, "3", "unsubscribe", WRAPPED), ok("3"));
    assert_eq!(two.count("resources/unsubscribe"), 0);
    assert_eq!(news(&mut client), [shown(&updated(PLAIN))]);
    assert_eq!(tell(&mut client, "4", "unsubscribe", PLAIN), ok("4"));
    assert_eq!(news(&mut client), [""; 0]);
    // What is no longer subscribed to is the server's to answer.
    tell(&mut client, "5", "unsubscribe", PLAIN);
    assert_eq!(two.count("resources/unsubscribe"), 2);
}

#[test]
fn one_that_is_taken_back_while_the_other_is_on_its_way_leaves_it() {
    let (_world, [_one, two], mut client) = listing();
    tell(&mut client, "1", "subscribe", PLAIN);
    client.write(format!(
        "{}\n{}\n",
        format_args!(
            r#"{{"jsonrpc":"2.0","id":2,"method":"resources/subscribe","params":{{"uri":"{WRAPPED}"}}}}"#
        ),
        format_args!(
            r#"{{"jsonrpc":"2.0","id":3,"method":"resources/unsubscribe","params":{{"uri":"{PLAIN}"}}}}"#
        ),
    ));
    client.answer("2");
    client.answer("3");
    assert_eq!(news(&mut client), [shown(&updated(WRAPPED))]);
    // The last word that the server has heard is that it is subscribed to.
    let last = || two.heard().into_iter().rfind(|line| holds(line, "subscribe\""));
    eventually(|| holds(&last().unwrap(), "/subscribe"), || "the server was told to stop".to_owned());
}

#[test]
fn one_that_failed_is_not_remembered() {
    let (_world, [_one, two], mut client) = listing();
    two.replies(
        "resources/subscribe",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"error\":{\"code\":-32602,\"message\":\"no\"}}\n",
    );
    assert_eq!(
        tell(&mut client, "1", "subscribe", PLAIN),
        r#"{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"no"}}"#
    );
    assert_eq!(news(&mut client), [""; 0]);
    client.call("2", "b__die", "{}");
    client.answer("2");
    client.say("3", "b", "updated");
    client.answer("3");
    assert_eq!(two.count("\"initialize\""), 2);
    assert_eq!(two.count("resources/subscribe"), 1);
}

#[test]
fn a_restarted_server_is_told_once_of_what_is_still_subscribed_to() {
    let (_world, [_one, two], mut client) = listing();
    for (id, what, uri) in [
        ("1", "subscribe", PLAIN),
        ("2", "subscribe", WRAPPED),
        ("3", "unsubscribe", PLAIN),
        ("4", "subscribe", "mcpgw://b/other%3A1"),
        ("5", "unsubscribe", "mcpgw://b/other%3A1"),
    ] {
        tell(&mut client, id, what, uri);
    }
    let before = two.heard().len();
    client.call("6", "b__die", "{}");
    client.answer("6");
    assert_eq!(news(&mut client), [shown(&updated(WRAPPED))]);
    let again: Vec<_> = two.heard().drain(before..).filter(|line| holds(line, "subscribe\"")).collect();
    assert_eq!(again.len(), 1, "{again:?}");
    let params = format!(r#""method":"resources/subscribe","params":{{"uri":"{PLAIN}"}}}}"#);
    assert!(again[0].ends_with(params.as_bytes()), "{again:?}");
}
