//! Odd frames, both ways: what one side wrote is what the other side gets.

use super::compare::assert_bytes;
use super::world::World;

/// Values that a parser loses, changes or chokes on; each stands as the value of a member.
pub(super) const ODD_VALUES: &[&str] = &[
    r#""\ud83d""#,
    r#""\ud83d\ude00 \udc00\ud800""#,
    r#""\u0000\u001f\u007f\u2028\/""#,
    "\"\u{2028}\u{feff}\u{1f600}\"",
    "1e400",
    "-1E-400",
    "123456789012345678901234567890",
    "-9223372036854775809",
    "0.10",
    "1E5",
    "1.0",
    "-0",
    "0.7",
    r#"{"a":1,"a":2,"\u0061":3}"#,
    r#"{"z":1,"y":2,"x":{"b":1,"a":2}}"#,
    r#"{"":null, "\"":[ ] , "{":"}" }"#,
    "[1 ,\t2,[[]], {} ]",
    r#""{\"id\":1,\"result\":{}}\\""#,
    "null",
    "true",
];

#[test]
fn odd_values_in_results_arrive_as_they_were_said() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    for (number, value) in ODD_VALUES.iter().enumerate() {
        let said = format!(
            r#"{{"jsonrpc":"2.0","id":@ID@,"result":{{"content":[{{"type":"text","text":"x","odd":{value}}}],"_meta":{{"k":{value}}},"structuredContent":{value}}}}}"#
        );
        mirror.says("odd", format!("{said}\n"));
        client.say(&number.to_string(), "a", "odd");
        assert_bytes(&client.line(), said.replace("@ID@", &number.to_string()).as_bytes());
    }
}

#[test]
fn odd_values_in_arguments_arrive_as_they_were_said() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    mirror.says("plain", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    for (number, value) in ODD_VALUES.iter().enumerate() {
        let frame = |tool: &str| {
            format!(
                r#"{{"jsonrpc":"2.0","id":"c{number}","method":"tools/call","x":{value},"params":{{"_meta":{{"vendor/k":{value}}},"arguments":{{"script":"plain","odd":{value}}}, "name" : "{tool}","task":{value} }} }}"#
            )
        };
        client.send(frame("a__say"));
        assert_bytes(
            &client.line(),
            format!(r#"{{"jsonrpc":"2.0","id":"c{number}","result":{{}}}}"#).as_bytes(),
        );
        assert_bytes(&mirror.hears(&format!("\"c{number}\"")), frame("say").as_bytes());
    }
}

/// Whole lines of a server, in answer to a request, that pass as they are.
const ODD_ANSWERS: &[&[u8]] = &[
    br#"{"jsonrpc":"2.0","id":@ID@,"error":null,"result":{"content":[]}}"#,
    br#"{"result":{"content":[{"type":"vendor/hologram","data":[1,2]}]},"vendor":{"a":[]},"id":@ID@,"jsonrpc":"2.0"}"#,
    br#"{"id":@ID@,"result":{}}"#,
    br#"  {"jsonrpc" : "2.0" , "id" : @ID@ , "result" : { } }  "#,
    br#"{"jsonrpc":"2.0","id":@ID@,"result":null}"#,
    br#"{"jsonrpc":"2.0","id":@ID@,"result":[1,"two"]}"#,
    br#"{"jsonrpc":"2.0","id":@ID@,"result":{"toolResult":7}}"#,
    br#"{"jsonrpc":"2.0","id":@ID@,"result":{"resources":[],"tools":[],"action":"x"}}"#,
    br#"{"jsonrpc":"2.0","id":@ID@,"error":{"code":12345678901,"message":"m","data":{"z":1,"a":[1e400]},"more":1}}"#,
    br#"{"jsonrpc":"2.0","id":@ID@,"error":{"code":"text","data":null}}"#,
    br#"{"jsonrpc":"2.0","id":@ID@,"error":{"code":-32042,"message":"go","data":{"elicitations":[{"mode":"url","url":"https://x","elicitationId":"e"}]}}}"#,
    br#"{"jsonrpc":"2.0","id":@ID@,"error":{"code":1.5}}"#,
    br#"{"jsonrpc":"2.0","\u0069d":@ID@,"result":{"\u0069d":2}}"#,
    b"{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"text\":\"tab\there \x01 and \x7f\"}}",
    b"{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"text\":\"not UTF-8: \xff\xfe\xc3\x28 \xed\xa0\x80\"}}",
    b"{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"text\":\"nul \x00\"}}",
    b"{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\r",
];

#[test]
fn odd_answers_arrive_as_they_were_said() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    for (number, said) in ODD_ANSWERS.iter().enumerate() {
        mirror.says("odd", [said, &b"\n"[..]].concat());
        client.say(&number.to_string(), "a", "odd");
        assert_bytes(&client.line(), &replaced(said, &number.to_string()));
    }
}

/// Id tokens that a parser changes or refuses.
const ODD_IDS: &[&str] = &[
    "12345678901234567890",
    "123456789012345678901234567890",
    "-1",
    "0",
    "9007199254740993",
    "1.5",
    r#""""#,
    r#""12""#,
    r#""a\/b\u00e9\n\"""#,
    r#""\ud83d""#,
    "\"\u{1f600}\"",
];

#[test]
fn ids_come_back_as_they_were_given() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    mirror.says("plain", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"of\":@ID@}}\n");
    for id in ODD_IDS {
        client.say(id, "a", "plain");
        assert_bytes(
            &client.line(),
            format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"of":{id}}}}}"#).as_bytes(),
        );
    }
}

#[test]
fn methods_and_notifications_that_no_revision_defines_reach_the_only_server() {
    let (_world, [mirror], mut client) = World::with_mirrors(["a"]);
    mirror.replies("vendor/do", "{\"id\":@ID@,\"result\":{\"vendor\":1E5},\"x\":1}\n");
    let request = r#"{"jsonrpc":"2.0","id":7,"method":"vendor/do","params":[1,{"x":0.10}],"y":2}"#;
    client.send(request);
    assert_bytes(&client.line(), br#"{"id":7,"result":{"vendor":1E5},"x":1}"#);
    assert_bytes(&mirror.hears("vendor/do"), request.as_bytes());
    let notice = r#"{"method":"vendor/told","params":{"a":1,"a":2},"jsonrpc":"2.0"}"#;
    client.send(notice);
    assert_bytes(&mirror.hears("vendor/told"), notice.as_bytes());
}

#[test]
fn notifications_of_servers_that_no_revision_defines_reach_the_client() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let notices = [
        r#"{"jsonrpc":"2.0","method":"vendor/news","params":{"n":123456789012345678901234567890}}"#,
        r#"{"params":["\ud83d"],"method":"notifications/vendor"}"#,
        r#"{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"odd","data":1e400,"x":[]}}"#,
    ];
    mirror.says("notices", format!("{}\n{{\"id\":@ID@,\"result\":{{}}}}\n", notices.join("\n")));
    client.say("1", "a", "notices");
    for notice in notices {
        assert_bytes(&client.line(), notice.as_bytes());
    }
    assert_bytes(&client.line(), br#"{"id":1,"result":{}}"#);
}

#[test]
fn ten_thousand_levels_pass_both_ways() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let deep = format!("{}1{}", "[{\"a\":".repeat(10_000), "}]".repeat(10_000));
    mirror.says("deep", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"deep\":{deep}}}}}\n"));
    let call = |tool: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{"name":"{tool}","arguments":{{"script":"deep","deep":{deep}}}}}}}"#
        )
    };
    client.send(call("a__say"));
    assert_bytes(
        &client.line(),
        format!(r#"{{"jsonrpc":"2.0","id":1,"result":{{"deep":{deep}}}}}"#).as_bytes(),
    );
    assert_bytes(&mirror.hears("tools/call"), call("say").as_bytes());
}

#[test]
fn a_line_of_twenty_mebibytes_passes_both_ways() {
    let (_world, [mirror, other], mut client) = World::with_mirrors(["a", "b"]);
    let large = "large \\\" and \u{e9} ".repeat(20 * 1024 * 1024 / 16);
    mirror
        .says("large", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"text\":\"{large}\"}}}}\n"));
    other.says("plain", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    client.say("1", "a", "large");
    client.say("2", "b", "plain");
    assert_bytes(&client.answer("2"), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    assert_bytes(
        &client.answer("1"),
        format!(r#"{{"jsonrpc":"2.0","id":1,"result":{{"text":"{large}"}}}}"#).as_bytes(),
    );
    let call = |tool: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{{"name":"{tool}","arguments":{{"script":"plain","x":"{large}"}}}}}}"#
        )
    };
    client.send(call("b__say"));
    client.answer("3");
    assert_bytes(&other.hears("\"id\":3,"), call("say").as_bytes());
}

fn replaced(said: &[u8], id: &str) -> Vec<u8> {
    let at = memchr::memmem::find(said, b"@ID@").unwrap();
    [&said[..at], id.as_bytes(), &said[at + 4..]].concat()
}
