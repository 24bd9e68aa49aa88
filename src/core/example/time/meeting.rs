//! The prompt `plan_meeting`, whose arguments are completed with the names of zones.

use serde_json::{Value, json};

use super::zone;
use crate::core::example::message::RpcError;
use crate::core::example::revision::Revision;

const NAME: &str = "plan_meeting";
const ARGUMENTS: [&str; 2] = ["here", "there"];

/// The result of `prompts/list`.
pub(super) fn list(revision: Revision) -> Value {
    let mut prompt = json!({
        "name": NAME,
        "title": "Plan a meeting",
        "description": "Asks for times that suit two time zones.",
        "arguments": [
            { "name": ARGUMENTS[0], "description": "Your time zone", "required": true },
            { "name": ARGUMENTS[1], "description": "The other time zone", "required": true },
        ],
    });
    revision.trim(&mut prompt);
    json!({ "prompts": [prompt] })
}

/// The result of `prompts/get`.
pub(super) fn get(params: &Value) -> Result<Value, RpcError> {
    let name = params["name"].as_str().unwrap_or_default();
    if name != NAME {
        return Err(RpcError::invalid_params(format!("no prompt {name:?}")));
    }
    let [here, there] = ARGUMENTS.map(|argument| {
        let zone = params["arguments"][argument].as_str();
        let zone =
            zone.ok_or_else(|| RpcError::invalid_params(format!("the argument {argument:?} is missing")))?;
        zone::find(zone).map_err(|error| RpcError::invalid_params(error.0)).map(|_| zone)
    });
    let text = format!(
        "Suggest three times this week for a meeting of one hour between {} and {}, inside working hours in both. \
         Use the tool `convert`, and give each time in both zones.",
        here?, there?
    );
    let message = json!({ "role": "user", "content": { "type": "text", "text": text } });
    Ok(json!({ "description": "Plan a meeting", "messages": [message] }))
}

/// The result of `completion/complete`.
pub(super) fn complete(params: &Value) -> Result<Value, RpcError> {
    let reference = &params["ref"];
    let argument = params["argument"]["name"].as_str().unwrap_or_default();
    if reference["type"] != "ref/prompt" || reference["name"] != NAME || !ARGUMENTS.contains(&argument) {
        return Err(RpcError::invalid_params("nothing here is completed under that reference and argument"));
    }
    Ok(zone::complete(params["argument"]["value"].as_str().unwrap_or_default()))
}
