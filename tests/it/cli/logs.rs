//! `mcpgw server logs`

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Sandbox, ScriptedServer};

/// A sandbox with a server that was started once.
fn talker() -> Sandbox {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{}").first("echo 'hello from the server' >&2").install(&sandbox, "talker");
    sandbox.run(&["server", "add", "talker", "--no-check", "--", "./talker"]).success();
    sandbox.run(&["server", "test", "talker"]).success();
    sandbox
}

fn log_file(sandbox: &Sandbox) -> PathBuf {
    let entries = fs::read_dir(sandbox.home().join(".local/state/mcpgw/logs")).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .find(|file| file.extension().is_some_and(|end| end == "log"))
        .unwrap()
}

/// Numbers differ from run to run.
fn without_pids(text: &str) -> String {
    regex::Regex::new(r"<time> \d+|process \d+").unwrap().replace_all(text, "<pid>").into_owned()
}

fn follow(sandbox: &Sandbox, args: &[&str]) -> (Child, BufReader<ChildStdout>) {
    let mut command = sandbox.command([&["server", "logs", "talker", "-f"], args].concat());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    (child, output)
}

fn next_line(output: &mut BufReader<ChildStdout>) -> String {
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    line
}

fn append(file: &std::path::Path, line: &str) {
    let mut file = fs::OpenOptions::new().append(true).create(true).open(file).unwrap();
    writeln!(file, "{line}").unwrap();
}

#[test]
fn the_log_shows_what_a_server_said_and_what_became_of_it() {
    let sandbox = talker();
    insta::assert_snapshot!(without_pids(&sandbox.run(&["server", "logs", "talker"]).success().stdout), @r"
    <pid> mcpgw  started: <pid>
    <pid> stderr hello from the server
    <pid> mcpgw  <pid> is gone: exit status: 0
    ");
    let last = sandbox.run(&["server", "logs", "talker", "-n", "1", "--field", "text"]).success();
    assert!(last.stdout.contains("is gone: exit status: 0"), "{last}");
    let json = sandbox.run(&["server", "logs", "talker", "-n", "2", "--json"]).success();
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json[0]["stream"], "stderr");
    assert_eq!(json[0]["text"], "hello from the server");
}

#[test]
fn a_log_that_is_not_there_is_no_error_and_a_server_that_is_not_there_is() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "add", "talker", "--no-check", "--", "true"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "logs", "talker"]), @r"
    exit 0
    -- stderr
    nothing is logged yet: no session has started talker
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "logs", "walker"]), @r"
    exit 3
    -- stderr
    error: there is no server named walker
      hint: mcpgw server list
    ");
}

#[test]
fn a_log_stays_with_its_server_under_another_name_and_goes_with_it() {
    let sandbox = talker();
    let file = log_file(&sandbox);
    sandbox.run(&["server", "edit", "talker", "--rename", "speaker"]).success();
    assert!(sandbox.run(&["server", "logs", "speaker"]).stdout.contains("hello from the server"));
    sandbox.run(&["server", "remove", "speaker", "--yes"]).success();
    assert!(!file.exists());
}

#[test]
fn a_log_is_followed_across_rotation_and_removal_until_interrupted() {
    let sandbox = talker();
    let file = log_file(&sandbox);
    let (mut child, mut output) = follow(&sandbox, &["-n", "1"]);
    assert!(next_line(&mut output).contains("is gone"));
    append(&file, "2126-11-21T08:00:00.000Z 7 stderr one");
    assert_eq!(next_line(&mut output), "2126-11-21T08:00:00.000Z 7 stderr one\n");
    append(&file, "2126-11-21T08:00:01.000Z 7 stderr two");
    fs::rename(&file, file.with_extension("log.1")).unwrap();
    append(&file, "2126-11-21T08:00:02.000Z 7 stderr three");
    assert!(next_line(&mut output).ends_with("two\n"));
    assert!(next_line(&mut output).ends_with("three\n"));
    fs::remove_file(&file).unwrap();
    append(&file, "2126-11-21T08:00:03.000Z 7 stderr four");
    assert!(next_line(&mut output).ends_with("four\n"));
    let killed = Command::new("kill").args(["-s", "INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(std::io::read_to_string(child.stderr.take().unwrap()).unwrap(), "");
}

#[test]
fn a_follower_ends_quietly_when_nobody_reads_on() {
    let sandbox = talker();
    let (mut child, mut output) = follow(&sandbox, &["--json"]);
    let first: serde_json::Value = serde_json::from_str(&next_line(&mut output)).unwrap();
    assert!(first["text"].as_str().unwrap().starts_with("started"));
    drop(output);
    let deadline = Instant::now() + Duration::from_secs(20);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        assert!(Instant::now() < deadline, "it still runs");
        std::thread::yield_now();
    };
    assert_eq!(status.code(), Some(0));
    assert_eq!(std::io::read_to_string(child.stderr.take().unwrap()).unwrap(), "");
}
