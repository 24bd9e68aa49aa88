//! What is refused, and with which error.

use super::compare::assert_bytes;
use super::world::World;

fn refused(id: &str, code: i32, message: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":{code},"message":"{message}"}}}}"#)
}

#[test]
fn a_name_that_two_readers_may_read_differently_reaches_nobody() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    let params = [
        r#"{"name":"a__say","\u006eame":"b__die"}"#,
        r#"{"name":"a__say","name":"a__say"}"#,
        r#"{"\u006eame":"a__say","name":"b__die"}"#,
        r#"{"name":"a__say"},"params":{"name":"b__die"}"#,
        r#"{"name":"a__say"},"p\u0061rams":{"name":"b__die"}"#,
    ];
    for params in params {
        let answer = client.ask("1", "tools/call", params);
        assert_eq!(answer, refused("1", -32602, "params.name is repeated"), "{params}");
        let answer = client.ask("2", "prompts/get", params);
        assert_eq!(answer, refused("2", -32602, "params.name is repeated"), "{params}");
    }
    for frame in [
        r#"{"id":3,"method":"tools/list","meth\u006fd":"tools/call","params":{"name":"a__say"}}"#,
        r#"{"id":3,"method":"tools/call","method":"tools/call","params":{"name":"a__say"}}"#,
    ] {
        client.send(frame);
        let answer = client.line();
        assert_eq!(
            String::from_utf8(answer).unwrap(),
            refused("3", -32600, "neither a request, a notification nor a response")
        );
    }
    client.rest();
    assert_eq!(one.count("tools/call") + two.count("tools/call"), 0);
    assert_eq!(one.count("prompts/get") + two.count("prompts/get"), 0);
}

#[test]
fn an_escaped_key_alone_is_the_key_that_it_means() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let frame = |tool: &str| {
        format!(
            r#"{{"id":1,"method":"tools/call","params":{{"arguments":{{"script":"r"}},"\u006eame":"{tool}"}}}}"#
        )
    };
    client.send(frame("a__\\u0073ay"));
    assert_bytes(&mirror.hears("arguments"), frame("say").as_bytes());
}

#[test]
fn what_nobody_serves_is_refused_with_the_codes_of_the_protocol() {
    let (_world, _mirrors, mut client) = World::with_mirrors(["a", "b"]);
    for name in ["say", "a__nothing", "c__say", "a__say ", "A__say", "", "a__", "__say"] {
        let answer = client.ask("1", "tools/call", &format!(r#"{{"name":"{name}"}}"#));
        assert_eq!(answer, refused("1", -32602, &format!("Unknown tool: {name}")));
    }
    assert_eq!(client.ask("2", "tools/call", "{}"), refused("2", -32602, "params.name is missing"));
    assert_eq!(
        client.ask("3", "tools/call", r#"{"name":7}"#),
        refused("3", -32602, "params.name is not a string")
    );
    assert_eq!(client.ask("4", "prompts/get", r#"{"name":"p"}"#), refused("4", -32602, "Unknown prompt: p"));
    assert_eq!(
        client.ask("5", "resources/read", r#"{"uri":"x:y"}"#),
        r#"{"jsonrpc":"2.0","id":5,"error":{"code":-32002,"message":"Resource not found","data":{"uri":"x:y"}}}"#
    );
    assert_eq!(
        client.ask("6", "server/discover", "{}"),
        refused("6", -32601, "method not found: server/discover")
    );
    assert_eq!(client.ask("7", "vendor/do", "{}"), refused("7", -32601, "method not found: vendor/do"));
    assert_eq!(client.ask("8", "initialize", "{}"), refused("8", -32600, "already initialized"));
    let level = client.ask("9", "logging/setLevel", r#"{"level":"loud"}"#);
    assert!(level.starts_with(r#"{"jsonrpc":"2.0","id":9,"error":{"code":-32602,"#), "{level}");
    let reference = client.ask("10", "completion/complete", r#"{"ref":{"type":"ref/tool","name":"a__say"}}"#);
    assert!(reference.starts_with(r#"{"jsonrpc":"2.0","id":10,"error":{"code":-32602,"#), "{reference}");
}

#[test]
fn lines_that_are_no_requests_get_an_error_and_the_session_goes_on() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let cases: [(&[u8], &str); 8] = [
        (b"hello", &refused("null", -32700, "the line is not one JSON object")),
        (b"{\"id\":1,\"method\":\"ping\"", &refused("1", -32700, "the line is not one JSON object")),
        (b"{\"id\":1,\"method\":\"ping\"}}", &refused("1", -32700, "the line is not one JSON object")),
        (
            b"[{\"id\":1,\"method\":\"ping\"}]",
            &refused("null", -32600, "batches belong to 2025-03-26 alone; send one message a line"),
        ),
        (b"{\"id\":null,\"method\":\"ping\"}", &refused("null", -32600, "an id is a string or an integer")),
        (b"{\"id\":{},\"method\":\"ping\"}", &refused("null", -32600, "an id is a string or an integer")),
        (b"{\"id\":1,\"method\":7}", &refused("1", -32600, "method is not a string")),
        (b"{\"id\":1}", &refused("1", -32600, "neither a request, a notification nor a response")),
    ];
    for (line, answer) in cases {
        client.send(line);
        assert_bytes(&client.line(), answer.as_bytes());
    }
    client.send(b"");
    client.send(b" \r");
    client.send(b"{\"id\":2,\"method\":\"ping\"}\r");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    assert_eq!(mirror.count("ping"), 0);
}

#[test]
fn before_initialize_only_a_ping_is_answered_with_a_result() {
    let world = World::new();
    world.mirror("a");
    let mut client = world.start();
    assert_eq!(client.ask("1", "ping", "{}"), r#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    assert_eq!(
        client.ask("2", "tools/list", "{}"),
        refused("2", -32600, "the first request is `initialize`")
    );
    assert_eq!(
        client.ask("3", "server/discover", "{}"),
        refused("3", -32601, "method not found: server/discover")
    );
    client.open("{}");
}
