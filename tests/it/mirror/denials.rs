//! What a session is refused, as the audit tells of it.

use serde_json::Value;

use super::client::Client;
use super::compare::eventually;
use super::live::listed;
use super::people::People;

/// What the audit tells of what was denied: what was done, to what, by which client, why, how often.
fn denials(people: &People) -> Vec<[String; 5]> {
    let rows = people.change("ann", &["audit", "list", "--json", "--limit", "1000"]);
    let rows: Value = serde_json::from_str(&rows).unwrap();
    let denied = rows.as_array().unwrap().iter().filter(|row| row["outcome"] == "denied");
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    denied
        .map(|row| {
            [&row["action"], &row["target"]["name"], &row["client"], &row["reason"], &row["count"]].map(text)
        })
        .collect()
}

#[track_caller]
fn refused(client: &mut Client, method: &str, params: &str) {
    let answer = client.ask("\"denied\"", method, params);
    assert!(answer.contains("\"error\""), "{method} {params}: {answer}");
}

#[test]
fn what_is_there_but_not_for_the_user_is_a_denial_and_what_is_nowhere_is_none() {
    let (people, mirrors) = People::new();
    for mirror in &mirrors {
        mirror.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
    }
    let mut ann = people.open("ann");
    assert_eq!(listed(&mut ann).len(), 6);
    ann.close();
    assert!(ann.end().success());
    people.change("ann", &["tool", "disable", "shown/two"]);
    let mut bob = people.open("bob");
    refused(&mut bob, "tools/call", r#"{"name":"nowhere__one"}"#);
    refused(&mut bob, "tools/call", r#"{"name":"hidden__nothing"}"#);
    refused(&mut bob, "resources/read", r#"{"uri":"x:nothing"}"#);
    for _ in 0..3 {
        refused(&mut bob, "tools/call", r#"{"name":"hidden__one"}"#);
    }
    refused(&mut bob, "prompts/get", r#"{"name":"hidden__one"}"#);
    refused(&mut bob, "resources/read", r#"{"uri":"X:one"}"#);
    refused(&mut bob, "tools/call", r#"{"name":"shown__two"}"#);
    let told = || {
        let denials = denials(&people);
        let count: u32 = denials.iter().map(|[.., count]| count.parse::<u32>().unwrap()).sum();
        count >= 4
    };
    eventually(told, || format!("the audit tells of {:?} only", denials(&people)));
    // The session's own end leaves nothing untold.
    refused(&mut bob, "resources/read", r#"{"uri":"mcpgw://hidden/x%3Aone"}"#);
    bob.close();
    assert!(bob.end().success());
    let used = people.change("ann", &["usage", "report", "--by", "tool", "--json"]);
    let used: Value = serde_json::from_str(&used).unwrap();
    // Names that are nowhere are nobody's, and not kept.
    assert_eq!(
        (&used["total"]["outcomes"]["denied"], &used["total"]["calls"]),
        (&7.into(), &7.into()),
        "{used}"
    );
    assert_eq!((&used["rows"][0]["name"], &used["rows"][0]["calls"]), (&"hidden/one".into(), &3.into()));
    let mut told: Vec<_> = denials(&people);
    told.sort();
    let private = "it is private to its owner";
    let expected = [
        ["prompt.get", "hidden/one", "raw 1", private, "1"],
        ["resource.read", "hidden/x:one", "raw 1", private, "1"],
        ["tool.call", "hidden/one", "raw 1", private, "1"],
        ["tool.call", "shown/two", "raw 1", "it is disabled on its server", "1"],
    ];
    assert_eq!(told, expected.map(|row| row.map(str::to_owned)));
    people.change("ann", &["audit", "verify"]);
}

/// Whatever a token takes away: an item, a server, the hour, all of it.
#[test]
fn what_a_token_is_not_for_is_a_denial_of_its_user_by_a_token() {
    let (people, mirrors) = People::new();
    for mirror in &mirrors {
        mirror.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
    }
    let token = people.token("ann", "t", &["--tool", "shown__*"]);
    let mut client = people.open_with("ann", &token);
    assert_eq!(listed(&mut client), ["shown__two", "hidden__one", "shown__two", "x:one", "x:two"]);
    let (call, prompt) = (r#"{"name":"hidden__one"}"#, r#"{"name":"shown__two"}"#);
    refused(&mut client, "tools/call", call);
    people.change("ann", &["token", "edit", "t", "--server", "hidden"]);
    refused(&mut client, "prompts/get", prompt);
    refused(&mut client, "tools/call", r#"{"name":"nowhere__one"}"#);
    people.change("ann", &["token", "revoke", "t"]);
    refused(&mut client, "resources/read", r#"{"uri":"x:one"}"#);
    client.close();
    assert!(client.end().success());
    let mut told = denials(&people);
    told.sort();
    let expected = [
        ["prompt.get", "shown/two", "raw 1", "the token isn't for this server", "1"],
        ["resource.read", "hidden/x:one", "raw 1", "the token is not for it, or not now", "1"],
        ["tool.call", "hidden/one", "raw 1", "the token is not for it, or not now", "1"],
    ];
    assert_eq!(told, expected.map(|row| row.map(str::to_owned)));
    let rows = people.change("ann", &["audit", "list", "--action", "tool.call", "--json"]);
    assert!(rows.contains("\"token\""), "{rows}");
    people.change("ann", &["audit", "verify"]);
}
