//! What servers say of their own accord.

use serde_json::{Value, json};

use super::acts::Act;
use super::frames::notice;
use super::server::Server;

/// What a running server says when it acts.
pub(super) fn said(server: &mut Server, me: usize, act: &Act) -> Option<String> {
    let notice = |method: &str, params: Value| Some(notice(method, &params).to_string());
    match *act {
        Act::Answer(_, number, manner) => server.answer(me, number, manner),
        Act::Stray(_, id) if !server.open.iter().any(|open| open.id == id) => {
            Some(json!({ "jsonrpc": "2.0", "id": id, "result": { "from": me } }).to_string())
        }
        Act::Progress(_, token) => {
            notice("notifications/progress", json!({ "progressToken": token, "progress": 1 }))
        }
        Act::Changed(_, kind) => {
            let kind = ["tools", "prompts", "resources"][kind];
            notice(&format!("notifications/{kind}/list_changed"), json!({}))
        }
        Act::Updated(_) => notice("notifications/resources/updated", json!({ "uri": format!("r:{me}") })),
        Act::Status(_) if server.opened => notice("notifications/tasks/status", json!({ "taskId": "t1" })),
        Act::AskBack(_, what) => Some(server.ask(what).to_string()),
        Act::TakeBack(_, number) if !server.asked.is_empty() => {
            let id = server.asked.remove(number % server.asked.len());
            notice("notifications/cancelled", json!({ "requestId": id }))
        }
        _ => None,
    }
}
