//! What the client was given or has asked for stays whose it was, whatever servers list or say later.

use super::child::{Mirror, holds};
use super::client::Client;
use super::compare::{assert_bytes, eventually};
use super::live::change;
use super::world::World;

/// Two servers of which the later one gives what nobody lists.
fn giving() -> (World, [Mirror; 2], Client) {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| world.mirror(name));
    mirrors[1].pages(
        "tools/list",
        &[("-", r#"{"tools":[{"name":"say","_meta":{"ui":{"resourceUri":"ui://app"}}}]}"#)],
    );
    for mirror in &mirrors {
        mirror.pages("prompts/list", &[("-", r#"{"prompts":[]}"#)]);
        mirror.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
        let contents = r#"{"id":@ID@,"result":{"contents":[{"uri":"x:1","text":""}]}}"#;
        mirror.replies("resources/read", format!("{contents}\n"));
    }
    let client = world.open();
    (world, mirrors, client)
}

/// Has a server list these resources, and waits until the client sees them.
fn list_anew(client: &mut Client, name: &str, mirror: &Mirror, resources: &str) -> String {
    mirror.pages("resources/list", &[("-", &format!(r#"{{"resources":[{resources}]}}"#))]);
    let changed = r#"{"jsonrpc":"2.0","method":"notifications/resources/list_changed"}"#;
    mirror.says("changed", format!("{changed}\n{{\"id\":@ID@,\"result\":{{}}}}\n"));
    client.say("\"changed\"", name, "changed");
    client.answer("\"changed\"");
    client.holding("list_changed");
    client.ask("\"anew\"", "resources/list", "{}")
}

#[test]
fn a_subscription_is_taken_back_where_it_was_made() {
    let (_world, [one, two], mut client) = giving();
    list_anew(&mut client, "b", &two, r#"{"uri":"u:1","name":"u"}"#);
    client.ask("1", "resources/subscribe", r#"{"uri":"u:1"}"#);
    let listed = list_anew(&mut client, "a", &one, r#"{"uri":"u:1","name":"u"}"#);
    assert!(listed.contains(r#""mcpgw://b/u%3A1""#), "{listed}");
    client.ask("2", "resources/unsubscribe", r#"{"uri":"u:1"}"#);
    assert_eq!((one.count("resources/unsubscribe"), two.count("resources/unsubscribe")), (0, 1));
}

#[test]
fn what_was_subscribed_to_in_two_spellings_is_told_of_in_both_until_one_is_taken_back() {
    let (_world, [_one, two], mut client) = giving();
    list_anew(&mut client, "b", &two, r#"{"uri":"x://H/a"},{"uri":"x://h/%61"}"#);
    for uri in ["x://H/a", "x://h/%61"] {
        client.ask("1", "resources/subscribe", &format!(r#"{{"uri":"{uri}"}}"#));
    }
    let updated =
        |uri: &str| format!(r#"{{"method":"notifications/resources/updated","params":{{"uri":"{uri}"}}}}"#);
    two.says("updated", format!("{}\n{{\"id\":@ID@,\"result\":{{}}}}\n", updated("x://h/a")));
    client.say("2", "b", "updated");
    client.answer("2");
    assert_eq!(client.rest_of_lines(), [updated("x://H/a").into_bytes(), updated("x://h/%61").into_bytes()]);
    client.ask("3", "resources/unsubscribe", r#"{"uri":"x://h/%61"}"#);
    client.say("4", "b", "updated");
    client.answer("4");
    assert_eq!(client.rest_of_lines(), [updated("x://H/a").into_bytes()]);
}

#[test]
fn data_stays_as_its_server_wrote_it() {
    let (_world, [one, two], mut client) = giving();
    list_anew(&mut client, "a", &one, r#"{"uri":"u:1"}"#);
    list_anew(&mut client, "b", &two, r#"{"uri":"u:1"}"#);
    let log = r#"{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":{"uri":"u:1"}}}"#;
    let answer = |uri: &str| {
        format!(
            r#"{{"id":1,"result":{{"content":[{{"type":"resource","resource":{{"uri":"{uri}"}}}}],"structuredContent":{{"uri":"u:1"}}}}}}"#
        )
    };
    two.says("data", format!("{log}\n{}\n", answer("u:1")));
    client.say("1", "b", "data");
    assert_bytes(&client.answer("1"), answer("mcpgw://b/u%3A1").as_bytes());
    assert_eq!(client.rest_of_lines(), [log.as_bytes()]);
}

#[test]
fn a_link_to_what_the_session_may_not_read_stays_as_it_is() {
    let (world, [one, two], mut client) = giving();
    list_anew(&mut client, "a", &one, r#"{"uri":"u:1","name":"u"}"#);
    list_anew(&mut client, "b", &two, r#"{"uri":"u:1","name":"u"}"#);
    change(&world, &["resource", "disable", "b/u:1"]);
    eventually(
        || !client.ask("\"l\"", "resources/list", "{}").contains("mcpgw://b/"),
        || "it is still listed".to_owned(),
    );
    let link = r#"{"id":1,"result":{"content":[{"type":"resource_link","uri":"u:1","name":"l"}]}}"#;
    two.says("link", format!("{link}\n"));
    client.say("1", "b", "link");
    assert_bytes(&client.answer("1"), link.as_bytes());
}

#[test]
fn updates_that_nobody_asked_for_cost_nobody_anything_whatever_else_is_listed() {
    let (world, [one, two], mut client) = giving();
    let template = |n| format!(r#"{{"uriTemplate":"t{n}://{{a}}/{{b}}/{{c}}","name":"t"}}"#);
    let templates: Vec<_> = (0..20_000).map(template).collect();
    let page = format!(r#"{{"resourceTemplates":[{}]}}"#, templates.join(","));
    one.pages("resources/templates/list", &[("-", &page)]);
    list_anew(&mut client, "a", &one, r#"{"uri":"u:1","name":"u"}"#);
    change(&world, &["resource", "disable", "a/u:1"]);
    let update =
        r#"{"jsonrpc":"2.0","method":"notifications/resources/updated","params":{"uri":"t1://a/b/c/d"}}"#;
    one.says("flood", format!("[{}]\n{{\"id\":@ID@,\"result\":{{}}}}\n", vec![update; 20_000].join(",")));
    client.say("1", "a", "flood");
    client.answer("1");
    two.says("quick", "{\"id\":@ID@,\"result\":{}}\n");
    client.say("2", "b", "quick");
    assert!(holds(&client.answer("2"), "result"));
}
