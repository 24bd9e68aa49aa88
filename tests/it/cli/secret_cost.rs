//! What sealed values cost a client that waits for its first answer.

use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::vault::private;
use crate::support::{Client, Sandbox, ScriptedServer};

/// How many starts of each kind, and how many more a busy machine may need until one of each was undisturbed.
const STARTS: usize = 12;
const MOST: usize = 100;
/// What a start may take longer with sealed values.
const LIMIT: Duration = Duration::from_millis(5);

/// A sandbox that a session has used already, with one server.
fn sandbox(variables: &[&str]) -> Sandbox {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{\"tools\":{}}")
        .answers("tools/list", "{\"tools\":[{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\"}}]}")
        .answers("tools/call", "{\"content\":[]}")
        .install(&sandbox, "server");
    private(&sandbox, "typed.env", "A_TOKEN=a\nB_TOKEN=b\nC_TOKEN=c\n");
    sandbox.run_with_input(&["secret", "set", "gh", "--stdin"], "x").success();
    let add = ["server", "add", "s"];
    sandbox.run(&[&add[..], variables, &["--", "./server"]].concat()).success();
    let mut client = Client::open(sandbox.command(["stdio"]).stderr(Stdio::null()));
    client.wait_for_tool("s__t");
    client.end();
    sandbox
}

/// The times from the start of a session to its answer to `initialize`, and to its first call.
fn start(sandbox: &Sandbox) -> [Duration; 2] {
    let began = Instant::now();
    let mut client = Client::open(sandbox.command(["stdio"]).stderr(Stdio::null()));
    let opened = began.elapsed();
    let answer = client.ask("tools/call", r#"{"name":"s__t"}"#);
    assert!(answer.contains("content"), "{answer}");
    let called = began.elapsed();
    client.end();
    [opened, called]
}

/// The shortest times: whatever else the machine does only adds to them.
fn shorter(a: [Duration; 2], b: [Duration; 2]) -> [Duration; 2] {
    [a[0].min(b[0]), a[1].min(b[1])]
}

#[test]
fn a_start_with_sealed_values_and_a_key_file_takes_hardly_longer() {
    let sealed = ["--env-file", "typed.env", "--env", "D=secret://gh"];
    let (plain, sealed) = (sandbox(&[]), sandbox(&sealed));
    let mut best = [[Duration::MAX; 2]; 2];
    let more = |best: &[[Duration; 2]; 2], of: usize| best[1][of].saturating_sub(best[0][of]);
    let holds = |best: &[[Duration; 2]; 2]| more(best, 0) <= LIMIT && more(best, 1) <= LIMIT;
    for round in 0..MOST {
        if round >= STARTS && holds(&best) {
            break;
        }
        best[0] = shorter(best[0], start(&plain));
        best[1] = shorter(best[1], start(&sealed));
    }
    let said = format!(
        "to initialize: {:?} plain, {:?} more with sealed values; to the first call: {:?} plain, {:?} more\n",
        best[0][0],
        more(&best, 0),
        best[0][1],
        more(&best, 1)
    );
    std::io::stderr().write_all(said.as_bytes()).unwrap();
    assert!(holds(&best), "{said}");
}
