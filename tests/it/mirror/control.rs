//! The control socket of a session, and who should not be there: peers that talk nonsense, or too much, or not at all, peers
//! of another account, and a place for the socket that can't be had or trusted.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::client::Client;
use super::compare::eventually;
use super::world::World;

const ANSWER: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";
const CHANGED: &str = "notifications/tools/list_changed";

fn run_dir(world: &World) -> PathBuf {
    world.home().join(".local/share/mcpgw/run")
}

/// The sockets that there are.
fn sockets(world: &World) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(run_dir(world)) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// The only socket, once commands find the session.
#[track_caller]
fn socket(world: &World) -> PathBuf {
    eventually(|| shown(world, "answers") == "true\n", || "no session answers".to_owned());
    sockets(world).remove(0)
}

/// What `session list` says of every session.
fn shown(world: &World, field: &str) -> String {
    let output = world.other_command(&["session", "list", "--field", field]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Says `bytes` again and again, as far as they are taken, and hears what comes back before the end.
fn say(socket: &Path, bytes: &[u8]) -> String {
    let mut stream = UnixStream::connect(socket).unwrap();
    let _ = stream.write_all(bytes);
    let mut heard = Vec::new();
    let _ = stream.read_to_end(&mut heard);
    String::from_utf8_lossy(&heard).into_owned()
}

fn descriptors(client: &Client) -> usize {
    fs::read_dir(format!("/proc/{}/fd", client.id())).unwrap().count()
}

#[test]
fn peers_that_talk_nonsense_or_too_much_or_nothing_disturb_neither_calls_nor_commands() {
    let (world, [mirror], mut client) = World::with_mirrors(["a"]);
    mirror.says("r", ANSWER);
    client.say("\"first\"", "a", "r");
    client.answer("\"first\"");
    let socket = socket(&world);
    let before = descriptors(&client);
    let flood = vec![b'x'; 64 << 20];
    let nested = "[".repeat(4_000) + "\n";
    let peers = std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for bytes in
                    [&flood[..], nested.as_bytes(), b"\0\xff\n", b"{\"mcpgw\":1,\"do\":\"poke\"}garbage\n"]
                {
                    let said = say(&socket, bytes);
                    assert!(said.is_empty() || said.contains("malformed"), "{said}");
                }
            });
        }
        let idle = scope.spawn(|| {
            let ask = |stream: &mut UnixStream, bytes: &[u8]| stream.write_all(bytes).is_ok();
            let mut peers = Vec::new();
            for number in 0..2_000 {
                // Many more than are served at a time wait for a place.
                let mut stream = UnixStream::connect(&socket).unwrap();
                match number % 3 {
                    0 => drop(ask(&mut stream, b"{\"mcpgw\":1,\"do\"")),
                    // It never reads the answer.
                    1 => drop(ask(&mut stream, b"{\"mcpgw\":1,\"do\":\"state\"}\n")),
                    _ => {}
                }
                peers.push(stream);
                if peers.len() > 500 {
                    peers.remove(0);
                }
            }
            peers
        });
        for number in 0..300 {
            client.say(&number.to_string(), "a", "r");
            client.answer(&number.to_string());
        }
        idle.join().unwrap()
    });
    eventually(|| shown(&world, "answers") == "true\n", || shown(&world, "answers"));
    eventually(|| descriptors(&client) <= before, || format!("{} descriptors", descriptors(&client)));
    drop(peers);
    let status = fs::read_to_string(format!("/proc/{}/status", client.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kib: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(kib < 60 << 10, "{kib} KiB");
    client.say("\"last\"", "a", "r");
    client.answer("\"last\"");
}

/// Says to the socket named in the environment what its owner may say. For a process of another account.
const STRANGER: &str = "STRANGE_TO_SOCKET";

#[test]
#[ignore = "needs root: nobody else can be another account"]
#[expect(clippy::disallowed_methods, reason = "it tells itself what it is by a variable")]
fn a_peer_of_another_account_is_refused_even_if_the_file_system_lets_it_in() {
    if let Some(socket) = std::env::var_os(STRANGER) {
        for request in ["state", "end"] {
            let line = format!("{{\"mcpgw\":1,\"do\":\"{request}\"}}\n");
            let said = say(Path::new(&socket), line.as_bytes());
            assert_eq!(said, "{\"mcpgw\":1,\"answer\":{\"refused\":\"denied\"}}\n");
        }
        return;
    }
    let world = World::new();
    let mut client = world.open();
    let socket = socket(&world);
    for directory in socket.ancestors().skip(1).take_while(|directory| *directory != Path::new("/tmp")) {
        fs::set_permissions(directory, fs::Permissions::from_mode(0o755)).unwrap();
    }
    fs::set_permissions(&socket, fs::Permissions::from_mode(0o666)).unwrap();
    // Where it is built may be out of reach for others.
    let program = socket.with_extension("test");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let name = std::thread::current().name().unwrap().to_owned();
    let mut stranger = Command::new(&program);
    stranger
        .args(["--exact", &name, "--include-ignored"])
        .env_clear()
        .env(STRANGER, &socket)
        .current_dir("/")
        .stdin(Stdio::null());
    let output = stranger.uid(65_534).gid(65_534).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    fs::remove_file(program).unwrap();
    client.rest();
    assert_eq!(shown(&world, "answers"), "true\n");
}

#[test]
fn where_no_socket_can_be_had_the_session_is_seen_follows_the_store_and_can_be_ended() {
    served_without_socket(&["file", "link"]);
}

#[test]
#[ignore = "needs root: nobody else can make what belongs to another account"]
fn where_the_socket_s_directory_is_of_another_account_the_session_does_without() {
    served_without_socket(&["stranger"]);
}

fn served_without_socket(squatters: &[&str]) {
    for &squatter in squatters {
        let world = World::new();
        world.mirror("a");
        let (run, elsewhere) = (run_dir(&world), world.home().join("elsewhere"));
        fs::create_dir(&elsewhere).unwrap();
        match squatter {
            "file" => fs::write(&run, "mine").unwrap(),
            "link" => symlink(&elsewhere, &run).unwrap(),
            _ => {
                fs::create_dir(&run).unwrap();
                std::os::unix::fs::chown(&run, Some(65_534), None).unwrap();
            }
        }
        let mut client = world.open();
        assert!(client.ask("1", "tools/list", "{}").contains("a__say"));
        eventually(|| shown(&world, "answers") == "false\n", || format!("{squatter}: no session"));
        eventually(|| world.log().contains("can't reach this session"), || world.log());
        world.mirror("b");
        client.holding(CHANGED);
        assert!(client.ask("2", "tools/list", "{}").contains("b__say"));
        let killed = world.other_command(&["session", "kill", &client.id().to_string()]).output().unwrap();
        assert!(killed.status.success(), "{killed:?}");
        assert_eq!(client.end().code(), Some(10));
        let audit = ["audit", "list", "--action", "session.kill", "--field", "outcome"];
        assert_eq!(world.other_command(&audit).output().unwrap().stdout, b"done\n");
        assert_eq!(shown(&world, "pid"), "");
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0, "{squatter}");
        assert!(squatter != "file" || fs::read_to_string(&run).unwrap() == "mine");
    }
}

#[test]
fn a_directory_that_is_open_to_others_is_closed_and_one_of_any_depth_will_do() {
    let world = World::new();
    fs::create_dir_all(run_dir(&world)).unwrap();
    fs::set_permissions(run_dir(&world), fs::Permissions::from_mode(0o777)).unwrap();
    let _client = world.open();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&socket(&world)), mode(&run_dir(&world))), (0o600, 0o700));
    let deep = world.home().join("deep/".repeat(40));
    let mut command = world.command();
    let mut client = Client::on_pipes(command.arg("--data-dir").arg(&deep));
    client.open("{}");
    let list = || {
        let args = ["session", "list", "--field", "answers", "--data-dir", deep.to_str().unwrap()];
        String::from_utf8(world.other_command(&args).output().unwrap().stdout).unwrap()
    };
    eventually(|| list() == "true\n", list);
}

#[test]
fn a_socket_that_is_gone_or_replaced_leaves_the_session_to_follow_the_store() {
    let world = World::new();
    world.mirror("a");
    let mut client = world.open();
    assert!(client.ask("1", "tools/list", "{}").contains("a__say"));
    let socket = socket(&world);
    fs::remove_file(&socket).unwrap();
    world.mirror("b");
    client.holding(CHANGED);
    assert!(client.ask("2", "tools/list", "{}").contains("b__say"));
    assert_eq!(shown(&world, "answers"), "false\n");
    // Another program listens there, and never answers.
    let _squatter = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let began = std::time::Instant::now();
    assert_eq!(shown(&world, "answers"), "false\n");
    let remove = world.other_command(&["server", "remove", "b", "--yes"]).output().unwrap();
    assert!(remove.status.success(), "{remove:?}");
    assert!(String::from_utf8_lossy(&remove.stderr).contains("did not say in time"), "{remove:?}");
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    client.holding(CHANGED);
    assert!(!client.ask("3", "tools/list", "{}").contains("b__say"));
}

#[test]
fn a_session_that_the_store_could_not_take_is_found_once_it_can() {
    let world = World::new();
    world.mirror("a");
    let store = rusqlite::Connection::open(world.home().join(".local/share/mcpgw/mcpgw.db")).unwrap();
    let full = "CREATE TRIGGER full BEFORE INSERT ON session BEGIN SELECT RAISE(ABORT, 'no room'); END";
    store.execute_batch(full).unwrap();
    let mut client = world.open();
    eventually(|| world.log().contains("can't find this session"), || world.log());
    assert!(client.ask("1", "tools/list", "{}").contains("a__say"));
    assert_eq!(shown(&world, "pid"), "");
    store.execute_batch("DROP TRIGGER full").unwrap();
    socket(&world);
    client.close();
    assert!(client.end().success());
    assert_eq!((sockets(&world).len(), shown(&world, "pid")), (0, String::new()));
}
