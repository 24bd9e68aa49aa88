//! What was used, as it is told: what the servers themselves saw, whoever was killed meanwhile.

use std::fs;
use std::os::unix::fs::{FileExt as _, PermissionsExt as _};
use std::path::PathBuf;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

use super::child::Mirror;
use super::client::Client;
use super::compare::eventually;
use super::world::{EVERYTHING, World};

const CALL: &str = "\"tools/call\"";

/// A server with a tool that answers, one that says that it failed, and one that never answers.
fn counting(world: &World) -> Mirror {
    world.scripted_mirror("m", &[], |mirror| {
        let tools = ["one", "hold"].map(|name| json!({ "name": name, "inputSchema": { "type": "object" } }));
        mirror.pages("tools/list", &[("-", &json!({ "tools": tools }).to_string())]);
    })
}

fn report(world: &World, flags: &[&str]) -> Value {
    let args = [&["usage", "report", "--json"], flags].concat();
    let output = world.other_command(&args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn calls(world: &World) -> u64 {
    report(world, &[])["total"]["calls"].as_u64().unwrap()
}

fn kill(client: &mut Client) {
    kill_process(Pid::from_raw(client.id().cast_signed()).unwrap(), Signal::KILL).unwrap();
    client.end();
}

/// The journals of sessions that run, or were killed.
fn journals(world: &World) -> Vec<PathBuf> {
    let directory = world.store_file().with_file_name("usage");
    fs::read_dir(directory).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn calls_are_told_as_the_server_counted_them_whoever_was_killed() {
    let world = World::new();
    let mirror = counting(&world);
    let (mut answered, mut held) = (0, 0);
    for round in 0..6 {
        let mut client = world.open();
        for number in 0..20 + round {
            client.call(&number.to_string(), "m__one", "{}");
            client.answer(&number.to_string());
            answered += 1;
        }
        for number in 0..3 {
            client.call(&format!("\"h{number}\""), "m__hold", "{}");
            held += 1;
        }
        eventually(|| mirror.count(CALL) == answered + held, || "not all calls arrive".to_owned());
        kill(&mut client);
    }
    let told = report(&world, &["--by", "tool"]);
    assert_eq!(told["total"]["calls"], mirror.count(CALL), "{told}");
    let names: Vec<_> = told["rows"].as_array().unwrap().iter().map(|row| &row["name"]).collect();
    assert_eq!(names, ["m/one", "m/hold"]);
    assert_eq!(told["rows"][0]["outcomes"]["ok"], answered, "{told}");
    assert_eq!(told["rows"][1]["outcomes"]["unknown"], held, "{told}");
    // It is told once, however often it is asked for, and nothing is left.
    assert_eq!(calls(&world), (answered + held) as u64);
    assert_eq!(journals(&world), [""; 0].map(PathBuf::from));
}

#[test]
fn more_calls_than_have_a_row_each_are_few_rows_with_the_same_sums() {
    let world = World::new();
    let mirror = counting(&world);
    mirror.file("brief", "");
    let mut client = world.open();
    let many = 6_000;
    for number in 0..many {
        client.call(&number.to_string(), "m__one", "{}");
        if number % 50 == 49 {
            (number - 49..=number).for_each(|number| drop(client.answer(&number.to_string())));
        }
    }
    client.close();
    assert!(client.end().success());
    let told = report(&world, &[]);
    assert_eq!(told["total"]["calls"], mirror.count("tools/call"), "{told}");
    assert_eq!(told["total"]["outcomes"]["ok"], many);
    assert_eq!(told["total"]["overflow"], 0);
    assert!(told["total"]["p50_us"].as_u64().unwrap() <= told["total"]["p99_us"].as_u64().unwrap());
}

#[test]
fn a_session_that_is_killed_in_the_midst_loses_no_call_that_a_server_got() {
    let world = World::new();
    let mirror = counting(&world);
    let (mut sent, rounds) = (0, 5);
    for round in 0..rounds {
        let mut client = world.open();
        for number in 0..40 * (round + 1) {
            client.call(&number.to_string(), "m__one", "{}");
            sent += 1;
        }
        drop(client.answer("0"));
        kill(&mut client);
    }
    // The servers end by themselves, and what they got until then they have counted.
    eventually(
        || mirror.processes().iter().all(|&pid| !super::child::is_alive(pid)),
        || "servers stay".to_owned(),
    );
    let (told, heard) = (calls(&world), mirror.count(CALL) as u64);
    assert!(heard <= told && told <= sent, "{heard} arrived, {told} are told, {sent} were sent");
    assert_eq!(calls(&world), told);
}

#[test]
fn whatever_a_client_and_a_server_call_things_is_told_in_words_that_are_safe() {
    let world = World::new();
    let long = "x".repeat(5_000);
    let names = ["\u{1b}[2J\n\"e 1 1 1 1\"", long.as_str()];
    world.scripted_mirror("m", &["--no-prefix"], |mirror| {
        let tools = names.map(|name| json!({ "name": name, "inputSchema": { "type": "object" } }));
        mirror.pages("tools/list", &[("-", &json!({ "tools": tools }).to_string())]);
    });
    let mut client = world.start();
    let called = json!({ "name": format!("\u{1b}]0;evil\u{7}{}", "y".repeat(1 << 20)), "version": "\n\n" });
    let params =
        format!(r#"{{"protocolVersion":"2025-11-25","capabilities":{EVERYTHING},"clientInfo":{called}}}"#);
    client.ask("0", "initialize", &params);
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
    let listed: Value = serde_json::from_str(&client.ask("1", "tools/list", "{}")).unwrap();
    let listed = listed["result"]["tools"].as_array().unwrap().clone();
    for (number, tool) in listed.iter().enumerate() {
        let params = json!({ "name": tool["name"], "arguments": {} }).to_string();
        client.ask(&format!("\"c{number}\""), "tools/call", &params);
    }
    client.close();
    client.end();
    for by in ["tool", "client"] {
        let output = world.other_command(&["usage", "report", "--by", by]).output().unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && !shown.contains(['\u{1b}', '\u{7}']), "{shown}");
    }
    let told = report(&world, &["--by", "tool"]);
    assert_eq!(told["total"]["calls"], listed.len(), "{told}");
    assert!(told.to_string().len() < 10_000);
}

#[test]
fn a_journal_that_somebody_changed_costs_only_what_they_took() {
    let world = World::new();
    let mirror = counting(&world);
    let mut client = world.open();
    let call = |client: &mut Client, id: &str| {
        client.call(id, "m__one", "{}");
        client.answer(id);
    };
    call(&mut client, "1");
    eventually(|| calls(&world) == 1, || "the first call is not told".to_owned());
    let [journal] = journals(&world).try_into().unwrap();
    // Nobody makes it shorter by mistake: parts of it are memory of the session.
    assert_eq!(fs::metadata(&journal).unwrap().permissions().mode() & 0o777, 0o400);
    fs::set_permissions(&journal, fs::Permissions::from_mode(0o600)).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&journal).unwrap();
    file.write_all_at(b"s 1 1 1\nnonsense \xff\xfe\ns 9 9", 10).unwrap();
    call(&mut client, "2");
    eventually(|| calls(&world) == 2, || format!("told: {}", calls(&world)));
    let end = fs::read(&journal).unwrap().iter().rposition(|&byte| byte != 0).unwrap();
    file.write_all_at(b"\ns 1 1 1\nnonsense \xff\xfe\ns 9 9", end as u64).unwrap();
    call(&mut client, "3");
    call(&mut client, "4");
    // What it was made to say before is known, and what makes no sense counts for nothing.
    eventually(|| calls(&world) >= 3, || format!("told: {}", calls(&world)));
    fs::remove_file(&journal).unwrap();
    call(&mut client, "5");
    call(&mut client, "6");
    client.close();
    assert!(client.end().success());
    let told = calls(&world);
    assert!((3..=6).contains(&told), "{told} of {}", mirror.count(CALL));
}

#[test]
fn with_a_retention_of_nothing_nothing_is_written_and_what_was_there_goes() {
    let world = World::new();
    counting(&world);
    let use_it = || {
        let mut client = world.open();
        client.call("1", "m__one", "{}");
        client.answer("1");
        client
    };
    let end = |mut client: Client| {
        client.close();
        assert!(client.end().success());
    };
    end(use_it());
    assert_eq!(calls(&world), 1);
    let set = |value: &str| {
        assert!(
            world.other_command(&["config", "set", "usage.retention", value]).status().unwrap().success()
        );
    };
    let mut older = use_it();
    eventually(|| calls(&world) == 2, || format!("there are {}", calls(&world)));
    set("0d");
    // One that has begun before heeds it, too.
    older.call("2", "m__one", "{}");
    older.answer("2");
    let client = use_it();
    let count = |of: &str| -> i64 {
        let file = world.store_file();
        let store = rusqlite::Connection::open(file).unwrap();
        store.query_row(&format!("SELECT count(*) FROM {of}"), [], |row| row.get(0)).unwrap()
    };
    let left = || (count("usage"), count("usage_item WHERE id <> 0"), count("usage_session"));
    // What runs is known on.
    eventually(|| matches!(left(), (0, 0, 0..=1)), || format!("there are still {:?}", left()));
    end(older);
    end(client);
    set("1d");
    assert_eq!((calls(&world), journals(&world).len()), (0, 0));
}
