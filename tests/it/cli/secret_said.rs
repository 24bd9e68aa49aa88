//! Servers that say their secrets: what they say is shown and kept without them.

use std::path::PathBuf;

use super::vault::{holding, private};
use crate::support::{Client, Sandbox, ScriptedServer};

const VARIABLE: &str = "canary-variable-5e1b";
const SECRET: &str = "canary-secret-77aa";

fn kept(sandbox: &Sandbox) -> Vec<PathBuf> {
    [VARIABLE, SECRET].into_iter().flat_map(|canary| holding(&sandbox.home(), canary)).collect()
}

/// A sandbox whose servers say what they were given: on stderr in two pieces, on stdout, and as a protocol error.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let dies = "printf 'error: bad credentials: %s' \"${TOKEN:0:9}\" >&2; printf '%s and %s\\n' \"${TOKEN:9}\" \"$OTHER\" >&2; \
                echo \"hello $TOKEN\"; exit 1";
    ScriptedServer::new("{}").first(dies).install(&sandbox, "dies");
    let refuses = "read -r line; [[ $line =~ \\\"id\\\":([0-9]+|\\\"[^\\\"]*\\\") ]]; \
                   printf '{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-1,\"message\":\"no %s\"}}\\n' \"${BASH_REMATCH[1]}\" \"$TOKEN\"; \
                   read -r line; exit 1";
    ScriptedServer::new("{}").first(refuses).install(&sandbox, "refuses");
    let id = "read -r line; [[ $line =~ \\\"id\\\":([0-9]+|\\\"[^\\\"]*\\\") ]]";
    let odd = format!(
        "{id}; printf '{{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{{\"protocolVersion\":\"%s\",\"capabilities\":{{}},\
         \"serverInfo\":{{\"name\":\"s\",\"version\":\"1\"}}}}}}\\n' \"${{BASH_REMATCH[1]}}\" \"$TOKEN\"; cat > /dev/null; exit 1"
    );
    ScriptedServer::new("{}").first(&odd).install(&sandbox, "odd");
    let lists = format!(
        "{id}; printf '{{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{{\"tools\":{{}}}},\
         \"serverInfo\":{{\"name\":\"s\",\"version\":\"1\"}}}}}}\\n' \"${{BASH_REMATCH[1]}}\"; read -r line; \
         {id}; printf '{{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{{\"code\":-1,\"message\":\"no list for %s\"}}}}\\n' \"${{BASH_REMATCH[1]}}\" \"$TOKEN\"; \
         cat > /dev/null; exit 1"
    );
    ScriptedServer::new("{}").first(&lists).install(&sandbox, "lists");
    let file = private(&sandbox, "typed", &format!("OTHER={VARIABLE}\n"));
    sandbox.run_with_input(&["secret", "set", "gh", "--stdin"], SECRET).success();
    for name in ["dies", "refuses", "odd", "lists"] {
        let command = format!("./{name}");
        let args = ["server", "add", name, "--no-check", "--env-file", "typed", "--env", "TOKEN=secret://gh"];
        sandbox.run(&[&args[..], &["--", &command]].concat()).success();
    }
    std::fs::remove_file(file).unwrap();
    sandbox
}

#[test]
fn a_command_shows_what_a_server_says_without_its_secrets() {
    let sandbox = sandbox();
    let run = sandbox.run(&["server", "test", "dies"]);
    assert!(run.stderr.contains("bad credentials: [the secret gh] and [the value of OTHER]"), "{run}");
    let refused = sandbox.run(&["server", "test", "refuses"]);
    assert!(refused.stderr.contains("no [the secret gh]"), "{refused}");
    let odd = sandbox.run(&["server", "test", "odd"]);
    assert!(odd.stderr.contains("it speaks MCP [the secret gh]"), "{odd}");
    for run in [
        run,
        refused,
        odd,
        sandbox.run(&["server", "logs", "dies"]),
        sandbox.run(&["server", "show", "refuses"]),
    ] {
        assert!(!run.to_string().contains("canary"), "{run}");
    }
    assert_eq!(kept(&sandbox), Vec::<PathBuf>::new());
}

#[test]
fn a_session_keeps_and_logs_what_a_server_says_without_its_secrets() {
    let sandbox = sandbox();
    let mut command = sandbox.command(["stdio", "-vv"]);
    let mut client = Client::open(command.stderr(std::fs::File::create(sandbox.home().join("log")).unwrap()));
    client.ask("tools/list", "{}");
    let id = client.id().to_string();
    let session = || sandbox.run(&["session", "show", &id, "--json"]).success();
    let mut shown = session().stdout;
    while !["bad credentials", "speaks protocol", "no list for"].into_iter().all(|said| shown.contains(said))
    {
        shown = session().stdout;
    }
    assert!(!shown.contains("canary"), "{shown}");
    for name in ["dies", "refuses", "odd"] {
        let answer = client.ask("tools/call", &format!("{{\"name\":\"{name}__t\"}}"));
        assert!(answer.contains(&format!("server \\\"{name}\\\"")) && !answer.contains("canary"), "{answer}");
    }
    client.end();
    let log = std::fs::read_to_string(sandbox.home().join("log")).unwrap();
    assert!(log.contains("bad credentials: [the secret gh]"), "{log}");
    assert_eq!(kept(&sandbox), Vec::<PathBuf>::new());
}
