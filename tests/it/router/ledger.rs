//! What the ledger says came of a call.

use std::time::Duration;

use mcpgw::core::model::CallOutcome;
use serde_json::{Value, json};

use super::play::{Play, tools};

fn answer(id: u32, result: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "result": result })
}

#[test]
fn what_came_of_a_call_is_told_with_its_tool() {
    let mut play = Play::open(1, Some(Duration::from_mins(1)));
    for id in 1..=7 {
        play.call(id, 0);
    }
    play.wait(2);
    play.server(0, answer(1, &json!({ "content": [] })));
    play.server(0, answer(2, &json!({ "content": [{ "isError": true }], "isError": false })));
    play.server(0, answer(3, &json!({ "content": [], "is\u{0045}rror": true })));
    play.server(0, json!({ "jsonrpc": "2.0", "id": 4, "error": { "code": 1, "message": "no" } }));
    let cancelled = json!({ "requestId": 5 });
    play.client(&json!({ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": cancelled }));
    // It was on its way: the client gets it, and it counts as what it was.
    play.server(0, answer(5, &json!({ "content": [] })));
    play.wait(60);
    play.call(8, 0);
    play.ends(0);
    // What ends at one moment ends in any order.
    let mut told = play.calls();
    told.sort_by_key(|(number, ..)| *number);
    let expected = [
        (1, CallOutcome::Ok),
        (2, CallOutcome::Ok),
        (3, CallOutcome::ToolError),
        (4, CallOutcome::ProtocolError),
        (5, CallOutcome::Cancelled),
        (6, CallOutcome::Timeout),
        (7, CallOutcome::Timeout),
        (8, CallOutcome::Failed),
    ];
    let expected: Vec<_> = expected.map(|(number, outcome)| (number, Some("t".to_owned()), outcome)).into();
    assert_eq!(told, expected);
}

#[test]
fn what_is_nobody_s_and_what_no_server_was_asked_is_no_call() {
    let mut play = Play::open(2, None);
    play.client(
        &json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": { "name": "secret" } }),
    );
    play.client(&json!({ "jsonrpc": "2.0", "id": 2, "method": "tools/list" }));
    play.client(&json!({ "jsonrpc": "2.0", "id": 3, "method": "ping" }));
    play.client(&json!({ "jsonrpc": "2.0", "id": 4, "method": "made/up" }));
    assert_eq!(play.calls(), []);
}

#[test]
fn a_server_that_does_not_start_has_failed_its_calls() {
    let mut play = Play::open(1, None);
    play.works[0] = false;
    play.ends(0);
    play.call(1, 0);
    play.wait(5);
    assert!(play.calls().contains(&(1, Some("t".to_owned()), CallOutcome::Failed)));
}

#[test]
fn of_more_items_than_are_told_apart_the_rest_is_one() {
    let names: Vec<_> = (0..4_200).map(|number| format!("t{number}")).collect();
    let mut play = Play::new(1, None);
    play.lists[0] = Some(tools(&names.iter().map(String::as_str).collect::<Vec<_>>()));
    play.initialize();
    for (id, name) in (1_u32..).zip(&names) {
        let params = json!({ "name": format!("s0__{name}") });
        play.client(&json!({ "jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params }));
        play.server(0, answer(id, &json!({ "content": [] })));
    }
    let calls = play.calls();
    assert_eq!(calls.len(), names.len());
    let named = calls.iter().filter(|(_, item, _)| item.is_some()).count();
    assert_eq!((named, calls[4_095].1.as_deref()), (4_096, Some("t4095")));
}

#[test]
fn what_nobody_waits_for_takes_its_place_until_its_server_is_done_with_it() {
    let mut play = Play::open(1, Some(Duration::from_mins(2)));
    play.limit(0, 9);
    for id in 1..=6 {
        play.call(id, 0);
    }
    let cancel = |play: &mut Play, id: u32| {
        let params = json!({ "requestId": id });
        play.client(&json!({ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": params }));
    };
    play.server(0, answer(1, &json!({})));
    cancel(&mut play, 2);
    cancel(&mut play, 3);
    assert_eq!(play.left(), [1]);
    play.server(0, answer(2, &json!({})));
    assert_eq!(play.left(), [2], "it has answered");
    play.wait(59);
    assert_eq!(play.left(), [0; 0]);
    play.wait(1);
    assert_eq!(play.left(), [3], "that was long enough");
    play.wait(60);
    assert_eq!(play.left(), [0; 0], "the others had no answer in time");
    // The same id is free for another request, to which the late answer is not.
    play.call(4, 0);
    play.server(0, answer(4, &json!({})));
    assert_eq!(play.left(), [7]);
    play.server(0, answer(4, &json!({})));
    assert_eq!(play.left(), [4]);
    play.wait(60);
    let mut left = play.left();
    left.sort_unstable();
    assert_eq!(left, [5, 6]);
}

#[test]
fn what_a_server_did_that_is_gone_takes_no_place() {
    let mut play = Play::open(1, None);
    play.limit(0, 9);
    play.call(1, 0);
    play.client(
        &json!({ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": { "requestId": 1 } }),
    );
    assert_eq!(play.left(), [0; 0]);
    play.ends(0);
    assert_eq!(play.left(), [1]);
}
