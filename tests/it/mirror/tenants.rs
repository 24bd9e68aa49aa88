//! What a team may do, in sessions that run.

use super::child::{Mirror, holds};
use super::client::Client;
use super::live::{ALL, announced, change, listed, offers};
use super::world::{EVERYTHING, World};

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

/// How many items a session lists.
fn seen(client: &mut Client) -> usize {
    listed(client).len()
}

#[test]
fn a_team_is_in_so_many_sessions_of_a_user_and_the_next_gets_it_when_one_ends() {
    let world = World::new();
    change(&world, &["team", "create", "web"]);
    let mirror = world.mirror_with("a", &["--team", "web"]);
    offers(&mirror, "one");
    world.mirror("own");
    change(&world, &["team", "quota", "web", "--max-sessions-per-user", "1"]);
    let mut first = world.open();
    assert!(listed(&mut first).iter().any(|item| item.ends_with("one")));
    let mut second = world.open();
    assert!(!listed(&mut second).iter().any(|item| item.ends_with("one")), "and the rest is there");
    first.close();
    first.end();
    announced(&mut second, &ALL);
    assert!(listed(&mut second).iter().any(|item| item.ends_with("one")));
    // More seats, and fewer: who came last loses theirs.
    change(&world, &["team", "quota", "web", "--max-sessions-per-user", "2"]);
    let mut third = world.open();
    assert!(listed(&mut third).iter().any(|item| item.ends_with("one")));
    change(&world, &["team", "quota", "web", "--max-sessions-per-user", "1"]);
    announced(&mut third, &ALL);
    assert!(!listed(&mut third).iter().any(|item| item.ends_with("one")));
    assert!(listed(&mut second).iter().any(|item| item.ends_with("one")));
}

#[test]
fn sixteen_sessions_at_once_share_the_seats_exactly() {
    let world = World::new();
    change(&world, &["team", "create", "web"]);
    let mirror = world.mirror_with("a", &["--team", "web"]);
    offers(&mirror, "one");
    change(&world, &["team", "quota", "web", "--max-sessions-per-user", "3"]);
    let mut clients: Vec<_> = (0..16).map(|_| world.start()).collect();
    for client in &mut clients {
        client.open(EVERYTHING);
    }
    let serving: Vec<_> = clients.iter_mut().map(seen).collect();
    assert_eq!(serving.iter().filter(|items| **items > 0).count(), 3, "{serving:?}");
}
