//! What a client may use changes while its session runs.

use mcpgw::core::model::{Allowance, ListKind};
use serde_json::{Value, json};

use super::play::{Play, tools};

fn without(names: &[&str]) -> Allowance {
    let mut allowance = Allowance::default();
    for name in names {
        allowance.withhold(ListKind::Tools, (*name).to_owned());
    }
    allowance
}

fn call(play: &mut Play, id: u32, name: &str) {
    let params = json!({ "name": name });
    play.client(&json!({ "jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params }));
}

fn open() -> Play {
    let mut play = Play::new(2, None);
    play.lists[0] = Some(tools(&["t", "u"]));
    play.initialize();
    assert_eq!(play.tools(), ["s0__t", "s0__u", "s1__t"]);
    play.take_said();
    play
}

#[test]
fn a_tool_that_is_withheld_goes_from_the_list_and_can_not_be_called() {
    let mut play = open();
    call(&mut play, 1, "s0__u");
    let under_way = play.heard[0].last().expect("the call").clone();
    play.allow(0, without(&["u"]));
    call(&mut play, 2, "s0__u");
    assert_eq!(play.count(0, "tools/call"), 1);
    let said = play.take_said();
    assert_eq!((&said[0]["id"], &said[0]["error"]["code"]), (&json!(2), &json!(-32602)));
    assert_eq!(said[0]["error"]["message"], "Unknown tool: s0__u");
    play.wait(1);
    let methods = |said: Vec<Value>| said.iter().map(|frame| frame["method"].clone()).collect::<Vec<_>>();
    assert_eq!(methods(play.take_said()), ["notifications/tools/list_changed"]);
    assert_eq!(play.tools(), ["s0__t", "s1__t"]);
    // What was called before is answered.
    play.server(0, json!({ "jsonrpc": "2.0", "id": under_way["id"], "result": {} }));
    assert_eq!(play.take_said(), [json!({ "jsonrpc": "2.0", "id": 1, "result": {} })]);
    play.allow(0, Allowance::default());
    play.wait(1);
    assert_eq!(methods(play.take_said()), ["notifications/tools/list_changed"]);
    assert_eq!(play.tools(), ["s0__t", "s0__u", "s1__t"]);
    assert_eq!((play.starts[0].len(), play.starts[1].len()), (1, 1));
}

#[test]
fn a_kind_that_is_barred_is_not_there_and_nothing_else_changes() {
    let mut play = open();
    let mut allowance = Allowance::default();
    allowance.bar(ListKind::Tools);
    play.allow(1, allowance.clone());
    assert_eq!(play.tools(), ["s0__t", "s0__u"]);
    call(&mut play, 1, "s1__t");
    assert_eq!(play.count(1, "tools/call"), 0);
    play.wait(1);
    play.take_said();
    play.allow(1, allowance);
    play.wait(1);
    assert_eq!(play.take_said(), [Value::Null; 0], "nothing has changed");
}

#[test]
fn tasks_are_calls_of_tools_and_go_with_them() {
    for servers in [1, 2] {
        let mut play = Play::open(servers, None);
        let last = servers - 1;
        let mut allowance = Allowance::default();
        allowance.bar(ListKind::Tools);
        play.allow(last, allowance);
        play.wait(1);
        play.take_said();
        let id = if servers == 1 { "x" } else { "s1:x" };
        for method in ["tasks/get", "tasks/result", "tasks/cancel", "tasks/list"] {
            play.client(&json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": { "taskId": id } }));
            let said = play.take_said();
            assert!(said.len() == 1 && said[0]["error"].is_object(), "{servers} {method}: {said:?}");
        }
        let news = json!({ "taskId": "x", "status": "working" });
        play.server(
            last,
            json!({ "jsonrpc": "2.0", "method": "notifications/tasks/status", "params": news }),
        );
        play.wait(1);
        assert_eq!(play.take_said(), [Value::Null; 0], "{servers}");
        assert_eq!(
            play.heard[last].iter().filter(|frame| frame["method"] != "notifications/initialized").count(),
            0
        );
    }
}
