//! Reads a server from the JSON that clients' configuration files hold.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::core::model::{Command, HeaderName, HiddenValue, Launch, Protocol, Remote, ServerName};
use crate::core::problem::{Problem, ProblemKind};

/// A server as a client's file describes it.
#[derive(Debug)]
pub struct Imported {
    /// How it is reached; a command without a search path.
    pub launch: Launch,
    /// Whether clients may use it: what was switched off stays so.
    pub enabled: bool,
    /// Members that mean nothing to mcpgw.
    pub ignored: Vec<String>,
}

/// Reads `json`: one server's entry (`{"command", "args", "env", "cwd"}` or `{"type", "url", "headers"}`), or a whole document that holds entries under
/// `mcpServers` or `servers`, of which the one named `name` is taken, or the only one. As in editors' files there may be comments and
/// trailing commas.
pub fn import(name: &ServerName, json: &str) -> Result<Imported, Problem> {
    let json = json.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(json)
        .or_else(|error| commented(json).ok_or(error))
        .map_err(|error| refused(format!("this is not JSON: {error}")))?;
    let Value::Object(document) = value else { return Err(refused("this is not a JSON object")) };
    for wrapper in ["mcpServers", "servers"] {
        if let Some(Value::Object(entries)) = document.get(wrapper) {
            return entry(choose(name, wrapper, entries)?);
        }
    }
    entry(&document)
}

/// What `json` says beside its comments, if they are all that keeps it from being JSON.
fn commented(json: &str) -> Option<Value> {
    let mut plain = json.to_owned();
    json_strip_comments::strip(&mut plain).ok()?;
    serde_json::from_str(&plain).ok()
}

fn choose<'a>(
    name: &ServerName,
    wrapper: &str,
    entries: &'a Map<String, Value>,
) -> Result<&'a Map<String, Value>, Problem> {
    let only = || if entries.len() == 1 { entries.values().next() } else { None };
    let meant = || {
        let mut alike = entries.iter().filter(|(key, _)| plain(key) == name.as_str());
        alike.next().map(|(_, entry)| entry).filter(|_| alike.next().is_none())
    };
    match entries.get(name.as_str()).or_else(meant).or_else(only) {
        Some(Value::Object(entry)) => Ok(entry),
        Some(_) => Err(refused(format!("the entry under {wrapper} is not an object"))),
        None => {
            let names = entries.keys().map(|key| plain(key)).collect::<Vec<_>>().join(", ");
            Err(refused(format!("{wrapper} holds no server named {name}, but: {names}"))
                .hint("add each under the name that it has there"))
        }
    }
}

/// The name under which the entry called `key` is added: clients allow more characters.
fn plain(key: &str) -> String {
    let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let mapped: String = key.chars().map(|c| if known(c) { c } else { '-' }).collect();
    mapped.trim_start_matches(['.', '_', '-']).chars().take(64).collect()
}

fn entry(entry: &Map<String, Value>) -> Result<Imported, Problem> {
    let kind = text(entry, "type")?;
    let url = URLS.into_iter().find(|member| entry.contains_key(*member));
    let (launch, known) = match (kind.as_deref(), url) {
        (None | Some("stdio" | "local"), None) => (command(entry)?, COMMAND.as_slice()),
        (Some("stdio" | "local"), Some(member)) => {
            return Err(refused(format!("it is said to be a command, and has a \"{member}\"")));
        }
        (kind, Some(member)) => (remote(entry, kind, member)?, REMOTE.as_slice()),
        (Some(_), None) => return Err(refused("it is said to be no command, and there is no \"url\"")),
    };
    let is_known = |member: &str| known.contains(&member) || SWITCHES.contains(&member);
    let ignored = entry.keys().filter(|member| !is_known(member)).cloned().collect();
    let enabled = switch(entry, "enabled")?.unwrap_or(true) && !switch(entry, "disabled")?.unwrap_or(false);
    Ok(Imported { launch, enabled, ignored })
}

/// Members that hold the URL of a remote server.
const URLS: [&str; 3] = ["url", "serverUrl", "httpUrl"];
/// Members that say whether clients may use it.
const SWITCHES: [&str; 2] = ["enabled", "disabled"];
/// Members that mean something for a command.
const COMMAND: [&str; 5] = ["type", "command", "args", "env", "cwd"];
/// Members that mean something for a remote server.
const REMOTE: [&str; 5] = ["type", "url", "serverUrl", "httpUrl", "headers"];

fn command(entry: &Map<String, Value>) -> Result<Launch, Problem> {
    let command = text(entry, "command")?.ok_or_else(|| refused("there is no \"command\""))?;
    let (args, env) = (strings(entry, "args")?, variables(entry, "env", "variable")?);
    for (name, value) in &env {
        if value.clear().is_some_and(|value| value.contains("${")) {
            return Err(unfilled(&format!("the variable {name}"), &format!("--env {name} -- COMMAND")));
        }
    }
    if let Some(word) =
        args.iter().chain([&command]).find(|word| EDITORS.iter().any(|own| word.contains(own)))
    {
        return Err(unfilled(&format!("{word:?}"), "-- COMMAND"));
    }
    Ok(Launch::from(Command { command, args, env, cwd: text(entry, "cwd")?.map(PathBuf::from), path: None }))
}

/// What editors put a value in place of; other words in braces may be meant for a shell that the command starts.
const EDITORS: [&str; 5] = ["${input:", "${env:", "${command:", "${workspaceFolder", "${userHome}"];

fn remote(entry: &Map<String, Value>, kind: Option<&str>, member: &str) -> Result<Launch, Problem> {
    let protocol = match kind {
        None | Some("http" | "streamable-http" | "streamableHttp" | "streamable_http" | "remote") => {
            Protocol::Http
        }
        Some("sse") => Protocol::Sse,
        Some(other) => return Err(refused(format!("its type {other:?} is none that mcpgw knows"))),
    };
    if entry.contains_key("command") {
        return Err(refused(format!("there are both a \"command\" and a \"{member}\"")));
    }
    let url = text(entry, member)?.ok_or_else(|| refused(format!("\"{member}\" holds nothing")))?;
    if url.contains("${") {
        return Err(unfilled(&format!("\"{member}\""), "--url URL"));
    }
    let mut headers = BTreeMap::new();
    for (name, value) in variables(entry, "headers", "header")? {
        let name = HeaderName::parse(&name)?.into_string();
        if value.clear().is_some_and(|value| value.contains("${")) {
            return Err(unfilled(&format!("the header {name}"), &format!("--url URL --header {name}")));
        }
        headers.insert(name, value);
    }
    Ok(Launch::from(Remote { protocol, url, headers }))
}

fn switch(entry: &Map<String, Value>, member: &str) -> Result<Option<bool>, Problem> {
    match entry.get(member) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(on)) => Ok(Some(*on)),
        Some(_) => Err(refused(format!("\"{member}\" is neither true nor false"))),
    }
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
fn variables(
    entry: &Map<String, Value>,
    member: &str,
    each: &str,
) -> Result<BTreeMap<String, HiddenValue>, Problem> {
    let members = match entry.get(member) {
        None | Some(Value::Null) => return Ok(BTreeMap::new()),
        Some(Value::Object(members)) => members,
        Some(_) => return Err(refused(format!("\"{member}\" is not an object"))),
    };
    let mut variables = BTreeMap::new();
    for (name, value) in members {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(_) | Value::Bool(_) => value.to_string(),
            _ => return Err(refused(format!("the {each} {name} is not a string"))),
        };
        variables.insert(name.clone(), HiddenValue::new(text));
    }
    Ok(variables)
}

/// What would be sent as it stands, and be refused: the client that wrote it puts a value in its place.
fn unfilled(what: &str, flags: &str) -> Problem {
    refused(format!("{what} holds ${{...}}, which only the client that wrote it fills in"))
        .hint(format!("give the value itself: mcpgw server add NAME {flags}"))
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
            let command = launch.command().expect("a command");
            assert_eq!((command.command.as_str(), command.args.join(" ")), ("npx", "-y x".to_owned()));
            let variables: Vec<_> =
                command.env.iter().map(|(k, v)| format!("{k}={}", v.clear().unwrap_or_default())).collect();
            assert_eq!(variables, ["A=1", "B=2"]);
            assert_eq!(command.cwd, Some(PathBuf::from("/srv")));
        }
    }

    #[test]
    fn remote_servers_are_read_in_every_shape_too() {
        for (json, protocol) in [
            (r#"{"url":"https://x/mcp","headers":{"X-Key":"k","N":1}}"#, Protocol::Http),
            (r#"{"type":"http","url":"https://x/mcp","headers":{"x-key":"k","n":"1"}}"#, Protocol::Http),
            (
                r#"{"type":"streamableHttp","serverUrl":"https://x/mcp","headers":{"X-KEY":"k","n":1}}"#,
                Protocol::Http,
            ),
            (
                r#"{"mcpServers":{"fs":{"httpUrl":"https://x/mcp","headers":{"x-key":"k","n":1}}}}"#,
                Protocol::Http,
            ),
            (r#"{"type":"sse","url":"https://x/mcp","headers":{"x-key":"k","n":1}}"#, Protocol::Sse),
        ] {
            let launch = read(json).expect(json).launch;
            let remote = launch.remote().expect("a URL");
            assert_eq!((remote.url.as_str(), remote.protocol), ("https://x/mcp", protocol), "{json}");
            let headers: Vec<_> = remote
                .headers
                .iter()
                .map(|(k, v)| format!("{k}={}", v.clear().unwrap_or_default()))
                .collect();
            assert_eq!(headers, ["n=1", "x-key=k"], "{json}");
        }
    }

    #[test]
    fn what_can_not_be_run_is_refused_with_the_reason() {
        let cases = [
            (r#"{"type":"sse","command":"x"}"#, "no \"url\""),
            (r#"{"type":"stdio","url":"https://x"}"#, "said to be a command"),
            (r#"{"url":"https://x","command":"x"}"#, "both"),
            (r#"{"type":"ws","url":"https://x"}"#, "\"ws\" is none"),
            (r#"{"url":"https://x","headers":{"a b":"c"}}"#, "name of a header"),
            (r#"{"url":"https://x","headers":{"Host":"c"}}"#, "set by mcpgw"),
            (r#"{"url":"https://x","headers":[]}"#, "not an object"),
            (r#"{"url":"https://x","headers":{"authorization":"Bearer ${input:key}"}}"#, "only the client"),
            (r#"{"url":"https://x/${env:KEY}"}"#, "only the client"),
            (r#"{"command":"x","env":{"K":"${input:key}"}}"#, "the variable K holds"),
            (r#"{"command":"x","args":["${workspaceFolder}/a"]}"#, "only the client"),
            (r#"{"command":"x","disabled":"yes"}"#, "neither true nor false"),
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
        let imported = read(r#"{"command":"x","timeout":1,"autoApprove":[]}"#).expect("readable");
        assert_eq!(imported.ignored, ["timeout", "autoApprove"]);
    }

    #[test]
    fn what_was_switched_off_stays_so() {
        for (switch, enabled) in [
            (r#""disabled":true"#, false),
            (r#""enabled":false"#, false),
            (r#""disabled":false"#, true),
            (r#""enabled":true"#, true),
            (r#""cwd":null"#, true),
        ] {
            let imported = read(&format!(r#"{{"command":"x",{switch}}}"#)).expect("readable");
            assert_eq!((imported.enabled, imported.ignored), (enabled, Vec::new()), "{switch}");
        }
    }

    #[test]
    fn files_of_editors_are_read_with_their_comments_and_marks() {
        let file = "\u{feff}// of an editor\n{\"servers\": {/* two */ \"My FS\": {\"command\": \"a//b\",},\n\"other\": {\"command\": \"y\"},}}";
        let command_of = |name: &str| {
            let name = ServerName::parse(name).expect("a name");
            import(&name, file).map(|imported| imported.launch.command().expect("a command").command.clone())
        };
        assert_eq!(command_of("My-FS").ok().as_deref(), Some("a//b"));
        assert_eq!(command_of("other").ok().as_deref(), Some("y"));
        assert!(command_of("third").is_err_and(|problem| problem.message.ends_with("but: My-FS, other")));
    }
}
