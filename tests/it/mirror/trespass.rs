//! Messages that would reach beyond what they may: they are dropped or refused, and nobody else is touched.

use super::child::Mirror;
use super::compare::{assert_bytes, eventually};
use super::live::{change, offers, process};
use super::tokens::{open, open_found, printed, token};
use super::world::World;

const DONE: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"done\":1}}\n";

#[test]
fn a_request_without_an_id_is_none_on_either_side() {
    for names in [&["a"][..], &["a", "b"]] {
        let world = World::new();
        let mirrors: Vec<_> = names.iter().map(|name| world.mirror(name)).collect();
        mirrors[0].says(
            "ok",
            format!("{{\"jsonrpc\":\"2.0\",\"method\":\"elicitation/create\",\"params\":{{}}}}\n{DONE}"),
        );
        let mut client = world.open();
        client.ask("1", "tools/list", "{}");
        for (method, params) in [
            ("tools/call", r#"{"name":"say","uri":"x:one","arguments":{"script":"ok"}}"#),
            ("tools\\/call", r#"{"name":"a__say","arguments":{"script":"ok"}}"#),
            ("prompts/get", r#"{"name":"p"}"#),
            ("initialize", r#"{"protocolVersion":"2025-11-25"}"#),
            ("logging/setLevel", r#"{"level":"debug"}"#),
        ] {
            client.send(format!(r#"{{"jsonrpc":"2.0","method":"{method}","params":{params}}}"#));
        }
        client.say("2", "a", "ok");
        // What the server said before its answer is not passed on.
        assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":2,"result":{"done":1}}"#);
        let heard = mirrors[0].heard();
        let counted =
            |text: &str| heard.iter().filter(|line| String::from_utf8_lossy(line).contains(text)).count();
        assert_eq!((counted("\"tools/call\""), counted("\"initialize\"")), (1, 1), "{names:?}");
        assert_eq!((counted("tools\\/call"), counted("prompts/get"), counted("setLevel")), (0, 0, 0));
    }
}

#[test]
fn an_item_that_not_everybody_can_read_costs_its_server_that_item_and_nobody_else_anything() {
    let deep = format!("{}1{}", "[".repeat(20_000), "]".repeat(20_000));
    for odd in ["Infinity", "NaN", "\"a\tb\"", "01", &deep] {
        let world = World::new();
        let (odd_one, other) = (world.mirror("a"), world.mirror("b"));
        let tools = format!(
            r#"{{"tools":[{{"name":"say"}},{{"name":"odd","inputSchema":{{"default":{odd}}}}}],"_meta":{{"x":{odd}}}}}"#
        );
        odd_one.pages("tools/list", &[("-", &tools)]);
        other.pages("tools/list", &[("-", r#"{"tools":[{"name":"say","inputSchema":{"default":1e400}}]}"#)]);
        let list = world.open().ask("1", "tools/list", "{}");
        assert!(
            list.contains("\"a__say\"") && list.contains("\"b__say\"") && list.contains("1e400"),
            "{list}"
        );
        assert!(!list.contains("odd") && !list.contains("_meta"), "{}", &list[..list.len().min(300)]);
    }
}

#[test]
fn a_broken_request_of_a_server_is_no_answer_to_the_call_with_the_same_number() {
    for broken in [
        r#"{"jsonrpc":"2.0","id":7,"method":"sampling/createMessage","params":{}}}"#,
        r#"{"jsonrpc":"2.0","id":7,"method":"sampling/createMessage","method":"x"}"#,
    ] {
        let (_world, [mirror], mut client) = World::with_mirrors(["a"]);
        mirror.says("ask", format!("{broken}\n{DONE}"));
        client.say("7", "a", "ask");
        assert_bytes(&client.answer("7"), br#"{"jsonrpc":"2.0","id":7,"result":{"done":1}}"#);
        let told = String::from_utf8(mirror.hears("-32700")).unwrap();
        assert!(told.contains("\"id\":7"), "{told}");
    }
}

#[test]
fn what_was_taken_away_meanwhile_is_not_called_once_its_server_has_started() {
    let edits: [&[&str]; 3] = [
        &["tool", "disable", "a/x"],
        &["token", "edit", "t", "--tool", "a/ask"],
        &["token", "edit", "t", "--tool", "b/x"],
    ];
    for edit in edits {
        let world = World::with_settings("initialize_hold = \"0s\"\nlist_hold = \"30s\"\n");
        let (mirror, other) = (world.mirror("a"), world.mirror("b"));
        offers(&mirror, "x");
        offers(&other, "x");
        mirror.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
        let token = token(&world, "t", &[]);
        other.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
        // What it has is known from before, to sessions and to commands.
        open(&world, &token).ask("1", "tools/list", "{}");
        change(&world, &["tool", "list"]);
        mirror.gate();
        let mut client = open_found(&world, &token);
        client.call("1", "a__x", "{}");
        eventually(|| mirror.count("\"initialize\"") == 3, || "it was not started".to_owned());
        let output = world.other_command(edit).env("MCPGW_KEYRING", "file").output().unwrap();
        assert!(output.status.success(), "{edit:?}: {}", String::from_utf8_lossy(&output.stderr));
        mirror.let_go();
        let answer = String::from_utf8(client.answer("1")).unwrap();
        assert!(answer.contains("-32602"), "{edit:?}: {answer}");
        assert_eq!(mirror.count("\"tools/call\""), 0);
        let told = || printed(&world, &["audit", "list", "--action", "tool.call", "--json"]);
        eventually(|| told().contains("\"a/x\""), || format!("{edit:?}: the audit tells of {}", told()));
    }
}

#[test]
fn the_late_answer_of_one_server_takes_no_progress_from_a_call_to_another() {
    let world = World::new();
    let speaking = |mirror: &Mirror| mirror.file("mouths", "");
    let (late, prompt) =
        (world.scripted_mirror("a", &[], speaking), world.scripted_mirror("b", &[], speaking));
    late.says("wait", "");
    prompt.says("wait", "");
    let mut client = world.open();
    let call = |id: u32, server: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"{server}__say","arguments":{{"script":"wait"}},"_meta":{{"progressToken":"T"}}}}}}"#
        )
    };
    client.send(call(10, "a"));
    late.hears("\"wait\"");
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":10}}"#);
    late.hears("notifications/cancelled");
    client.send(call(11, "b"));
    prompt.hears("\"wait\"");
    late.speaks(
        process(&late),
        "{\"jsonrpc\":\"2.0\",\"id\":10,\"result\":{}}\n{\"jsonrpc\":\"2.0\",\"method\":\"x/heard\"}\n",
    );
    client.holding("x/heard");
    let progress =
        r#"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":"T","progress":1}}"#;
    prompt.speaks(
        process(&prompt),
        &format!("{progress}\n{{\"jsonrpc\":\"2.0\",\"id\":11,\"result\":{{}}}}\n"),
    );
    assert_bytes(&client.holding("progressToken"), progress.as_bytes());
    assert_bytes(&client.answer("11"), br#"{"jsonrpc":"2.0","id":11,"result":{}}"#);
}

#[test]
fn a_session_serves_nothing_once_its_token_is_for_another_place_and_all_again_afterwards() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("ok", DONE);
    let token = token(&world, "t", &[]);
    let mut client = open_found(&world, &token);
    let call = r#"{"name":"a__say","arguments":{"script":"ok"}}"#;
    for (number, (flag, value, clear)) in [
        ("--cidr", "10.0.0.0/8", "cidrs"),
        ("--client", "other", "client"),
        ("--workspace", "/usr", "workspace"),
    ]
    .into_iter()
    .enumerate()
    {
        let edit = |args: &[&str]| {
            let args = [&["token", "edit", "t"], args].concat();
            let output = world.other_command(&args).env("MCPGW_KEYRING", "file").output().unwrap();
            assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        };
        edit(&[flag, value]);
        let refused = client.ask(&format!("\"no {number}\""), "tools/call", call);
        assert!(refused.contains("-32602") && refused.contains("the token"), "{flag}: {refused}");
        assert!(!client.ask(&format!("\"list {number}\""), "tools/list", "{}").contains("a__say"), "{flag}");
        edit(&["--clear", clear]);
        let done = client.ask(&format!("\"yes {number}\""), "tools/call", call);
        assert!(done.contains("\"done\":1"), "{flag}: {done}");
    }
}
