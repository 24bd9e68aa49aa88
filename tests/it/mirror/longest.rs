//! Messages of just the longest that may be, and one byte over that, with the limit that nobody has set: 64 MiB.

use super::compare::assert_bytes;
use super::world::World;

const LONGEST: usize = 64 << 20;

#[test]
fn a_message_of_the_client_may_be_as_long_as_the_limit() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    let call = |id: u32, length: usize| {
        let head = format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"a__say","arguments":{{"script":"r","x":""#
        );
        let tail = "\"}}}";
        let filler = "x".repeat(length - head.len() - tail.len());
        format!("{head}{filler}{tail}")
    };
    client.send(call(1, LONGEST));
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    client.send(call(2, LONGEST + 1));
    assert_bytes(
        &client.line(),
        br#"{"jsonrpc":"2.0","id":2,"error":{"code":-32600,"message":"the message exceeds relay.max_frame"}}"#,
    );
    client.say("3", "a", "r");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":3,"result":{}}"#);
    assert_eq!(mirror.count("\"id\":2,"), 0);
}

#[test]
fn an_answer_of_a_server_may_be_as_long_as_the_limit() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let answer = |id: &str, length: usize| {
        let head = format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"text":""#);
        let filler = "x".repeat(length - head.len() - 3);
        format!("{head}{filler}\"}}}}")
    };
    mirror.says("longest", answer("1", LONGEST) + "\n");
    mirror.says("longer", answer("2", LONGEST + 1) + "\n");
    let mut client = world.open();
    client.say("1", "a", "longest");
    assert_bytes(&client.line(), answer("1", LONGEST).as_bytes());
    client.say("2", "a", "longer");
    assert_bytes(
        &client.line(),
        br#"{"jsonrpc":"2.0","id":2,"error":{"code":-32603,"message":"server \"a\" sent an answer that can't be read","data":{"server":"a"}}}"#,
    );
    client.say("3", "a", "r");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":3,"result":{}}"#);
}
