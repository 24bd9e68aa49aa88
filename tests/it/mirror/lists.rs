//! Lists: every page of every server, merged; own pages towards the client; changes announced once.

use super::child::holds;
use super::compare::{assert_bytes, eventually};
use super::frames::ODD_VALUES;
use super::world::World;

#[test]
fn items_are_what_the_server_said_but_for_the_name() {
    let world = World::new();
    let (one, two) = (world.mirror("a"), world.mirror("b"));
    let item = |name: &str, value: &str| {
        format!(
            r#"{{"z":{value} , "name" : "{name}","inputSchema":{{"properties":{{"y":{{}},"b":{value}}}}},"_meta":{{"v":{value}}}}}"#
        )
    };
    let items = |prefix: &str| {
        let all: Vec<_> =
            ODD_VALUES.iter().enumerate().map(|(n, value)| item(&format!("{prefix}t{n}"), value)).collect();
        all.join(",")
    };
    one.pages("tools/list", &[("-", &format!(r#"{{"tools":[{}]}}"#, items("")))]);
    two.pages("tools/list", &[("-", &format!(r#"{{"tools":[{}]}}"#, items("")))]);
    let mut client = world.open();
    client.request("1", "tools/list", "{}");
    let expected =
        format!(r#"{{"jsonrpc":"2.0","id":1,"result":{{"tools":[{},{}]}}}}"#, items("a__"), items("b__"));
    assert_bytes(&client.line(), expected.as_bytes());
}

#[test]
fn every_page_of_a_server_is_followed_whatever_its_cursors_look_like() {
    let world = World::new();
    let tool = |name: &str, cursor: &str| format!(r#"{{"tools":[{{"name":"{name}"}}]{cursor}}}"#);
    let paged = world.mirror("paged");
    paged.pages(
        "tools/list",
        &[
            ("-", &tool("one", r#","nextCursor":"""#)),
            ("\"\"", &tool("two", r#","nextCursor":"\ud83d\/\u0041""#)),
            (r#""\ud83d\/\u0041""#, &tool("three", r#","nextCursor":"last""#)),
            ("\"last\"", &tool("four", r#","nextCursor":null"#)),
        ],
    );
    let cyclic = world.mirror("cyclic");
    cyclic.pages(
        "tools/list",
        &[
            ("-", &tool("one", r#","nextCursor":"x""#)),
            ("\"x\"", &tool("two", r#","nextCursor":"y""#)),
            ("\"y\"", &tool("three", r#","nextCursor":"x""#)),
        ],
    );
    let endless = world.mirror("endless");
    endless.pages("tools/list", &[("*", &tool("n@N@", r#","nextCursor":"c@N@""#))]);
    let mut client = world.open();
    let list = client.ask("1", "tools/list", "{}");
    let names: Vec<_> =
        list.split("\"name\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(
        &names[..7],
        [
            "paged__one",
            "paged__two",
            "paged__three",
            "paged__four",
            "cyclic__one",
            "cyclic__two",
            "cyclic__three"
        ]
    );
    // What an endless one offers is cut at a bound, and said so.
    assert_eq!(names.len(), 1000);
    let rest = list.split("\"nextCursor\":").nth(1).expect("a second page").trim_end_matches('}').to_owned();
    let list = client.ask("2", "tools/list", &format!(r#"{{"cursor":{rest}}}"#));
    assert_eq!(list.matches("\"name\":").count(), 7);
    assert!(!list.contains("nextCursor"), "{list}");
    assert_eq!(endless.count("\"tools/list\""), 1000);
    assert_eq!(cyclic.count("\"tools/list\""), 3);
    for server in ["cyclic", "endless"] {
        eventually(
            || world.log().lines().any(|line| line.contains("cut short") && line.contains(server)),
            || world.log(),
        );
    }
}

#[test]
fn the_client_reads_pages_of_the_set_size_by_opaque_cursors() {
    let world = World::patient_with("page_size = 2\n");
    for name in ["a", "b"] {
        world
            .mirror(name)
            .pages("prompts/list", &[("-", r#"{"prompts":[{"name":"x"},{"name":"y"},{"name":"z"}]}"#)]);
    }
    let mut client = world.open();
    let (mut names, mut params) = (Vec::new(), "{}".to_owned());
    for page in 0..3 {
        let list = client.ask(&page.to_string(), "prompts/list", &params);
        names
            .extend(list.split("\"name\":\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        params = match list.split("\"nextCursor\":").nth(1) {
            Some(rest) => format!(r#"{{"cursor":{}}}"#, rest.trim_end_matches('}')),
            None => "{}".to_owned(),
        };
    }
    assert_eq!(params, "{}");
    assert_eq!(names, ["a__x", "a__y", "a__z", "b__x", "b__y", "b__z"]);
    for cursor in ["\"\"", "\"x\"", "7", "{}", "\"p1\"", "\"p99.0\""] {
        let answer = client.ask("9", "prompts/list", &format!(r#"{{"cursor":{cursor}}}"#));
        assert!(
            answer.starts_with(r#"{"jsonrpc":"2.0","id":9,"error":{"code":-32602,"#),
            "{cursor}: {answer}"
        );
    }
    let first = client.ask("10", "prompts/list", r#"{"cursor":null}"#);
    assert!(first.contains("a__x") && first.contains("nextCursor"), "{first}");
}

#[test]
fn many_changes_are_announced_once_with_the_new_list_behind_them() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    let list = client.ask("1", "tools/list", "{}");
    assert!(list.contains("a__say") && list.contains("b__say"), "{list}");
    let tools = |extra: &str| format!(r#"{{"tools":[{{"name":"say"}},{{"name":"{extra}"}}]}}"#);
    one.pages("tools/list", &[("-", &tools("new_in_a"))]);
    two.pages("tools/list", &[("-", &tools("new_in_b"))]);
    let changed = r#"{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}"#;
    let told =
        format!("{}{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{}}}}\n", format!("{changed}\n").repeat(5));
    one.says("changed", &told);
    two.says("changed", &told);
    client.say("2", "a", "changed");
    client.say("3", "b", "changed");
    assert_bytes(&client.holding("list_changed"), changed.as_bytes());
    let list = client.ask("4", "tools/list", "{}");
    assert!(list.contains("new_in_a") && list.contains("new_in_b") && !list.contains("hold"), "{list}");
    client.answer("2");
    client.answer("3");
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn changes_of_each_kind_are_announced_as_that_kind() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    for (number, kind) in ["tools", "prompts", "resources"].iter().enumerate() {
        client.ask(&format!("\"list {number}\""), &format!("{kind}/list"), "{}");
        let changed = format!(r#"{{"jsonrpc":"2.0","method":"notifications/{kind}/list_changed"}}"#);
        mirror.says("changed", format!("{changed}\n"));
        client.say(&number.to_string(), "a", "changed");
        assert_bytes(&client.line(), changed.as_bytes());
    }
}

#[test]
fn a_collision_hides_only_the_newcomers_item() {
    let world = World::new();
    let (one, two) = (world.mirror_with("a", &["--no-prefix"]), world.mirror_with("b", &["--no-prefix"]));
    one.pages("tools/list", &[("-", r#"{"tools":[{"name":"say"},{"name":"mine"}]}"#)]);
    two.pages("tools/list", &[("-", r#"{"tools":[{"name":"say"},{"name":"yours"}]}"#)]);
    one.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"from\":\"a\"}}\n");
    let mut client = world.open();
    let list = client.ask("1", "tools/list", "{}");
    assert_eq!(
        list,
        r#"{"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"say"},{"name":"mine"},{"name":"yours"}]}}"#
    );
    client.call("2", "say", r#"{"script":"r"}"#);
    assert_bytes(&client.answer("2"), br#"{"jsonrpc":"2.0","id":2,"result":{"from":"a"}}"#);
    client.call("3", "yours", "{}");
    client.answer("3");
    assert!(holds(&two.hears("tools/call"), "yours"));
    let hidden = || world.log().contains("say is hidden: a has that name");
    eventually(hidden, || world.log());
}

#[test]
fn names_that_clients_choke_on_are_shown_altered_and_called_by_their_own() {
    let world = World::new();
    let (mirror, _other) = (world.mirror("a"), world.mirror("b"));
    let names = ["with:colon", "with.dot", "with space", r"\u00e4\/\n", r"\ud83d", "", &"long".repeat(30)];
    let tools: Vec<_> = names.iter().map(|name| format!(r#"{{"name":"{name}"}}"#)).collect();
    mirror.pages("tools/list", &[("-", &format!(r#"{{"tools":[{}]}}"#, tools.join(",")))]);
    let mut client = world.open();
    let list = client.ask("1", "tools/list", "{}");
    let shown: Vec<_> =
        list.split("\"name\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for (number, (name, shown)) in names.iter().zip(&shown).enumerate() {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        assert!(shown.len() <= 50 && shown.bytes().all(fits), "{shown}");
        let id = format!("\"call {number}\"");
        client.call(&id, shown, "{}");
        client.answer(&id);
        let heard = mirror.hears(&format!("\"call {number}\""));
        let expected = format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"{name}","arguments":{{}}}}}}"#
        );
        assert_bytes(&heard, expected.as_bytes());
    }
    drop(world);
}

#[test]
fn a_list_whose_server_would_not_say_that_it_changed_is_read_again() {
    let world = World::new();
    let (quiet, loud) = (world.mirror("a"), world.mirror("b"));
    let opening = |capabilities: &str| {
        let opened = r#""protocolVersion":"2025-11-25","serverInfo":{"name":"m","version":"1"}"#;
        format!(
            "{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{{opened},\"capabilities\":{capabilities}}}}}\n"
        )
    };
    quiet.replies("initialize", opening(r#"{"tools":{}}"#));
    loud.replies("initialize", opening(r#"{"tools":{"listChanged":true}}"#));
    for mirror in [&quiet, &loud] {
        mirror.pages("tools/list", &[("-", r#"{"tools":[{"name":"old"}]}"#)]);
    }
    let mut client = world.open();
    let mut listed = || client.ask("1", "tools/list", "{}");
    eventually(|| listed().contains("b__old"), || "it is not listed".to_owned());
    for mirror in [&quiet, &loud] {
        mirror.pages("tools/list", &[("-", r#"{"tools":[{"name":"new"}]}"#)]);
    }
    eventually(|| listed().contains("a__new"), || "the list stays as it was".to_owned());
    assert!(listed().contains("b__old"), "who says so is believed");
    assert_eq!(loud.count("\"tools/list\""), 1);
    // Not with each request.
    let before = quiet.count("\"tools/list\"");
    (0..10).for_each(|_| drop(listed()));
    assert!(quiet.count("\"tools/list\"") <= before + 1);
}

#[test]
fn what_a_server_did_not_list_before_is_looked_for_again_before_it_is_refused() {
    let world = World::new();
    let mirror = world.mirror("a");
    let opened = r#""protocolVersion":"2025-11-25","serverInfo":{"name":"m","version":"1"},"capabilities":{"tools":{},"resources":{}}"#;
    mirror.replies("initialize", format!("{{\"id\":@ID@,\"result\":{{{opened}}}}}\n"));
    for (kind, list) in [("tools", r#"{"tools":[]}"#), ("resources", r#"{"resources":[]}"#)] {
        mirror.pages(&format!("{kind}/list"), &[("-", list)]);
    }
    let mut client = world.open();
    let [tool, resource] = [("tools/call", r#"{"name":"a__hi"}"#), ("resources/read", r#"{"uri":"x:new"}"#)];
    for (method, params) in [tool, resource] {
        assert!(client.ask("1", method, params).contains("\"error\""), "{method}");
    }
    mirror.pages("tools/list", &[("-", r#"{"tools":[{"name":"hi"}]}"#)]);
    mirror.pages("resources/list", &[("-", r#"{"resources":[{"uri":"x:new"}]}"#)]);
    for (method, params) in [tool, resource] {
        mirror.replies(method, "{\"id\":@ID@,\"result\":{}}\n");
        // At once it may be believed that nothing has changed.
        eventually(|| client.ask("2", method, params).contains("\"result\""), || method.to_owned());
    }
}

#[test]
fn an_argument_of_a_template_that_nobody_has_is_wrong() {
    let (_world, _mirrors, mut client) = World::with_mirrors(["a", "b"]);
    let params = r#"{"ref":{"type":"ref/resource","uri":"none://{x}"},"argument":{"name":"x","value":""}}"#;
    assert_eq!(
        client.ask("1", "completion/complete", params),
        r#"{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"Unknown template: none://{x}"}}"#
    );
}

#[test]
fn a_server_that_does_not_list_again_holds_a_refusal_no_longer_than_a_list() {
    let world = World::with_settings("list_hold = \"300ms\"\n");
    let mirror = world.mirror("a");
    let opened = r#""protocolVersion":"2025-11-25","serverInfo":{"name":"m","version":"1"},"capabilities":{"tools":{},"resources":{}}"#;
    mirror.replies("initialize", format!("{{\"id\":@ID@,\"result\":{{{opened}}}}}\n"));
    mirror.pages("resources/list", &[("-", r#"{"resources":[]}"#)]);
    let mut client = world.open();
    client.ask("1", "resources/list", "{}");
    std::fs::remove_file(mirror.path("pages/resources.list")).unwrap();
    mirror.replies("resources/list", "");
    let before = mirror.count("\"resources/list\"");
    // At once the list is believed to be as it was; later it is asked for, and not waited for any longer.
    eventually(
        || {
            assert!(client.ask("2", "resources/read", r#"{"uri":"x:new"}"#).contains("\"error\""));
            mirror.count("\"resources/list\"") > before
        },
        || "it is not asked again".to_owned(),
    );
}
