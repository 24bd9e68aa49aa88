//! What mcpgw itself has to say is kept in a file, because few clients show it.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Instant;

use super::client::Client;
use super::compare::{DEADLINE, assert_bytes, eventually};
use super::world::World;

fn files(world: &World) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(world.home().join(".local/state/mcpgw/logs")) else { return Vec::new() };
    let all = entries.map(|entry| entry.unwrap().path());
    let mut own: Vec<_> =
        all.filter(|file| file.file_name().unwrap().to_string_lossy().starts_with("mcpgw.log")).collect();
    own.sort();
    own
}

fn kept(world: &World) -> String {
    let texts = files(world).into_iter().rev().map(|file| fs::read(file).unwrap());
    String::from_utf8_lossy(&texts.collect::<Vec<_>>().concat()).into_owned()
}

/// A session at a level, from its beginning to its end.
fn session(world: &World, level: Option<&str>) {
    let mut command = world.command();
    command.env_remove("MCPGW_LOG");
    if let Some(level) = level {
        command.env("MCPGW_LOG", level);
    }
    let mut client = Client::on_pipes(command.stderr(Stdio::null()));
    client.open("{}");
    client.ask("1", "tools/list", "{}");
    client.close();
    assert!(client.end().success());
}

#[test]
fn what_happens_to_a_session_is_kept_in_a_private_file_with_its_time_and_process() {
    let world = World::new();
    world.mirror("a");
    session(&world, None);
    let log = kept(&world);
    let form =
        regex::Regex::new(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \d+ mcpgw (INFO|WARN) .+$").unwrap();
    assert!(log.lines().all(|line| form.is_match(line)), "{log}");
    for words in ["a session begins, served by mcpgw", "ready server=\"a\"", "the session ends: Closed"] {
        assert!(log.contains(words), "{words:?} is missing:\n{log}");
    }
    assert!(
        files(&world).iter().all(|file| fs::metadata(file).unwrap().permissions().mode() & 0o777 == 0o600)
    );
}

#[test]
fn the_level_decides_what_is_kept_and_libraries_are_left_out() {
    let at = |level| {
        let world = World::new();
        world.mirror("a").file("start", "a banner\n");
        session(&world, Some(level));
        kept(&world)
    };
    assert_eq!(at("off") + &at("error") + &at("warn"), "");
    let info = at("mcpgw=info");
    assert!(info.contains("INFO") && !info.contains("a banner"), "{info}");
    let trace = at("trace");
    assert!(trace.contains("DEBUG") && trace.contains("a banner"), "{trace}");
    assert!(!trace.contains("TRACE"), "what libraries say is kept:\n{trace}");
}

#[test]
fn the_file_stays_within_the_bounds_that_are_set() {
    let world = World::with_tables("[log]\nown_bytes = \"64KiB\"\nown_files = 2\n");
    let noisy = world.mirror("noisy");
    noisy.file(
        "start",
        (0..3000).map(|n| format!("line {n} of a long banner\n")).collect::<Vec<_>>().concat(),
    );
    session(&world, Some("mcpgw=debug"));
    let sizes: Vec<_> = files(&world).into_iter().map(|file| fs::metadata(file).unwrap().len()).collect();
    assert!(sizes.len() == 2 && sizes.iter().all(|size| *size <= 64 << 10), "{sizes:?}");
    assert!(kept(&world).contains("the session ends"));
}

#[test]
fn why_a_session_could_not_begin_is_kept() {
    let world = World::with_settings("nonsense = 1\n");
    let status = world.command().stdin(Stdio::null()).stdout(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(2));
    assert!(kept(&world).contains("ERROR") && kept(&world).contains("there is no setting relay.nonsense"));
}

#[test]
fn no_value_of_a_secret_variable_is_kept() {
    let world = World::new();
    let file = world.home().join("secrets.env");
    fs::write(&file, "API_TOKEN=hunter2-and-more\n").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let mirror = world.mirror_with("a", &["--env-file", &file.to_string_lossy()]);
    session(&world, Some("trace"));
    assert!(mirror.record("environ").contains("hunter2"));
    let logs = fs::read_dir(world.home().join(".local/state/mcpgw/logs")).unwrap();
    for log in logs.map(|entry| entry.unwrap().path()) {
        assert!(!String::from_utf8_lossy(&fs::read(&log).unwrap()).contains("hunter2"), "{}", log.display());
    }
}

#[test]
fn a_stderr_that_nobody_reads_holds_nothing_up() {
    let world = World::new();
    let mirror = world.mirror("noisy");
    mirror.file("start", "no message\n".repeat(20_000));
    mirror.says("answer", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let (_unread, stderr) = full_pipe();
    let mut client = Client::on_pipes(world.command().env("MCPGW_LOG", "trace").stderr(stderr));
    client.open("{}");
    client.say("1", "noisy", "answer");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    client.close();
    assert!(client.end().success());
    eventually(|| kept(&world).contains("the session ends"), || kept(&world));
}

#[test]
fn a_session_that_cannot_begin_ends_at_once_even_if_nobody_reads_why() {
    let world = World::with_settings("nonsense = 1\n");
    let (_unread, stderr) = full_pipe();
    let mut process =
        world.command().stdin(Stdio::null()).stdout(Stdio::null()).stderr(stderr).spawn().unwrap();
    let began = Instant::now();
    while process.try_wait().unwrap().is_none() {
        if began.elapsed() > DEADLINE {
            process.kill().unwrap();
            panic!("it waits for a reader of its stderr");
        }
        std::thread::yield_now();
    }
    assert_eq!(process.wait().unwrap().code(), Some(2));
}

/// A pipe that is full to the brim.
fn full_pipe() -> (std::io::PipeReader, std::io::PipeWriter) {
    let (reader, mut writer) = std::io::pipe().unwrap();
    let flags = rustix::fs::fcntl_getfl(&writer).unwrap();
    rustix::fs::fcntl_setfl(&writer, flags | rustix::fs::OFlags::NONBLOCK).unwrap();
    while writer.write(&[b'x'; 4096]).is_ok() {}
    rustix::fs::fcntl_setfl(&writer, flags).unwrap();
    (reader, writer)
}
