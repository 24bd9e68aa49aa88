//! Tasks that the client runs for servers: each server sees its own, under the client's own ids.

use super::child::Mirror;
use super::client::Client;
use super::compare::assert_bytes;
use super::reverse::id_of;
use super::world::World;

/// Has a mirror write `line`, and returns what the client gets.
fn asks(client: &mut Client, name: &str, mirror: &Mirror, line: &str) -> Vec<u8> {
    mirror.says("line", format!("{line}\n"));
    client.say("\"ask\"", name, "line");
    let got = client.line();
    mirror.says("end", "{\"id\":\"ask\",\"result\":{}}\n{\"id\":@ID@,\"result\":{}}\n");
    client.say("\"end\"", name, "end");
    client.answer("\"ask\"");
    client.answer("\"end\"");
    got
}

/// A client that runs task `name` for each of two mirrors.
fn hosting() -> (World, [Mirror; 2], Client) {
    let (world, mirrors, mut client) = World::with_mirrors(["a", "b"]);
    for (name, mirror) in ["a", "b"].iter().zip(&mirrors) {
        for (number, method) in ["sampling/createMessage", "elicitation/create"].iter().enumerate() {
            let ask = format!(
                r#"{{"jsonrpc":"2.0","id":{number},"method":"{method}","params":{{"task":{{"ttl":1.0}}}}}}"#
            );
            let got = asks(&mut client, name, mirror, &ask);
            let id = id_of(&got);
            assert_bytes(&super::reverse::with_id(&got, &number.to_string()), ask.as_bytes());
            let answer = |id: &str| {
                format!(
                    r#"{{"jsonrpc":"2.0","id":{id},"result":{{"task":{{"taskId":"{name}\/{number}","status":"working"}}}}}}"#
                )
            };
            client.send(answer(&id));
            assert_bytes(
                &mirror.hears(&format!(r#""{name}\/{number}""#)),
                answer(&number.to_string()).as_bytes(),
            );
        }
    }
    (world, mirrors, client)
}

#[test]
fn a_server_asks_about_its_own_and_no_other() {
    let (_world, [one, two], mut client) = hosting();
    for (number, method) in ["tasks/get", "tasks/result", "tasks/cancel"].iter().enumerate() {
        let ask = |task: &str| {
            format!(
                r#"{{"jsonrpc":"2.0","id":"{number}","method":"{method}","params":{{"taskId":"{task}","x":1.0}}}}"#
            )
        };
        let got = asks(&mut client, "a", &one, &ask("a/1"));
        assert_bytes(&super::reverse::with_id(&got, &format!("\"{number}\"")), ask("a/1").as_bytes());
        let result =
            r#""result":{"taskId":"a/1","_meta":{"io.modelcontextprotocol/related-task":{"taskId":"a/1"}}}"#;
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{},{result}}}"#, id_of(&got)));
        let expected = format!(r#"{{"jsonrpc":"2.0","id":"{number}",{result}}}"#);
        assert_bytes(&one.hears(&format!(r#""id":"{number}","result""#)), expected.as_bytes());
        two.says("pry", ask("a/1") + "\n{\"id\":@ID@,\"result\":{}}\n");
        client.say("9", "b", "pry");
        assert_bytes(&client.line(), br#"{"id":9,"result":{}}"#);
        let refused = format!(
            r#"{{"jsonrpc":"2.0","id":"{number}","error":{{"code":-32602,"message":"unknown task"}}}}"#
        );
        assert_bytes(&two.hears(&format!(r#""id":"{number}","error""#)), refused.as_bytes());
    }
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn a_server_lists_its_own() {
    let (_world, mirrors, mut client) = hosting();
    for (name, mirror) in ["a", "b"].iter().zip(&mirrors) {
        let got = asks(&mut client, name, mirror, r#"{"jsonrpc":"2.0","id":5,"method":"tasks/list"}"#);
        let all =
            ["a/0", "b/0", "other", "b/1", "a\\/1"].map(|task| format!(r#"{{"n":1.0,"taskId":"{task}"}}"#));
        client.send(format!(
            r#"{{"jsonrpc":"2.0","id":{},"result":{{"tasks" : [{}],"nextCursor":"n"}}}}"#,
            id_of(&got),
            all.join(" ,")
        ));
        let own: Vec<_> = all.iter().filter(|task| task.contains(&format!("\"{name}"))).cloned().collect();
        assert_bytes(
            &mirror.hears("nextCursor"),
            format!(
                r#"{{"jsonrpc":"2.0","id":5,"result":{{"tasks" : [{}],"nextCursor":"n"}}}}"#,
                own.join(",")
            )
            .as_bytes(),
        );
    }
}

#[test]
fn news_go_to_the_server_that_it_runs_for() {
    let (_world, [one, two], mut client) = hosting();
    let news = |task: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","method":"notifications/tasks/status","params":{{"x":1e400,"taskId":"{task}"}}}}"#
        )
    };
    for task in ["b/1", "nobody's", "a/0"] {
        client.send(news(task));
    }
    assert_bytes(&one.hears("tasks/status"), news("a/0").as_bytes());
    assert_bytes(&two.hears("tasks/status"), news("b/1").as_bytes());
    assert_eq!(client.rest(), [""; 0]);
    assert_eq!((one.count("tasks/status"), two.count("tasks/status")), (1, 1));
}

#[test]
fn progress_goes_on_after_the_answer_that_made_the_task() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    let ask = r#"{"jsonrpc":"2.0","id":1,"method":"sampling/createMessage","params":{"task":{},"_meta":{"progressToken":"own"}}}"#;
    let got = asks(&mut client, "a", &one, ask);
    let token = id_of(&got);
    client.send(format!(r#"{{"jsonrpc":"2.0","id":{token},"result":{{"task":{{"taskId":"t"}}}}}}"#));
    let progress = |token: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","method":"notifications/progress","params":{{"progress":1E0,"progressToken":{token}}}}}"#
        )
    };
    client.send(progress(&token));
    assert_bytes(&one.hears("notifications/progress"), progress("\"own\"").as_bytes());
    assert_eq!(two.count("notifications/progress"), 0);
}

#[test]
fn a_client_without_tasks_is_not_asked_about_any() {
    let world = World::new();
    let mirror = world.mirror("a");
    let methods = ["tasks/get", "tasks/result", "tasks/cancel", "tasks/list"];
    let lines = methods.map(|method| format!("{{\"jsonrpc\":\"2.0\",\"id\":\"{method}\",\"method\":\"{method}\",\"params\":{{\"taskId\":\"1\"}}}}\n"));
    mirror.says("ask", lines.concat());
    let mut client = world.start();
    client.open(r#"{"sampling":{}}"#);
    client.say("1", "a", "ask");
    for method in methods {
        let refused = format!(
            r#"{{"jsonrpc":"2.0","id":"{method}","error":{{"code":-32601,"message":"the client did not declare tasks"}}}}"#
        );
        assert_bytes(&mirror.hears(&format!("\"id\":\"{method}\",\"error\"")), refused.as_bytes());
    }
    assert_eq!(client.rest(), [""; 0]);
}
