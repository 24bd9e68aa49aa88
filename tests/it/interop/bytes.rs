//! In every protocol revision, what real servers list and answer arrives byte for byte.

use std::collections::HashMap;
use std::process::Command;

use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::calls::{Call, calls};
use super::client::Client;
use super::items::{LISTS, Listed, compare};
use super::lines::Lines;
use super::programs::Programs;
use super::provision::programs;
use super::score::Score;
use super::world::{Server, World};

/// The revisions that begin with `initialize`.
const REVISIONS: [&str; 4] = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

#[test]
fn every_revision_brings_items_and_answers_byte_for_byte() {
    brings_bytes("bytes in four revisions", World::servers);
}

/// Compares what is listed, and what is answered to calls that can be repeated.
pub(super) fn brings_bytes(name: &'static str, servers: fn(&World, &Programs) -> Vec<Server>) {
    let Some(programs) = programs(name) else { return };
    let world = World::new();
    let servers = servers(&world, &programs);
    let _listening = world.listening(&servers);
    world.add_to_mcpgw(&servers);
    let mut score = Score::new(name);
    for revision in REVISIONS {
        let mut through = Lines::open(&mut world.mcpgw(), revision);
        let mut direct: Vec<_> = servers
            .iter()
            .map(|server| (server.alias, Lines::open(&mut command(server, &world), revision)))
            .collect();
        let listed: Vec<_> = direct.iter_mut().map(|(alias, lines)| (*alias, list(lines))).collect();
        let merged = list(&mut through);
        compare(&mut score, &listed, &merged);
        for ((alias, lines), (_, listed)) in direct.iter_mut().zip(&listed) {
            for call in
                calls(alias, Client::Python1, &world).iter().filter(|call| is_repeatable(call, &listed[0]))
            {
                let answered = lines.request(call.method(), &call.direct()["params"]);
                let relayed = through.request(call.method(), &call.through(&merged)["params"]);
                score.compare(format!("{revision}: {call}"), &answered, &relayed);
            }
        }
    }
    score.finish();
}

fn command(server: &Server, world: &World) -> Command {
    let mut command = Command::new(&server.command[0]);
    command.args(&server.command[1..]).env_clear().envs(world.environment());
    command.envs(server.environment.iter().cloned());
    command
}

/// Every list, each item as it was written; empty where the program has no such list.
fn list(lines: &mut Lines) -> Listed {
    LISTS.map(|list| {
        let page = lines.request(list.method, &json!({}));
        let page: HashMap<String, Box<RawValue>> = serde_json::from_str(&page).expect("a page is an object");
        assert!(!page.contains_key("nextCursor"), "{}: these servers need but one page", list.method);
        let Some(items) = page.get(list.member) else { return Vec::new() };
        let items: Vec<&RawValue> = serde_json::from_str(items.get()).expect("a page has an array of items");
        items.into_iter().map(|item| item.get().to_owned()).collect()
    })
}

/// Whether a call can be made twice, by a client that can only ask, with the same answer.
fn is_repeatable(call: &Call, tools: &[String]) -> bool {
    if !call.is_plain() {
        return false;
    }
    match call.method() {
        "tools/call" => tools.iter().any(|tool| {
            let tool: Value = serde_json::from_str(tool).expect("a tool is JSON");
            tool["name"].as_str() == call.tool() && tool["annotations"]["readOnlyHint"] == true
        }),
        "prompts/get" | "completion/complete" => true,
        // What lies below `session/` is made by an earlier call.
        "resources/read" => {
            !call.direct()["params"]["uri"].as_str().is_some_and(|uri| uri.contains("/session/"))
        }
        _ => false,
    }
}
