//! Lines of a server that are no frames: an error for whoever waits for one, else a line in the log, and never a hang.

use super::child::holds;
use super::compare::{assert_bytes, eventually};
use super::world::World;

#[test]
fn an_answer_that_breaks_off_behind_its_id_becomes_an_error_with_that_id() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let broken = [
        r#"{"jsonrpc":"2.0","id":@ID@,"result":{"a":[1,2}"#,
        r#"{"jsonrpc":"2.0","id":@ID@,"result":{"text":"no end"#,
        r#"{"jsonrpc":"2.0","id":@ID@,"result":{}} trailing"#,
        r#"{"jsonrpc":"2.0","id":@ID@}"#,
        r#"{"jsonrpc":"2.0","id":@ID@,"result":}"#,
    ];
    for (number, said) in broken.iter().enumerate() {
        mirror.says("broken", format!("{said}\n"));
        client.say(&format!("\"x{number}\""), "a", "broken");
        let answer = client.line();
        let expected = format!(
            r#"{{"jsonrpc":"2.0","id":"x{number}","error":{{"code":-32603,"message":"server \"a\" sent an answer that can't be read","data":{{"server":"a"}}}}}}"#
        );
        assert_bytes(&answer, expected.as_bytes());
    }
}

#[test]
fn noise_is_logged_with_the_servers_name_and_never_passed_on() {
    let world = World::new();
    let mirror = world.mirror("noisy");
    mirror.file("start", "Welcome to noisy 1.0\n\x1b[2J\n\n   \n\r\n");
    mirror.says("amid", "Debug: working\n\n{not json}\n\r\n[1]\n\"text\"\n{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\nDone.\n");
    let mut client = world.open();
    client.say("1", "noisy", "amid");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    for line in ["Welcome to noisy 1.0", r"\x1b[2J", "Debug: working", "{not json}", "[1]", "Done."] {
        let logged = || world.log().lines().any(|logged| logged.contains(line) && logged.contains("noisy"));
        eventually(logged, || format!("{line:?} is not in the log:\n{}", world.log()));
    }
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn an_answer_without_a_line_end_counts_when_the_server_ends() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    mirror.says("unended", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"last\":1}}");
    client.say("1", "a", "unended");
    client.call("2", "a__die", "{}");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{"last":1}}"#);
    assert!(holds(&client.answer("2"), "-32603"));
}

#[test]
fn a_line_over_the_limit_becomes_an_error_with_its_id_and_the_next_one_passes() {
    let world = World::patient_with("max_frame = \"1MiB\"\n");
    let mirror = world.mirror("a");
    let long = "x".repeat(3 * 1024 * 1024);
    mirror.says("long", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":\"{long}\"}}\n"));
    mirror.says("short", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    client.say("1", "a", "long");
    assert_bytes(
        &client.line(),
        br#"{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"server \"a\" sent an answer that can't be read","data":{"server":"a"}}}"#,
    );
    client.say("2", "a", "short");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    client.call("3", "a__say", &format!("{{\"script\":\"short\",\"x\":\"{long}\"}}"));
    assert_bytes(
        &client.line(),
        br#"{"jsonrpc":"2.0","id":3,"error":{"code":-32600,"message":"the message exceeds relay.max_frame"}}"#,
    );
    client.say("4", "a", "short");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":4,"result":{}}"#);
}

#[test]
fn answers_that_nobody_waits_for_are_dropped() {
    let (_world, [mirror, other], mut client) = World::with_mirrors(["a", "b"]);
    // Another server's request, one that was answered already, and one that was never made.
    client.call("\"theirs\"", "b__hold", "{}");
    other.hears("theirs");
    let result = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";
    let stray = |id: &str| result.replace("@ID@", id);
    mirror.says("strays", [&stray("\"theirs\""), result, result, &stray("99"), &stray("null")].concat());
    client.say("1", "a", "strays");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    assert_eq!(client.rest(), [""; 0]);
}
