//! How long a call may take.

use std::time::Duration;

use mcpgw::core::session::Report;
use serde_json::{Value, json};

use super::play::Play;

const LIMIT: Option<Duration> = Some(Duration::from_secs(20));

fn answer(id: u32) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "result": {} })
}

fn progress(token: u32) -> Value {
    let params = json!({ "progressToken": token, "progress": 1 });
    json!({ "jsonrpc": "2.0", "method": "notifications/progress", "params": params })
}

#[test]
fn a_call_of_ninety_seconds_is_answered_where_no_limit_is_set() {
    let mut play = Play::open(1, None);
    play.call(1, 0);
    play.wait(90);
    assert_eq!(play.take_said(), [Value::Null; 0]);
    play.server(0, answer(1));
    assert_eq!(play.take_said(), [answer(1)]);
}

#[test]
fn progress_starts_the_time_of_its_call_anew_and_of_no_other() {
    let mut play = Play::open(1, LIMIT);
    play.call(1, 0);
    play.call(2, 0);
    for _ in 0..6 {
        play.wait(15);
        play.server(0, progress(1));
    }
    play.server(0, answer(1));
    let said = play.take_said();
    let failed: Vec<_> = said.iter().filter(|frame| frame.get("error").is_some()).collect();
    assert_eq!(failed.len(), 1, "{said:?}");
    assert_eq!(failed[0]["id"], 2);
    assert_eq!(said.iter().filter(|frame| frame["method"] == "notifications/progress").count(), 6);
    assert_eq!(said.last(), Some(&answer(1)));
}

#[test]
fn a_call_over_its_limit_fails_is_taken_back_at_its_server_and_answered_only_once() {
    let mut play = Play::open(2, LIMIT);
    play.call(1, 0);
    play.wait(19);
    assert_eq!(play.take_said(), [Value::Null; 0]);
    play.wait(1);
    let said = play.take_said();
    assert_eq!((said.len(), &said[0]["id"], &said[0]["error"]["code"]), (1, &json!(1), &json!(-32603)));
    assert_eq!(said[0]["error"]["message"], "server \"s0\" gave no answer within 20 s");
    assert_eq!((play.count(0, "notifications/cancelled"), play.count(1, "notifications/cancelled")), (1, 0));
    play.server(0, answer(1));
    assert_eq!(play.take_said(), [Value::Null; 0]);
}

#[test]
fn a_silent_server_is_asked_for_a_sign_of_life_and_that_is_all() {
    let mut play = Play::open(1, None);
    play.wait(3600);
    assert_eq!(play.count(0, "ping"), 0, "nothing is asked of a server without work");
    play.call(1, 0);
    play.wait(29);
    assert_eq!(play.count(0, "ping"), 0);
    play.wait(2);
    assert_eq!(play.count(0, "ping"), 1);
    assert!(play.reports.iter().any(|report| matches!(report, Report::Silent { child: 0, .. })));
    play.wait(600);
    assert_eq!((play.take_said().len(), play.starts[0].len()), (0, 1));
    play.server(0, answer(1));
    assert_eq!(play.take_said(), [answer(1)]);
}

#[test]
fn a_server_hears_initialize_once_whatever_is_asked_of_it_for_hours() {
    let mut play = Play::open(1, None);
    for id in 1..50 {
        play.call(id, 0);
        play.wait(300);
        play.server(0, answer(id));
        play.tools();
    }
    assert_eq!(play.starts[0].len(), 1);
    assert_eq!(play.count(0, "tools/call"), 49);
}
