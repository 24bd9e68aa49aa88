//! Each official SDK lists and calls everything of five servers, directly and through mcpgw.

use serde_json::{Value, json};

use super::calls::{Call, assert_each_tool_is_called, calls};
use super::client::{Plan, Sdk};
use super::compare;
use super::items::{self, LISTS};
use super::programs::Programs;
use super::provision::{programs, say};
use super::transcript::Transcript;
use super::world::{Server, World};

#[test]
fn typescript_sdk_1_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Sdk::TypeScript1);
}

#[test]
fn typescript_sdk_2_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Sdk::TypeScript2);
}

#[test]
fn python_sdk_1_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Sdk::Python1);
}

#[test]
fn python_sdk_2_sees_through_mcpgw_what_it_sees_directly() {
    sees_the_same(Sdk::Python2);
}

fn sees_the_same(sdk: Sdk) {
    let Some(programs) = programs(sdk.name()) else { return };
    let world = World::new();
    let servers = world.servers(&programs);
    let calls: Vec<Vec<Call>> = servers.iter().map(|server| calls(server.alias, sdk, &world)).collect();
    let direct = directly(sdk, &programs, &world, &servers, &calls);

    world.reset();
    world.add_to_mcpgw(&servers);
    let merged = through(sdk, &programs, &world, lists());
    let listed: Vec<_> = direct.iter().map(|(alias, session)| (*alias, session.listed())).collect();
    let names = items::compare(&listed, &merged.listed());
    assert_opening(&direct, &merged);
    let called: Vec<&Call> = calls.iter().flatten().collect();
    let steps = lists().into_iter().chain(called.iter().map(|call| call.through(&names))).collect();
    let session = through(sdk, &programs, &world, steps);
    assert_eq!(items::compare(&listed, &session.listed()), names, "a second session lists other names");
    let direct_steps = direct.iter().flat_map(|(_, transcript)| &transcript.steps[LISTS.len()..]);
    let steps = called.iter().zip(direct_steps).zip(&session.steps[LISTS.len()..]);
    let differences: Vec<String> =
        steps.filter_map(|((call, direct), through)| compare::difference(call, direct, through)).collect();
    assert!(
        differences.is_empty(),
        "{}: {} calls differ\n{}",
        sdk.name(),
        differences.len(),
        differences.join("\n")
    );
    say(&format!("interop: {}: {} items and {} calls equal", sdk.name(), names.len(), called.len()));
}

fn lists() -> Vec<Value> {
    LISTS.iter().map(|list| json!({ "method": list.method })).collect()
}

/// One session with each server, all at once.
fn directly(
    sdk: Sdk,
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
                    let transcript = plan.run(sdk, programs);
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

fn through(sdk: Sdk, programs: &Programs, world: &World, steps: Vec<Value>) -> Transcript {
    let command = vec![env!("CARGO_BIN_EXE_mcpgw").to_owned(), "stdio".to_owned()];
    let environment = world.environment_of_mcpgw();
    Plan { command, environment, newest_era: true, steps, world }.run(sdk, programs)
}

/// The answer to `initialize` covers what each server's own answer says.
fn assert_opening(direct: &[(&'static str, Transcript)], merged: &Transcript) {
    let opening = |transcript: &Transcript| {
        transcript.opening.results("initialize").next().expect("initialize was answered").clone()
    };
    let merged = opening(merged);
    for (alias, direct) in direct {
        let direct = opening(direct);
        assert_eq!(direct["protocolVersion"], merged["protocolVersion"], "{alias}");
        for kind in ["tools", "prompts", "resources", "completions", "logging"] {
            let covered = merged["capabilities"][kind].is_object() || direct["capabilities"][kind].is_null();
            assert!(covered, "{alias} offers {kind}, mcpgw only {}", merged["capabilities"]);
        }
        if let Some(instructions) = direct["instructions"].as_str() {
            let all = merged["instructions"].as_str().unwrap_or_default();
            assert!(all.contains(instructions.trim()), "{alias}'s instructions are missing in {all:?}");
        }
    }
}
