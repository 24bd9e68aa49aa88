//! JSON-RPC 2.0 messages: what a client may send, and the errors it may get back.

use serde_json::{Value, json};

/// One message from the client.
#[derive(Debug, PartialEq)]
pub(super) enum Incoming {
    Request {
        id: Value,
        method: String,
        params: Value,
    },
    Notification {
        method: String,
        params: Value,
    },
    /// An answer. The examples ask nothing, so that it answers nothing.
    Response,
    /// No message; the error is answered under this id, null when there is none to be read.
    Unreadable {
        id: Value,
        error: RpcError,
    },
}

/// An error answer (JSON-RPC 2.0, section 5.1).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RpcError {
    pub(super) code: i64,
    pub(super) message: String,
    pub(super) data: Option<Value>,
}

impl RpcError {
    pub(super) fn parse(message: impl Into<String>) -> Self {
        Self::new(-32700, message)
    }

    pub(super) fn invalid_request(message: impl Into<String>) -> Self {
        Self::new(-32600, message)
    }

    pub(super) fn method_not_found(method: &str) -> Self {
        Self::new(-32601, format!("no method {method:?}"))
    }

    pub(super) fn invalid_params(message: impl Into<String>) -> Self {
        Self::new(-32602, message)
    }

    pub(super) fn internal(message: impl Into<String>) -> Self {
        Self::new(-32603, message)
    }

    /// The code that the revisions up to 2025-11-25 give a resource that doesn't exist.
    pub(super) fn resource_not_found(uri: &str) -> Self {
        Self { data: Some(json!({ "uri": uri })), ..Self::new(-32002, "no such resource") }
    }

    fn new(code: i64, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), data: None }
    }
}

/// Reads one message.
pub(super) fn read(message: Value) -> Incoming {
    let unreadable =
        |id: Value, why: &str| Incoming::Unreadable { id, error: RpcError::invalid_request(why) };
    let Value::Object(mut members) = message else {
        return unreadable(Value::Null, "a message is an object");
    };
    let id = members.shift_remove("id");
    if id.as_ref().is_some_and(|id| !id.is_string() && !id.is_i64() && !id.is_u64()) {
        return unreadable(Value::Null, "an id is a string or an integer");
    }
    let answer_to = id.clone().unwrap_or(Value::Null);
    if members.get("jsonrpc").and_then(Value::as_str) != Some("2.0") {
        return unreadable(answer_to, "\"jsonrpc\" is not \"2.0\"");
    }
    let params = members.shift_remove("params").unwrap_or_else(|| json!({}));
    match (id, members.shift_remove("method")) {
        (_, Some(Value::String(_))) if !params.is_object() => {
            unreadable(answer_to, "\"params\" is not an object")
        }
        (Some(id), Some(Value::String(method))) => Incoming::Request { id, method, params },
        (None, Some(Value::String(method))) => Incoming::Notification { method, params },
        (Some(_), None) if members.contains_key("result") || members.contains_key("error") => {
            Incoming::Response
        }
        _ => unreadable(answer_to, "neither a request, a notification nor a response"),
    }
}

/// The answer to the request `id`.
pub(super) fn response(id: &Value, outcome: Result<Value, RpcError>) -> Value {
    match outcome {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        Err(RpcError { code, message, data: None }) => {
            json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
        }
        Err(RpcError { code, message, data: Some(data) }) => {
            json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message, "data": data } })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_told_apart() {
        let request = read(json!({"jsonrpc": "2.0", "id": "a", "method": "ping"}));
        assert_eq!(
            request,
            Incoming::Request { id: json!("a"), method: "ping".to_owned(), params: json!({}) }
        );
        let notification = read(json!({"jsonrpc": "2.0", "method": "m", "params": {"a": 1}}));
        assert_eq!(notification, Incoming::Notification { method: "m".to_owned(), params: json!({"a": 1}) });
        assert_eq!(read(json!({"jsonrpc": "2.0", "id": 1, "result": {}})), Incoming::Response);
    }

    #[test]
    fn what_is_no_message_is_refused_under_its_id_where_it_has_one() {
        let cases = [
            (json!(1), json!(null)),
            (json!({"id": 7, "method": "ping"}), json!(7)),
            (json!({"jsonrpc": "2.0", "id": 7, "method": 1}), json!(7)),
            (json!({"jsonrpc": "2.0", "id": 7, "method": "ping", "params": [1]}), json!(7)),
            (json!({"jsonrpc": "2.0", "id": null, "method": "ping"}), json!(null)),
            (json!({"jsonrpc": "2.0", "id": 1.5, "method": "ping"}), json!(null)),
            (json!({"jsonrpc": "2.0"}), json!(null)),
        ];
        for (message, answer_to) in cases {
            let Incoming::Unreadable { id, error } = read(message.clone()) else {
                panic!("readable: {message}")
            };
            assert_eq!((id, error.code), (answer_to, -32600), "{message}");
        }
    }
}
