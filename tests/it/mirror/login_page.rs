//! A client that opens URLs has its person log in at a page of mcpgw's own (MCP 2025-11-25, `client/elicitation`, URL mode).

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};

use super::client::Client;
use super::live::{ALL, listed};
use super::people::{People, WORD};
use super::world::EVERYTHING;
use crate::cli::vault::holding;

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

    /// Opens the link, and returns the cookie that comes with the form.
    #[track_caller]
    fn open(&self, email: &str) -> String {
        let (status, shown) = self.get(&self.path, &self.host);
        assert!(status == 200 && shown.contains(&format!("value=\"{email}\" readonly")), "{shown}");
        assert!(shown.contains("default-src 'none'") && shown.contains("cache-control: no-store"), "{shown}");
        let cookie = shown.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        assert!(cookie.ends_with("; HttpOnly; SameSite=Strict; Path=/"), "{cookie}");
        cookie.split(';').next().unwrap().to_owned()
    }

    /// Gives a password, as a page at `origin` would, with this cookie.
    fn post(&self, password: &str, (origin, cookie): (&str, &str)) -> (u16, String) {
        let form = format!("username=ann%40example.org&password={}", password.replace(' ', "+"));
        self.post_form(&form, (origin, cookie))
    }

    fn post_form(&self, form: &str, (origin, cookie): (&str, &str)) -> (u16, String) {
        let Self { host, path, .. } = self;
        let kind = "application/x-www-form-urlencoded";
        let length = form.len();
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nCookie: {cookie}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{form}"
        ))
    }

    fn own(&self) -> String {
        format!("http://{}", self.host)
    }

    /// The link leads to nothing, and to nobody else's.
    fn is_settled(&self) -> bool {
        self.get(&self.path, &self.host).1.contains("There is nothing to do here")
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

/// Bob's client after his login has ended, and the page that he is asked to open there.
#[track_caller]
fn logged_out(people: &People) -> (Client, Page) {
    let mut client = people.open("bob");
    assert_eq!(listed(&mut client).len(), 3);
    people.change("bob", &["logout"]);
    let (id, page) = asked(&while_all_changes(&mut client, 0)[0]);
    client.send(json!({ "jsonrpc": "2.0", "id": id, "result": { "action": "accept" } }).to_string());
    (client, page)
}

#[test]
fn whose_login_ends_is_asked_to_log_in_at_a_page_and_goes_on_then() {
    let (people, _mirrors) = People::new();
    let (mut client, page) = logged_out(&people);
    let own = page.own();
    // A password without the form that it belongs into.
    assert_eq!(page.post(WORD, (&own, "")).0, 403);
    let cookie = page.open("bob@example.org");
    let (status, shown) = page.post("a wrong one", (&own, &cookie));
    assert!(status == 403 && shown.contains("the email or the password is wrong"), "{shown}");
    let (status, shown) = page.post(WORD, (&own, &cookie));
    assert!(status == 200 && shown.contains("You are logged in"), "{shown}");
    assert_eq!(while_all_changes(&mut client, 3), [completed(&page)]);
    assert!(page.is_settled());
    let answer = client.ask("3", "tools/call", r#"{"name":"shown__two"}"#);
    assert!(answer.contains("\"result\""), "{answer}");
    assert_eq!(people.change("bob", &["whoami", "--field", "email"]).trim(), "bob@example.org");
    let audit = people.run("ann", &["audit", "list", "--json"]).1;
    for said in [r#""action": "login.begin""#, "credentials"] {
        assert!(audit.contains(said), "{audit}");
    }
    // Neither the link nor a password is in anything that is kept.
    for secret in [WORD, "a wrong one", &page.path[1..]] {
        let mut kept = holding(&people.world.home(), secret);
        // Where the test keeps it.
        kept.retain(|file| !file.ends_with("word"));
        assert!(kept.is_empty(), "{secret}: {kept:?}");
    }
}

#[test]
fn whoever_does_not_know_the_link_or_comes_from_elsewhere_or_later_is_shown_nothing() {
    let (people, _mirrors) = People::new();
    let (mut client, page) = logged_out(&people);
    let (own, path, host) = (page.own(), page.path.as_str(), page.host.as_str());
    let elsewhere = format!("rebound.example:{}", host.rsplit_once(':').unwrap().1);
    for (path, host) in [("/", host), (&path[..20], host), (path, &elsewhere), (path, "127.0.0.1")] {
        let (status, shown) = page.get(path, host);
        assert!(status == 404 && !shown.contains("bob"), "{shown}");
    }
    assert_eq!(page.ask(&format!("GET {path} HTTP/1.0\r\n\r\n")).0, 404, "without a host");
    for method in ["PUT", "HEAD", "OPTIONS"] {
        assert_eq!(page.ask(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n")).0, 405, "{method}");
    }
    // Those who wait for nothing keep nobody out, and nobody of whom it is known that they may come in.
    let idle: Vec<_> = (0..40).map(|_| TcpStream::connect(host).unwrap()).collect();
    let cookie = page.open("bob@example.org");
    let (status, shown) = page.get(path, host);
    assert!(
        status == 403 && shown.contains("This link was opened before") && !shown.contains("bob"),
        "{shown}"
    );
    for (origin, cookie) in [("http://rebound.example", &*cookie), ("null", &cookie), (&own, "mcpgw-login=x")]
    {
        assert_eq!(page.post(WORD, (origin, cookie)).0, 403, "{origin}");
    }
    assert_eq!(page.post_form("username=bob", (&own, &cookie)).0, 400);
    assert_eq!(page.post(&"x".repeat(100_000), (&own, &cookie)).0, 413);
    drop(idle);
    // Nothing of that has counted as a wrong password, and nobody has come in.
    assert_eq!(listed(&mut client), [""; 0]);
    assert_eq!(people.run("bob", &["whoami"]).0, Some(4));
    let audit = people.run("ann", &["audit", "list", "--json"]).1;
    assert!(!audit.contains("credentials"), "{audit}");
}

#[test]
fn who_has_to_choose_another_password_is_told_so_at_the_page() {
    let (people, _mirrors) = People::new();
    let (mut client, page) = logged_out(&people);
    people.change("ann", &["user", "passwd", "bob@example.org", "--expire"]);
    let cookie = page.open("bob@example.org");
    let (status, shown) = page.post(WORD, (&page.own(), &cookie));
    assert!(status == 200 && shown.contains("mcpgw user passwd"), "{shown}");
    assert_eq!(listed(&mut client), [""; 0]);
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
    assert!(page.is_settled());
    // A question that was declined is not asked again before the next time; an answer that can't be read is one.
    for answer in [r#""result":{"action":"decline"}"#, r#""result":{"action":"#] {
        people.change("bob", &["logout"]);
        let (id, next) = asked(&while_all_changes(&mut client, 0)[0]);
        assert!(next.path != page.path && next.host == page.host);
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{id},{answer}}}"#));
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"action":"accept"}}}}"#));
        assert_eq!(client.rest_of_lines(), [[0; 0]; 0]);
        people.log_in("bob");
        assert_eq!(while_all_changes(&mut client, 3), [completed(&next)]);
    }
    client.close();
    assert!(client.end().success());
    assert!(TcpStream::connect(&page.host).is_err(), "it ends with its session");
}

#[test]
fn a_client_of_a_revision_without_urls_is_asked_nothing() {
    let (people, _mirrors) = People::new();
    let mut client = people.spawn("bob");
    client.open_as("2025-06-18", EVERYTHING);
    assert_eq!(listed(&mut client).len(), 3);
    people.change("bob", &["logout"]);
    assert_eq!(while_all_changes(&mut client, 0), [Value::Null; 0]);
    let answer = client.ask("1", "tools/call", r#"{"name":"shown__two"}"#);
    assert!(answer.contains("-32602") && answer.contains("mcpgw login"), "{answer}");
}

#[test]
fn who_has_logged_in_again_before_a_login_ends_notices_nothing() {
    let (people, _mirrors) = People::new();
    let mut client = people.open("bob");
    assert_eq!(listed(&mut client).len(), 3);
    people.log_in("bob");
    let store = rusqlite::Connection::open(people.world.store_file()).unwrap();
    store.busy_timeout(std::time::Duration::from_secs(30)).unwrap();
    // The older of his logins.
    let ended = store.execute(
        "DELETE FROM login WHERE id = (SELECT min(login.id) FROM login JOIN user ON user.id = user_id WHERE email = 'bob@example.org')",
        [],
    );
    assert_eq!(ended.unwrap(), 1);
    // A change that every session follows before the command returns: his looks at its login then, too.
    people.change("ann", &["server", "edit", "hidden", "--timeout", "5m"]);
    let answer = client.ask("1", "tools/call", r#"{"name":"shown__two"}"#);
    assert!(answer.contains("\"result\""), "{answer}");
    assert_eq!(client.rest_of_lines(), [[0; 0]; 0]);
    people.change("bob", &["logout"]);
    assert_eq!(
        while_all_changes(&mut client, 0)[0]["method"],
        "elicitation/create",
        "it was the newer one's"
    );
}
