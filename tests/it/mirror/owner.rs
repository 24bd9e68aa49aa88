//! Progress and cancellation concern the server that works on the request, and no other.

use super::compare::assert_bytes;
use super::world::World;

#[test]
fn a_cancellation_reaches_only_the_server_that_has_the_request() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    client.call("41", "a__hold", "{}");
    client.call("\"41\"", "b__hold", "{}");
    two.hears("tools/call");
    one.hears("tools/call");
    let cancel = r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"41","reason":"\ud83d"}}"#;
    client.send(cancel);
    assert_bytes(&two.hears("notifications/cancelled"), cancel.as_bytes());
    // It is not answered any more, and its id is free once the server has let go of it; the other one goes on.
    assert_eq!(client.rest(), [""; 0]);
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":99}}"#);
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":41}}"#);
    one.hears("\"requestId\":41");
    assert_eq!(one.count("notifications/cancelled"), 1);
    assert_eq!(two.count("notifications/cancelled"), 1);
}

#[test]
fn an_answer_that_crosses_a_cancellation_passes() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    mirror.says(
        "late",
        "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{\"late\":1}}\n{\"id\":@ID@,\"result\":{}}\n",
    );
    client.call("77", "a__hold", "{}");
    mirror.hears("tools/call");
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}}"#);
    client.say("78", "a", "late");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":77,"result":{"late":1}}"#);
    assert_bytes(&client.line(), br#"{"id":78,"result":{}}"#);
}

#[test]
fn a_request_that_is_cancelled_while_it_waits_never_reaches_a_server() {
    let world = World::with_settings("initialize_hold = \"0s\"\n");
    let mirror = world.mirror("a");
    mirror.gate();
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    client.say("1", "a", "r");
    client.say("2", "a", "r");
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#);
    client.rest();
    mirror.let_go();
    assert_bytes(&client.answer("2"), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    assert_eq!(mirror.count("\"id\":1,"), 0);
    assert_eq!(mirror.count("notifications/cancelled"), 0);
}

#[test]
fn progress_of_a_request_that_a_server_does_not_work_on_is_dropped() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    let progress = r#"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":"t/1","progress":1}}"#;
    let told = format!("{progress}\n{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{}}}}\n");
    one.says("progress", &told);
    two.says("progress", &told);
    // The same token with another spelling: the request is a's.
    client.send(r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a__hold","_meta":{"progressToken":"t\/1"}}}"#);
    client.say("2", "b", "progress");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    client.say("3", "a", "progress");
    assert_bytes(&client.line(), progress.as_bytes());
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":3,"result":{}}"#);
}

#[test]
fn an_id_that_is_in_use_is_refused() {
    let (_world, [mirror, other], mut client) = World::with_mirrors(["a", "b"]);
    client.call("5", "a__hold", "{}");
    mirror.hears("tools/call");
    let answer = client.ask("5", "tools/call", r#"{"name":"b__hold"}"#);
    assert_eq!(answer, r#"{"jsonrpc":"2.0","id":5,"error":{"code":-32600,"message":"this id is in use"}}"#);
    assert_eq!(other.count("tools/call"), 0);
}

#[test]
fn a_call_over_its_time_fails_is_cancelled_at_its_server_and_its_late_answer_is_dropped() {
    let world = World::new();
    let (slow, other) = (world.mirror_with("a", &["--timeout", "1s"]), world.mirror("b"));
    slow.says("late", "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{\"late\":1}}\n{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    client.call("\"y\"", "b__hold", "{}");
    client.call("\"x\"", "a__hold", "{}");
    assert_bytes(
        &client.line(),
        br#"{"jsonrpc":"2.0","id":"x","error":{"code":-32603,"message":"server \"a\" gave no answer within 1 s","data":{"server":"a"}}}"#,
    );
    let cancelled = slow.hears("notifications/cancelled");
    assert!(super::child::holds(&cancelled, r#""requestId":"x""#));
    client.say("2", "a", "late");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    assert_eq!(client.rest(), [""; 0]);
    assert_eq!(other.count("notifications/cancelled"), 0);
}
