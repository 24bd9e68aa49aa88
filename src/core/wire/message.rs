//! Frames that mcpgw writes itself (JSON-RPC 2.0, sections 4 and 5), without their `\n`.

use super::text::quote;

/// An error object (JSON-RPC 2.0, section 5.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RpcError {
    /// One of the constants below.
    pub code: i32,
    /// One sentence for a person.
    pub message: String,
    /// `data`: what a program may want to know, as a JSON text.
    pub data: Option<String>,
}

impl RpcError {
    /// The line was no JSON.
    pub const PARSE: i32 = -32700;
    /// JSON, but no request.
    pub const INVALID_REQUEST: i32 = -32600;
    /// Nothing here serves that method.
    pub const METHOD_NOT_FOUND: i32 = -32601;
    /// An unknown tool or prompt, a bad cursor, a missing member.
    pub const INVALID_PARAMS: i32 = -32602;
    /// mcpgw itself could not do it; `data.server` names the server where there is one.
    pub const INTERNAL: i32 = -32603;
    /// No such resource (MCP up to 2025-11-25); `data.uri` names it.
    pub const RESOURCE_NOT_FOUND: i32 = -32002;
    /// The client is to have its person open a URL first (MCP 2025-11-25, `client/elicitation`); `data.elicitations` says which.
    pub const URL_ELICITATION_REQUIRED: i32 = -32042;

    /// An error without `data`.
    pub fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), data: None }
    }

    /// The same with `data` as an object of one text member.
    #[must_use]
    pub fn with(mut self, member: &str, value: &str) -> Self {
        self.data = Some(serde_json::json!({ member: value }).to_string());
        self
    }
}

/// `{"jsonrpc":"2.0","id":…,"error":…}`; `id` is a raw token, absent for a request whose id could not be read.
pub fn error_frame(id: Option<&[u8]>, error: &RpcError) -> Vec<u8> {
    let mut out = response_head(id.unwrap_or(b"null"));
    out.extend_from_slice(format!(",\"error\":{{\"code\":{},\"message\":", error.code).as_bytes());
    out.extend_from_slice(&quote(&error.message));
    if let Some(data) = &error.data {
        out.extend_from_slice(b",\"data\":");
        out.extend_from_slice(data.as_bytes());
    }
    out.extend_from_slice(b"}}");
    out
}

/// `{"jsonrpc":"2.0","id":…,"result":…}` from raw tokens.
pub fn result_frame(id: &[u8], result: &[u8]) -> Vec<u8> {
    let mut out = response_head(id);
    out.extend_from_slice(b",\"result\":");
    out.extend_from_slice(result);
    out.push(b'}');
    out
}

/// A request with a raw `id` token; `params` is raw JSON, left out when absent.
pub fn request_frame(id: &[u8], method: &str, params: Option<&[u8]>) -> Vec<u8> {
    let mut out = response_head(id);
    push_call(&mut out, method, params);
    out
}

/// A notification; `params` is raw JSON, left out when absent.
pub fn notification_frame(method: &str, params: Option<&[u8]>) -> Vec<u8> {
    let mut out = b"{\"jsonrpc\":\"2.0\"".to_vec();
    push_call(&mut out, method, params);
    out
}

fn response_head(id: &[u8]) -> Vec<u8> {
    let mut out = b"{\"jsonrpc\":\"2.0\",\"id\":".to_vec();
    out.extend_from_slice(id);
    out
}

fn push_call(out: &mut Vec<u8>, method: &str, params: Option<&[u8]>) {
    out.extend_from_slice(b",\"method\":");
    out.extend_from_slice(&quote(method));
    if let Some(params) = params {
        out.extend_from_slice(b",\"params\":");
        out.extend_from_slice(params);
    }
    out.push(b'}');
}
