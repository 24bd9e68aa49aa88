//! The calls that every client makes: `tests/interop/calls/<server>.json`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::client::Sdk;
use super::items::Names;
use super::mask::Mask;
use super::world::World;

/// A step as the server itself knows it, and how its outcome is compared.
pub(super) struct Call {
    pub(super) alias: &'static str,
    step: Value,
}

/// The calls to one server that this SDK can make.
pub(super) fn calls(alias: &'static str, sdk: Sdk, world: &World) -> Vec<Call> {
    let text = match alias {
        "everything-under-test" => include_str!("../../interop/calls/everything.json"),
        "files" => include_str!("../../interop/calls/files.json"),
        "memory" => include_str!("../../interop/calls/memory.json"),
        "git" => include_str!("../../interop/calls/git.json"),
        "time" => include_str!("../../interop/calls/time.json"),
        other => panic!("no calls are written for {other}"),
    };
    let text = text.replace("{{files}}", &world.path("files")).replace("{{repo}}", &world.path("repo"));
    let steps: Vec<Value> = serde_json::from_str(&text).expect("the calls are JSON");
    steps
        .into_iter()
        .filter(|step| step["needs"].is_null() || sdk.takes_tasks())
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
        let marks = ["progress", "cancel", "until", "mask", "needs"];
        marks.iter().all(|mark| self.step[*mark].is_null())
    }

    /// Whether the client gives up at the first progress.
    pub(super) fn is_cancelled(&self) -> bool {
        self.step["cancel"] == true
    }

    /// What identifies the notification that this call waits for, unless any of that method will do.
    pub(super) fn awaited(&self) -> Option<(&str, &Value)> {
        let until = &self.step["until"];
        until["where"].is_object().then(|| (until["method"].as_str().expect("a method"), &until["where"]))
    }

    pub(super) fn tool(&self) -> Option<&str> {
        (self.method() == "tools/call").then(|| self.step["params"]["name"].as_str()).flatten()
    }

    /// The step for a client that talks to the server itself.
    pub(super) fn direct(&self) -> Value {
        self.step.clone()
    }

    /// The step for a client of mcpgw, which knows the server's items by their advertised names.
    pub(super) fn through(&self, names: &Names) -> Value {
        let mut step = self.step.clone();
        let advertised = |member, original: &Value| {
            let original = original.as_str().expect("a name").to_owned();
            let name = names.get(&(member, self.alias, original));
            Value::from(name.unwrap_or_else(|| panic!("{self}: nothing is listed by that name")).as_str())
        };
        let params = &mut step["params"];
        match self.method() {
            "tools/call" => params["name"] = advertised("tools", &params["name"]),
            "prompts/get" => params["name"] = advertised("prompts", &params["name"]),
            "completion/complete" if params["ref"]["type"] == "ref/prompt" => {
                params["ref"]["name"] = advertised("prompts", &params["ref"]["name"]);
            }
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
    let called: BTreeSet<String> = calls.iter().filter_map(Call::tool).map(str::to_owned).collect();
    assert_eq!(&called, listed, "the calls written for {alias} and the tools that it lists differ");
}
