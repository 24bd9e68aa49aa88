//! What a team may do, in sessions that run.

use super::child::{Mirror, holds};
use super::client::Client;
use super::live::{ALL, announced, change, listed, offers};
use super::world::World;

/// A team with a server, in a session.
fn team() -> (World, Mirror, Client) {
    let world = World::new();
    change(&world, &["team", "create", "web"]);
    let mirror = world.mirror_with("a", &["--team", "web"]);
    let client = world.open();
    (world, mirror, client)
}

#[test]
fn a_server_of_a_team_without_sampling_asks_no_model() {
    let (world, mirror, mut client) = team();
    let ask = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"sampling/createMessage\",\"params\":{}}\n";
    mirror.says("ask", ask);
    change(&world, &["team", "quota", "web", "--sampling", "off"]);
    client.say("1", "a", "ask");
    let refused = mirror.hears("did not declare sampling");
    assert!(holds(&refused, "\"id\":7"), "{}", String::from_utf8_lossy(&refused));
    change(&world, &["team", "quota", "web", "--sampling", "on"]);
    client.say("2", "a", "ask");
    client.holding("sampling/createMessage");
}

#[test]
fn without_stdio_what_a_team_runs_goes_from_sessions_and_comes_back() {
    let world = World::new();
    change(&world, &["team", "create", "web"]);
    let mirror = world.mirror_with("a", &["--team", "web"]);
    offers(&mirror, "one");
    let mut client = world.open();
    let before = listed(&mut client);
    assert!(!before.is_empty());
    change(&world, &["team", "quota", "web", "--stdio", "off"]);
    announced(&mut client, &ALL);
    assert!(listed(&mut client).is_empty());
    change(&world, &["team", "quota", "web", "--stdio", "on"]);
    announced(&mut client, &ALL);
    assert_eq!(listed(&mut client), before);
}
