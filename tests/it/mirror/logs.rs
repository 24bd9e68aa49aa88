//! What servers say besides messages is kept in files, whatever it is and however much, and nobody waits for it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use super::child::holds;
use super::compare::{assert_bytes, eventually};
use super::world::World;

fn directory(world: &World) -> PathBuf {
    world.home().join(".local/state/mcpgw/logs")
}

/// All files of servers' logs, oldest line first.
fn kept(world: &World) -> Vec<u8> {
    let mut files = logs(world);
    // `x.log` is newer than `x.log.1`, and that than `x.log.2`.
    files.sort_by_key(|file| std::cmp::Reverse(file.extension().map(ToOwned::to_owned)));
    files.sort_by_key(|file| file.extension().is_some_and(|extension| extension == "log"));
    files.iter().flat_map(|file| fs::read(file).unwrap_or_default()).collect()
}

fn logs(world: &World) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(directory(world)) else { return Vec::new() };
    let all = entries.map(|entry| entry.unwrap().path());
    all.filter(|file| file.file_name().unwrap().to_string_lossy().starts_with("server-")).collect()
}

#[track_caller]
fn keeps(world: &World, text: &str) {
    eventually(
        || holds(&kept(world), text),
        || format!("{text:?} is not in the log:\n{}", String::from_utf8_lossy(&kept(world))),
    );
}

fn shown(world: &World, args: &[&str]) -> String {
    let output = world.other_command(&[&["server", "logs"], args].concat()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_a_server_says_and_what_becomes_of_it_is_kept_with_its_time_and_session() {
    let world = World::new();
    let mirror = world.mirror_after("talker", "echo 'loading the model' >&2");
    mirror.file("start", "Welcome to talker\n");
    mirror.says("unfinished", "half a line");
    let mut client = world.open();
    client.call("1", "talker__hold", "{}");
    keeps(&world, "stderr loading the model\n");
    keeps(&world, "stdout Welcome to talker\n");
    keeps(&world, "mcpgw ready\n");
    client.call("2", "talker__die", "{}");
    client.answer("1");
    keeps(&world, "mcpgw ended (exit status: 3): loading the model\n");
    keeps(&world, "is gone: exit status: 3\n");
    let line = String::from_utf8(kept(&world)).unwrap();
    let line = line.lines().find(|line| line.contains("loading")).unwrap();
    let form =
        format!(r"^\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}Z {} stderr loading the model$", client.id());
    assert!(regex::Regex::new(&form).unwrap().is_match(line), "{line}");
    let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(directory(&world)), 0o700);
    assert!(logs(&world).into_iter().all(|file| mode(file) == 0o600));
}

#[test]
fn what_it_says_last_is_kept_when_the_session_ends() {
    let world = World::new();
    let mirror = world.mirror_after("talker", "trap 'echo goodbye >&2' EXIT");
    mirror.says("answer", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    client.say("1", "talker", "answer");
    client.answer("1");
    client.close();
    client.end();
    let log = String::from_utf8(kept(&world)).unwrap();
    assert!(log.contains("stderr goodbye\n") && log.contains("is gone: "), "{log}");
}

#[test]
fn several_sessions_share_the_log_of_a_server_and_no_line_is_lost() {
    let world = World::new();
    // The server says which of its lines it is at, while the others do the same.
    world.mirror_after("talker", "for n in $(seq 2000); do echo \"$$ line $n end\" >&2; done");
    let mut clients: Vec<_> = (0..4).map(|_| world.start()).collect();
    for client in &mut clients {
        client.open("{}");
        client.call("1", "talker__say", "{\"script\":\"no\"}");
    }
    let count = || String::from_utf8_lossy(&kept(&world)).matches(" end\n").count();
    eventually(|| count() == 8000, || format!("{} lines", count()));
    let log = String::from_utf8(kept(&world)).unwrap();
    let whole = regex::Regex::new(r"^[^ ]+Z (\d+) (stderr \d+ line \d+ end|mcpgw .*|stderr .*)$").unwrap();
    let pids: std::collections::HashSet<_> =
        log.lines().map(|line| whole.captures(line).expect(line)[1].to_owned()).collect();
    assert_eq!(pids.len(), 4);
}

#[test]
fn a_log_stays_within_the_bounds_that_are_set() {
    let world = World::with_tables("[log]\nserver_bytes = \"64KiB\"\nserver_files = 2\n");
    world.mirror_after(
        "talker",
        "for n in $(seq 5000); do echo \"this is line $n of what it says\" >&2; done",
    );
    let mut client = world.open();
    client.call("1", "talker__hold", "{}");
    keeps(&world, "this is line 5000 of");
    let sizes: Vec<_> = logs(&world).into_iter().map(|file| fs::metadata(file).unwrap().len()).collect();
    assert!(sizes.len() == 2 && sizes.iter().all(|size| *size <= 64 << 10), "{sizes:?}");
    assert!(!holds(&kept(&world), "this is line 1 of"));
}

#[test]
fn a_server_that_floods_its_stderr_costs_neither_calls_nor_memory_and_the_log_says_what_is_missing() {
    let world = World::new();
    let flooding = world
        .mirror_after("flooding", "yes 'the same line again and again' >&2 & head -c 20000000 /dev/zero >&2");
    let mirror = world.mirror("calm");
    mirror.says("answer", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    client.call("\"start\"", "flooding__hold", "{}");
    flooding.hears("tools/call");
    for number in 0..2000 {
        client.say(&number.to_string(), "calm", "answer");
        assert_bytes(
            &client.line(),
            format!("{{\"jsonrpc\":\"2.0\",\"id\":{number},\"result\":{{}}}}").as_bytes(),
        );
    }
    keeps(&world, "missing here: more came than could be written");
    let status = fs::read_to_string(format!("/proc/{}/status", client.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kib: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(kib < 40 << 10, "{kib} KiB");
}

#[test]
fn nothing_that_a_server_says_steers_the_terminal_of_who_reads_its_log() {
    let world = World::new();
    let commands = r"printf '\033]0;owned\007\033[2J\233\000\377\302\205\342\200\256x\r\n' >&2
        printf '2026-01-01T00:00:00.000Z 1 mcpgw forged\n' >&2
        head -c 10485760 /dev/zero | tr '\0' 'y' >&2; echo >&2; printf 'no end' >&2";
    world.mirror_after("hostile", commands);
    let mut client = world.open();
    client.call("1", "hostile__die", "{}");
    keeps(&world, "is gone: ");
    let text = shown(&world, &["hostile"]);
    let hidden = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
    assert!(!text.contains(hidden), "{text:?}");
    assert!(text.contains(r"\x1b]0;owned\x07\x1b[2J"), "{text}");
    assert!(text.contains("stderr 2026-01-01T00:00:00.000Z 1 mcpgw forged\n"), "{text}");
    assert!(text.contains("yyy [10477568 bytes more]\n") && text.contains("stderr no end\n"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&shown(&world, &["hostile", "--json"])).unwrap();
    assert!(
        json.as_array()
            .unwrap()
            .iter()
            .any(|line| line["text"].as_str().unwrap().starts_with("\u{1b}]0;owned"))
    );
}

#[test]
fn a_log_that_cannot_be_written_disturbs_nobody() {
    let world = World::new();
    let mirror = world.mirror_after("talker", "echo 'first words' >&2");
    mirror.says("answer", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let elsewhere = world.home().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o777)).unwrap();
    fs::create_dir_all(directory(&world).parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(&elsewhere, directory(&world)).unwrap();
    let mut client = world.open();
    client.say("1", "talker", "answer");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    let refused = |line: &str| line.contains("server-") && line.contains("may be changed by other users");
    eventually(|| world.log().lines().any(refused), || world.log());
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
    // As soon as it can, it goes on, and says what is missing.
    fs::remove_file(directory(&world)).unwrap();
    client.call("2", "talker__die", "{}");
    client.answer("2");
    keeps(&world, "missing here");
    keeps(&world, "is gone: ");
}

#[test]
fn what_a_removed_server_still_says_brings_no_log_back() {
    let world = World::new();
    let mirror = world.stubborn_mirror("a");
    let mut client = world.open();
    client.call("1", "a__hold", "{}");
    mirror.hears("\"hold\"");
    keeps(&world, "mcpgw ready\n");
    assert!(world.other_command(&["server", "remove", "a", "--yes"]).output().unwrap().status.success());
    assert!(logs(&world).is_empty(), "{:?}", logs(&world));
    // It has to be killed, which is an event.
    client.close();
    client.end();
    assert!(logs(&world).is_empty(), "{:?}", logs(&world));
}
