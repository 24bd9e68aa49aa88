//! Single tools, prompts and resources that are switched off and narrowed while a session runs.

use super::child::Mirror;
use super::client::Client;
use super::compare::eventually;
use super::live::{announced, change, listed, offers};
use super::world::World;

fn offering(mirror: &Mirror) {
    offers(mirror, "one");
    mirror.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
}

/// A session with a server that has one item of each kind, found by commands.
fn session() -> (World, Mirror, Client) {
    let world = World::new();
    let mirror = world.mirror("a");
    offering(&mirror);
    let client = found(&world);
    (world, mirror, client)
}

fn found(world: &World) -> Client {
    let mut client = world.open();
    assert_eq!(listed(&mut client), ["a__one", "a__one", "x:one"]);
    let found = || world.other_command(&["session", "list", "--field", "pid"]).output().unwrap().stdout;
    eventually(|| found() == format!("{}\n", client.id()).as_bytes(), || "no session is found".to_owned());
    client
}

#[track_caller]
fn refused(client: &mut Client, method: &str, params: &str) -> String {
    let answer = client.ask("\"refused\"", method, params);
    assert!(answer.contains("\"error\""), "{method} {params}: {answer}");
    answer
}

#[test]
fn a_disabled_tool_is_neither_listed_nor_called_until_it_is_enabled() {
    let (world, mirror, mut client) = session();
    change(&world, &["tool", "disable", "a__one"]);
    announced(&mut client, &["tools"]);
    assert_eq!(listed(&mut client), ["a__one", "x:one"]);
    let answer = refused(&mut client, "tools/call", r#"{"name":"a__one"}"#);
    let unknown = refused(&mut client, "tools/call", r#"{"name":"a__two"}"#);
    assert_eq!(answer.replace("one", "two"), unknown, "it reads as if there were none");
    assert_eq!(mirror.count("tools/call"), 0);
    change(&world, &["tool", "enable", "a/one"]);
    announced(&mut client, &["tools"]);
    assert_eq!(listed(&mut client), ["a__one", "a__one", "x:one"]);
}

#[test]
fn a_disabled_prompt_is_neither_got_nor_completed() {
    let (world, mirror, mut client) = session();
    change(&world, &["prompt", "disable", "a/one"]);
    announced(&mut client, &["prompts"]);
    refused(&mut client, "prompts/get", r#"{"name":"a__one"}"#);
    let completion = r#"{"ref":{"type":"ref/prompt","name":"a__one"},"argument":{"name":"x","value":""}}"#;
    refused(&mut client, "completion/complete", completion);
    assert_eq!(mirror.count("prompts/get") + mirror.count("completion/complete"), 0);
}

#[test]
fn a_disabled_resource_is_reached_by_none_of_its_spellings_and_told_of_no_more() {
    let (world, mirror, mut client) = session();
    client.ask("\"sub\"", "resources/subscribe", r#"{"uri":"x:one"}"#);
    mirror.hears("resources/subscribe");
    change(&world, &["resource", "disable", "x:one"]);
    announced(&mut client, &["resources"]);
    mirror.hears("resources/unsubscribe");
    for uri in ["x:one", "X:one", "x:%6Fne", "mcpgw://a/x%3Aone"] {
        refused(&mut client, "resources/read", &format!(r#"{{"uri":"{uri}"}}"#));
        refused(&mut client, "resources/subscribe", &format!(r#"{{"uri":"{uri}"}}"#));
    }
    assert_eq!((mirror.count("resources/read"), mirror.count("resources/subscribe")), (0, 1));
    // Nor by a method that nobody knows.
    refused(&mut client, "x-vendor/peek", r#"{"uri":"x:%6fne"}"#);
    assert_eq!(mirror.count("x-vendor/peek"), 0);
}

#[test]
fn a_resource_that_is_subscribed_to_in_another_spelling_is_told_of_no_more_either() {
    let world = World::new();
    let mirror = world.mirror("a");
    offers(&mirror, "one");
    // A template leads to it.
    let template = r#"{"resourceTemplates":[{"name":"t","uriTemplate":"x:{y}"}]}"#;
    mirror.pages("resources/templates/list", &[("-", template)]);
    let mut client = found(&world);
    let spelled = r#"{"uri":"x:%6Fne"}"#;
    client.ask("\"sub\"", "resources/subscribe", spelled);
    mirror.hears("resources/subscribe");
    change(&world, &["resource", "disable", "x:one"]);
    announced(&mut client, &["resources"]);
    let heard = mirror.hears("resources/unsubscribe");
    assert!(String::from_utf8(heard).unwrap().contains("x:%6Fne"));
    refused(&mut client, "resources/subscribe", spelled);
}

#[test]
fn commands_say_that_it_is_off_and_what_puts_it_on_again() {
    let world = World::new();
    let mirror = world.mirror("a");
    offering(&mirror);
    let run = |args: &[&str]| {
        let output = world.other_command(args).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    assert_eq!(run(&["tool", "disable", "a/one", "--dry-run"]).1, "one of a would be disabled\n");
    assert_eq!(run(&["tool", "disable", "a/one"]).1, "one of a is disabled now\n");
    assert_eq!(run(&["tool", "disable", "a/one"]).1, "one of a is disabled already\n");
    let (code, _, said) = run(&["tool", "call", "a/one"]);
    assert_eq!(code, Some(5));
    insta::assert_snapshot!(said, @r"
    error: the tool one of a can't be used: it is disabled on its server
      hint: mcpgw tool enable a/one
    ");
    assert!(run(&["tool", "list"]).1.contains("can't be used"), "{:?}", run(&["tool", "list"]));
    let (code, shown, said) = run(&["tool", "show", "a/one"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert!(shown.contains("can't be used  it is disabled on its server"), "{shown}");
    let (code, _, said) = run(&["tool", "edit", "a/one", "--visibility", "public"]);
    assert_eq!(code, Some(6), "{said}");
    assert_eq!(run(&["tool", "disable", "a/two"]).0, Some(3));
    assert_eq!(run(&["tool", "edit", "a/one", "--visibility", "private"]).0, Some(0));
    assert_eq!(run(&["tool", "enable", "a/one", "--field", "visibility"]).1, "private\n");
    assert_eq!(run(&["tool", "call", "a/one"]).0, Some(0));
}
