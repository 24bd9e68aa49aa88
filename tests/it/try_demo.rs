//! `mcpgw try`: what it shows, and that nothing of it is left.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Run, Sandbox, ScriptedServer};

const BINARY: &str = env!("CARGO_BIN_EXE_mcpgw");

/// A home with a file to look at, and the only place for temporary files.
struct Place {
    sandbox: Sandbox,
    temporary: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { sandbox: Sandbox::new(), temporary: tempfile::tempdir().unwrap() };
        place.sandbox.write("notes.txt", "Buy milk.\n");
        place
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = self.sandbox.command([&["try"], args].concat());
        command.env("TMPDIR", self.temporary.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a try to its end, and sees that nothing is left of it.
    #[track_caller]
    fn tried(&self, args: &[&str]) -> Run {
        let home = names(&self.sandbox.home());
        let run = self.sandbox.finish(&mut self.command(args));
        assert_eq!(names(&self.sandbox.home()), home, "in the home directory");
        self.assert_nothing_left();
        run
    }

    #[track_caller]
    fn assert_nothing_left(&self) {
        let files = names(self.temporary.path());
        assert!(files.is_empty(), "left in the temporary directory: {files:?}");
        eventually(|| self.processes().is_empty(), || format!("still running: {:?}", self.processes()));
    }

    /// The command lines of the processes that this try started: they inherit its `TMPDIR`.
    fn processes(&self) -> Vec<String> {
        let mark = format!("TMPDIR={}\0", self.temporary.path().display());
        let ids =
            names(Path::new("/proc")).into_iter().filter(|name| name.bytes().all(|b| b.is_ascii_digit()));
        let read = |id: &str, file: &str| {
            let bytes = std::fs::read(format!("/proc/{id}/{file}")).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        let ours = ids.filter(|id| read(id, "environ").contains(&mark));
        ours.map(|id| read(&id, "cmdline").replace('\0', " ")).collect()
    }
}

fn names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
}

#[track_caller]
fn eventually(mut condition: impl FnMut() -> bool, otherwise: impl Fn() -> String) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !condition() {
        assert!(Instant::now() < deadline, "{}", otherwise());
        thread::yield_now();
    }
}

#[test]
fn the_examples_are_shown_as_one_server() {
    let place = Place::new();
    let run = place.tried(&[]).success();
    assert_eq!(run.stderr, "");
    let binary = BINARY.replace(env!("CARGO_MANIFEST_DIR"), "<source>");
    insta::with_settings!({ filters => [
        (regex::escape(&binary).as_str(), "/path/to/mcpgw"),
        (r"\{.zone.*", "<now>"),
        (r"(\S) {2,}", "$1  "),
    ]}, {
        insta::assert_snapshot!(run, @r#"
        exit 0
        -- stdout
        Servers behind one `mcpgw stdio`
        Server  Protocol  Command
        files  2025-11-25  /path/to/mcpgw __example files
        time  2025-11-25  /path/to/mcpgw __example time

        What a client sees, in one list
        Kind  Name  What it is
        tool  files__list_files  Lists files and directories below the current directory.
        tool  files__read_file  Reads a text file below the current directory.
        tool  files__search  Finds the lines of text files that hold a text.
        tool  time__now  Tells what time it is in a time zone.
        tool  time__convert  Tells what a time in one zone is in another.
        tool  time__list_zones  Lists the time zones whose names start with a prefix.
        tool  time__count_down  Counts down, with progress and a log message at each step.
        prompt  time__plan_meeting  Asks for times that suit two time zones.
        resource  file://~/notes.txt  notes.txt
        template  file:///{+path}  By its absolute path

        One call of each
        Tool  Arguments  Answer
        files__list_files  {}  {"entries":[{"path":"notes.txt","kind":"file","size":10}],"trun…
        time__now  {}  <now>

        Time of a call, median
        Tool  Directly  Through mcpgw
        files__list_files  <took>  <took>
        time__now  <took>  <took>

        For your client's settings
        Nothing of this try is kept; `mcpgw server add NAME -- COMMAND [ARGS]` adds a server to keep.
        {
          "mcpServers": {
            "mcpgw": {
              "command": "/path/to/mcpgw",
              "args": [
                "stdio"
              ]
            }
          }
        }
        "#);
    });
}

#[test]
fn a_script_gets_the_same_as_json() {
    let place = Place::new();
    let report: Value = serde_json::from_str(&place.tried(&["--json"]).success().stdout).unwrap();
    let names = |list: &str, key: &str| -> Vec<String> {
        let items = report["catalogue"][list].as_array().unwrap();
        items.iter().map(|item| item[key].as_str().unwrap().to_owned()).collect()
    };
    let tools = ["files__list_files", "files__read_file", "files__search"];
    assert_eq!(names("tools", "name")[..3], tools);
    assert_eq!(names("prompts", "name"), ["time__plan_meeting"]);
    assert_eq!(names("resources", "uri"), ["file://~/notes.txt"]);
    assert_eq!(names("resource_templates", "uriTemplate"), ["file:///{+path}"]);
    for server in report["servers"].as_array().unwrap() {
        let call = &server["call"];
        assert_eq!(call["result"]["isError"], false, "{call}");
        assert!(call["direct_us"].as_f64().unwrap() > 0.0, "{call}");
        assert!(call["through_mcpgw_us"].as_f64().unwrap() > 0.0, "{call}");
    }
    let listed = &report["servers"][0]["call"]["result"]["structuredContent"]["entries"][0]["path"];
    assert_eq!(listed, "notes.txt");
}

#[test]
fn the_settings_to_paste_start_this_very_program() {
    let place = Place::new();
    let output = place.command(&["--json", "--field", "client_settings"]).output().unwrap();
    let settings: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(settings, json!({ "mcpServers": { "mcpgw": { "command": BINARY, "args": ["stdio"] } } }));
}

#[test]
fn a_given_server_is_tried_with_a_chosen_call() {
    let place = Place::new();
    let arguments = r#"{"time":"2026-07-01T12:00","from":"UTC","to":"Asia/Tokyo"}"#;
    let args = ["--json", "--call", "convert", "--arguments", arguments, "--", BINARY, "__example", "time"];
    let report: Value = serde_json::from_str(&place.tried(&args).success().stdout).unwrap();
    let call = &report["servers"][0]["call"];
    assert_eq!(call["tool"], "mcpgw__convert");
    assert_eq!(call["result"]["structuredContent"]["to"]["time"], "2026-07-01T21:00:00+09:00");
}

#[test]
fn a_server_whose_tools_may_do_anything_has_none_called() {
    let place = Place::new();
    let tools = r#"{"tools":[{"name":"wipe","inputSchema":{"type":"object"}}]}"#;
    let server = ScriptedServer::new(r#"{"tools":{}}"#).answers("tools/list", tools);
    let server = server.install(&place.sandbox, "careless");
    let report = place.tried(&["--", server.to_str().unwrap()]).success().stdout;
    assert!(report.contains("careless__wipe"), "{report}");
    assert!(report.contains("No tool of careless was called"), "{report}");
}

#[test]
fn a_command_that_is_not_there_is_told() {
    insta::assert_snapshot!(Place::new().tried(&["--", "no-such-program"]), @r"
    exit 7
    -- stderr
    error: the server no-such-program failed: command: no-such-program: no such program on PATH
      hint: install no-such-program, or give its full path
    ");
}

#[test]
fn a_server_that_crashes_at_its_start_is_told_with_its_last_words() {
    let run = Place::new().tried(&["--json", "--", "sh", "-c", "echo no licence found >&2; exit 3"]);
    assert_eq!(run.code, "7", "{run}");
    let error: Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(error["error"]["code"], "unavailable");
    let message = error["error"]["message"].as_str().unwrap();
    assert!(message.contains("no licence found"), "{message}");
}

#[test]
fn an_interrupted_try_leaves_nothing_of_a_stubborn_server() {
    let stubborn = "trap '' TERM HUP; sleep 1000 & while :; do sleep 1000; done";
    interrupted(&["--", "sh", "-c", stubborn], "INT", |line| line.starts_with("sleep"));
}

#[test]
fn an_interrupted_try_leaves_nothing_of_what_runs_behind_mcpgw() {
    let slow = ["--call", "count_down", "--arguments", r#"{"from":1,"step_ms":500}"#];
    let args = [&slow[..], &["--", BINARY, "__example", "time"]].concat();
    interrupted(&args, "TERM", |line| line.trim_end().ends_with("stdio"));
}

/// Sends `signal` to a try as soon as a process whose command line `is_due` runs, and sees that nothing is left.
#[track_caller]
fn interrupted(args: &[&str], signal: &str, is_due: impl Fn(&str) -> bool) {
    let place = Place::new();
    let running = place.command(args).spawn().unwrap();
    let due = || place.processes().iter().any(|line| is_due(line));
    eventually(due, || format!("it does not start; there is {:?}", place.processes()));
    let id = running.id().to_string();
    assert!(Command::new("kill").args([&format!("-{signal}"), &id]).status().unwrap().success());
    let output = running.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), &*said), (Some(10), "error: interrupted; nothing is left\n"));
    place.assert_nothing_left();
}
