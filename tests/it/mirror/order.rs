//! What a server says arrives in the order in which it said it.

use std::fmt::Write as _;

use super::compare::assert_bytes;
use super::world::World;

#[test]
fn progress_comes_before_its_result_in_order_for_two_hundred_calls() {
    let (_world, [mirror, other], mut client) = World::with_mirrors(["a", "b"]);
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
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
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

/// Sizes around those from which frames are copied, gathered, handed over whole, or scanned as they arrive.
const SIZES: &[usize] =
    &[1, 40_000, 10, 70_000, 32_768, 100, 32_767, 1_500_000, 2, 65_536, 65_535, 3, 300_000];

#[test]
fn large_and_small_frames_keep_their_order_both_ways() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let filler = |size: usize| "\\\" x".repeat(size / 4 + 1);
    let notices: Vec<_> = SIZES
        .iter()
        .map(|&size| format!(r#"{{"method":"vendor/size","params":["{}"],"n":{size}}}"#, filler(size)))
        .collect();
    mirror.says("sizes", notices.join("\n") + "\n{\"id\":@ID@,\"result\":{}}\n");
    client.say("\"all\"", "a", "sizes");
    for notice in &notices {
        assert_bytes(&client.line(), notice.as_bytes());
    }
    assert_bytes(&client.line(), br#"{"id":"all","result":{}}"#);

    let call = |id: usize, tool: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"arguments":"{}","name":"{tool}"}}}}"#,
            filler(id)
        )
    };
    let calls: Vec<_> = SIZES.iter().map(|&size| call(size, "a__hold")).collect();
    client.write(calls.join("\n") + "\n");
    mirror.hears("\"id\":300000,");
    let heard: Vec<_> =
        mirror.heard().into_iter().filter(|line| super::child::holds(line, "\"hold\"")).collect();
    assert_eq!(heard.len(), SIZES.len());
    for (heard, &size) in heard.iter().zip(SIZES) {
        assert_bytes(heard, call(size, "hold").as_bytes());
    }
}

#[test]
fn a_large_request_of_a_server_and_its_large_answer_change_only_in_their_id() {
    let (_world, [_other, mirror], mut client) = World::with_mirrors(["a", "b"]);
    let filler = "\\ud83d ".repeat(100_000);
    let ask = |id: &str| {
        format!(
            r#"{{"method":"vendor/ask","params":{{"x":"{filler}","_meta":{{"progressToken":{id}}}}},"id":{id}}}"#
        )
    };
    mirror.says("ask", ask("5") + "\n");
    client.say("1", "b", "ask");
    let request = client.holding("vendor/ask");
    let text = String::from_utf8(request).unwrap();
    let id = text.rsplit("\"id\":").next().unwrap().trim_end_matches('}').to_owned();
    assert_bytes(text.as_bytes(), ask(&id).as_bytes());
    let answer = |id: &str| format!(r#"{{"result":["{filler}"],"id":{id} }}"#);
    client.send(answer(&id));
    assert_bytes(&mirror.hears("\"result\":[\""), answer("5").as_bytes());
}
