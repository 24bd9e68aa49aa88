//! Who has to log in first is told so by the client that they look at.

use super::client::Client;
use super::live::{ALL, announced, listed};
use super::people::People;
use super::world::EVERYTHING;

const REMEDY: &str = "Run `mcpgw login` in a terminal";

/// Nothing is served, and every refusal says what helps.
#[track_caller]
fn says_what_helps(client: &mut Client) {
    assert_eq!(listed(client), [""; 0]);
    for (method, params) in [
        ("tools/call", r#"{"name":"shown__two"}"#),
        ("prompts/get", r#"{"name":"shown__two"}"#),
        ("resources/read", r#"{"uri":"x:two"}"#),
    ] {
        let answer = client.ask("1", method, params);
        assert!(answer.contains("\"error\"") && answer.contains(REMEDY), "{answer}");
    }
}

#[test]
fn a_session_whose_login_is_over_serves_nothing_and_says_how_to_log_in() {
    let (people, [hidden, shown]) = People::new();
    let mut running = people.open("bob");
    assert_eq!(listed(&mut running).len(), 3);
    people.change("ann", &["user", "disable", "bob@example.org"]);
    announced(&mut running, &ALL);
    says_what_helps(&mut running);
    let before = [&hidden, &shown].map(|mirror| mirror.processes().len());
    let mut anew = people.spawn("bob");
    let opened = String::from_utf8(anew.open(EVERYTHING)).unwrap();
    assert!(opened.contains("\"instructions\"") && opened.contains(REMEDY), "{opened}");
    says_what_helps(&mut anew);
    assert_eq!([&hidden, &shown].map(|mirror| mirror.processes().len()), before);
    anew.close();
    assert!(anew.end().success());
    // With no login at all nobody is there to be told.
    people.change("bob", &["logout"]);
    let mut nobody = people.spawn("bob");
    nobody.close();
    assert_eq!(nobody.end().code(), Some(4));
    people.change("ann", &["user", "enable", "bob@example.org"]);
    people.log_in("bob");
    let mut again = people.open("bob");
    assert_eq!(listed(&mut again).len(), 3);
}
