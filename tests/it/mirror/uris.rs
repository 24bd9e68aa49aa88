//! A URI that two servers have: the later one's is shown wrapped, and everything that names it follows.

use super::child::Mirror;
use super::client::Client;
use super::compare::assert_bytes;
use super::world::World;

const WRAPPED: &str = "mcpgw://b/ui%3A%2F%2Fpage%3Fq%3D1";
const PLAIN: &str = "ui://page?q=1";

fn clash() -> (Client, [Mirror; 2], World) {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| {
        let mirror = world.mirror(name);
        mirror.pages(
            "resources/list",
            &[("-", &format!(r#"{{"resources":[{{"name":"{name}","uri" : "{PLAIN}","x":1E5}},{{"uri":"{name}:own","name":"own"}}]}}"#))],
        );
        mirror.pages(
            "resources/templates/list",
            &[("-", r#"{"resourceTemplates":[{"uriTemplate":"t://{x}","name":"t"}]}"#)],
        );
        mirror.pages(
            "tools/list",
            &[("-", &format!(r#"{{"tools":[{{"name":"say","_meta":{{"ui":{{"resourceUri":"{PLAIN}"}},"x":"{PLAIN}"}}}}]}}"#))],
        );
        mirror
    });
    (world.open(), mirrors, world)
}

#[test]
fn the_lists_show_the_later_ones_wrapped() {
    let (mut client, _mirrors, _world) = clash();
    assert_eq!(
        client.ask("1", "resources/list", "{}"),
        format!(
            r#"{{"jsonrpc":"2.0","id":1,"result":{{"resources":[{{"name":"a","uri" : "{PLAIN}","x":1E5}},{{"uri":"a:own","name":"own"}},{{"name":"b","uri" : "{WRAPPED}","x":1E5}},{{"uri":"b:own","name":"own"}}]}}}}"#
        )
    );
    assert_eq!(
        client.ask("2", "resources/templates/list", "{}"),
        r#"{"jsonrpc":"2.0","id":2,"result":{"resourceTemplates":[{"uriTemplate":"t://{x}","name":"t"},{"uriTemplate":"mcpgw://b/t%3A%2F%2F{x}","name":"t"}]}}"#
    );
    assert_eq!(
        client.ask("3", "tools/list", "{}"),
        format!(
            r#"{{"jsonrpc":"2.0","id":3,"result":{{"tools":[{{"name":"a__say","_meta":{{"ui":{{"resourceUri":"{PLAIN}"}},"x":"{PLAIN}"}}}},{{"name":"b__say","_meta":{{"ui":{{"resourceUri":"{WRAPPED}"}},"x":"{PLAIN}"}}}}]}}}}"#
        )
    );
}

#[test]
fn reading_goes_to_the_named_server_and_its_answer_follows() {
    let (mut client, [one, two], _world) = clash();
    client.ask("\"list\"", "resources/list", "{}");
    let contents = |uri: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":@ID@,"result":{{"contents":[{{"text":"{PLAIN}","uri":"{uri}","n":1.0}}]}}}}"#
        )
    };
    one.replies("resources/read", contents(PLAIN) + "\n");
    two.replies("resources/read", contents(PLAIN) + "\n");
    client.request("1", "resources/read", &format!(r#"{{"uri":"{PLAIN}"}}"#));
    assert_bytes(&client.answer("1"), contents(PLAIN).replace("@ID@", "1").as_bytes());
    client.request("2", "resources/read", &format!(r#"{{"x":1, "uri":"{WRAPPED}"}}"#));
    assert_bytes(&client.answer("2"), contents(WRAPPED).replace("@ID@", "2").as_bytes());
    assert_bytes(
        &two.hears("resources/read"),
        format!(
            r#"{{"jsonrpc":"2.0","id":2,"method":"resources/read","params":{{"x":1, "uri":"{PLAIN}"}}}}"#
        )
        .as_bytes(),
    );
    // The wrapped form works for what does not clash as well, and for templates.
    for (id, uri, plain) in [
        ("\"own\"", "mcpgw://a/a%3Aown", "a:own"),
        ("\"expanded\"", "mcpgw://a/t%3A%2F%2Fvalue", "t://value"),
    ] {
        client.request(id, "resources/read", &format!(r#"{{"uri":"{uri}"}}"#));
        client.answer(id);
        let heard = one.hears(&format!("\"id\":{id}"));
        assert!(
            super::child::holds(&heard, &format!(r#"{{"uri":"{plain}"}}"#)),
            "{}",
            String::from_utf8_lossy(&heard)
        );
    }
}

#[test]
fn subscriptions_and_updates_follow() {
    let (mut client, [one, two], _world) = clash();
    let updated = |uri: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","method":"notifications/resources/updated","params":{{"uri":"{uri}","n":0.10}}}}"#
        )
    };
    for mirror in [&one, &two] {
        mirror.says("updated", format!("{}\n{{\"id\":@ID@,\"result\":{{}}}}\n", updated(PLAIN)));
    }
    client.ask("\"list\"", "resources/list", "{}");
    client.ask("1", "resources/subscribe", &format!(r#"{{"uri":"{WRAPPED}"}}"#));
    assert!(super::child::holds(&two.hears("resources/subscribe"), PLAIN));
    client.say("2", "a", "updated");
    assert_bytes(&client.line(), br#"{"id":2,"result":{}}"#);
    client.say("3", "b", "updated");
    assert_bytes(&client.line(), updated(WRAPPED).as_bytes());
    assert_bytes(&client.line(), br#"{"id":3,"result":{}}"#);
    client.ask("4", "resources/unsubscribe", &format!(r#"{{"uri":"{WRAPPED}"}}"#));
    client.say("5", "b", "updated");
    assert_bytes(&client.line(), br#"{"id":5,"result":{}}"#);
    assert_eq!(one.count("subscribe\""), 0);
}

#[test]
fn links_in_results_follow_and_what_is_handed_out_can_be_read() {
    let (mut client, [one, two], _world) = clash();
    client.ask("\"list\"", "resources/list", "{}");
    let linked = |uri: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":1,"result":{{"content":[{{"type":"resource_link","uri":"{uri}","name":"{PLAIN}"}},{{"type":"resource","resource":{{"text":"\ud83d","uri":"{uri}"}}}},{{"type":"resource_link","name":"new","uri":"new:thing"}}]}}}}"#
        )
    };
    two.says("links", linked(PLAIN) + "\n");
    client.say("1", "b", "links");
    assert_bytes(&client.answer("1"), linked(WRAPPED).as_bytes());
    client.ask("2", "resources/read", r#"{"uri":"new:thing"}"#);
    assert!(super::child::holds(&two.hears("resources/read"), "new:thing"));
    assert_eq!(one.count("resources/read"), 0);
}

#[test]
fn a_subscription_is_made_again_at_a_server_that_was_restarted() {
    let (mut client, [_one, two], _world) = clash();
    client.ask("\"list\"", "resources/list", "{}");
    client.ask("1", "resources/subscribe", r#"{"uri":"b:own"}"#);
    two.pages("tools/list", &[("-", r#"{"tools":[{"name":"say"},{"name":"die"}]}"#)]);
    two.says("changed", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}\n{\"id\":@ID@,\"result\":{}}\n");
    client.ask("\"tools\"", "tools/list", "{}");
    client.say("2", "b", "changed");
    client.holding("list_changed");
    client.call("3", "b__die", "{}");
    client.answer("3");
    client.say("4", "b", "changed");
    client.answer("4");
    super::compare::eventually(
        || two.count("resources/subscribe") == 2,
        || "not subscribed again".to_owned(),
    );
}

#[test]
fn a_uri_that_two_servers_have_is_the_first_ones_even_if_the_second_is_known_earlier() {
    let world = World::with_settings("initialize_hold = \"0s\"\nlist_hold = \"30s\"\n");
    let [one, two] = ["a", "b"].map(|name| {
        let mirror = world.mirror(name);
        mirror.pages("resources/list", &[("-", &format!(r#"{{"resources":[{{"uri":"{PLAIN}"}}]}}"#))]);
        mirror
    });
    one.gate();
    let mut client = world.open();
    client.request("1", "resources/read", &format!(r#"{{"uri":"{PLAIN}"}}"#));
    two.hears("resources/list");
    two.hears("resources/templates/list");
    client.rest();
    one.let_go();
    client.answer("1");
    assert_eq!((one.count("resources/read"), two.count("resources/read")), (1, 0));
}

#[test]
fn a_first_server_that_never_comes_up_keeps_no_uri_from_the_second_for_longer_than_a_list() {
    let world = World::with_settings("initialize_hold = \"0s\"\nlist_hold = \"100ms\"\n");
    let [one, two] = ["a", "b"].map(|name| {
        let mirror = world.mirror(name);
        mirror.pages("resources/list", &[("-", &format!(r#"{{"resources":[{{"uri":"{PLAIN}"}}]}}"#))]);
        mirror
    });
    one.gate();
    let mut client = world.open();
    client.request("1", "resources/read", &format!(r#"{{"uri":"{PLAIN}"}}"#));
    client.answer("1");
    assert_eq!(two.count("resources/read"), 1);
}
