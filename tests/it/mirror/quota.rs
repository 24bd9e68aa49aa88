//! Limits of calls: counted over processes to the call, whichever of them are killed, and followed by the next call.

use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use mcpgw::core::model::CallOutcome;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

use super::child::{Mirror, holds};
use super::client::Client;
use super::compare::eventually;
use super::lazy::see_once;
use super::live::{Asked, change, offers};
use super::tokens::{command, open, open_found, printed, token};
use super::world::{EVERYTHING, World};

/// A server that counts what it is called, and a token with these limits.
pub(super) fn limited(flags: &[&str]) -> (World, Mirror, PathBuf) {
    let world = World::new();
    let mirror = world.mirror("a");
    offers(&mirror, "one");
    mirror.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
    let token = token(&world, "t", flags);
    (world, mirror, token)
}

fn calls(mirror: &Mirror) -> usize {
    mirror.count("\"tools/call\"")
}

/// Calls the server, and says what came of it.
fn call(client: &mut Client, id: usize) -> Value {
    let answer = client.ask(&format!("\"call {id}\""), "tools/call", r#"{"name":"a__one"}"#);
    serde_json::from_str(&answer).unwrap()
}

pub(super) fn is_made(client: &mut Client, id: usize) -> bool {
    call(client, id).get("result").is_some()
}

/// Calls until that is refused; returns how often it was not, and the refusal.
fn exhaust(client: &mut Client, from: usize) -> (usize, Value) {
    let mut answers = (0..).map(|count| (count, call(client, from + count)));
    let (count, answer) = answers.find(|(_, answer)| answer.get("error").is_some()).unwrap();
    (count, answer["error"].clone())
}

/// Sends ten calls without waiting for an answer.
fn send_ten(client: &mut Client) {
    for number in 0..10 {
        client.call(&number.to_string(), "a__one", "{}");
    }
}

/// How many of them are made, and what the others are told.
fn heard_of_ten(client: &mut Client) -> (usize, Vec<Value>) {
    let answers = (0..10).map(|number| client.answer(&number.to_string()));
    let answers: Vec<Value> = answers.map(|answer| serde_json::from_slice(&answer).unwrap()).collect();
    let refused: Vec<_> = answers.iter().filter_map(|answer| answer.get("error").cloned()).collect();
    (answers.len() - refused.len(), refused)
}

/// The file of a token.
fn keep(world: &World, token: &str) -> PathBuf {
    let file = world.home().join(format!("{}.token", &token[token.len() - 8..]));
    std::fs::write(&file, token).unwrap();
    std::fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
    file
}

fn kill(mut client: Client) {
    kill_process(Pid::from_raw(client.id().cast_signed()).unwrap(), Signal::KILL).unwrap();
    client.end();
}

/// How many calls count for a limit of a token, as commands show it.
pub(super) fn used(world: &World, name: &str, limit: &str) -> u64 {
    printed(world, &["token", "show", name, "--field", &format!("calls.{limit}.used")]).parse().unwrap()
}

/// Which limit a refusal names, and whether it says when to try again.
fn said(error: &Value) -> (&str, bool) {
    let data = &error["data"];
    assert_eq!(
        (&error["code"], &data["server"], &data["reason"]),
        (&json!(-32603), &json!("a"), &json!("quota"))
    );
    (data["limit"].as_str().unwrap(), data["retryAfter"].is_u64())
}

#[test]
fn sixteen_sessions_share_a_limit_to_the_call_also_with_those_that_were_killed() {
    let (world, mirror, token) = limited(&["--per-day", "50"]);
    let mut clients: Vec<_> = (0..16).map(|_| open(&world, &token)).collect();
    for (number, client) in clients.iter_mut().enumerate() {
        assert!(is_made(client, number));
    }
    // These have no call under way.
    clients.drain(..5).for_each(kill);
    assert_eq!((calls(&mirror), used(&world, "t", "per_day")), (16, 16));
    clients.iter_mut().for_each(send_ten);
    let mut made = 16;
    for client in &mut clients {
        let (results, refused) = heard_of_ten(client);
        made += results;
        assert!(refused.iter().all(|error| said(error) == ("token.per_day", true)));
    }
    assert_eq!((made, calls(&mirror), used(&world, "t", "per_day")), (50, 50, 50));
    // Neither a new session nor a command has one more.
    assert!(!is_made(&mut open(&world, &token), 0));
    let args = ["--token-file", token.to_str().unwrap(), "tool", "call", "a__one"];
    let output = world.other_command(&args).env("MCPGW_KEYRING", "file").output().unwrap();
    assert_eq!(output.status.code(), Some(5), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(calls(&mirror), 50);
}

#[test]
fn no_call_too_many_is_made_when_sessions_are_killed_while_they_call() {
    let (world, mirror, token) = limited(&["--per-day", "60"]);
    let mut clients: Vec<_> = (0..16).map(|_| open(&world, &token)).collect();
    assert!(clients.iter_mut().all(|client| is_made(client, 0)));
    clients.iter_mut().for_each(send_ten);
    // While their calls are on their way.
    clients.drain(..6).for_each(kill);
    let answered: usize = clients.iter_mut().map(|client| heard_of_ten(client).0).sum();
    assert!(!is_made(&mut open(&world, &token), 0));
    assert_eq!(used(&world, "t", "per_day"), 60);
    let seen = calls(&mirror);
    assert!((16 + answered..=60).contains(&seen), "{answered} answers, {seen} calls");
}

#[test]
fn places_are_free_before_the_answer_is_heard_and_when_who_has_them_is_killed() {
    let (world, _mirror, token) = limited(&["--max-concurrent", "2"]);
    let (mut first, mut second) = (open(&world, &token), open(&world, &token));
    let (one, _two) = (Asked::of(&mut first, "1", "a"), Asked::of(&mut first, "2", "a"));
    let refused = call(&mut second, 0);
    assert_eq!(said(&refused["error"]), ("token.concurrency", true));
    assert_eq!(used(&world, "t", "concurrency"), 2);
    one.finish(&mut first);
    for number in 1..20 {
        assert!(is_made(&mut second, number), "{number}");
    }
    let _three = Asked::of(&mut first, "3", "a");
    assert!(!is_made(&mut second, 20));
    kill(first);
    assert!(is_made(&mut second, 21));
    assert_eq!(used(&world, "t", "concurrency"), 0);
}

#[test]
fn a_call_that_is_cancelled_takes_its_place_until_the_server_is_done_with_it_or_ends() {
    let (world, _mirror, token) = limited(&["--max-concurrent", "1"]);
    let mut client = open(&world, &token);
    let one = Asked::of(&mut client, "1", "a");
    assert!(!is_made(&mut client, 0));
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#);
    assert!(!is_made(&mut client, 1), "the server still works on it");
    // A server that keeps to the rules answers nothing that is cancelled.
    let kill = |pid: u32| kill_process(Pid::from_raw(pid.cast_signed()).unwrap(), Signal::KILL).unwrap();
    kill(one.pid());
    eventually(|| used(&world, "t", "concurrency") == 0, || "a place is taken".to_owned());
    let two = Asked::of(&mut client, "2", "a");
    kill(two.pid());
    client.answer("2");
    eventually(|| used(&world, "t", "concurrency") == 0, || "a place is taken".to_owned());
}

#[test]
fn counts_that_say_nothing_any_more_go_when_somebody_opens_a_session() {
    let (world, _mirror, token) = limited(&["--max-concurrent", "1"]);
    assert!(is_made(&mut open(&world, &token), 0));
    let count = || std::fs::read_dir(world.store_file().with_file_name("quota")).unwrap().flatten();
    let long_ago = SystemTime::now() - Duration::from_hours(24 * 8);
    for entry in count() {
        // As it is left by who has counted nothing, a week ago.
        std::fs::write(entry.path(), "").unwrap();
        File::open(entry.path()).unwrap().set_modified(long_ago).unwrap();
    }
    assert_eq!(count().count(), 1);
    let _session = open(&world, &token);
    eventually(|| count().count() == 0, || "nobody tidies up".to_owned());
}

#[test]
fn limits_that_change_hold_for_the_next_call_of_a_session_that_runs() {
    let (world, mirror, token) = limited(&[]);
    let mut client = open_found(&world, &token);
    assert!(is_made(&mut client, 0));
    assert!(!world.store_file().with_file_name("quota").exists(), "nobody counts what has no limit");
    change(&world, &["token", "edit", "t", "--per-hour", "2", "--quiet"]);
    assert_eq!(exhaust(&mut client, 10).0, 2);
    change(&world, &["token", "edit", "t", "--per-hour", "3", "--quiet"]);
    assert_eq!(exhaust(&mut client, 20).0, 1);
    change(&world, &["token", "edit", "t", "--clear", "limits", "--quiet"]);
    assert!(is_made(&mut client, 30));
    change(&world, &["user", "quota", "me", "--per-day", "1"]);
    let (made, refused) = exhaust(&mut client, 40);
    assert_eq!((made, said(&refused).0), (1, "user.per_day"));
    // All that the user does counts, not only what is done with the token.
    assert!(!is_made(&mut world.open(), 0));
    change(&world, &["user", "quota", "me", "--per-day", "none"]);
    assert!(is_made(&mut client, 50));
    change(&world, &["team", "quota", "personal", "--per-minute", "0"]);
    let (made, refused) = exhaust(&mut client, 60);
    assert_eq!((made, said(&refused)), (0, ("team.per_minute", false)), "another try would be in vain");
    change(&world, &["team", "quota", "personal", "--per-minute", "none"]);
    assert!(is_made(&mut client, 70));
    assert_eq!(calls(&mirror), 8);
}

#[test]
fn plans_that_change_hold_for_the_next_call_of_a_session_that_runs() {
    let (world, mirror, token) = limited(&[]);
    let mut client = open_found(&world, &token);
    let plans = |plans: &str| change(&world, &["config", "set", "team.plans", plans, "--quiet"]);
    plans("free per_day=2");
    change(&world, &["team", "quota", "personal", "--plan", "free"]);
    assert_eq!(exhaust(&mut client, 0).0, 2);
    plans("free per_day=3; pro per_day=9");
    assert_eq!(exhaust(&mut client, 10).0, 1);
    change(&world, &["team", "quota", "personal", "--plan", "pro"]);
    let (made, refused) = exhaust(&mut client, 20);
    assert_eq!((made, said(&refused)), (6, ("team.per_day", true)));
    assert_eq!(calls(&mirror), 9);
}

#[test]
fn refusals_are_told_to_the_audit_once_and_with_their_number() {
    let (world, _mirror, token) = limited(&["--per-day", "1"]);
    let mut client = open(&world, &token);
    for number in 0..30 {
        assert_eq!(is_made(&mut client, number), number == 0);
    }
    client.close();
    client.end();
    let told = || printed(&world, &["audit", "list", "--action", "tool.call", "--field", "reason"]);
    assert_eq!(told(), "the token t has reached the limit of 1 call a day");
}

#[test]
fn what_was_made_with_a_token_counts_under_it_too_and_a_refused_call_under_nobody() {
    let (world, mirror, parent) = limited(&["--permission", "tokens.create", "--per-day", "3"]);
    let made = ["--token-file", parent.to_str().unwrap(), "token", "create", "--name", "child"];
    let made = printed(&world, &[&made[..], &["--per-day", "100", "--field", "token"]].concat());
    let child = keep(&world, &made);
    change(&world, &["user", "quota", "me", "--per-day", "100"]);
    assert!(is_made(&mut open(&world, &parent), 0));
    let (made, refused) = exhaust(&mut open(&world, &child), 0);
    assert_eq!((made, said(&refused).0), (2, "token.per_day"));
    assert!(refused["message"].as_str().unwrap().contains("the token t "), "{refused}");
    assert_eq!((used(&world, "t", "per_day"), used(&world, "child", "per_day")), (3, 2));
    assert_eq!(printed(&world, &["user", "show", "me", "--field", "calls.per_day.used"]), "3");
    assert_eq!(calls(&mirror), 3);
}

#[test]
fn a_token_that_takes_the_place_of_another_has_what_that_left() {
    let (world, mirror, first) = limited(&["--per-day", "4"]);
    let rotate = |flags: &[&str]| {
        let id = printed(&world, &["token", "list", "--field", "id"]);
        let args = ["token", "rotate", id.lines().next().unwrap(), "--field", "token"];
        keep(&world, &printed(&world, &[&args[..], flags].concat()))
    };
    assert!(is_made(&mut open(&world, &first), 0));
    let second = rotate(&["--grace", "1h"]);
    assert!(is_made(&mut open(&world, &second), 0));
    assert!(is_made(&mut open(&world, &first), 1));
    let third = rotate(&[]);
    let (made, refused) = exhaust(&mut open(&world, &third), 0);
    assert_eq!((made, said(&refused).0, calls(&mirror)), (1, "token.per_day", 4));
    assert!(!is_made(&mut open(&world, &first), 2));
    let id = printed(&world, &["token", "list", "--field", "id"]);
    let newest = id.lines().next().unwrap();
    assert_eq!(used(&world, newest, "per_day"), 4);
}

#[test]
fn counts_that_a_process_keeps_to_itself_hold_up_nobody() {
    let (world, mirror, token) = limited(&["--per-day", "5"]);
    let mut client = open(&world, &token);
    assert!(is_made(&mut client, 0));
    let quota = world.store_file().with_file_name("quota");
    let file = std::fs::read_dir(quota).unwrap().next().unwrap().unwrap();
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    // As one that is stopped while it counts.
    let held = File::open(file.path()).unwrap();
    held.lock().unwrap();
    assert!((1..5).all(|number| is_made(&mut client, number)), "there is room for these");
    // Whether there is room for another one can't be seen; nobody else waits for that.
    let mut other = open(&world, &token);
    for number in 0..3 {
        for client in [&mut client, &mut other] {
            let refused = call(client, 10 + number);
            let data = &refused["error"]["data"];
            assert_eq!((&data["reason"], &data["retryAfter"]), (&json!("counting"), &json!(1)), "{refused}");
        }
    }
    held.unlock().unwrap();
    assert_eq!((exhaust(&mut client, 20).0, exhaust(&mut other, 20).0), (0, 0));
    assert_eq!(calls(&mirror), 5);
}

#[test]
fn what_can_not_be_counted_is_not_made_and_nobody_is_told_of_a_limit() {
    let (world, mirror, token) = limited(&["--per-day", "5"]);
    // As good as a disk that takes nothing.
    std::fs::write(world.store_file().with_file_name("quota"), "").unwrap();
    let mut client = open(&world, &token);
    let refused = call(&mut client, 0);
    let data = &refused["error"]["data"];
    assert_eq!((&data["reason"], &data["limit"]), (&json!("counting"), &Value::Null), "{refused}");
    let args = ["--token-file", token.to_str().unwrap(), "tool", "call", "a__one"];
    let output = world.other_command(&args).env("MCPGW_KEYRING", "file").output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("can't be counted"), "{error}");
    client.close();
    client.end();
    assert_eq!(calls(&mirror), 0);
    assert_eq!(printed(&world, &["audit", "list", "--action", "tool.call", "--field", "reason"]), "");
    let store = rusqlite::Connection::open(world.store_file()).unwrap();
    let mut rows = store.prepare("SELECT DISTINCT outcome FROM usage").unwrap();
    let outcomes = rows.query_map([], |row| row.get(0)).unwrap().collect::<Result<Vec<u8>, _>>().unwrap();
    assert_eq!(outcomes, [CallOutcome::Failed.code()]);
}

#[test]
fn a_session_that_is_stopped_while_it_calls_holds_up_no_other_and_takes_no_call_too_many() {
    let (world, mirror, token) = limited(&["--per-day", "45"]);
    let mut clients: Vec<_> = (0..6).map(|_| open(&world, &token)).collect();
    assert!(clients.iter_mut().all(|client| is_made(client, 0)));
    let stopped = Pid::from_raw(clients[0].id().cast_signed()).unwrap();
    clients.iter_mut().for_each(send_ten);
    kill_process(stopped, Signal::STOP).unwrap();
    let mut made: usize = 6 + clients[1..].iter_mut().map(|client| heard_of_ten(client).0).sum::<usize>();
    kill_process(stopped, Signal::CONT).unwrap();
    made += heard_of_ten(&mut clients[0]).0;
    made += exhaust(&mut clients[0], 10).0;
    assert_eq!((made, calls(&mirror), used(&world, "t", "per_day")), (45, 45, 45));
}

#[test]
fn every_kind_of_use_counts_and_what_mcpgw_answers_does_not() {
    let (world, mirror, token) = limited(&["--per-day", "2"]);
    let mut client = open(&world, &token);
    for (number, (method, params)) in [
        ("resources/read", r#"{"uri":"x:one"}"#),
        ("ping", "{}"),
        ("tools/list", "{}"),
        ("prompts/get", r#"{"name":"a__one"}"#),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = client.ask(&number.to_string(), method, params);
        assert!(holds(answer.as_bytes(), "\"result\""), "{method}: {answer}");
    }
    assert!(!is_made(&mut client, 10));
    assert_eq!(calls(&mirror), 0);
}

#[test]
fn what_goes_on_about_nothing_that_the_session_has_counts_as_well() {
    let (world, mirror, token) = limited(&["--per-day", "3"]);
    let task = r#"{"taskId":"t1","status":"working","createdAt":"2026-01-01T00:00:00Z","ttl":null}"#;
    let created = format!(r#"{{"jsonrpc":"2.0","id":@ID@,"result":{{"task":{task}}}}}"#);
    mirror.replies("tools/call", created + "\n");
    for method in ["resources/subscribe", "resources/unsubscribe"] {
        mirror.replies(method, "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    }
    for method in ["tasks/get", "tasks/cancel"] {
        mirror.replies(method, format!(r#"{{"jsonrpc":"2.0","id":@ID@,"result":{task}}}"#) + "\n");
    }
    let mut client = open(&world, &token);
    let mut id = 0;
    let mut is_made = |method: &str, params: &str| {
        id += 1;
        let answer: Value = serde_json::from_str(&client.ask(&id.to_string(), method, params)).unwrap();
        answer.get("error").is_none_or(|error| error["data"]["reason"] != "quota")
    };
    let uri = r#"{"uri":"x:one"}"#;
    assert!(is_made("resources/subscribe", uri));
    assert!(is_made("resources/unsubscribe", uri), "it was subscribed to");
    assert!(is_made("tools/call", r#"{"name":"a__one","task":{}}"#));
    assert!((0..5).all(|_| is_made("tasks/get", r#"{"taskId":"t1"}"#)), "it is a task of this session");
    assert!(is_made("resources/unsubscribe", uri), "the third that counts");
    assert!(!is_made("resources/unsubscribe", uri));
    for method in ["tasks/get", "tasks/result", "tasks/cancel"] {
        assert!(!is_made(method, r#"{"taskId":"t2"}"#), "{method}");
    }
    assert!(is_made("tasks/cancel", r#"{"taskId":"t1"}"#));
    assert_eq!((mirror.count("\"tasks/get\""), mirror.count("\"resources/unsubscribe\"")), (5, 2));
    assert_eq!(mirror.count("\"t2\""), 0);
}

#[test]
fn what_waits_for_a_server_to_start_takes_nothing_until_it_is_sent() {
    let (world, mirror, token) = limited(&["--per-day", "2"]);
    see_once(&world);
    mirror.gate();
    let mut client = open(&world, &token);
    send_ten(&mut client);
    eventually(|| mirror.processes().len() == 2, || "no server starts".to_owned());
    client.rest();
    assert_eq!(used(&world, "t", "per_day"), 0);
    mirror.let_go();
    let (made, refused) = heard_of_ten(&mut client);
    assert_eq!((made, refused.len(), calls(&mirror)), (2, 8, 2));
}

#[test]
fn each_call_of_a_batch_counts() {
    let (world, mirror, token) = limited(&["--per-day", "2"]);
    let mut client = Client::on_pipes(&mut command(&world, &token));
    client.open_as("2025-03-26", EVERYTHING);
    let calls_of = |ids: [u32; 3]| {
        ids.map(|id| {
            format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"a__one"}}}}"#)
        })
    };
    client.send(format!("[{}]", calls_of([1, 2, 3]).join(",")));
    let answer: Value = serde_json::from_slice(&client.holding("\"id\":3")).unwrap();
    let made = answer.as_array().unwrap().iter().filter(|answer| answer.get("result").is_some());
    assert_eq!((made.count(), calls(&mirror)), (2, 2));
}

#[test]
fn a_call_that_a_limit_refused_is_told_to_usage_as_that() {
    let (world, _mirror, token) = limited(&["--per-day", "1"]);
    let mut client = open(&world, &token);
    for number in 0..4 {
        assert_eq!(is_made(&mut client, number), number == 0);
    }
    client.close();
    client.end();
    let store = rusqlite::Connection::open(world.store_file()).unwrap();
    let mut rows = store.prepare("SELECT sum(calls) FROM usage GROUP BY outcome ORDER BY outcome").unwrap();
    let counts = rows.query_map([], |row| row.get(0)).unwrap().collect::<Result<Vec<u32>, _>>().unwrap();
    assert_eq!(counts, [1, 3], "one was made, and three were refused");
}
