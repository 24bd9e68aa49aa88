//! The calls that every client makes: `tests/interop/calls/<server>.json`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::client::Client;
use super::items::{Listed, advertised};
use super::mask::Mask;
use super::world::World;

/// A step as the server itself knows it, and how its outcome is compared.
pub(super) struct Call {
    pub(super) alias: &'static str,
    step: Value,
}

/// The calls to one server that this client can make.
pub(super) fn calls(alias: &'static str, client: Client, world: &World) -> Vec<Call> {
    let texts: &[&str] = match alias {
        "everything-under-test" => &[
            include_str!("../../interop/calls/everything.json"),
            include_str!("../../interop/calls/everything-asks.json"),
            include_str!("../../interop/calls/everything-levels.json"),
            include_str!("../../interop/calls/everything-errors.json"),
            include_str!("../../interop/calls/everything-parallel.json"),
            include_str!("../../interop/calls/everything-tasks.json"),
        ],
        "files" => &[include_str!("../../interop/calls/files.json")],
        "memory" => &[include_str!("../../interop/calls/memory.json")],
        "git" => &[include_str!("../../interop/calls/git.json")],
        "time" => &[include_str!("../../interop/calls/time.json")],
        "sdk1" | "sdk1-plain" | "sdk2-plain" => &[include_str!("../../interop/calls/sdk.json")],
        "sdk2" => &[
            include_str!("../../interop/calls/sdk.json"),
            include_str!("../../interop/calls/sdk-subscriptions.json"),
        ],
        other => panic!("no calls are written for {other}"),
    };
    let steps = texts.iter().flat_map(|text| {
        let text = text.replace("{{files}}", &world.path("files")).replace("{{repo}}", &world.path("repo"));
        let text = text.replace("{{server}}", alias);
        serde_json::from_str::<Vec<Value>>(&text).expect("the calls are JSON")
    });
    steps
        .filter(|step| step["needs"].is_null() || client.takes_tasks())
        .map(|step| Call { alias, step })
        .collect()
}

impl Call {
    pub(super) fn method(&self) -> &str {
        self.step["method"].as_str().expect("a call has a method")
    }

    pub(super) fn mask(&self) -> Mask {
        Mask::parse(self.step["mask"].as_str())
    }

    /// Whether it is a mere request and answer, and the same each time.
    pub(super) fn is_plain(&self) -> bool {
        let marks = ["progress", "cancel", "until", "mask", "needs", "answer", "refused", "times", "save"];
        marks.iter().all(|mark| self.step[*mark].is_null())
    }

    /// Whether it is made several times at once.
    pub(super) fn is_parallel(&self) -> bool {
        !self.step["times"].is_null()
    }

    /// What it names that doesn't exist.
    pub(super) fn refused(&self) -> Option<&str> {
        self.step["refused"].as_str()
    }

    /// Whether notifications of this method belong to it.
    pub(super) fn hears(&self, method: &str) -> bool {
        self.step["hear"].as_array().is_some_and(|heard| heard.iter().any(|heard| heard == method))
    }

    /// Whether the client gives up at the first progress.
    pub(super) fn is_cancelled(&self) -> bool {
        self.step["cancel"] == true
    }

    /// The notification that this call waits for, unless any of its method will do.
    pub(super) fn awaited(&self) -> Option<&Value> {
        let until = &self.step["until"];
        (until["ever"].is_null() && until["where"].is_object()).then_some(until)
    }

    pub(super) fn tool(&self) -> Option<&str> {
        (self.method() == "tools/call").then(|| self.step["params"]["name"].as_str()).flatten()
    }

    /// The step for a client that talks to the server itself.
    pub(super) fn direct(&self) -> Value {
        self.step.clone()
    }

    /// The step for a client of mcpgw, which knows the server's items by the names in the merged lists.
    pub(super) fn through(&self, merged: &Listed) -> Value {
        let mut step = self.step.clone();
        let rename = |member, name: &mut Value| {
            if let Some(original) = name.as_str() {
                *name = Value::from(advertised(merged, member, self.alias, original));
            }
        };
        let Some(params) = step.get_mut("params") else { return step };
        match self.method() {
            "tools/call" => rename("tools", &mut params["name"]),
            "prompts/get" => rename("prompts", &mut params["name"]),
            "completion/complete" => rename("prompts", &mut params["ref"]["name"]),
            _ => {}
        }
        step
    }
}

impl std::fmt::Display for Call {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {} {}", self.alias, self.method(), self.step["params"])
    }
}

/// Fails unless each tool that `alias` lists is called at least once.
pub(super) fn assert_each_tool_is_called(alias: &str, listed: &BTreeSet<String>, calls: &[Call]) {
    let called = calls.iter().filter(|call| call.refused().is_none());
    let called: BTreeSet<String> = called.filter_map(Call::tool).map(str::to_owned).collect();
    assert_eq!(&called, listed, "the calls written for {alias} and the tools that it lists differ");
}
