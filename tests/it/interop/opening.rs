//! Compares the answer to `initialize` with each server's own.
//!
//! It is merged: `serverInfo` is mcpgw's; `capabilities` are those of all servers together; `instructions` are those of
//! all servers, each under its name. So what a server offers must be there, and nothing that no server offers. Where a server
//! does not say that its lists change, they may: a list that several servers have part in changes when one comes or goes.

use std::collections::BTreeSet;

use serde_json::Value;

use super::listening::Transport;
use super::recording::Step;
use super::score::Score;

pub(super) fn compare(
    score: &mut Score,
    direct: &[(&'static str, &Step)],
    merged: &Step,
    transport: Transport,
) {
    let merged = answer(merged);
    let mut offered = BTreeSet::new();
    let merged_capabilities = leaves("", &merged["capabilities"]);
    for (alias, opening) in direct {
        let own = answer(opening);
        let text = |answer: &Value| answer["protocolVersion"].to_string();
        score.compare(format!("{alias}: protocolVersion"), &text(&own), &text(&merged));
        for leaf in leaves("", &own["capabilities"]) {
            let found = if merged_capabilities.contains(&leaf) { leaf.as_str() } else { "not offered" };
            score.compare(format!("{alias}: capabilities"), &leaf, found);
            offered.insert(leaf);
        }
        // Those on stdio all say it.
        let lists = ["tools", "prompts", "resources"].into_iter().filter(|_| transport != Transport::Stdio);
        let lists = lists.filter(|list| own["capabilities"][*list].is_object());
        offered.extend(lists.map(|list| format!("/{list}/listChanged=true")));
        if let Some(instructions) = own["instructions"].as_str().map(str::trim) {
            let all = merged["instructions"].as_str().unwrap_or_default();
            let found = if all.contains(instructions) { instructions } else { all };
            score.compare(format!("{alias}: instructions"), instructions, found);
        }
    }
    for leaf in &merged_capabilities {
        let found = if offered.contains(leaf) { leaf.as_str() } else { "offered by no server" };
        score.compare("capabilities", found, leaf);
    }
}

fn answer(opening: &Step) -> Value {
    opening.results("initialize").next().expect("initialize was answered").clone()
}

/// Every path to a value that holds no further one: `/tools/listChanged=true`, `/logging={}`. What is false is not offered.
fn leaves(path: &str, value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(members) if !members.is_empty() => {
            members.iter().flat_map(|(key, member)| leaves(&format!("{path}/{key}"), member)).collect()
        }
        Value::Bool(false) => BTreeSet::new(),
        other => BTreeSet::from([format!("{path}={other}")]),
    }
}
