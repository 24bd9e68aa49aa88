//! The transcript test: whatever a client asks of five servers, it sees the same directly and through mcpgw.
//!
//! Each client (the official SDKs, and one without an SDK) makes every call of `tests/interop/calls/`. Every list item, every
//! frame that a call brings and every part of the answer to `initialize` is one observation. `normal` says what may differ.

use serde_json::{Value, json};

use super::calls::{Call, assert_each_tool_is_called, calls};
use super::client::{Client, Plan};
use super::compare::{compare, compare_statuses};
use super::items::{self, LISTS};
use super::normal::{Normal, Way};
use super::opening;
use super::programs::Programs;
use super::provision::programs;
use super::recording::Transcript;
use super::score::Score;
use super::world::{Server, World};

#[test]
fn typescript_sdk_1_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::TypeScript1);
}

#[test]
fn typescript_sdk_2_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::TypeScript2);
}

#[test]
fn python_sdk_1_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::Python1);
}

#[test]
fn python_sdk_2_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::Python2);
}

#[test]
fn a_raw_client_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Client::Raw);
}

fn sees_the_same(client: Client) {
    let Some(programs) = programs(client.name()) else { return };
    let world = World::new();
    let servers = world.servers(&programs);
    let calls: Vec<Vec<Call>> = servers.iter().map(|server| calls(server.alias, client, &world)).collect();
    let direct = directly(client, &programs, &world, &servers, &calls);

    world.reset();
    world.add_to_mcpgw(&servers);
    let mut score = Score::new(client.name());
    let merged = through(client, &programs, &world, lists());
    let listed: Vec<_> = direct.iter().map(|(alias, session)| (*alias, session.listed())).collect();
    let names = items::compare(&mut score, &listed, &merged.listed());
    opening::compare(&mut score, &direct, &merged);
    let called = calls.iter().flatten().map(|call| call.through(&names));
    let session = through(client, &programs, &world, lists().into_iter().chain(called).collect());
    assert_eq!(session.listed(), merged.listed(), "a second session lists something else");

    let mut steps = session.steps[LISTS.len()..].iter();
    for ((alias, transcript), calls) in direct.iter().zip(&calls) {
        let mut normals = [Normal::new(Way::Direct, alias), Normal::new(Way::Through, alias)];
        for (call, (direct, through)) in
            calls.iter().zip(transcript.steps[LISTS.len()..].iter().zip(&mut steps))
        {
            compare(&mut score, call, [direct, through], &mut normals);
        }
        if transcript.has_tasks() {
            compare_statuses(&mut score, [transcript, &session], &mut normals);
        }
    }
    score.finish();
}

fn lists() -> Vec<Value> {
    LISTS.iter().map(|list| json!({ "method": list.method })).collect()
}

/// One session with each server, all at once.
fn directly(
    client: Client,
    programs: &Programs,
    world: &World,
    servers: &[Server],
    calls: &[Vec<Call>],
) -> Vec<(&'static str, Transcript)> {
    std::thread::scope(|scope| {
        let sessions: Vec<_> = servers
            .iter()
            .zip(calls)
            .map(|(server, calls)| {
                scope.spawn(move || {
                    let plan = Plan {
                        command: server.command.clone(),
                        environment: [world.environment(), server.environment.clone()].concat(),
                        newest_era: false,
                        steps: lists().into_iter().chain(calls.iter().map(Call::direct)).collect(),
                        world,
                    };
                    let transcript = plan.run(client, programs);
                    let listed = &transcript.listed()[0];
                    let listed = listed.iter().map(|tool| LISTS[0].key_of(tool)).collect();
                    assert_each_tool_is_called(server.alias, &listed, calls);
                    (server.alias, transcript)
                })
            })
            .collect();
        sessions.into_iter().map(|session| session.join().expect("a direct session")).collect()
    })
}

fn through(client: Client, programs: &Programs, world: &World, steps: Vec<Value>) -> Transcript {
    let command = vec![env!("CARGO_BIN_EXE_mcpgw").to_owned(), "stdio".to_owned()];
    let environment = world.environment_of_mcpgw();
    Plan { command, environment, newest_era: true, steps, world }.run(client, programs)
}
