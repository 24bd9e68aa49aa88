//! Who has to log in first is told so by the client that they look at, and goes on there when they have.

use super::client::Client;
use super::compare::eventually;
use super::live::{ALL, announced, listed, offers};
use super::people::People;

const REMEDY: &str = "Run `mcpgw login` in a terminal";

/// A client that opens no URLs.
const FORMS: &str = r#"{"elicitation":{"form":{}},"sampling":{}}"#;

/// What is asked for, of each kind.
const ASKED: [(&str, &str); 3] = [
    ("tools/call", r#"{"name":"shown__two"}"#),
    ("prompts/get", r#"{"name":"shown__two"}"#),
    ("resources/read", r#"{"uri":"x:two"}"#),
];

/// Nothing is served, and every refusal says what helps.
#[track_caller]
fn says_what_helps(client: &mut Client) {
    assert_eq!(listed(client), [""; 0]);
    for (method, params) in ASKED {
        let answer = client.ask("1", method, params);
        assert!(answer.contains("\"error\"") && answer.contains(REMEDY), "{answer}");
        assert!(!answer.contains("-32042"), "{answer}");
    }
}

/// All is served again.
#[track_caller]
fn goes_on(client: &mut Client) {
    announced(client, &ALL);
    assert_eq!(listed(client).len(), 3);
    let answer = client.ask("2", ASKED[0].0, ASKED[0].1);
    assert!(answer.contains("\"result\""), "{answer}");
}

#[test]
fn a_session_whose_login_is_over_serves_nothing_says_how_to_log_in_and_goes_on_then() {
    let (people, [hidden, shown]) = People::new();
    let mut running = people.open_as("bob", FORMS);
    assert_eq!(listed(&mut running).len(), 3);
    people.change("ann", &["user", "disable", "bob@example.org"]);
    announced(&mut running, &ALL);
    says_what_helps(&mut running);
    let before = [&hidden, &shown].map(|mirror| mirror.processes().len());
    let mut anew = people.spawn("bob");
    let opened = String::from_utf8(anew.open(FORMS)).unwrap();
    assert!(opened.contains("\"instructions\"") && opened.contains(REMEDY), "{opened}");
    says_what_helps(&mut anew);
    assert_eq!([&hidden, &shown].map(|mirror| mirror.processes().len()), before);
    // With no login at all nobody is there to be told.
    people.change("bob", &["logout"]);
    let mut nobody = people.spawn("bob");
    nobody.close();
    assert_eq!(nobody.end().code(), Some(4));
    // Who logs in instead is somebody else.
    people.change("ann", &["user", "enable", "bob@example.org"]);
    people.change("bob", &["login", "--user", "ann@example.org", "--password-stdin"]);
    for client in [&mut running, &mut anew] {
        says_what_helps(client);
    }
    people.log_in("bob");
    for client in [&mut running, &mut anew] {
        goes_on(client);
    }
    // What is revoked now ends them as it would have before.
    people.change("bob", &["logout"]);
    for mut client in [running, anew] {
        announced(&mut client, &ALL);
        says_what_helps(&mut client);
        client.close();
        assert!(client.end().success());
    }
}

#[test]
fn where_nobody_knows_who_was_logged_in_a_session_says_how_to_log_in_and_has_to_be_begun_anew() {
    let (people, _mirrors) = People::new();
    people.change("ann", &["user", "disable", "bob@example.org"]);
    people.change("ann", &["user", "enable", "bob@example.org"]);
    let dir = people.world.home().join("state-bob/mcpgw");
    let files = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let mut logins = files.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("login-"));
    let file = logins.next().unwrap();
    let kept = std::fs::read_to_string(&file).unwrap();
    let (secret, user) = kept.split_once('\n').unwrap();
    assert!(secret.len() == 64 && user.starts_with("user "), "{user}");
    // As an earlier version has kept it.
    std::fs::write(&file, format!("{secret}\n")).unwrap();
    let mut client = people.spawn("bob");
    let opened = String::from_utf8(client.open(FORMS)).unwrap();
    assert!(opened.contains("then restart mcpgw in this client"), "{opened}");
    says_what_helps(&mut client);
}

#[test]
fn a_session_of_before_anybody_had_to_log_in_goes_on_when_its_user_has() {
    let people = People::before();
    let shown = people.world.mirror_with("shown", &["--visibility", "public"]);
    offers(&shown, "two");
    let mut running = people.open_as("ann", FORMS);
    assert_eq!(listed(&mut running).len(), 3);
    people.bob_comes();
    // Ann has logged in since.
    let called = || {
        let answer = running.ask("2", ASKED[0].0, ASKED[0].1);
        assert!(answer.contains("\"result\"") || answer.contains(REMEDY), "{answer}");
        answer.contains("\"result\"")
    };
    eventually(called, || "ann is not back".to_owned());
    people.change("ann", &["logout"]);
    let answer = running.ask("3", ASKED[0].0, ASKED[0].1);
    assert!(answer.contains(REMEDY), "{answer}");
}
