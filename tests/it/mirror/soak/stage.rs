//! The servers, and what happens to them.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::super::chance::Chance;
use super::super::child::Mirror;
use super::super::client::Client;
use super::super::compare::{eventually, shown};
use super::super::world::{EVERYTHING, World, mirror_program};

/// The tools of every server.
pub(super) const TOOLS: [&str; 11] =
    ["echo", "late", "huge", "garbage", "ask", "hold", "die", "shut", "mute", "deaf", "noise"];
/// The first servers: nothing happens to them.
pub(super) const STEADY: usize = 2;

/// What a server with this revision is refused for.
const ANCIENT: &str =
    "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{}}}\n";
/// Files that make a mirror fail at its start, with what they hold.
const TROUBLES: [(&str, &str); 4] = [
    ("crash", "no licence found"),
    ("deaf", ""),
    ("reply/initialize", ANCIENT),
    ("start", "Welcome!\n{\"half\":\n[]\n"),
];

/// A home whose servers come, go and change.
pub(super) struct Stage {
    world: World,
    servers: Vec<Server>,
    chance: Chance,
    /// Changes made.
    pub(super) changes: usize,
    /// How often a session did not say within a second that it has taken one over.
    pub(super) late: usize,
}

struct Server {
    name: String,
    mirror: Mirror,
    directory: PathBuf,
    present: bool,
    enabled: bool,
    /// Its starts fail.
    troubled: bool,
}

/// What a server is called.
pub(super) fn name(server: usize) -> String {
    format!("s{server:02}")
}

impl Stage {
    /// With so many servers, all enabled.
    pub(super) fn new(servers: usize, seed: u64) -> Self {
        let world = World::with_settings("initialize_hold = \"1s\"\nlist_hold = \"3s\"\n");
        let tools = TOOLS.map(|tool| format!("{{\"name\":\"{tool}\"}}")).join(",");
        let servers = (0..servers).map(|number| {
            let name = name(number);
            let directory = world.home().join(&name);
            fs::create_dir(&directory).unwrap();
            let mirror = Mirror::new(directory.clone());
            mirror.pages("tools/list", &[("-", &format!("{{\"tools\":[{tools}]}}"))]);
            mirror.file("brief", "");
            match number % 5 {
                3 => mirror.file("slow", "300"),
                4 => mirror.file("grandchild", ""),
                _ => {}
            }
            Server { name, mirror, directory, present: false, enabled: false, troubled: false }
        });
        let servers = servers.collect();
        let mut stage = Self { world, servers, chance: Chance(seed), changes: 0, late: 0 };
        for server in 0..stage.servers.len() {
            stage.add(server);
        }
        stage
    }

    /// A session that logs as sessions do: every line of noise in its log besides would cost more than all the rest.
    pub(super) fn open(&self) -> Client {
        let mut client = Client::on_pipes(self.world.command().env("MCPGW_LOG", "warn"));
        client.open(EVERYTHING);
        client
    }

    /// One change by the command line.
    pub(super) fn change(&mut self) {
        let away =
            self.servers.iter().position(|server| !server.present || !server.enabled || server.troubled);
        let any = STEADY + self.chance.below(self.servers.len() - STEADY);
        let server = away.filter(|_| self.chance.one_in(2)).unwrap_or(any);
        let name = self.servers[server].name.clone();
        self.changes += 1;
        match (self.servers[server].present, self.chance.below(7)) {
            (false, _) => self.add(server),
            (true, 0) => {
                self.run(&["server", "remove", &name, "--yes"]);
                self.servers[server].present = false;
            }
            (true, 1) => {
                let timeout = format!("{}s", 3 + self.chance.below(3));
                self.run(&["server", "edit", &name, "--timeout", &timeout, "--no-check"]);
            }
            (true, 2) if self.servers[server].enabled => {
                self.run(&["server", "disable", &name]);
                self.servers[server].enabled = false;
            }
            (true, _) if !self.servers[server].enabled => self.enable(server),
            (true, _) if self.servers[server].troubled => self.relieve(server),
            (true, 3) => self.trouble(server),
            (true, 4) => self.restart(&name),
            (true, _) => self.replace(server),
        }
    }

    /// Brings all servers back, those that a fault has left stuck as new processes.
    pub(super) fn heal(&mut self) {
        for server in STEADY..self.servers.len() {
            match &self.servers[server] {
                Server { present: false, .. } => self.add(server),
                Server { enabled: false, .. } => self.enable(server),
                _ => {}
            }
            self.relieve(server);
        }
    }

    /// Every name that is listed when all is well.
    pub(super) fn all_tools(&self) -> HashSet<String> {
        let names =
            self.servers.iter().flat_map(|server| TOOLS.map(|tool| format!("{}__{tool}", server.name)));
        names.collect()
    }

    /// Fails unless every process has gone, each was opened at most once, and no call was sent twice.
    pub(super) fn assert_over(&self) -> usize {
        let (mut calls, mut lives) = (HashSet::new(), 0);
        for server in &self.servers {
            let processes = server.mirror.processes();
            for &pid in &processes {
                eventually(|| !server.runs(pid), || format!("{pid} of {} is left", server.name));
            }
            let heard = server.mirror.heard();
            let opened = heard.iter().filter(|line| line.starts_with(b"\"initialize\"")).count();
            assert!(opened <= processes.len(), "{}: {opened} of {}", server.name, processes.len());
            lives += opened;
            for line in heard.into_iter().filter(|line| line.starts_with(b"\"tools/call\"")) {
                assert!(calls.insert(line.clone()), "sent twice: {}", shown(&line));
            }
        }
        lives
    }

    /// Fails unless so many sessions are known, and all answer.
    pub(super) fn assert_sessions(&self, count: usize) {
        assert_eq!(self.sessions().len(), count, "{:?}", self.sessions());
        // On a loaded machine not each of them within the second that it has.
        let answer = || self.sessions().iter().all(|session| session["answers"] == true);
        eventually(answer, || format!("{:?}", self.sessions()));
    }

    /// The sessions that have calls under way, each with the servers that are not ready or have some.
    pub(super) fn under_way(&self) -> Vec<(Value, Vec<String>)> {
        let busy = |session: &Value| {
            let servers = session["servers"].as_array().cloned().unwrap_or_default();
            let busy = servers.iter().filter(|server| server["state"] != "ready" || server["calls"] != 0);
            busy.map(Value::to_string).collect::<Vec<_>>()
        };
        let sessions = self.sessions().into_iter().filter(|session| session["calls"] != 0);
        sessions.map(|session| (session["pid"].clone(), busy(&session))).collect()
    }

    /// The sessions as `mcpgw session list` tells of them.
    fn sessions(&self) -> Vec<Value> {
        let output = self.world.other_command(&["session", "list", "--json"]).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn add(&mut self, server: usize) {
        let Server { name, directory, present, enabled, .. } = &mut self.servers[server];
        let program = mirror_program();
        let command = if server % 5 == 2 && server >= STEADY {
            // A wrapper that ignores what asks it to end, and outlives what it wraps.
            let (program, directory) = (program.display(), directory.display());
            let script = format!(
                "trap '' TERM HUP INT; echo $$ >> '{directory}/pids'; '{program}' '{directory}'; sleep 1"
            );
            ["sh".into(), "-c".into(), OsString::from(script)].to_vec()
        } else {
            vec![program.into_os_string(), directory.clone().into_os_string()]
        };
        // Without limits a call to a server that hangs would wait for ever; the steady ones need none.
        let limits: &[&str] =
            if server < STEADY { &[] } else { &["--timeout", "4s", "--start-timeout", "5s"] };
        self.world.add(name, limits, &command);
        (*present, *enabled) = (true, true);
    }

    /// From its next start on, which is now, it fails.
    fn trouble(&mut self, server: usize) {
        let (file, text) = TROUBLES[self.chance.below(TROUBLES.len())];
        self.servers[server].mirror.file(file, text);
        self.servers[server].troubled = true;
        self.replace(server);
    }

    fn relieve(&mut self, server: usize) {
        for (file, _) in TROUBLES {
            // Most are not there.
            let _ = fs::remove_file(self.servers[server].mirror.path(file));
        }
        self.servers[server].troubled = false;
        self.replace(server);
    }

    fn enable(&mut self, server: usize) {
        let name = self.servers[server].name.clone();
        self.run(&["server", "enable", &name]);
        self.servers[server].enabled = true;
    }

    /// What a server is started with differs from now on.
    fn replace(&mut self, server: usize) {
        let name = self.servers[server].name.clone();
        let variable = format!("SOAK={}", self.chance.below(1 << 30));
        self.run(&["server", "edit", &name, "--env", &variable, "--no-check"]);
    }

    fn restart(&mut self, name: &str) {
        let output = self.world.other_command(&["server", "restart", name]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        // A loaded machine may take longer than the second that a session has, and then that is said.
        let late = said.contains("does not answer");
        assert!(output.status.code() == Some(i32::from(late)), "{name}: {said}");
        self.late += usize::from(late);
    }

    fn run(&self, args: &[&str]) {
        let output = self.world.other_command(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Server {
    /// Whether a process is there and is of this server: numbers are given anew after a while.
    fn runs(&self, pid: u32) -> bool {
        let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line);
        line.contains(&*self.directory.to_string_lossy()) || self.is_grandchild(pid, &line)
    }

    fn is_grandchild(&self, pid: u32, line: &str) -> bool {
        let cwd = fs::read_link(format!("/proc/{pid}/cwd"));
        line == "sleep\x001000\x00" && cwd.is_ok_and(|cwd| self.directory.starts_with(cwd))
    }
}
