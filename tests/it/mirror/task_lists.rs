//! `tasks/list`: the tasks of all servers, in their order, in pages of mcpgw's own.

use super::child::Mirror;
use super::compare::assert_bytes;
use super::world::World;

const RUNS_TASKS: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{},\"tasks\":{\"list\":{}}},\"serverInfo\":{\"name\":\"m\",\"version\":\"1\"}}}\n";

/// A server with these tasks.
fn lister(world: &World, name: &str, flags: &[&str], tasks: &[&str]) -> Mirror {
    let mirror = world.mirror_with(name, flags);
    mirror.replies("initialize", RUNS_TASKS);
    let tasks: Vec<_> = tasks.iter().map(|task| format!(r#"{{"x":1E5,"taskId":"{task}"}}"#)).collect();
    mirror.replies(
        "tasks/list",
        format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"tasks\":[{}]}}}}\n", tasks.join(" , ")),
    );
    mirror
}

fn listed(id: &str, tasks: &[&str]) -> String {
    let tasks: Vec<_> = tasks.iter().map(|task| format!(r#"{{"x":1E5,"taskId":"{task}"}}"#)).collect();
    format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"tasks":[{}]}}}}"#, tasks.join(","))
}

#[test]
fn all_servers_tasks_are_one_list_in_pages() {
    let world = World::patient_with("page_size = 2\n");
    let _first = lister(&world, "a", &[], &["1", "2", "3"]);
    let second = lister(&world, "b", &[], &[]);
    second.pages(
        "tasks/list",
        &[
            ("-", r#"{"tasks":[{"x":1E5,"taskId":"1"}],"nextCursor":""}"#),
            ("\"\"", r#"{"tasks":[{"x":1E5,"taskId":"2"}]}"#),
        ],
    );
    std::fs::remove_file(second.path("reply/tasks.list")).unwrap();
    let without = world.mirror("c");
    let mut client = world.open();
    let mut tasks = Vec::new();
    let mut params = "{}".to_owned();
    for page in 0..4 {
        let id = page.to_string();
        let answer = client.ask(&id, "tasks/list", &params);
        let (list, next) = answer.split_once(",\"nextCursor\":").unwrap_or((&answer, ""));
        tasks.push(list.strip_suffix("]}}").or(list.strip_suffix(']')).unwrap().to_owned());
        let Some(next) = next.strip_suffix("}}") else { break };
        params = format!(r#"{{"cursor":{next}}}"#);
    }
    let expected: [&[&str]; 3] = [&["a:1", "a:2"], &["a:3", "b:1"], &["b:2"]];
    let expected = expected.iter().enumerate().map(|(page, tasks)| listed(&page.to_string(), tasks));
    assert_eq!(tasks, expected.map(|list| list.strip_suffix("]}}").unwrap().to_owned()).collect::<Vec<_>>());
    assert_eq!(second.count("tasks/list"), 2);
    assert_eq!(without.count("tasks/list"), 0);
    let stale = client.ask("9", "tasks/list", r#"{"cursor":"nobody's"}"#);
    assert_bytes(
        stale.as_bytes(),
        br#"{"jsonrpc":"2.0","id":9,"error":{"code":-32602,"message":"unknown cursor"}}"#,
    );
}

#[test]
fn a_server_that_dies_or_fails_or_never_answers_leaves_the_others_tasks() {
    let world = World::patient_with("");
    let _first = lister(&world, "a", &[], &["1"]);
    let [dying, failing, silent] =
        ["b", "c", "d"].map(|name| lister(&world, name, &["--start-timeout", "2s"], &["lost"]));
    let _last = lister(&world, "e", &[], &["2"]);
    dying.replies("tasks/list", "");
    failing.replies(
        "tasks/list",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"error\":{\"code\":-32603,\"message\":\"no\"}}\n",
    );
    silent.replies("tasks/list", "");
    let mut client = world.open();
    client.request("1", "tasks/list", "{}");
    dying.hears("tasks/list");
    client.call("2", "b__die", "{}");
    client.answer("2");
    // The silence of one holds nobody else up.
    client.call("3", "a__nothing", "{}");
    client.answer("3");
    assert_bytes(&client.answer("1"), listed("1", &["a:1", "e:2"]).as_bytes());
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn a_list_that_is_taken_back_leaves_its_id_to_the_next_request() {
    let world = World::new();
    let _first = lister(&world, "a", &[], &["1"]);
    let second = lister(&world, "b", &[], &["2"]);
    second.replies("tasks/list", "");
    second.says(
        "page",
        "{\"jsonrpc\":\"2.0\",\"id\":OWN,\"result\":{\"tasks\":[]}}\n{\"id\":@ID@,\"result\":{}}\n",
    );
    let mut client = world.open();
    client.request("1", "tasks/list", "{}");
    let own = super::reverse::id_of(&second.hears("tasks/list"));
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#);
    client.call("1", "a__hold", "{}");
    second.says("page", format!("{{\"jsonrpc\":\"2.0\",\"id\":{own},\"result\":{{\"tasks\":[]}}}}\n{{\"id\":@ID@,\"result\":{{}}}}\n"));
    client.say("2", "b", "page");
    client.answer("2");
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn without_a_server_that_lists_tasks_there_is_no_such_method() {
    let (_world, _mirrors, mut client) = World::with_mirrors(["a", "b"]);
    assert_eq!(
        client.ask("1", "tasks/list", "{}"),
        r#"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"method not found: tasks/list"}}"#
    );
}

#[test]
fn a_server_that_says_nothing_holds_the_others_tasks_no_longer_than_a_list() {
    let world = World::with_settings("list_hold = \"300ms\"\n");
    let _first = lister(&world, "a", &[], &["1"]);
    let silent = lister(&world, "b", &[], &["late"]);
    silent.replies("tasks/list", "");
    let mut client = world.open();
    client.request("1", "tasks/list", "{}");
    silent.hears("tasks/list");
    assert_bytes(&client.answer("1"), listed("1", &["a:1"]).as_bytes());
}

#[test]
fn tasks_are_waited_for_where_no_list_is() {
    let world = World::with_settings("initialize_hold = \"30s\"\nlist_hold = \"0s\"\n");
    let _mirrors = [lister(&world, "a", &[], &["1"]), lister(&world, "b", &[], &["2"])];
    let mut client = world.open();
    assert_bytes(client.ask("1", "tasks/list", "{}").as_bytes(), listed("1", &["a:1", "b:2"]).as_bytes());
}
