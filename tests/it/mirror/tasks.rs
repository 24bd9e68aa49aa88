//! Tasks that servers run (MCP 2025-11-25, `basic/utilities/tasks`): their ids collide, and carry the server's alias.

use super::child::Mirror;
use super::client::Client;
use super::compare::{assert_bytes, eventually};
use super::live::change;
use super::reverse::{id_of, with_id};
use super::world::World;

const RUNS_TASKS: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{},\"tasks\":{\"list\":{},\"cancel\":{},\"requests\":{\"tools\":{\"call\":{}}}}},\"serverInfo\":{\"name\":\"m\",\"version\":\"1\"}}}\n";
const RELATED: &str = "io.modelcontextprotocol/related-task";

/// What a server calls its task, and with that every message that names it.
fn said(task: &str) -> [(&'static str, String); 6] {
    let status = format!(r#""taskId":"{task}","status":"working","ttl":6E4,"odd":"\ud83d""#);
    [
        (
            "create",
            format!(r#"{{"jsonrpc":"2.0","id":@ID@,"result":{{"task":{{{status}}},"_meta":{{"x":1.0}}}}}}"#),
        ),
        (
            "progress",
            format!(
                r#"{{"jsonrpc":"2.0","method":"notifications/progress","params":{{"_meta":{{"{RELATED}":{{"taskId":"{task}"}}}},"progressToken":"p","progress":0.50}}}}"#
            ),
        ),
        (
            "status",
            format!(r#"{{"jsonrpc":"2.0","method":"notifications/tasks/status","params":{{{status}}}}}"#),
        ),
        (
            "message",
            format!(
                r#"{{"jsonrpc":"2.0","method":"notifications/message","params":{{"data":{{"taskId":"{task}"}},"_meta":{{"{RELATED}":{{"taskId":"{task}"}}}}}}}}"#
            ),
        ),
        (
            "elicit",
            format!(
                r#"{{"jsonrpc":"2.0","id":1,"method":"elicitation/create","params":{{"message":"?","requestedSchema":{{}},"_meta":{{"{RELATED}":{{"taskId":"{task}"}},"progressToken":7}}}}}}"#
            ),
        ),
        (
            "result",
            format!(
                r#"{{"jsonrpc":"2.0","id":@ID@,"result":{{"content":[{{"type":"text","text":"{task}"}}],"_meta":{{"{RELATED}":{{"taskId":"{task}"}}}}}}}}"#
            ),
        ),
    ]
}

fn line(task: &str, name: &str) -> String {
    said(task).into_iter().find(|(known, _)| *known == name).unwrap().1
}

fn running<const N: usize>(names: [&str; N]) -> (World, [Mirror; N], Client) {
    let world = World::new();
    let mirrors = names.map(|name| {
        let mirror = world.mirror(name);
        mirror.replies("initialize", RUNS_TASKS);
        for (name, line) in said("t/1") {
            mirror.says(name, line + "\n");
        }
        for method in ["tasks/get", "tasks/cancel"] {
            let state =
                r#"{"jsonrpc":"2.0","id":@ID@,"result":{"ttl":1e3,"taskId":"t/1","status":"working"}}"#;
            mirror.replies(method, format!("{state}\n"));
        }
        mirror.replies("tasks/result", line("t/1", "result") + "\n");
        mirror
    });
    let client = world.open();
    (world, mirrors, client)
}

/// Waits until the client is told of a tool.
#[track_caller]
fn shows(client: &mut Client, tool: &str) {
    let wanted = format!("\"{tool}\"");
    eventually(|| client.ask("\"tools\"", "tools/list", "{}").contains(&wanted), || wanted.clone());
}

#[track_caller]
fn create(client: &mut Client, id: &str, name: &str) -> Vec<u8> {
    client.request(
        id,
        "tools/call",
        &format!(r#"{{"name":"{name}__say","arguments":{{"script":"create"}},"task":{{"ttl":6E4}},"_meta":{{"progressToken":"p"}}}}"#),
    );
    client.answer(id)
}

#[test]
fn each_servers_task_is_asked_about_under_its_alias() {
    let (_world, mirrors, mut client) = running(["a", "b"]);
    for (name, mirror) in ["a", "b"].iter().zip(&mirrors) {
        let shown = format!("{name}:t/1");
        let id = format!("\"create {name}\"");
        let created = create(&mut client, &id, name);
        assert_bytes(&created, line(&shown, "create").replace("@ID@", &id).as_bytes());
        mirror.hears(r#""task":{"ttl":6E4}"#);
    }
    for (name, mirror) in ["b", "a"].iter().zip(mirrors.iter().rev()) {
        for (number, method) in ["tasks/get", "tasks/cancel"].iter().enumerate() {
            let asked =
                client.ask(&number.to_string(), method, &format!(r#"{{"y":1.0,"taskId":"{name}:t\/1"}}"#));
            assert_eq!(
                asked,
                format!(
                    r#"{{"jsonrpc":"2.0","id":{number},"result":{{"ttl":1e3,"taskId":"{name}:t/1","status":"working"}}}}"#
                )
            );
            let heard = format!(
                r#"{{"jsonrpc":"2.0","id":{number},"method":"{method}","params":{{"y":1.0,"taskId":"t/1"}}}}"#
            );
            assert_bytes(&mirror.hears(method), heard.as_bytes());
        }
        client.request("5", "tasks/result", &format!(r#"{{"taskId":"{name}:t/1"}}"#));
        let text = line(&format!("{name}:t/1"), "result").replace("\"text\":\"a:", "\"text\":\"");
        let expected = text.replace("\"text\":\"b:", "\"text\":\"").replace("@ID@", "5");
        assert_bytes(&client.answer("5"), expected.as_bytes());
        assert_eq!(mirror.count("tasks/"), 3);
    }
    for unknown in ["t/1", "c:t/1", ":t/1", ""] {
        let answer = client.ask("6", "tasks/get", &format!(r#"{{"taskId":"{unknown}"}}"#));
        assert_eq!(answer, r#"{"jsonrpc":"2.0","id":6,"error":{"code":-32602,"message":"unknown task"}}"#);
    }
}

#[test]
fn what_belongs_to_a_task_names_it_as_the_client_knows_it() {
    let (_world, mirrors, mut client) = running(["a", "b"]);
    for (name, mirror) in ["b", "a"].iter().zip(mirrors.iter().rev()) {
        create(&mut client, "\"create\"", name);
        // Long after the answer that made the task.
        for (number, script) in ["progress", "status", "elicit", "message"].iter().enumerate() {
            client.say(&format!("\"{name}{number}\""), name, script);
            let heard = client.line();
            let expected = line(&format!("{name}:t/1"), script);
            match *script {
                "elicit" => {
                    let id = id_of(&heard);
                    let expected = expected
                        .replacen("\"id\":1,", &format!("\"id\":{id},"), 1)
                        .replace("\"progressToken\":7", &format!("\"progressToken\":{id}"))
                        .replace("\"?\"", &format!("\"[{name}] ?\""));
                    assert_bytes(&heard, expected.as_bytes());
                    answer_elicitation(&mut client, mirror, name, &id);
                }
                "message" => {
                    let data = format!(r#""data":{{"taskId":"{name}:t/1"}}"#);
                    assert_bytes(&heard, expected.replace(&data, r#""data":{"taskId":"t/1"}"#).as_bytes());
                }
                _ => assert_bytes(&heard, expected.as_bytes()),
            }
        }
    }
    assert_eq!(client.rest(), [""; 0]);
}

/// The client reports progress and answers, and names the task in both.
fn answer_elicitation(client: &mut Client, mirror: &Mirror, name: &str, id: &str) {
    let meta = |task: &str| format!(r#""_meta":{{"{RELATED}":{{"x":1.0,"taskId":"{task}"}}}}"#);
    let progress = |token: &str, task: &str| {
        let meta = meta(task);
        format!(
            r#"{{"jsonrpc":"2.0","method":"notifications/progress","params":{{"progressToken":{token},{meta},"progress":1E0}}}}"#
        )
    };
    let answer = |id: &str, task: &str| {
        format!(r#"{{"jsonrpc":"2.0","result":{{"action":"accept",{}}},"id":{id}}}"#, meta(task))
    };
    let shown = format!("{name}:t/1");
    client.send(progress(id, &shown));
    client.send(answer(id, &shown));
    assert_bytes(&mirror.hears("\"accept\""), answer("1", "t/1").as_bytes());
    assert_bytes(&mirror.hears("notifications/progress"), progress("7", "t/1").as_bytes());
}

#[test]
fn what_takes_something_back_names_the_task_too() {
    let (_world, [_one, two], mut client) = running(["a", "b"]);
    let params = |id: &str, task: &str| {
        format!(r#""params":{{"requestId":{id},"_meta":{{"{RELATED}":{{"taskId":"{task}"}}}},"n":1.0}}"#)
    };
    let cancel = |id: &str, task: &str| {
        format!(r#"{{"jsonrpc":"2.0","method":"notifications/cancelled",{}}}"#, params(id, task))
    };
    client.say("\"elicit\"", "b", "elicit");
    let asked = id_of(&client.line());
    two.says("take back", cancel("1", "t/1") + "\n");
    client.say("\"take back\"", "b", "take back");
    assert_bytes(&client.line(), cancel(&asked, "b:t/1").as_bytes());
    client.send(cancel("\"elicit\"", "b:t/1"));
    assert_bytes(&two.hears("notifications/cancelled"), cancel("\"elicit\"", "t/1").as_bytes());
    let complete = |task: &str| {
        format!(
            r#"{{"method":"notifications/elicitation/complete","params":{{"_meta":{{"{RELATED}":{{"taskId":"{task}"}}}},"elicitationId":"e"}}}}"#
        )
    };
    let ask = r#"{"id":2,"method":"elicitation/create","params":{"elicitationId":"e"}}"#;
    two.says("complete", format!("{ask}\n{}\n", complete("t/1")));
    client.say("\"complete\"", "b", "complete");
    client.line();
    assert_bytes(&client.line(), complete("b:t/1").as_bytes());
}

#[test]
fn the_other_servers_progress_under_its_token_is_dropped() {
    let (_world, _mirrors, mut client) = running(["a", "b"]);
    create(&mut client, "1", "a");
    client.say("2", "b", "progress");
    assert_eq!(client.rest(), [""; 0]);
    client.say("3", "a", "progress");
    assert_bytes(&client.line(), line("a:t/1", "progress").as_bytes());
}

#[test]
fn the_only_servers_ids_are_its_own() {
    let (_world, [mirror], mut client) = running(["a"]);
    assert_bytes(&create(&mut client, "1", "a"), line("t/1", "create").replace("@ID@", "1").as_bytes());
    for script in ["progress", "status", "message"] {
        client.say("2", "a", script);
        assert_bytes(&client.line(), line("t/1", script).as_bytes());
        client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}"#);
        client.call("\"next\"", "a__nothing", "{}");
        client.answer("\"next\"");
        mirror.says("end", "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}\n{\"id\":@ID@,\"result\":{}}\n");
        client.say("3", "a", "end");
        client.answer("2");
        client.answer("3");
    }
    client.say("\"elicit\"", "a", "elicit");
    let heard = client.line();
    let back = String::from_utf8(with_id(&heard, "1")).unwrap();
    let token = format!("\"progressToken\":{}", id_of(&heard));
    assert_eq!(back.replace(&token, "\"progressToken\":7"), line("t/1", "elicit"));
    client.request("4", "tasks/get", r#"{"taskId" :"t\/1","_meta":{}}"#);
    client.answer("4");
    let asked = br#"{"jsonrpc":"2.0","id":4,"method":"tasks/get","params":{"taskId" :"t\/1","_meta":{}}}"#;
    assert_bytes(&mirror.hears("tasks/get"), asked);
    let list = r#"{"jsonrpc":"2.0","id":5,"result":{"tasks":[{"taskId":"t"}],"nextCursor":"\u0041"}}"#;
    mirror.replies("tasks/list", format!("{list}\n"));
    assert_eq!(client.ask("5", "tasks/list", r#"{"cursor":""}"#), list);
    mirror.hears(r#""cursor":"""#);
}

#[test]
fn a_task_keeps_the_name_that_it_was_told_by() {
    let (world, [one], mut client) = running(["a"]);
    let created = create(&mut client, "1", "a");
    assert_bytes(&created, line("t/1", "create").replace("@ID@", "1").as_bytes());
    // Another server has a task of the same id, and then the alias of the first.
    let other = world.scripted_mirror("b", &[], |mirror| {
        mirror.replies("initialize", RUNS_TASKS);
        mirror.says("create", line("t/1", "create") + "\n");
        mirror.replies("tasks/get", "{\"id\":@ID@,\"result\":{\"taskId\":\"t/1\"}}\n");
    });
    shows(&mut client, "b__say");
    create(&mut client, "2", "b");
    change(&world, &["server", "edit", "a", "--no-check", "--alias", "z"]);
    change(&world, &["server", "edit", "b", "--no-check", "--alias", "a"]);
    shows(&mut client, "z__say");
    for (name, mirror, other) in [("t/1", &one, &other), ("b:t/1", &other, &one)] {
        let before = other.count("tasks/get");
        let asked = client.ask("3", "tasks/get", &format!(r#"{{"taskId":"{name}"}}"#));
        assert!(asked.contains(&format!(r#""taskId":"{name}""#)), "{asked}");
        assert_eq!((mirror.count(r#""taskId":"t/1""#), other.count("tasks/get")), (1, before));
    }
    client.say("4", "z", "status");
    assert_bytes(&client.holding("tasks/status"), line("t/1", "status").as_bytes());
    // That alias is the other's now, and nobody was told of a task by this name.
    let answer = client.ask("5", "tasks/get", r#"{"taskId":"c:t/1"}"#);
    assert_eq!(answer, r#"{"jsonrpc":"2.0","id":5,"error":{"code":-32602,"message":"unknown task"}}"#);
}

#[test]
fn the_result_of_a_task_is_waited_for_as_long_as_the_task_takes() {
    let world = World::new();
    let mirror = world.mirror_with("a", &["--timeout", "300ms"]);
    mirror.replies("initialize", RUNS_TASKS);
    mirror.says("create", line("t/1", "create") + "\n");
    mirror.replies("tasks/result", "");
    mirror.says("end", "{\"id\":2,\"result\":{\"content\":[]}}\n");
    let mut client = world.open();
    create(&mut client, "1", "a");
    client.request("2", "tasks/result", r#"{"taskId":"t/1"}"#);
    client.call("3", "a__hold", "{}");
    let late = String::from_utf8(client.answer("3")).unwrap();
    assert!(late.contains("gave no answer within 0.3 s"), "{late}");
    client.say("4", "a", "end");
    assert_bytes(&client.answer("2"), br#"{"id":2,"result":{"content":[]}}"#);
}
