//! Builds what is measured: the programs, and data directories with servers in them.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::{
    Broken, Gate, LIMITED_SERVERS, Outcome, Session, Setup, Wire, connection::Connection,
    quiet::wait_until_quiet,
};
use crate::process::{ECHO_CHILD, HOLDING_RELAY, NULL_RELAY, SESSION_HOST};

/// Tools of a child when calls are measured; with 50 servers mcpgw looks a name up among 5,000.
pub(super) const TOOLS: usize = 100;
/// The servers and tools of the list that is timed.
pub(crate) const LISTED_SERVERS: usize = 50;
pub(crate) const LISTED_TOOLS: usize = 5_000;

/// The server that never answers, where there is one.
const SILENT: &str = "silent";

/// The name under which server number `server`, counted from 1, is added.
pub(crate) fn server_name(server: usize) -> String {
    format!("s{server:02}")
}

/// Everything that outlives a session.
#[derive(Debug)]
pub(crate) struct Rig {
    /// This executable, which is also the child and the relays.
    program: PathBuf,
    directory: TempDir,
    /// Holds the children of the listing sessions.
    pub(crate) gate: Gate,
}

impl Rig {
    /// Adds the servers that `setups` need.
    pub(crate) fn new(setups: &[Setup]) -> Outcome<Self> {
        let program = std::env::current_exe().map_err(Broken::while_doing("find this executable"))?;
        let directory = TempDir::new().map_err(Broken::while_doing("make a temporary directory"))?;
        let gate = Gate::new(directory.path().join("gate"))?;
        let rig = Self { program, directory, gate };
        for setup in setups {
            if let Setup::Mcpgw(servers) = *setup {
                rig.add_servers(&rig.data_directory(servers), servers, &rig.child(TOOLS))?;
                if servers == LIMITED_SERVERS {
                    rig.add_servers(&rig.limited_directory(), servers, &rig.child(TOOLS))?;
                    rig.add_limited()?;
                }
                if servers == LISTED_SERVERS {
                    rig.add_servers(
                        &rig.unlisted_directory(),
                        servers,
                        &rig.held_child(LISTED_TOOLS / servers),
                    )?;
                    rig.add_silent()?;
                }
            }
        }
        Ok(rig)
    }

    /// Starts `setup` and shakes hands.
    pub(crate) fn start(&self, setup: Setup, wire: Wire) -> Outcome<Session> {
        let command = match setup {
            Setup::Mcpgw(servers) => self.gateway(&self.data_directory(servers)),
            Setup::Direct | Setup::NullRelay | Setup::HoldingRelay => self.plain(setup, self.child(TOOLS)),
        };
        Session::initialize(Connection::open(command, wire)?, setup)
    }

    /// Starts `setup` and makes it ready for calls: everything is listed, every child runs, and all is quiet.
    pub(crate) fn warm(&self, setup: Setup, wire: Wire) -> Outcome<Session> {
        let mut session = self.start(setup, wire)?;
        session.warm_up(if let Setup::Mcpgw(servers) = setup { servers * TOOLS } else { TOOLS })?;
        wait_until_quiet(session.connection.id())?;
        Ok(session)
    }

    /// Starts `setup` with [`LISTED_TOOLS`] tools and shakes hands.
    pub(crate) fn start_listed(&self, setup: Setup, wire: Wire) -> Outcome<Session> {
        let command = match setup {
            Setup::Mcpgw(servers) => self.gateway(&self.data_directory(servers)),
            Setup::Direct | Setup::NullRelay | Setup::HoldingRelay => {
                self.plain(setup, self.child(LISTED_TOOLS))
            }
        };
        Session::initialize(Connection::open(command, wire)?, setup)
    }

    /// Starts mcpgw with [`LISTED_SERVERS`] servers and one that never answers, and shakes hands.
    pub(crate) fn start_beside_silent(&self, wire: Wire) -> Outcome<Session> {
        let command = self.gateway(&self.silent_directory());
        Session::initialize(Connection::open(command, wire)?, Setup::Mcpgw(LISTED_SERVERS))
    }

    /// Starts `setup` with children that the gate holds once they are initialised, and with nothing in any cache.
    pub(crate) fn unlisted(&self, setup: Setup, wire: Wire) -> Outcome<Session> {
        let command = match setup {
            Setup::Mcpgw(_) => self.gateway(&self.fresh_copy()?),
            Setup::Direct | Setup::NullRelay | Setup::HoldingRelay => {
                self.plain(setup, self.held_child(LISTED_TOOLS))
            }
        };
        let session = Session::initialize(Connection::open(command, wire)?, setup)?;
        session.initialized()?;
        Ok(session)
    }

    /// Has `sessions` sessions in one process; what they leave behind: KiB of resident memory, and descriptors.
    pub(crate) fn host_sessions(&self, setup: Setup, sessions: u32) -> Outcome<(f64, f64)> {
        let Setup::Mcpgw(servers) = setup else { return Ok((0.0, 0.0)) };
        let mut command = Command::new(&self.program);
        command.arg(SESSION_HOST).arg(self.data_directory(servers)).arg(sessions.to_string());
        let said = output(&mut command, SESSION_HOST)?;
        let mut numbers = said.split_whitespace().map(|number| number.parse().unwrap_or(f64::NAN));
        Ok((numbers.next().unwrap_or(f64::NAN), numbers.next().unwrap_or(f64::NAN)))
    }

    fn child(&self, tools: usize) -> Vec<OsString> {
        vec![self.program.clone().into(), ECHO_CHILD.into(), tools.to_string().into()]
    }

    fn held_child(&self, tools: usize) -> Vec<OsString> {
        let mut child = self.child(tools);
        child.push(self.directory.path().join("gate").into());
        child
    }

    /// The child itself, or behind one of the relays.
    fn plain(&self, setup: Setup, child: Vec<OsString>) -> Command {
        let mut command = Command::new(&self.program);
        match setup {
            Setup::NullRelay => command.arg(NULL_RELAY).args(child),
            Setup::HoldingRelay => command.arg(HOLDING_RELAY).args(child),
            Setup::Direct | Setup::Mcpgw(_) => command.args(&child[1..]),
        };
        command
    }

    /// `mcpgw stdio` on a data directory.
    pub(super) fn gateway(&self, data: &Path) -> Command {
        let mut command = self.mcpgw(data);
        command.arg("stdio").stderr(Stdio::null());
        command
    }

    /// `mcpgw` with nothing of the caller's environment or home.
    pub(super) fn mcpgw(&self, data: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mcpgw"));
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("HOME", self.directory.path());
        command.arg("--data-dir").arg(data);
        command
    }

    fn add_servers(&self, data: &Path, servers: usize, child: &[OsString]) -> Outcome<()> {
        (1..=servers).try_for_each(|server| self.add_server(data, &server_name(server), child))
    }

    fn add_server(&self, data: &Path, name: &str, child: &[OsString]) -> Outcome<()> {
        let mut command = self.mcpgw(data);
        command.args(["server", "add", name, "--no-check", "--"]).args(child);
        output(&mut command, "server add").map(drop)
    }

    /// Reads to the end of its input, and says nothing.
    fn add_silent(&self) -> Outcome<()> {
        let data = self.silent_directory();
        copy_files(&self.data_directory(LISTED_SERVERS), &data)
            .map_err(Broken::while_doing("copy a data directory"))?;
        let silent = ["/bin/sh", "-c", "exec cat > /dev/null"].map(OsString::from);
        self.add_server(&data, SILENT, &silent)
    }

    /// A place for this rig's files.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn data_directory(&self, servers: usize) -> PathBuf {
        self.path(&format!("data-{servers}"))
    }

    /// Its servers are never started in place, so that nothing is cached there.
    fn unlisted_directory(&self) -> PathBuf {
        self.path("data-unlisted")
    }

    fn silent_directory(&self) -> PathBuf {
        self.path("data-silent")
    }

    fn fresh_copy(&self) -> Outcome<PathBuf> {
        let copy = self.path("data-copy");
        copy_files(&self.unlisted_directory(), &copy)
            .map_err(Broken::while_doing("copy a data directory"))?;
        Ok(copy)
    }
}

/// Runs `command` to its end, which must be a success, and returns what it wrote.
pub(super) fn output(command: &mut Command, name: &str) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|source| Broken::Spawn { program: command.get_program().into(), source })?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    let (command, status, stderr) = (name.to_owned(), output.status, text(&output.stderr));
    Err(Broken::Command { command, status, stderr })
}

/// Makes `to` anew with the files of `from`; folders in there hold state of a run, not servers.
fn copy_files(from: &Path, to: &Path) -> std::io::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir(to)?;
    fs::set_permissions(to, fs::metadata(from)?.permissions())?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
