//! What the client waits for, and for how long.

use jiff::Timestamp;
use mcpgw::core::model::Catalogue;
use mcpgw::core::session::{Failure, Kept};
use serde_json::{Value, json};

use super::play::{Play, answer_to, hello, tools};

const LIST_CHANGED: &str = "notifications/tools/list_changed";

fn list_request(id: u32) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "method": "tools/list" })
}

fn list_changed() -> Value {
    json!({ "jsonrpc": "2.0", "method": LIST_CHANGED })
}

fn error(code: i32) -> Value {
    json!({ "error": { "code": code, "message": "warming up" } })
}

fn names(answer: &Value) -> Vec<&str> {
    answer["result"]["tools"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|tool| tool["name"].as_str().expect("a name"))
        .collect()
}

fn is_kept_as_listed(play: &Play) -> bool {
    play.kept[0].iter().any(|kept| matches!(kept, Kept::Listed { .. }))
}

#[test]
fn a_list_that_was_refused_is_read_again_and_not_taken_for_an_empty_one() {
    let mut play = Play::new(1, None);
    play.lists[0] = Some(error(-32603));
    play.initialize();
    play.take_said();
    assert_eq!(play.tools(), [""; 0]);
    play.wait(20);
    assert!(!is_kept_as_listed(&play), "the next session would know of no tools");
    play.lists[0] = Some(tools(&["t"]));
    play.wait(60);
    let said = play.take_said();
    assert_eq!(said.iter().map(|frame| &frame["method"]).collect::<Vec<_>>(), [LIST_CHANGED]);
    assert_eq!(play.tools(), ["s0__t"]);
    assert!(is_kept_as_listed(&play));
    assert_eq!(play.starts[0].len(), 1);
}

#[test]
fn a_server_without_the_method_that_it_declares_has_nothing_to_list() {
    let mut play = Play::new(1, None);
    play.lists[0] = Some(error(-32601));
    play.initialize();
    assert_eq!(play.tools(), [""; 0]);
    assert!(is_kept_as_listed(&play));
}

#[test]
fn the_first_start_of_a_server_holds_initialize_for_a_second_and_a_list_for_three() {
    let mut play = Play::new(2, None);
    play.opens[0] = false;
    play.initialize();
    assert_eq!(play.take_said(), [Value::Null; 0]);
    play.wait(1);
    assert_eq!(play.take_said().len(), 1, "the answer to initialize");
    for id in [1, 2] {
        play.client(&list_request(id));
    }
    play.wait(2);
    assert_eq!(play.take_said(), [Value::Null; 0]);
    play.wait(1);
    let said = play.take_said();
    assert_eq!(said.iter().map(names).collect::<Vec<_>>(), [["s1__t"], ["s1__t"]]);
    assert!(matches!(play.kept[0][..], [Kept::Failed { .. }, ..]), "the next session waits no more");
    play.client(&list_request(3));
    assert_eq!(play.take_said().len(), 1);
}

#[test]
fn a_server_that_opens_after_initialize_is_in_the_first_list() {
    let mut play = Play::new(2, None);
    play.opens[0] = false;
    play.initialize();
    play.wait(1);
    play.client(&list_request(1));
    play.take_said();
    let request = play.heard[0][0].clone();
    play.server(0, answer_to(&request, hello()));
    assert_eq!(play.take_said().iter().map(names).collect::<Vec<_>>(), [["s0__t", "s1__t"]]);
}

#[test]
fn a_server_that_comes_up_before_its_lists_are_read_from_the_store_is_listed_as_it_was() {
    let mut play = Play::new(2, None);
    play.known[0] = Some(Catalogue {
        protocol_version: "2025-11-25".to_owned(),
        capabilities: Box::from(&br#"{"tools":{"listChanged":true}}"#[..]),
        server_info: Box::from(&b"{}"[..]),
        instructions: None,
        items: [&[&br#"{"name":"t"}"#[..]][..], &[], &[], &[]].map(|items| items.iter().copied().collect()),
        extras: Vec::new(),
        seen_at: Timestamp::UNIX_EPOCH,
    });
    play.lists[0] = None;
    play.initialize();
    play.take_said();
    play.client(&list_request(1));
    assert_eq!(play.take_said(), [Value::Null; 0]);
    play.loaded();
    assert_eq!(play.take_said().iter().map(names).collect::<Vec<_>>(), [["s0__t", "s1__t"]]);
    let request = play.heard[0][0].clone();
    play.server(0, answer_to(&request, tools(&["t"])));
    play.wait(10);
    assert_eq!(play.take_said(), [Value::Null; 0], "nothing has changed");
}

#[test]
fn a_list_that_is_known_to_be_outdated_is_waited_for_once_and_for_a_second() {
    let mut play = Play::open(2, None);
    play.tools();
    play.lists[0] = None;
    play.server(0, list_changed());
    play.client(&list_request(1));
    assert_eq!(play.take_said(), [Value::Null; 0]);
    play.wait(1);
    let answers: Vec<_> = play.take_said().into_iter().filter(|frame| frame["id"] == 1).collect();
    assert_eq!(answers.iter().map(names).collect::<Vec<_>>(), [["s0__t", "s1__t"]]);
    play.client(&list_request(2));
    assert_eq!(play.take_said().iter().map(names).collect::<Vec<_>>(), [["s0__t", "s1__t"]]);
}

#[test]
fn a_server_that_always_says_that_its_list_has_changed_is_asked_a_few_times_a_second() {
    let mut play = Play::open(1, None);
    play.tools();
    play.nagging = vec![0];
    play.server(0, list_changed());
    play.wait(10);
    assert!((10..=60).contains(&play.listed), "{}", play.listed);
    assert!((1..5).contains(&play.take_said().len()), "nothing has changed");
    play.wait(10);
    assert_eq!(play.take_said(), [Value::Null; 0], "nothing has changed");
    play.lists[0] = Some(tools(&["new"]));
    play.wait(2);
    assert_eq!(play.take_said().len(), 1);
    assert_eq!(play.tools(), ["s0__new"]);
}

#[test]
fn nothing_starts_a_server_before_the_client_has_said_what_it_can_do() {
    let mut play = Play::new(1, None);
    play.restart(0);
    play.client(&json!({ "jsonrpc": "2.0", "method": "notifications/odd" }));
    play.wait(5);
    assert_eq!(play.starts[0].len(), 0);
}

#[test]
fn a_server_whose_secrets_were_locked_is_tried_again_when_it_is_asked_for_a_minute_later() {
    let mut play = Play::new(1, None);
    play.works[0] = false;
    play.failure = Failure::Locked;
    play.initialize();
    play.take_said();
    assert_eq!(play.tools(), [""; 0]);
    play.wait(600);
    assert_eq!(play.starts[0].len(), 1, "asking for a secret may bother a person");
    play.works[0] = true;
    assert_eq!(play.tools(), [""; 0], "nobody waits for it");
    play.wait(1);
    assert_eq!(play.take_said().len(), 1, "the list has changed");
    assert_eq!(play.tools(), ["s0__t"]);
}

#[test]
fn calls_of_a_server_whose_secrets_are_locked_try_it_once_a_second() {
    let mut play = Play::open(1, None);
    play.failure = Failure::Locked;
    play.works[0] = false;
    play.ends(0);
    for id in 1..=100 {
        play.call(id, 0);
    }
    let said = play.take_said();
    assert_eq!(said.iter().filter(|frame| frame["error"]["code"] == -32603).count(), 100);
    assert_eq!(play.starts[0].len(), 1);
    play.wait(1);
    play.call(101, 0);
    assert_eq!(play.starts[0].len(), 2);
}

#[test]
fn a_server_whose_secret_s_command_failed_is_tried_again_by_itself() {
    let mut play = Play::new(1, None);
    play.works[0] = false;
    play.failure = Failure::NoSecret;
    play.initialize();
    assert_eq!(play.tools(), [""; 0]);
    play.works[0] = true;
    play.wait(60);
    assert_eq!(play.tools(), ["s0__t"]);
}
