//! The examples as a client sees them: a connection whose two ends the test holds.

use std::io::{self, BufRead, BufReader, PipeReader, PipeWriter, Write};
use std::thread::{self, JoinHandle};

use serde_json::{Value, json};

use crate::core::clock::Clock;

struct Client {
    to: Option<PipeWriter>,
    from: BufReader<PipeReader>,
    server: Option<JoinHandle<io::Result<()>>>,
}

impl Client {
    /// A client of the `time` server, before `initialize`.
    fn connect() -> Self {
        let (input, to) = io::pipe().expect("a pipe");
        let (from, output) = io::pipe().expect("a pipe");
        let clock = Clock::Fixed("2026-01-01T12:00:00Z".parse().expect("a moment"));
        let server = thread::spawn(move || super::time(clock, BufReader::new(input), output));
        Self { to: Some(to), from: BufReader::new(from), server: Some(server) }
    }

    fn initialized(revision: &str) -> Self {
        let mut client = Self::connect();
        let result = client.ask(0, "initialize", &json!({ "protocolVersion": revision, "capabilities": {} }));
        assert_eq!(result["result"]["protocolVersion"], revision);
        client
    }

    fn line(&mut self, line: &str) {
        let mut to = self.to.as_ref().expect("connected");
        to.write_all(format!("{line}\n").as_bytes()).expect("the server reads");
    }

    fn send(&mut self, id: impl Into<Value>, method: &str, params: &Value) {
        self.line(
            &json!({ "jsonrpc": "2.0", "id": id.into(), "method": method, "params": params }).to_string(),
        );
    }

    fn read(&mut self) -> Value {
        let mut line = String::new();
        self.from.read_line(&mut line).expect("the server writes");
        serde_json::from_str(&line).expect("JSON")
    }

    fn ask(&mut self, id: i64, method: &str, params: &Value) -> Value {
        self.send(id, method, params);
        let answer = self.read();
        assert_eq!(answer["id"], id, "{answer}");
        answer
    }

    /// Ends the server's input and waits for it to return.
    fn close(mut self) {
        self.to = None;
        let served = self.server.take().expect("running").join().expect("no panic");
        served.expect("served to the end");
    }
}

fn count_down(from: u32, step_ms: u64, token: &Value) -> Value {
    json!({
        "name": "count_down",
        "arguments": { "from": from, "step_ms": step_ms },
        "_meta": { "progressToken": token },
    })
}

#[test]
fn the_time_tools_answer_with_structured_results() {
    let mut client = Client::initialized("2025-11-25");
    let now = client.ask(1, "tools/call", &json!({ "name": "now", "arguments": { "zone": "Asia/Tokyo" } }));
    let expected = json!({
        "zone": "Asia/Tokyo",
        "time": "2026-01-01T21:00:00+09:00",
        "weekday": "Thursday",
        "abbreviation": "JST",
        "daylight_saving": false,
    });
    assert_eq!(now["result"]["structuredContent"], expected);
    let zones =
        client.ask(2, "tools/call", &json!({ "name": "list_zones", "arguments": { "prefix": "europe/be" } }));
    let zones = zones["result"]["structuredContent"]["zones"].as_array().expect("zones").clone();
    assert!(zones.contains(&json!("Europe/Berlin")), "{zones:?}");
    client.close();
}

#[test]
fn a_countdown_reports_progress_and_logs_before_its_result() {
    let mut client = Client::initialized("2025-11-25");
    client.send("down", "tools/call", &count_down(2, 0, &json!("t")));
    let seen: Vec<_> = (0..5).map(|_| client.read()).collect();
    let methods: Vec<_> = seen.iter().map(|message| message["method"].as_str().unwrap_or("result")).collect();
    let (log, progress) = ("notifications/message", "notifications/progress");
    assert_eq!(methods, [log, progress, log, progress, "result"]);
    assert_eq!(seen[0]["params"], json!({ "level": "info", "logger": "count_down", "data": "1 to go" }));
    let last = json!({ "progressToken": "t", "progress": 2, "total": 2, "message": "0 to go" });
    assert_eq!(seen[3]["params"], last);
    assert_eq!(seen[4]["result"]["structuredContent"], json!({ "counted": 2 }));
    client.close();
}

#[test]
fn a_log_level_hides_what_is_less_severe() {
    let mut client = Client::initialized("2024-11-05");
    assert_eq!(client.ask(1, "logging/setLevel", &json!({ "level": "warning" }))["result"], json!({}));
    client.send(2, "tools/call", &count_down(1, 0, &json!(7)));
    let progress = client.read();
    assert_eq!(progress["params"], json!({ "progressToken": 7, "progress": 1, "total": 1 }));
    assert_eq!(client.read()["id"], 2);
    assert_eq!(client.ask(3, "logging/setLevel", &json!({ "level": "loud" }))["error"]["code"], -32602);
    client.close();
}

#[test]
fn a_cancelled_countdown_ends_at_once_without_an_answer() {
    let mut client = Client::initialized("2025-11-25");
    client.send(1, "tools/call", &count_down(60, 10_000, &Value::Null));
    client.line(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#);
    // The next thing to be read is the answer to the next request, and the end waits for no countdown.
    client.ask(2, "ping", &json!({}));
    client.close();
}

#[test]
fn calls_run_beside_each_other_and_end_with_the_input() {
    let mut client = Client::initialized("2025-11-25");
    client.send(1, "tools/call", &count_down(60, 10_000, &Value::Null));
    assert_eq!(client.ask(1, "tools/call", &count_down(1, 0, &Value::Null))["error"]["code"], -32600);
    client.ask(2, "tools/list", &json!({}));
    client.close();
}

#[test]
fn the_prompt_and_its_arguments_are_completed_with_zones() {
    let mut client = Client::initialized("2025-06-18");
    let reference = json!({ "type": "ref/prompt", "name": "plan_meeting" });
    let complete = |argument: &str, value: &str| json!({ "ref": reference, "argument": { "name": argument, "value": value } });
    let some = client.ask(1, "completion/complete", &complete("here", "asia/tok"));
    assert_eq!(
        some["result"]["completion"],
        json!({ "values": ["Asia/Tokyo"], "total": 1, "hasMore": false })
    );
    let all = client.ask(2, "completion/complete", &complete("there", ""));
    assert_eq!(all["result"]["completion"]["values"].as_array().expect("values").len(), 100);
    assert_eq!(client.ask(3, "completion/complete", &complete("elsewhere", ""))["error"]["code"], -32602);

    let arguments = json!({ "here": "Europe/Paris", "there": "Asia/Tokyo" });
    let prompt = client.ask(4, "prompts/get", &json!({ "name": "plan_meeting", "arguments": arguments }));
    let text = prompt["result"]["messages"][0]["content"]["text"].as_str().expect("text");
    assert!(text.contains("Europe/Paris") && text.contains("Asia/Tokyo"), "{text}");
    client.close();
}

#[test]
fn what_is_no_request_is_answered_with_the_right_error() {
    let mut client = Client::connect();
    assert_eq!(client.ask(1, "tools/list", &json!({}))["error"]["code"], -32600, "not initialised");
    client.ask(2, "initialize", &json!({ "protocolVersion": "2025-11-25" }));
    for (line, code) in [("{", -32700), ("[]", -32600), (r#"{"id":1}"#, -32600)] {
        client.line(line);
        assert_eq!(client.read()["error"]["code"], code, "{line}");
    }
    client.line(&format!("\"{}\"", "x".repeat(2 << 20)));
    assert_eq!(client.read()["error"]["code"], -32600, "too long");
    assert_eq!(client.ask(3, "no/such", &json!({}))["error"]["code"], -32601);
    assert_eq!(
        client.ask(4, "initialize", &json!({ "protocolVersion": "2025-11-25" }))["error"]["code"],
        -32600
    );
    client.close();
}

#[test]
fn a_batch_is_answered_as_one_in_the_revision_that_has_them() {
    let batch = r#"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"notifications/initialized"},1]"#;
    let mut client = Client::initialized("2025-03-26");
    client.line(batch);
    let answers = client.read();
    assert_eq!(answers[0], json!({ "jsonrpc": "2.0", "id": 1, "result": {} }));
    assert_eq!(answers[1]["error"]["code"], -32600);
    client.close();

    let mut client = Client::initialized("2025-11-25");
    client.line(batch);
    assert_eq!(client.read()["error"]["code"], -32600);
    client.close();
}
