//! Lines of a client that no client should write: an error with the right id, or silence, and the session goes on.

use std::fs;

use super::child::holds;
use super::client::Client;
use super::compare::assert_bytes;
use super::world::World;

const MIB: usize = 1 << 20;

fn refused(id: &str, code: i32, message: &str) -> Vec<u8> {
    let error = format!(r#"{{"code":{code},"message":"{message}"}}"#);
    format!(r#"{{"jsonrpc":"2.0","id":{id},"error":{error}}}"#).into_bytes()
}

/// The session is as it was: nothing else came, and calls pass.
#[track_caller]
fn assert_unharmed(client: &mut Client) {
    assert_eq!(client.rest(), [""; 0]);
    client.say("\"well\"", "a", "r");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":"well","result":{}}"#);
}

fn world() -> (World, Client) {
    let world = World::patient_with("max_frame = \"1MiB\"\n");
    let mirror = world.mirror("a");
    world.mirror("b");
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let client = world.open();
    (world, client)
}

/// The most memory that a process ever had resident, bytes.
fn peak(pid: u32) -> usize {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.split_whitespace().next().unwrap().parse::<usize>().unwrap() * 1024
}

#[test]
fn a_line_that_is_no_text_is_refused() {
    let (_world, mut client) = world();
    let lines: [&[u8]; 4] = [b"\xff\xfe\x00\x01", b"\x00", b"\xc3\x28{}", b"\xef\xbb\xbf"];
    for line in lines {
        client.send(line);
        assert_bytes(&client.line(), &refused("null", -32700, "the line is not one JSON object"));
    }
    assert_unharmed(&mut client);
}

#[test]
fn an_id_that_is_neither_text_nor_number_is_refused_without_it() {
    let (_world, mut client) = world();
    for id in ["null", "true", "[1]", "{}"] {
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"ping"}}"#));
        let line = client.line();
        assert!(holds(&line, "\"id\":null,\"error\":{\"code\":-32600"), "{}", line.escape_ascii());
    }
    assert_unharmed(&mut client);
}

#[test]
fn a_notification_with_an_id_is_a_request_that_nobody_knows() {
    let (_world, mut client) = world();
    for method in ["notifications/initialized", "notifications/cancelled", "notifications/vendor"] {
        let answer = client.ask("5", method, r#"{"requestId":"well"}"#);
        assert_bytes(answer.as_bytes(), &refused("5", -32601, &format!("method not found: {method}")));
    }
    assert_unharmed(&mut client);
}

#[test]
fn a_request_without_an_id_leads_nowhere() {
    let (world, mut client) = world();
    client.send(r#"{"jsonrpc":"2.0","method":"tools/call","params":{"name":"a__die"}}"#);
    client.send(r#"{"jsonrpc":"2.0","method":"initialize","params":{}}"#);
    client.send(r#"{"jsonrpc":"2.0","method":"ping"}"#);
    assert_unharmed(&mut client);
    assert!(!world.log().contains("panicked"));
}

#[test]
fn an_id_that_was_answered_may_be_used_again() {
    let (_world, mut client) = world();
    for _ in 0..3 {
        client.say("1", "a", "r");
        assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    }
}

#[test]
fn ten_thousand_levels_without_an_end_are_refused_with_their_id() {
    let (_world, mut client) = world();
    for open in ["[", "{\"a\":"] {
        client.send(format!(
            r#"{{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{}"#,
            open.repeat(10_000)
        ));
        assert_bytes(&client.line(), &refused("7", -32700, "the line is not one JSON object"));
    }
    assert_unharmed(&mut client);
}

#[test]
fn a_line_of_sixty_four_mebibytes_over_the_limit_takes_no_more_memory_than_the_limit() {
    let (_world, mut client) = world();
    let before = peak(client.id());
    let block = "x".repeat(MIB);
    client.write(r#"{"jsonrpc":"2.0","id":"long","method":"tools/call","params":{"name":"a__say","x":""#);
    for _ in 0..64 {
        client.write(&block);
    }
    client.write("\"}}\n");
    assert_bytes(&client.line(), &refused("\"long\"", -32600, "the message exceeds relay.max_frame"));
    assert_unharmed(&mut client);
    let grown = peak(client.id()).saturating_sub(before);
    assert!(grown < 6 * MIB, "{grown} bytes");
}

#[test]
fn an_id_behind_too_much_is_not_looked_for() {
    let (_world, mut client) = world();
    client.send(format!(r#"{{"x":"{}","jsonrpc":"2.0","id":3,"method":"ping"}}"#, "x".repeat(3 * MIB)));
    assert_bytes(&client.line(), &refused("null", -32600, "the message exceeds relay.max_frame"));
    assert_unharmed(&mut client);
}

#[test]
fn lines_may_end_as_on_windows_and_some_may_be_blank() {
    let (_world, mut client) = world();
    client.write("\r\n\n  \r\n\t\n");
    for id in 0..3 {
        client.write(format!(
            "{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{{\"name\":\"a__say\",\"arguments\":{{\"script\":\"r\"}}}}}}\r\n\r\n"
        ));
        assert_bytes(&client.line(), format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#).as_bytes());
    }
    assert_unharmed(&mut client);
}

#[test]
fn half_a_line_at_the_end_is_refused_and_mcpgw_ends() {
    let (_world, mut client) = world();
    client.write(r#"{"jsonrpc":"2.0","id":9,"method":"tools/ca"#);
    client.close();
    assert!(client.end().success());
    let lines = client.last_lines();
    assert_eq!(lines.len(), 1);
    assert_bytes(&lines[0], &refused("9", -32700, "the line is not one JSON object"));
}

#[test]
fn before_initialize_what_wants_no_answer_gets_none() {
    let world = World::new();
    let mirror = world.mirror("a");
    let mut client = world.start();
    for line in [
        r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
        r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
        r#"{"jsonrpc":"2.0","id":1,"result":{}}"#,
        r#"{"jsonrpc":"2.0","id":"mcpgw:1:1","error":{"code":1,"message":"no"}}"#,
        "",
    ] {
        client.send(line);
    }
    assert_eq!(client.rest(), [""; 0]);
    assert_eq!(mirror.processes(), [0; 0]);
    client.open("{}");
    assert!(client.ask("1", "tools/list", "{}").contains("a__say"));
}
