//! Frames of a server that are well made but come at the wrong time, or once too often.

use super::child::holds;
use super::compare::assert_bytes;
use super::reverse::{id_of, with_id};
use super::world::{EVERYTHING, World};

const DONE: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";

fn done(id: &str) -> Vec<u8> {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#).into_bytes()
}

#[test]
fn what_a_server_asks_before_it_is_open_is_answered_once_each() {
    let world = World::new();
    let (mirror, other) = (world.mirror("a"), world.mirror("b"));
    other.says("r", DONE);
    let roots = r#"{"jsonrpc":"2.0","id":1,"method":"roots/list"}"#;
    let early = [roots, r#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#, ""].join("\n");
    mirror.file("start", early);
    let mut client = world.start();
    client.open(EVERYTHING);
    assert_bytes(&mirror.hears("\"id\":2,"), &done("2"));
    let asked = client.holding("roots/list");
    assert_bytes(&with_id(&asked, "1"), roots.as_bytes());
    client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"roots":[]}}}}"#, id_of(&asked)));
    assert_bytes(&mirror.hears("\"roots\":[]"), br#"{"jsonrpc":"2.0","id":1,"result":{"roots":[]}}"#);
    client.say("1", "b", "r");
    assert_bytes(&client.answer("1"), &done("1"));
    assert_eq!((mirror.count("\"id\":1,"), mirror.count("\"id\":2,")), (1, 1));
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn an_answer_to_initialize_that_comes_twice_counts_once() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", DONE);
    let hello = r#"{"jsonrpc":"2.0","id":@ID@,"result":{"protocolVersion":"2025-11-25","capabilities":{"tools":{}}}}"#;
    mirror.replies("initialize", format!("{hello}\n{hello}\n"));
    let mut client = world.open();
    assert!(client.ask("1", "tools/list", "{}").contains("a__say"));
    client.say("2", "a", "r");
    assert_bytes(&client.answer("2"), &done("2"));
    assert_eq!((mirror.count("notifications/initialized"), mirror.count("\"tools/list\"")), (1, 1));
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn a_server_that_opens_its_client_is_answered_by_it_like_any_unknown_request() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let odd = r#"{"jsonrpc":"2.0","id":9,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}"#;
    mirror.says("odd", format!("{odd}\n{DONE}"));
    client.say("1", "a", "odd");
    let asked = client.line();
    assert_bytes(&with_id(&asked, "9"), odd.as_bytes());
    assert_bytes(&client.line(), &done("1"));
    let error = r#""error":{"code":-32601,"message":"no"}"#;
    client.send(format!(r#"{{"jsonrpc":"2.0","id":{},{error}}}"#, id_of(&asked)));
    let answer = format!(r#"{{"jsonrpc":"2.0","id":9,{error}}}"#);
    assert_bytes(&mirror.hears("\"id\":9,"), answer.as_bytes());
}

#[test]
fn two_requests_of_a_server_under_one_id_are_both_answered_under_it() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let ask = |who: &str| {
        format!(
            "{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"roots/list\",\"params\":{{\"who\":\"{who}\"}}}}\n"
        )
    };
    mirror.says("twice", [&ask("x"), &ask("y"), DONE].concat());
    client.say("1", "a", "twice");
    let asked = [client.line(), client.line()];
    assert_bytes(&client.line(), &done("1"));
    assert!(id_of(&asked[0]) != id_of(&asked[1]));
    for (asked, who) in asked.iter().zip(["x", "y"]) {
        assert!(holds(asked, &format!("\"who\":\"{who}\"")));
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"for":"{who}"}}}}"#, id_of(asked)));
        let answer = format!(r#"{{"jsonrpc":"2.0","id":1,"result":{{"for":"{who}"}}}}"#);
        assert_bytes(&mirror.hears(&format!("\"for\":\"{who}\"")), answer.as_bytes());
        // An answer that comes twice is nobody's.
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"for":"{who}"}}}}"#, id_of(asked)));
    }
    assert_eq!(client.rest(), [""; 0]);
    client.say("2", "a", "twice");
    client.answer("2");
    assert_eq!((mirror.count("\"for\":\"x\""), mirror.count("\"for\":\"y\"")), (1, 1));
}
