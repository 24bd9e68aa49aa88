//! Tools: how they are declared, how their arguments are read and their results told.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::message::RpcError;
use super::revision::Revision;

/// What a tool says of itself; all tools here only read, and reach nothing outside this machine.
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) description: &'static str,
    /// The properties of its arguments, as JSON Schema.
    pub(super) input: Value,
    /// Which of them a call must have.
    pub(super) required: &'static [&'static str],
    /// The properties of its structured result; all are always there.
    pub(super) output: Value,
    /// Whether the same call again gives the same result.
    pub(super) idempotent: bool,
}

/// A tool's failure, in words that help the model that called it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ToolError(pub(super) String);

/// The result of `tools/list`.
pub(super) fn list(tools: &[Tool], revision: Revision) -> Value {
    let tools: Vec<_> = tools.iter().map(|tool| declare(tool, revision)).collect();
    json!({ "tools": tools })
}

fn declare(tool: &Tool, revision: Revision) -> Value {
    let always: Vec<_> = tool.output.as_object().map(|members| members.keys().collect()).unwrap_or_default();
    let mut declared = json!({
        "name": tool.name,
        "title": tool.title,
        "description": tool.description,
        "inputSchema": {
            "type": "object",
            "properties": tool.input,
            "required": tool.required,
            "additionalProperties": false,
        },
        "outputSchema": { "type": "object", "properties": tool.output, "required": always },
        "annotations": {
            "title": tool.title,
            "readOnlyHint": true,
            "destructiveHint": false,
            "idempotentHint": tool.idempotent,
            "openWorldHint": false,
        },
    });
    revision.trim(&mut declared);
    declared
}

/// `params.name` of `tools/call`.
pub(super) fn name(params: &Value) -> Result<&str, RpcError> {
    params["name"].as_str().ok_or_else(|| RpcError::invalid_params("\"name\" is missing or no string"))
}

/// `params.arguments` of `tools/call`. Wrong ones are the tool's failure, not the protocol's: a model can learn from it.
pub(super) fn arguments<T: DeserializeOwned>(params: &Value) -> Result<T, ToolError> {
    let arguments = params.get("arguments").cloned().unwrap_or_else(|| json!({}));
    serde_json::from_value(arguments).map_err(|error| ToolError(format!("the arguments don't fit: {error}")))
}

/// The result of `tools/call`: the structured result, and the same as text for clients that know only that.
pub(super) fn result(
    outcome: Result<impl Serialize, ToolError>,
    revision: Revision,
) -> Result<Value, RpcError> {
    let structured = match outcome {
        Ok(result) => serde_json::to_value(result).map_err(|error| RpcError::internal(error.to_string()))?,
        Err(ToolError(text)) => {
            return Ok(json!({ "content": [{ "type": "text", "text": text }], "isError": true }));
        }
    };
    let mut result = json!({
        "content": [{ "type": "text", "text": structured.to_string() }],
        "structuredContent": structured,
        "isError": false,
    });
    revision.trim(&mut result);
    Ok(result)
}
