//! A URI that two servers have: the later one's is shown wrapped, and everything that names it follows.

use super::child::Mirror;
use super::client::Client;
use super::compare::assert_bytes;
use super::world::World;

const WRAPPED: &str = "mcpgw://b/ui%3A%2F%2Fpage%3Fq%3D1";
const PLAIN: &str = "ui://page?q=1";

fn clash() -> (World, [Mirror; 2], Client) {
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
    let client = world.open();
    (world, mirrors, client)
}

#[test]
fn the_lists_show_the_later_ones_wrapped() {
    let (_world, _mirrors, mut client) = clash();
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
    let (_world, [one, two], mut client) = clash();
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
    let (_world, [one, two], mut client) = clash();
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
    let (_world, [one, two], mut client) = clash();
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
    let (_world, [_one, two], mut client) = clash();
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

/// Two servers that list no resources, and have the same.
fn twins() -> (World, [Mirror; 2], Client) {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| {
        let mirror = world.mirror(name);
        mirror.pages(
            "tools/list",
            &[("-", r#"{"tools":[{"name":"say","_meta":{"ui":{"resourceUri":"ui://app"}}}]}"#)],
        );
        mirror.replies(
            "resources/read",
            r#"{"id":@ID@,"result":{"contents":[{"uri":"x:dir","text":""},{"uri":"x:dir/1","text":""}]}}
"#,
        );
        mirror
    });
    let client = world.open();
    (world, mirrors, client)
}

#[test]
fn a_link_leads_to_the_server_that_gave_it_whoever_gave_the_same() {
    let (_world, [one, two], mut client) = twins();
    let linked = |uri: &str| {
        format!(r#"{{"id":1,"result":{{"content":[{{"type":"resource_link","uri":"{uri}","name":"l"}}]}}}}"#)
    };
    for (name, mirror, shown) in [("a", &one, "x:dir"), ("b", &two, "mcpgw://b/x%3Adir")] {
        mirror.says("link", linked("x:dir") + "\n");
        client.say("1", name, "link");
        assert_bytes(&client.answer("1"), linked(shown).as_bytes());
        let before = [one.count("resources/read"), two.count("resources/read")];
        let read = client.ask("2", "resources/read", &format!(r#"{{"uri":"{shown}"}}"#));
        assert!(read.contains(&format!(r#""uri":"{shown}""#)), "{read}");
        assert_eq!(mirror.count("resources/read"), before[usize::from(name == "b")] + 1);
        assert_eq!(one.count("resources/read") + two.count("resources/read"), before[0] + before[1] + 1);
    }
    // What was in the answer can be read as well, where it was said.
    client.ask("3", "resources/read", r#"{"uri":"x:dir/1"}"#);
    assert!(super::child::holds(&two.hears(r#""id":3"#), r#"{"uri":"x:dir/1"}"#));
}

#[test]
fn what_a_tool_refers_to_can_be_read_though_nobody_lists_it() {
    let (_world, [one, two], mut client) = twins();
    let tools = client.ask("1", "tools/list", "{}");
    for (name, mirror, shown) in [("a", &one, "ui://app"), ("b", &two, "mcpgw://b/ui%3A%2F%2Fapp")] {
        let tool = format!(r#"{{"name":"{name}__say","_meta":{{"ui":{{"resourceUri":"{shown}"}}}}}}"#);
        assert!(tools.contains(&tool), "{tools}");
        client.ask("2", "resources/read", &format!(r#"{{"uri":"{shown}"}}"#));
        assert!(super::child::holds(&mirror.hears("resources/read"), r#"{"uri":"ui://app"}"#));
    }
}

#[test]
fn another_spelling_of_a_listed_uri_reaches_its_server_as_that_lists_it() {
    let (_world, [_one, two], mut client) = clash();
    client.ask("1", "resources/read", r#"{"uri":"B:%6fwn"}"#);
    assert!(super::child::holds(&two.hears("resources/read"), r#"{"uri":"b:own"}"#));
}

#[test]
fn an_error_and_a_question_name_a_uri_as_the_client_does() {
    let (_world, [_one, two], mut client) = clash();
    client.ask("\"list\"", "resources/list", "{}");
    let error = |uri: &str, id: &str| {
        format!(r#"{{"id":{id},"error":{{"code":-32002,"message":"no","data":{{"uri":"{uri}"}}}}}}"#)
    };
    two.replies("resources/read", error(PLAIN, "@ID@") + "\n");
    client.request("1", "resources/read", &format!(r#"{{"uri":"{WRAPPED}"}}"#));
    assert_bytes(&client.answer("1"), error(WRAPPED, "1").as_bytes());
    let ask = |uri: &str, id: &str| {
        format!(
            r#"{{"id":{id},"method":"sampling/createMessage","params":{{"messages":[{{"content":{{"type":"resource","resource":{{"uri":"{uri}"}}}}}}]}}}}"#
        )
    };
    two.says("ask", ask(PLAIN, "7") + "\n");
    client.say("2", "b", "ask");
    let asked = client.line();
    assert_bytes(&asked, ask(WRAPPED, &super::reverse::id_of(&asked)).as_bytes());
}

#[test]
fn a_part_of_what_is_subscribed_to_is_told_of_under_the_same_servers_name() {
    let (_world, [_one, two], mut client) = clash();
    client.ask("\"list\"", "resources/list", "{}");
    let updated =
        |uri: &str| format!(r#"{{"method":"notifications/resources/updated","params":{{"uri":"{uri}"}}}}"#);
    client.ask("1", "resources/subscribe", r#"{"uri":"mcpgw://b/b%3Aown"}"#);
    two.says("updated", updated("b:own/1") + "\n");
    client.say("2", "b", "updated");
    assert_bytes(&client.line(), updated("mcpgw://b/b%3Aown%2F1").as_bytes());
    client.ask("3", "resources/read", r#"{"uri":"mcpgw://b/b%3Aown%2F1"}"#);
    assert!(super::child::holds(&two.hears("resources/read"), r#"{"uri":"b:own/1"}"#));
}

#[test]
fn an_update_may_spell_what_is_subscribed_to_in_another_way() {
    let (_world, [_one, two], mut client) = clash();
    client.ask("1", "resources/subscribe", r#"{"uri":"b:own"}"#);
    let updated =
        |uri: &str| format!(r#"{{"method":"notifications/resources/updated","params":{{"uri":"{uri}"}}}}"#);
    two.says("updated", updated("B:%6fwn") + "\n" + &updated("b:other") + "\n{\"id\":@ID@,\"result\":{}}\n");
    client.say("2", "b", "updated");
    assert_bytes(&client.line(), updated("b:own").as_bytes());
    client.answer("2");
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn what_a_client_can_fetch_by_itself_and_what_is_data_stay_as_they_are() {
    let (_world, [one, two], mut client) = twins();
    let answer = r#"{"id":1,"result":{"content":[{"type":"resource_link","uri":"https://example.org/a"}],"structuredContent":{"uri":"x:dir"}}}"#;
    for (name, mirror) in [("a", &one), ("b", &two)] {
        mirror.says("link", format!("{answer}\n"));
        client.say("1", name, "link");
        assert_bytes(&client.answer("1"), answer.as_bytes());
    }
}
