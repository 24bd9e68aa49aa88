//! A client that opens URLs has its person log in at a page of mcpgw's own (MCP 2025-11-25, `client/elicitation`, URL mode).

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};

use super::client::Client;
use super::compare::eventually;
use super::live::{ALL, listed};
use super::people::{People, WORD};
use super::world::EVERYTHING;

/// The page that a client was told of.
struct Page {
    host: String,
    path: String,
    elicitation: String,
}

impl Page {
    /// The one in the `params` of an elicitation.
    #[track_caller]
    fn of(params: &Value) -> Self {
        assert_eq!(params["mode"], "url", "{params}");
        assert!(params["message"].as_str().unwrap().starts_with("mcpgw: your login is over"), "{params}");
        let url = params["url"].as_str().unwrap();
        let (host, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
        assert!(host.starts_with("127.0.0.1:") && path.len() >= 43, "{url}");
        Self {
            host: host.to_owned(),
            path: format!("/{path}"),
            elicitation: params["elicitationId"].as_str().unwrap().to_owned(),
        }
    }

    /// What a browser is shown: the status, and all that comes.
    fn ask(&self, request: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        (answer.split(' ').nth(1).unwrap().parse().unwrap(), answer)
    }

    fn get(&self, path: &str, host: &str) -> (u16, String) {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"))
    }

    /// Gives a password, as a page at `origin` would.
    fn post(&self, password: &str, origin: &str) -> (u16, String) {
        let form = format!("username=ann%40example.org&password={}", password.replace(' ', "+"));
        let Self { host, path, .. } = self;
        let kind = "application/x-www-form-urlencoded";
        let length = form.len();
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{form}"
        ))
    }

    fn own(&self) -> String {
        format!("http://{}", self.host)
    }

    fn is_gone(&self) -> bool {
        TcpStream::connect(&self.host).is_err()
    }
}

/// The page that a client is asked to open, and the id of that request.
#[track_caller]
fn asked(request: &Value) -> (Value, Page) {
    assert_eq!(request["method"], "elicitation/create", "{request}");
    (request["id"].clone(), Page::of(&request["params"]))
}

/// Of what the client is told while all lists change to so many items, what else is said.
#[track_caller]
fn while_all_changes(client: &mut Client, items: usize) -> Vec<Value> {
    let lines = (0..ALL.len()).map(|_| client.holding("list_changed")).collect::<Vec<_>>();
    let rest = client.rest_of_lines();
    let parsed = lines.iter().chain(&rest).map(|line| serde_json::from_slice::<Value>(line).unwrap());
    let is_other = |line: &Value| !line["method"].as_str().unwrap().ends_with("list_changed");
    let said: Vec<_> = parsed.filter(is_other).collect();
    assert_eq!(listed(client).len(), items);
    said
}

fn completed(page: &Page) -> Value {
    let params = json!({ "elicitationId": page.elicitation });
    json!({ "jsonrpc": "2.0", "method": "notifications/elicitation/complete", "params": params })
}

#[test]
fn whose_login_ends_is_asked_to_log_in_at_a_page_and_goes_on_then() {
    let (people, _mirrors) = People::new();
    let mut client = people.open("bob");
    assert_eq!(listed(&mut client).len(), 3);
    people.change("bob", &["logout"]);
    let (id, page) = asked(&while_all_changes(&mut client, 0)[0]);
    client.send(json!({ "jsonrpc": "2.0", "id": id, "result": { "action": "accept" } }).to_string());
    let (status, shown) = page.get(&page.path, &page.host);
    assert!(status == 200 && shown.contains("value=\"bob@example.org\" readonly"), "{shown}");
    assert!(shown.contains("default-src 'none'") && shown.contains("cache-control: no-store"), "{shown}");
    // Whoever does not know the URL, or comes from elsewhere, is shown nothing.
    let elsewhere = format!("rebound.example:{}", page.host.rsplit_once(':').unwrap().1);
    for (path, host) in [("/", &page.host), (&page.path[..20], &page.host), (&page.path, &elsewhere)] {
        let (status, shown) = page.get(path, host);
        assert!(status == 404 && !shown.contains("bob"), "{shown}");
    }
    assert_eq!(page.post(WORD, "https://rebound.example").0, 403);
    let (status, shown) = page.post("a wrong one", &page.own());
    assert!(status == 403 && shown.contains("the email or the password is wrong"), "{shown}");
    assert_eq!(page.ask(&format!("PUT {} HTTP/1.1\r\nHost: {}\r\n\r\n", page.path, page.host)).0, 405);
    let (status, shown) = page.post(&"x".repeat(100_000), &page.own());
    assert!(status == 413, "{shown}");
    let (status, shown) = page.post(WORD, &page.own());
    assert!(status == 200 && shown.contains("You are logged in"), "{shown}");
    assert_eq!(while_all_changes(&mut client, 3), [completed(&page)]);
    eventually(|| page.is_gone(), || "the page is still there".to_owned());
    let answer = client.ask("3", "tools/call", r#"{"name":"shown__two"}"#);
    assert!(answer.contains("\"result\""), "{answer}");
    assert_eq!(people.change("bob", &["whoami", "--field", "email"]).trim(), "bob@example.org");
    // Both the failure and the login are in the audit, and no password is in what is kept.
    let audit = people.run("ann", &["audit", "list", "--json"]).1;
    assert!(audit.contains("login.begin"), "{audit}");
}

#[test]
fn a_session_that_begins_without_a_login_asks_for_it_and_each_refusal_says_where() {
    let (people, _mirrors) = People::new();
    people.change("ann", &["user", "disable", "bob@example.org"]);
    people.change("ann", &["user", "enable", "bob@example.org"]);
    let mut client = people.spawn("bob");
    let opened = String::from_utf8(client.open(EVERYTHING)).unwrap();
    assert!(opened.contains("Run `mcpgw login` in a terminal"), "{opened}");
    let (id, page) = asked(&serde_json::from_slice(&client.holding("elicitation/create")).unwrap());
    assert_eq!(listed(&mut client), [""; 0]);
    for (method, params) in [
        ("tools/call", r#"{"name":"shown__two"}"#),
        ("prompts/get", r#"{"name":"shown__two"}"#),
        ("resources/read", r#"{"uri":"x:two"}"#),
    ] {
        let answer: Value = serde_json::from_str(&client.ask("1", method, params)).unwrap();
        assert_eq!(answer["error"]["code"], -32042, "{answer}");
        let there = Page::of(&answer["error"]["data"]["elicitations"][0]);
        assert_eq!((&there.path, &there.elicitation), (&page.path, &page.elicitation));
    }
    // They do it in a terminal instead: the question, which nobody has answered, is taken back.
    people.log_in("bob");
    let said = while_all_changes(&mut client, 3);
    assert_eq!(said[0]["method"], "notifications/cancelled");
    assert_eq!(said[0]["params"]["requestId"], id);
    assert_eq!(said[1..], [completed(&page)]);
    eventually(|| page.is_gone(), || "the page is still there".to_owned());
    // A question that was declined is not asked again before the next time.
    people.change("bob", &["logout"]);
    let (id, next) = asked(&while_all_changes(&mut client, 0)[0]);
    assert_ne!(next.path, page.path);
    client.send(json!({ "jsonrpc": "2.0", "id": id, "result": { "action": "decline" } }).to_string());
    assert_eq!(listed(&mut client), [""; 0]);
    assert!(client.rest_of_lines().iter().all(|line| !line.windows(11).any(|word| word == b"elicitation")));
    client.close();
    assert!(client.end().success());
    eventually(|| next.is_gone(), || "the page outlives its session".to_owned());
}
