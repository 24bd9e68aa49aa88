//! What a server says arrives in the order in which it said it.

use std::fmt::Write as _;

use super::compare::assert_bytes;
use super::world::World;

#[test]
fn progress_comes_before_its_result_in_order_for_two_hundred_calls() {
    let (mut client, [mirror, other], _world) = World::with_mirrors(["a", "b"]);
    let mut script = String::new();
    for step in 1..=20 {
        let _ = writeln!(
            script,
            r#"{{"jsonrpc":"2.0","method":"notifications/progress","params":{{"progressToken":@ID@,"progress":{step},"total":20}}}}"#
        );
    }
    script.push_str("{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"done\":true}}\n");
    mirror.says("steps", &script);
    other.says("steps", &script);
    for round in 0..100 {
        // Two servers work at once; what each says stays in its order.
        for (id, server) in [(2 * round, "a"), (2 * round + 1, "b")] {
            client.send(format!(
                r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"{server}__say","arguments":{{"script":"steps"}},"_meta":{{"progressToken":{id}}}}}}}"#
            ));
        }
        let both: Vec<_> = (0..42).map(|_| client.line()).collect();
        for id in [2 * round, 2 * round + 1] {
            let (token, own) = (format!("\"progressToken\":{id},"), format!("\"id\":{id},"));
            let mine = both.iter().filter(|line| {
                let line = String::from_utf8_lossy(line);
                line.contains(&token) || line.contains(&own)
            });
            let mine: Vec<_> = mine.map(Vec::as_slice).collect();
            assert_bytes(&mine.join(&b'\n'), script.replace("@ID@", &id.to_string()).trim_end().as_bytes());
        }
    }
}

#[test]
fn calls_reach_a_server_in_the_order_in_which_they_were_made() {
    let (mut client, [mirror, _other], _world) = World::with_mirrors(["a", "b"]);
    let frame = |id: usize, tool: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"{tool}","arguments":{{"script":"r"}}}}}}"#
        )
    };
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let batch: Vec<_> = (0..1000).map(|id| frame(id, "a__say")).collect();
    client.write(batch.join("\n") + "\n");
    for id in 0..1000 {
        assert_bytes(&client.line(), format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#).as_bytes());
    }
    let calls = mirror.heard().into_iter().filter(|line| super::child::holds(line, "tools/call"));
    for (id, call) in calls.enumerate() {
        assert_bytes(&call, frame(id, "say").as_bytes());
    }
}
