//! What the client and the servers of a simulated session write.

use serde_json::{Value, json};

/// The capabilities of the client.
pub(super) fn opening(batches: bool) -> Value {
    let revision = if batches { "2025-03-26" } else { "2025-11-25" };
    let capabilities = json!({ "sampling": {}, "elicitation": {}, "roots": {}, "tasks": {} });
    json!({ "protocolVersion": revision, "capabilities": capabilities })
}

pub(super) fn request(id: i64, method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })
}

pub(super) fn notice(method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "method": method, "params": params })
}

/// A request that mcpgw answers itself.
pub(super) fn other_request(what: usize, id: i64) -> Value {
    match what {
        0 => request(id, "initialize", &opening(false)),
        1 => request(id, "tools/list", &json!({})),
        2 => request(id, "resources/list", &json!({})),
        3 => request(id, "prompts/list", &json!({ "cursor": "p1.0" })),
        4 => request(id, "logging/setLevel", &json!({ "level": "info" })),
        5 => request(id, "tools/call", &json!({ "name": "nobody__t" })),
        6 => request(id, "resources/read", &json!({ "uri": "nobody" })),
        7 => request(id, "tasks/get", &json!({ "taskId": 7 })),
        _ => request(id, "ping", &json!({})),
    }
}

/// A line that says something twice; the request under `id` is refused, unless it is the server's.
pub(super) fn repeated(what: usize, server: usize, id: i64) -> String {
    let name = format!("s{server}__t");
    let rest = match what {
        0 => r#""method":"ping","method":"tools/list""#.to_owned(),
        1 => format!(r#""method":"tools/call","params":{{"name":"nobody__t","name":"{name}"}}"#),
        2 => format!(r#""method":"tools/call","params":{{"name":"nobody__t","\u006eame":"{name}"}}"#),
        3 => format!(r#""method":"resources/read","params":{{"uri":"nobody","uri":"r:{server}"}}"#),
        _ => format!(r#""method":"tools/call","params":{{"name":"{name}"}},"params":{{"name":"{name}"}}"#),
    };
    format!(r#"{{"jsonrpc":"2.0","id":{id},{rest}}}"#)
}

/// A server's request. Those of servers collide, in their ids and in those of their elicitations.
pub(super) fn ask(what: usize, id: i64) -> Value {
    let meta = json!({ "progressToken": format!("p{id}") });
    match what {
        0 => request(id, "ping", &json!({})),
        1 => request(id, "sampling/createMessage", &json!({ "own": id, "_meta": meta })),
        2 => request(id, "elicitation/create", &json!({ "own": id, "message": "?", "_meta": meta })),
        3 => {
            let elicitation = format!("e{}", id % 2);
            let params = json!({ "own": id, "mode": "url", "message": "?", "elicitationId": elicitation });
            request(id, "elicitation/create", &params)
        }
        4 => request(id, "roots/list", &json!({ "own": id })),
        5 => request(id, "sampling/createMessage", &json!({ "own": id, "task": {} })),
        _ => request(id, "vendor/ask", &json!({ "own": id })),
    }
}
