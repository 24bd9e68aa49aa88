//! A store that fails under a running session: its calls are answered all the same, commands say what is wrong, and
//! nothing is lost.

use std::fs;
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;
use std::process::{Output, Stdio};

use rusqlite::Connection;

use super::client::Client;
use super::compare::eventually;
use super::world::World;

fn database(world: &World) -> PathBuf {
    world.home().join(".local/share/mcpgw/mcpgw.db")
}

/// A session whose one server, `a`, runs.
fn running(world: &World) -> Client {
    let mirror = world.mirror("a");
    mirror.says("answer", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"content\":[]}}\n");
    let mut client = world.open();
    assert_served(&mut client, "first");
    client
}

#[track_caller]
fn assert_served(client: &mut Client, id: &str) {
    let id = format!("\"{id}\"");
    client.say(&id, "a", "answer");
    let answer = String::from_utf8(client.answer(&id)).unwrap();
    assert!(answer.contains("\"content\":[]"), "{answer}");
}

#[track_caller]
fn assert_ends(mut client: Client) {
    client.close();
    assert!(client.end().success());
}

fn run(world: &World, args: &[&str]) -> Output {
    world.other_command(args).output().unwrap()
}

/// A command that fails must say why, and what helps.
#[track_caller]
fn assert_explained(output: &Output, why: &str, hint: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(why) && said.contains(&format!("\n  hint: {hint}")), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_store_that_another_process_locks_holds_no_session_up_and_commands_wait() {
    let world = World::new();
    let mut client = running(&world);
    let other = Connection::open(database(&world)).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE; UPDATE server SET updated_at = updated_at + 1").unwrap();
    let mut adding = world.other_command(&["server", "add", "b", "--no-check", "--", "true"]);
    let mut adding = adding.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // One that begins meanwhile can't enter itself into the store yet.
    let mut late = world.open();
    for round in 0..50 {
        assert_served(&mut client, &round.to_string());
        assert_served(&mut late, &round.to_string());
    }
    assert_eq!(adding.try_wait().unwrap(), None, "it did not wait");
    other.execute_batch("COMMIT").unwrap();
    assert!(adding.wait().unwrap().success());
    let count = |args: &[&str]| {
        let rows: serde_json::Value = serde_json::from_slice(&run(&world, args).stdout).unwrap();
        rows.as_array().unwrap().len()
    };
    assert_eq!(count(&["server", "list", "--json"]), 2);
    eventually(|| count(&["session", "list", "--json"]) == 2, || "a session is not listed".to_owned());
    assert_served(&mut client, "last");
    assert_served(&mut late, "last");
    assert_ends(client);
    assert_ends(late);
}

#[test]
fn a_store_that_is_damaged_is_told_and_running_sessions_go_on() {
    let world = World::new();
    let mut client = running(&world);
    let file = fs::OpenOptions::new().write(true).open(database(&world)).unwrap();
    // All but the header: it is known as a store still.
    let length = file.metadata().unwrap().len();
    file.write_all_at(&vec![0xa5; usize::try_from(length).unwrap() - 100], 100).unwrap();
    // What is newer than the file would hide the damage.
    fs::write(database(&world).with_extension("db-wal"), "").unwrap();
    for args in [&["server", "list"][..], &["server", "add", "b", "--no-check", "--", "true"], &["stdio"]] {
        assert_explained(
            &run(&world, args),
            "error: the store is damaged",
            "end all sessions, move mcpgw.db",
        );
    }
    assert_served(&mut client, "last");
    assert_ends(client);
}

#[test]
fn a_store_that_a_newer_mcpgw_took_over_is_left_alone_and_running_sessions_go_on() {
    let world = World::new();
    let mut client = running(&world);
    let other = Connection::open(database(&world)).unwrap();
    let version: i64 = other.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    other.pragma_update(None, "user_version", 99).unwrap();
    for args in [&["server", "list"][..], &["stdio"]] {
        assert_explained(&run(&world, args), "was written by a newer mcpgw (schema 99", "update mcpgw");
    }
    assert_served(&mut client, "meanwhile");
    other.pragma_update(None, "user_version", version).unwrap();
    client.ask("\"list\"", "tools/list", "{}");
    world.mirror("b");
    client.holding("tools/list_changed");
    assert_served(&mut client, "last");
    assert_ends(client);
}

#[test]
fn a_clock_that_was_set_back_changes_nothing() {
    let world = World::new();
    assert_ends(running(&world));
    // As if all of it had been written in the year 2100.
    let other = Connection::open(database(&world)).unwrap();
    let columns = "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
                   WHERE m.type = 'table' AND c.name LIKE '%\\_at' ESCAPE '\\'";
    let columns: Vec<(String, String)> = {
        let mut query = other.prepare(columns).unwrap();
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    assert!(columns.len() >= 3, "{columns:?}");
    for (table, column) in columns {
        let later = format!("UPDATE {table} SET {column} = 4102444800000 WHERE {column} IS NOT NULL");
        other.execute(&later, []).unwrap();
    }
    drop(other);
    let mut client = world.open();
    assert!(client.ask("1", "tools/list", "{}").contains("\"a__"));
    assert_served(&mut client, "2");
    for args in [&["status"][..], &["server", "show", "a"], &["server", "logs", "a"], &["session", "list"]] {
        let output = run(&world, args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(run(&world, &["server", "edit", "a", "--rename", "z"]).status.success());
    eventually(
        || client.ask("\"again\"", "tools/list", "{}").contains("\"a__"),
        || "the server is gone".to_owned(),
    );
    assert_ends(client);
}
