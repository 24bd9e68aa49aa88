//! The keyring is asked when a secret is needed, and at no other time.

use std::fs;
use std::io::Read as _;
use std::os::unix::net::{UnixListener, UnixStream};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::support::{Client, Run, Sandbox, ScriptedServer};

/// A session bus that hangs up on everybody, and counts who called.
struct Bus {
    address: String,
    calls: Arc<AtomicUsize>,
}

impl Bus {
    fn new(sandbox: &Sandbox) -> Self {
        let socket = sandbox.home().join("bus");
        let listener = UnixListener::bind(&socket).unwrap();
        let calls = Arc::<AtomicUsize>::default();
        let counter = Arc::clone(&calls);
        // It ends with the test's process.
        thread::spawn(move || {
            for call in listener.incoming() {
                counter.fetch_add(1, Ordering::SeqCst);
                drop(call);
            }
        });
        Self { address: format!("unix:path={}", socket.display()), calls }
    }

    fn command(&self, sandbox: &Sandbox, args: &[&str]) -> Command {
        let mut command = sandbox.command(args);
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        command
    }

    fn run(&self, sandbox: &Sandbox, args: &[&str]) -> Run {
        sandbox.finish(&mut self.command(sandbox, args))
    }

    /// How many have called since this was asked last.
    fn calls(&self) -> usize {
        // Whoever called before us is counted before us.
        let mut own = UnixStream::connect(self.address.trim_start_matches("unix:path=")).unwrap();
        let _ = own.read(&mut [0]);
        self.calls.swap(0, Ordering::SeqCst) - 1
    }
}

/// A session of one client that lists the tools until the plain server's is there.
fn session(bus: &Bus, sandbox: &Sandbox) {
    let mut client = Client::open(bus.command(sandbox, &["stdio"]).stderr(Stdio::null()));
    client.wait_for_tool("plain__add");
    client.end();
}

#[test]
fn nobody_asks_the_keyring_when_no_server_needs_a_secret() {
    let sandbox = Sandbox::new();
    let bus = Bus::new(&sandbox);
    ScriptedServer::new("{\"tools\":{}}")
        .answers("tools/list", "{\"tools\":[{\"name\":\"add\",\"inputSchema\":{\"type\":\"object\"}}]}")
        .install(&sandbox, "server");
    bus.run(&sandbox, &["server", "add", "plain", "--", "./server"]).success();
    session(&bus, &sandbox);
    for args in [&["secret", "list"][..], &["secret", "rotate-key"], &["vault", "status"], &["tool", "list"]]
    {
        bus.run(&sandbox, args).success();
    }
    assert_eq!(bus.calls(), 0);
}

#[test]
fn what_needs_no_value_leaves_the_keyring_alone_and_a_start_asks_it() {
    let sandbox = Sandbox::new();
    let bus = Bus::new(&sandbox);
    ScriptedServer::new("{\"tools\":{}}")
        .answers("tools/list", "{\"tools\":[{\"name\":\"add\",\"inputSchema\":{\"type\":\"object\"}}]}")
        .install(&sandbox, "server");
    sandbox.run_with_input(&["secret", "set", "gh", "--stdin"], "x").success();
    sandbox.run_with_input(&["secret", "set", "other", "--stdin"], "x").success();
    sandbox.run(&["server", "add", "plain", "--", "./server"]).success();
    sandbox.run(&["server", "add", "s", "--env", "T=secret://gh", "--", "./server"]).success();
    // From now on the key is said to be in the keyring.
    let store = rusqlite::Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap();
    store.execute("UPDATE vault_key SET source = 'os'", []).unwrap();
    fs::remove_file(sandbox.data_dir().join("vault.key")).unwrap();
    for args in [
        &["server", "list"][..],
        &["server", "show", "s"],
        &["server", "test", "plain"],
        &["server", "edit", "s", "--timeout", "5s"],
        &["server", "edit", "s", "--no-check", "--", "./server", "x"],
        &["tool", "list", "--server", "plain"],
        &["secret", "list"],
        &["secret", "remove", "other", "--yes"],
        &["secret", "remove", "gh", "--force", "--dry-run"],
        &["status"],
        &["server", "disable", "s"],
    ] {
        let run = bus.run(&sandbox, args);
        assert!(run.code == "0", "{args:?}: {run}");
        assert_eq!(bus.calls(), 0, "{args:?}");
    }
    session(&bus, &sandbox);
    assert_eq!(bus.calls(), 0);

    let refused = bus.run(&sandbox, &["server", "test", "s"]);
    assert!(refused.code == "8" && refused.stderr.contains("the keyring can't be used"), "{refused}");
    assert!(bus.calls() > 0);
    // One server's trouble is not another's.
    bus.run(&sandbox, &["server", "enable", "s"]).success();
    session(&bus, &sandbox);
}
