//! Elicitation in form and URL mode, its ids, and the error that asks for it (MCP 2025-11-25, `client/elicitation`).

use super::child::{Mirror, holds};
use super::client::Client;
use super::compare::{assert_bytes, eventually};
use super::reverse::{id_of, with_id};
use super::world::World;

fn url(number: &str, elicitation: &str) -> String {
    format!(
        r#"{{"jsonrpc":"2.0","id":{number},"method":"elicitation/create","params":{{"mode":"url","elicitationId":"{elicitation}","url":"https://x/?q=\u0041","message":"\ud83d go","n":1.0}}}}"#
    )
}

fn complete(elicitation: &str) -> String {
    format!(
        r#"{{"params":{{"x":1e400,"elicitationId":"{elicitation}"}},"method":"notifications/elicitation/complete","jsonrpc":"2.0"}}"#
    )
}

fn labelled(line: &str, who: &str) -> String {
    line.replace("\"message\":\"", &format!("\"message\":\"[{who}] "))
}

/// Has both mirrors ask for the same elicitation, the first one first; returns the requests.
fn both_ask(client: &mut Client, mirrors: &[Mirror; 2]) -> [Vec<u8>; 2] {
    for mirror in mirrors {
        mirror.says("ask", url("1", "e/1") + "\n");
        mirror.says("complete", complete("e/1") + "\n");
        mirror.says(
            "complete other",
            complete("a:e/1") + "\n" + &complete("b:e/1") + "\n" + &complete("e/2") + "\n",
        );
    }
    ["a", "b"].map(|name| {
        client.say(&format!("\"ask {name}\""), name, "ask");
        client.holding("elicitation/create")
    })
}

#[test]
fn a_form_is_answered_with_whatever_the_person_did() {
    let (_world, [_one, two], mut client) = World::with_mirrors(["a", "b"]);
    let ask = r#"{"jsonrpc":"2.0","id":"\u0041","method":"elicitation/create","params":{"mode":"form","message":"?","requestedSchema":{"type":"object","properties":{"n":{"type":"integer","default":12345678901234567890},"s":{"enum":["\ud83d"],"enumNames":["x"]}}}}}"#;
    two.says("ask", format!("{ask}\n"));
    for (number, answer) in [
        r#"{"action":"accept","content":{"n":1E2,"s":"\ud83d"}}"#,
        r#"{"action":"decline"}"#,
        r#"{"action":"cancel","_meta":{"x":null}}"#,
    ]
    .into_iter()
    .enumerate()
    {
        client.say(&number.to_string(), "b", "ask");
        let request = client.holding("elicitation/create");
        assert_bytes(&with_id(&request, r#""\u0041""#), labelled(ask, "b").as_bytes());
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{answer}}}"#, id_of(&request)));
        let expected = format!(r#"{{"jsonrpc":"2.0","id":"\u0041","result":{answer}}}"#);
        assert_bytes(&two.hears(answer), expected.as_bytes());
    }
}

#[test]
fn of_two_servers_with_one_elicitation_id_the_later_one_is_renamed() {
    let (_world, mirrors, mut client) = World::with_mirrors(["a", "b"]);
    let [first, second] = both_ask(&mut client, &mirrors);
    assert_bytes(&with_id(&first, "1"), labelled(&url("1", "e/1"), "a").as_bytes());
    assert_bytes(&with_id(&second, "1"), labelled(&url("1", "b:e/1"), "b").as_bytes());
    // Asking again keeps the name.
    for (name, known) in [("a", "e/1"), ("b", "b:e/1")] {
        client.say(&format!("\"again {name}\""), name, "ask");
        let again = client.holding("elicitation/create");
        assert_bytes(&with_id(&again, "1"), labelled(&url("1", known), name).as_bytes());
    }
    client.say("\"b is done\"", "b", "complete");
    assert_bytes(&client.line(), complete("b:e/1").as_bytes());
    client.say("\"a is done\"", "a", "complete");
    assert_bytes(&client.line(), complete("e/1").as_bytes());
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn only_who_asked_may_say_that_it_is_done() {
    let (world, mirrors, mut client) = World::with_mirrors(["a", "b"]);
    both_ask(&mut client, &mirrors);
    let [one, _two] = &mirrors;
    one.says("unasked", complete("never") + "\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/elicitation/complete\"}\n{\"id\":@ID@,\"result\":{}}\n");
    client.say("1", "a", "complete other");
    client.say("2", "a", "unasked");
    assert_bytes(&client.line(), br#"{"id":2,"result":{}}"#);
    assert_eq!(client.rest(), [""; 0]);
    eventually(|| world.log().contains("that it did not ask for"), || world.log());
}

#[test]
fn an_error_that_asks_for_it_is_labelled_and_renamed_too() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    let required = |first: &str, label: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":7,"error":{{"code":-32042,"message":"first this","data":{{"elicitations":[{{"mode":"url","elicitationId":"{first}","url":"u","message":"{label}one"}},{{"x":1.0,"message":"{label}\ud83d","elicitationId":"{{own}}"}}],"message":"as is"}}}}}}"#
        )
    };
    let own = |line: String, name: &str| line.replace("{own}", &format!("own {name}"));
    for (name, mirror) in [("a", &one), ("b", &two)] {
        mirror.says("ask", own(required("e", ""), name) + "\n");
        mirror.says("complete", complete("e") + "\n");
    }
    client.say("7", "a", "ask");
    assert_bytes(&client.line(), own(required("e", "[a] "), "a").as_bytes());
    client.say("7", "b", "ask");
    assert_bytes(&client.line(), own(required("b:e", "[b] "), "b").as_bytes());
    client.say("8", "b", "complete");
    assert_bytes(&client.line(), complete("b:e").as_bytes());
    // Any other error is nobody's business.
    let other = own(required("e", ""), "b").replace("-32042", "-32041");
    two.says("other", other.clone() + "\n");
    client.say("7", "b", "other");
    assert_bytes(&client.line(), other.as_bytes());
}

#[test]
fn the_only_server_is_not_labelled_and_not_renamed() {
    let (_world, [mirror], mut client) = World::with_mirrors(["a"]);
    mirror.says("ask", url("1", "e") + "\n" + &url("2", "e") + "\n" + &complete("e") + "\n");
    client.say("1", "a", "ask");
    for id in ["1", "2"] {
        let request = client.line();
        assert_bytes(&with_id(&request, id), url(id, "e").as_bytes());
    }
    assert_bytes(&client.line(), complete("e").as_bytes());
    assert!(!holds(&mirror.hears("tools/call"), "a__"));
}
