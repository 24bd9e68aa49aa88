//! The transcript test: whatever a client asks of five servers, it sees the same directly and through mcpgw.
//!
//! Each client (the official SDKs, and one without an SDK) makes every call of `tests/interop/calls/`. Every list item, every
//! frame that a call brings and every part of the answer to `initialize` is one observation. `normal` says what may differ.

use serde_json::{Value, json};

use super::calls::{Call, assert_each_tool_is_called, calls};
use super::client::{Client, Plan};
use super::compare::{compare, compare_statuses};
use super::items::{self, LISTS};
use super::listening::Transport;
use super::normal::{Normal, Way};
use super::opening;
use super::programs::Programs;
use super::provision::programs;
use super::recording::Transcript;
use super::score::Score;
use super::world::{Server, World};

#[test]
fn typescript_sdk_1_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::TypeScript1, &STDIO);
}

#[test]
fn typescript_sdk_2_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::TypeScript2, &STDIO);
}

#[test]
fn python_sdk_1_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::Python1, &STDIO);
}

#[test]
fn python_sdk_2_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::Python2, &STDIO);
}

#[test]
fn a_raw_client_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::Raw, &STDIO);
}

/// What mcpgw serves in one test.
pub(super) struct Setting {
    /// What is appended to the client's name.
    pub(super) name: &'static str,
    /// How mcpgw reaches server-everything.
    pub(super) transport: Transport,
    pub(super) servers: fn(&World, &Programs) -> Vec<Server>,
}

const STDIO: Setting = Setting { name: "", transport: Transport::Stdio, servers: World::servers };

pub(super) fn sees_the_same(client: Client, setting: &Setting) {
    let name = format!("{}{}", client.name(), setting.name);
    let Some(programs) = programs(&name) else { return };
    // Each way has servers of its own, which work on things of their own, so both can be gone at once.
    let (here, there) = (World::new(), World::new());
    let (direct, (merged, session)) = std::thread::scope(|scope| {
        let direct = scope.spawn(|| directly(client, setting, &programs, &here));
        let through = through_mcpgw(client, setting, &programs, &there);
        (direct.join().expect("the direct sessions"), through)
    });

    let mut score = Score::new(name);
    let listed: Vec<_> = direct.iter().map(|(alias, _, session)| (*alias, session.listed())).collect();
    items::compare(&mut score, &listed, &merged.listed());
    assert_eq!(session.listed(), merged.listed(), "a second session lists something else");
    let openings: Vec<_> = direct.iter().map(|(alias, _, session)| (*alias, &session.opening)).collect();
    opening::compare(&mut score, &openings, &merged.opening, setting.transport);
    let mut steps = session.steps[LISTS.len()..].iter();
    for (alias, calls, transcript) in &direct {
        let mut normals = [Way::Direct, Way::Through].map(|way| Normal::new(way, alias, setting.transport));
        for (call, (direct, through)) in
            calls.iter().zip(transcript.steps[LISTS.len()..].iter().zip(&mut steps))
        {
            compare(&mut score, call, [direct, through], &mut normals);
        }
        if transcript.has_tasks() {
            compare_statuses(&mut score, [transcript, &session], &mut normals);
        }
    }
    assert!(steps.next().is_none(), "more was done through mcpgw than directly");
    score.finish();
}

fn lists() -> Vec<Value> {
    LISTS.iter().map(|list| json!({ "method": list.method })).collect()
}

/// One session with each server, all at once: what was called, and what was seen.
fn directly(
    client: Client,
    setting: &Setting,
    programs: &Programs,
    world: &World,
) -> Vec<(&'static str, Vec<Call>, Transcript)> {
    std::thread::scope(|scope| {
        let sessions: Vec<_> = (setting.servers)(world, programs)
            .into_iter()
            .map(|server| scope.spawn(move || with_server(client, programs, world, server)))
            .collect();
        sessions.into_iter().map(|session| session.join().expect("a direct session")).collect()
    })
}

fn with_server(
    client: Client,
    programs: &Programs,
    world: &World,
    server: Server,
) -> (&'static str, Vec<Call>, Transcript) {
    let calls = calls(server.alias, client, world);
    let plan = Plan {
        command: server.command,
        environment: [world.environment(), server.environment].concat(),
        newest_era: false,
        steps: lists().into_iter().chain(calls.iter().map(Call::direct)).collect(),
        world,
    };
    let transcript = plan.run(client, programs);
    let listed = &transcript.listed()[0];
    let listed = listed.iter().map(|tool| LISTS[0].key_of(tool)).collect();
    assert_each_tool_is_called(server.alias, &listed, &calls);
    (server.alias, calls, transcript)
}

/// Two sessions with all servers: the first only lists, the second then makes every call by the names that were listed.
fn through_mcpgw(
    client: Client,
    setting: &Setting,
    programs: &Programs,
    world: &World,
) -> (Transcript, Transcript) {
    let servers = (setting.servers)(world, programs);
    let _listening = world.listening(&servers);
    world.add_to_mcpgw(&servers);
    let session = |steps| {
        let command = vec![env!("CARGO_BIN_EXE_mcpgw").to_owned(), "stdio".to_owned()];
        let environment = world.environment_of_mcpgw();
        Plan { command, environment, newest_era: true, steps, world }.run(client, programs)
    };
    let merged = session(lists());
    let names = merged.listed();
    let calls = servers.iter().flat_map(|server| calls(server.alias, client, world));
    let calls = calls.map(|call| call.through(&names));
    let second = session(lists().into_iter().chain(calls).collect());
    (merged, second)
}
