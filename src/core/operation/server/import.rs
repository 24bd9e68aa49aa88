//! Reads a server from the JSON that clients' configuration files hold.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::core::model::{EnvValue, Launch, ServerName};
use crate::core::problem::{Problem, ProblemKind};

/// A server as a client's file describes it.
#[derive(Debug)]
pub struct Imported {
    /// How it is started; without a search path.
    pub launch: Launch,
    /// Members that mean nothing to mcpgw.
    pub ignored: Vec<String>,
}

/// Reads `json`: one server's entry (`{"command", "args", "env", "cwd"}`), or a whole document that holds entries under
/// `mcpServers` or `servers`, of which the one named `name` is taken, or the only one.
pub fn import(name: &ServerName, json: &str) -> Result<Imported, Problem> {
    let value: Value =
        serde_json::from_str(json).map_err(|error| refused(format!("this is not JSON: {error}")))?;
    let Value::Object(document) = value else { return Err(refused("this is not a JSON object")) };
    for wrapper in ["mcpServers", "servers"] {
        if let Some(Value::Object(entries)) = document.get(wrapper) {
            return entry(choose(name, wrapper, entries)?);
        }
    }
    entry(&document)
}

fn choose<'a>(
    name: &ServerName,
    wrapper: &str,
    entries: &'a Map<String, Value>,
) -> Result<&'a Map<String, Value>, Problem> {
    let only = || if entries.len() == 1 { entries.values().next() } else { None };
    match entries.get(name.as_str()).or_else(only) {
        Some(Value::Object(entry)) => Ok(entry),
        Some(_) => Err(refused(format!("the entry under {wrapper} is not an object"))),
        None => {
            let names = entries.keys().cloned().collect::<Vec<_>>().join(", ");
            Err(refused(format!("{wrapper} holds no server named {name}, but: {names}"))
                .hint("add each under the name that it has there"))
        }
    }
}

fn entry(entry: &Map<String, Value>) -> Result<Imported, Problem> {
    let kind = entry.get("type").and_then(Value::as_str).unwrap_or("stdio");
    let remote = ["url", "serverUrl", "httpUrl"].iter().any(|member| entry.contains_key(*member));
    if remote || !["stdio", "local"].contains(&kind) {
        return Err(refused("this is a remote server; this version of mcpgw runs local commands only")
            .hint("run it through a local bridge, such as: mcpgw server add NAME -- npx -y mcp-remote URL"));
    }
    let command = text(entry, "command")?.ok_or_else(|| refused("there is no \"command\""))?;
    let launch = Launch {
        command,
        args: strings(entry, "args")?,
        env: variables(entry)?,
        cwd: text(entry, "cwd")?.map(PathBuf::from),
        path: None,
        references: Vec::new(),
    };
    let known = ["type", "command", "args", "env", "cwd"];
    let ignored = entry.keys().filter(|member| !known.contains(&member.as_str())).cloned().collect();
    Ok(Imported { launch, ignored })
}

fn text(entry: &Map<String, Value>, member: &str) -> Result<Option<String>, Problem> {
    match entry.get(member) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(refused(format!("\"{member}\" is not a string"))),
    }
}

fn strings(entry: &Map<String, Value>, member: &str) -> Result<Vec<String>, Problem> {
    let wrong = || refused(format!("\"{member}\" is not a list of strings"));
    match entry.get(member) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(values)) => {
            values.iter().map(|value| value.as_str().map(ToOwned::to_owned).ok_or_else(wrong)).collect()
        }
        Some(_) => Err(wrong()),
    }
}

/// Numbers and switches stand for their text, as they do for the clients.
fn variables(entry: &Map<String, Value>) -> Result<BTreeMap<String, EnvValue>, Problem> {
    let members = match entry.get("env") {
        None | Some(Value::Null) => return Ok(BTreeMap::new()),
        Some(Value::Object(members)) => members,
        Some(_) => return Err(refused("\"env\" is not an object")),
    };
    let mut variables = BTreeMap::new();
    for (name, value) in members {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(_) | Value::Bool(_) => value.to_string(),
            _ => return Err(refused(format!("the variable {name} is not a string"))),
        };
        variables.insert(name.clone(), EnvValue::new(text));
    }
    Ok(variables)
}

fn refused(message: impl Into<String>) -> Problem {
    Problem::new(ProblemKind::Usage, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Imported, Problem> {
        import(&ServerName::parse("fs").expect("a name"), json)
    }

    #[test]
    fn every_shape_that_clients_use_is_read_alike() {
        let entry =
            r#"{"type":"stdio","command":"npx","args":["-y","x"],"env":{"A":"1","B":2},"cwd":"/srv"}"#;
        let shapes = [
            entry.to_owned(),
            format!(r#"{{"mcpServers":{{"fs":{entry},"other":{{"url":"https://x"}}}}}}"#),
            format!(r#"{{"inputs":[],"servers":{{"whatever":{entry}}}}}"#),
        ];
        for shape in shapes {
            let launch = read(&shape).expect(&shape).launch;
            assert_eq!((launch.command.as_str(), launch.args.join(" ")), ("npx", "-y x".to_owned()));
            let variables: Vec<_> =
                launch.env.iter().map(|(k, v)| format!("{k}={}", v.clear().unwrap_or_default())).collect();
            assert_eq!(variables, ["A=1", "B=2"]);
            assert_eq!(launch.cwd, Some(PathBuf::from("/srv")));
        }
    }

    #[test]
    fn what_can_not_be_run_is_refused_with_the_reason() {
        let cases = [
            (r#"{"url":"https://example.com/mcp"}"#, "remote"),
            (r#"{"type":"sse","command":"x"}"#, "remote"),
            (r#"{"args":[]}"#, "no \"command\""),
            (r#"{"command":["npx"]}"#, "not a string"),
            (r#"{"command":"x","args":"-y"}"#, "list of strings"),
            (r#"{"mcpServers":{"a":{"command":"x"},"b":{"command":"y"}}}"#, "but: a, b"),
            ("[]", "not a JSON object"),
            ("{", "not JSON"),
        ];
        for (json, reason) in cases {
            let problem = read(json).expect_err(json);
            assert!(problem.message.contains(reason), "{json}: {}", problem.message);
        }
    }

    #[test]
    fn members_that_mean_nothing_here_are_named() {
        let imported = read(r#"{"command":"x","disabled":true,"autoApprove":[]}"#).expect("readable");
        assert_eq!(imported.ignored, ["disabled", "autoApprove"]);
    }
}
