//! `mcpgw status` and `mcpgw session` while sessions run.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use serde_json::{Value, json};

use super::compare::eventually;
use super::world::World;

const ANSWER: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";

#[track_caller]
fn json(world: &World, args: &[&str]) -> Value {
    let output = world.other_command(&[args, &["--json"]].concat()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Starts `status --watch` with these flags.
fn watch(world: &World, flags: &[&str]) -> (Child, BufReader<ChildStdout>) {
    let mut command = world.other_command(&[&["status", "--watch", "--interval", "20ms"], flags].concat());
    let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let output = BufReader::new(process.stdout.take().unwrap());
    (process, output)
}

fn interrupt(process: &Child) {
    let pid = Pid::from_raw(process.id().cast_signed()).unwrap();
    kill_process(pid, Signal::INT).unwrap();
}

/// Its end, which must be a good one without a word.
#[track_caller]
fn ends_well(mut process: Child) {
    eventually(|| process.try_wait().unwrap().is_some(), || "it still runs".to_owned());
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn each_session_tells_how_its_servers_are() {
    let world = World::new();
    let mirror = world.mirror("a");
    world.mirror("broken").file("crash", "no licence found");
    mirror.says("r", ANSWER);
    let mut client = world.open();
    let other = world.open();
    client.say("1", "a", "r");
    client.answer("1");
    let pids = |status: &Value| -> Vec<_> {
        status["sessions"].as_array().unwrap().iter().map(|session| session["pid"].as_u64()).collect()
    };
    let expected = [client.id(), other.id()].map(|pid| Some(u64::from(pid)));
    eventually(
        || {
            let mut pids = pids(&json(&world, &["status"]));
            pids.sort_unstable();
            pids.len() == 2 && expected.iter().all(|pid| pids.contains(pid))
        },
        || json(&world, &["status"]).to_string(),
    );
    let session = json(&world, &["session", "show", &client.id().to_string()]);
    assert_eq!(session["client"], json!({ "name": "raw", "version": "1" }));
    assert_eq!(session["protocol_version"], "2025-11-25");
    let server = &session["servers"][0];
    assert_eq!(
        (&server["name"], &server["state"], &server["restarts"]),
        (&json!("a"), &json!("ready"), &json!(0))
    );
    assert!(
        mirror.processes().contains(&u32::try_from(server["pid"].as_u64().unwrap()).unwrap()),
        "{server}"
    );
    assert_eq!(server["latency"]["answers"], 1);
    // Down is what fails three times in a row.
    let broken = || json(&world, &["session", "show", &client.id().to_string()])["servers"][1].clone();
    eventually(|| broken()["state"] == "down", || broken().to_string());
    let broken = broken();
    assert!(broken["last_error"].as_str().unwrap().contains("no licence found"), "{broken}");
    let states = || {
        let servers = json(&world, &["status"])["servers"].clone();
        [servers[0]["state"].clone(), servers[1]["state"].clone()]
    };
    eventually(|| states() == ["ready", "down"], || format!("{:?}", states()));
}

#[test]
fn a_restart_is_counted_whoever_wanted_it() {
    let (world, [mirror], mut client) = World::with_mirrors(["a"]);
    mirror.says("r", ANSWER);
    let server = || json(&world, &["session", "show", &client.id().to_string()])["servers"][0].clone();
    eventually(|| !json(&world, &["session", "list"])[0].is_null(), || "no session".to_owned());
    json(&world, &["server", "restart", "a"]);
    eventually(|| server()["state"] == "ready" && server()["restarts"] == 1, || server().to_string());
    let pid = server()["pid"].clone();
    client.call("1", "a__die", "{}");
    client.answer("1");
    client.say("2", "a", "r");
    client.answer("2");
    let session = json(&world, &["session", "show", &client.id().to_string()]);
    let server = &session["servers"][0];
    assert!(server["restarts"] == 2 && server["pid"] != pid, "{server}");
    assert!(server["last_error"].as_str().unwrap().contains("exit status: 3"), "{server}");
}

#[test]
fn a_session_that_hangs_is_shown_and_holds_nobody_up_for_long() {
    let world = World::new();
    world.mirror("a");
    let (hung, good) = (world.open(), world.open());
    eventually(|| json(&world, &["session", "list"])[1]["answers"] == true, || "no sessions".to_owned());
    let signal = |signal| kill_process(Pid::from_raw(hung.id().cast_signed()).unwrap(), signal).unwrap();
    signal(Signal::STOP);
    let text = world.other_command(&["status"]).output().unwrap().stdout;
    let text = String::from_utf8(text).unwrap();
    let title = |id: u32, client: &str| format!("Session {id}: {client}, since ");
    assert!(text.contains(&title(hung.id(), "does not answer")), "{text}");
    assert!(text.contains(&title(good.id(), "raw 1")), "{text}");
    let restart = world.other_command(&["server", "restart", "a"]).output().unwrap();
    let said = String::from_utf8_lossy(&restart.stderr).into_owned();
    assert!(restart.status.code() == Some(1) && said.contains(&hung.id().to_string()), "{said}");
    // The change itself stands.
    let disable = world.other_command(&["server", "disable", "a"]).output().unwrap();
    let said = String::from_utf8_lossy(&disable.stderr).into_owned();
    assert!(disable.status.success() && said.contains("did not say in time"), "{said}");
    signal(Signal::CONT);
    let servers = || json(&world, &["session", "show", &hung.id().to_string()])["servers"].clone();
    eventually(|| servers() == json!([]), || servers().to_string());
}

#[test]
fn whoever_watches_as_a_program_gets_a_line_for_each_change() {
    let world = World::new();
    let mirror = world.mirror("a");
    let (process, mut output) = watch(&world, &["--json"]);
    let mut next = || {
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        serde_json::from_str::<Value>(&line).unwrap()
    };
    let first = next();
    assert_eq!((&first["sessions"], &first["servers"][0]["state"]), (&json!([]), &json!("idle")));
    let client = world.open();
    let mut last = first;
    while last["servers"][0]["state"] != "ready" || last["sessions"][0]["pid"] != client.id() {
        let status = next();
        assert_ne!(status, last);
        last = status;
    }
    assert!(
        mirror
            .processes()
            .contains(&u32::try_from(last["sessions"][0]["servers"][0]["pid"].as_u64().unwrap()).unwrap())
    );
    json(&world, &["server", "disable", "a"]);
    while last["servers"][0]["state"] != "disabled" || last["sessions"][0]["servers"] != json!([]) {
        last = next();
    }
    interrupt(&process);
    ends_well(process);
}

#[test]
fn whoever_stops_reading_ends_the_watch() {
    let world = World::new();
    for flags in [&["--json"][..], &[]] {
        let (process, mut output) = watch(&world, flags);
        output.read_line(&mut String::new()).unwrap();
        drop(output);
        ends_well(process);
    }
}

#[test]
fn on_a_terminal_the_screen_is_drawn_again_until_ctrl_c_and_is_as_it_was_then() {
    let world = World::new();
    world.mirror("a");
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let size = Winsize { ws_row: 8, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&terminal, size).unwrap();
    let side = ioctl_tiocgptpeer(&terminal, OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    let mut command = world.other_command(&["status", "--watch", "--interval", "20ms"]);
    let process = command.stdout(Stdio::from(side)).stderr(Stdio::piped()).spawn().unwrap();
    // Its own side of the terminal.
    drop(command);
    let mut terminal = File::from(terminal);
    let mut seen = String::new();
    let mut until = |text: &str| {
        let mut chunk = [0; 4096];
        while !seen.contains(text) {
            // A terminal that nobody holds open any more fails (tty_io.c).
            let Ok(count) = terminal.read(&mut chunk) else { break };
            seen += &String::from_utf8_lossy(&chunk[..count]);
        }
        assert!(seen.contains(text), "{seen:?}");
        std::mem::take(&mut seen)
    };
    assert!(until("\u{1b}[J").starts_with("\u{1b}[?1049h\u{1b}[?25l\u{1b}[H"));
    let _client = world.open();
    // Eight rows are too few for it.
    until("more lines\u{1b}[K\u{1b}[J");
    interrupt(&process);
    assert!(until("\u{1b}[?1049l").ends_with("\u{1b}[?25h\u{1b}[?1049l"));
    ends_well(process);
}
