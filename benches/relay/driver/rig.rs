//! Builds what is measured: the programs, and data directories with servers in them.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use super::{Broken, Gate, Outcome, Session, Setup, Wire, connection::Connection, quiet::wait_until_quiet};
use crate::process::{ECHO_CHILD, NULL_RELAY};

/// Tools of a child when calls are measured; with 50 servers mcpgw looks a name up among 5,000.
const TOOLS: usize = 100;
/// The servers and tools of the list that is timed.
pub(crate) const LISTED_SERVERS: usize = 50;
pub(crate) const LISTED_TOOLS: usize = 5_000;

/// The name under which server number `server`, counted from 1, is added.
pub(crate) fn server_name(server: usize) -> String {
    format!("s{server:02}")
}

/// Everything that outlives a session.
#[derive(Debug)]
pub(crate) struct Rig {
    /// This executable, which is also the child and the null relay.
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
                if servers == LISTED_SERVERS {
                    rig.add_servers(
                        &rig.unlisted_directory(),
                        servers,
                        &rig.held_child(LISTED_TOOLS / servers),
                    )?;
                }
            }
        }
        Ok(rig)
    }

    /// Starts `setup` and shakes hands.
    pub(crate) fn start(&self, setup: Setup, wire: Wire) -> Outcome<Session> {
        let command = match setup {
            Setup::Mcpgw(servers) => self.gateway(&self.data_directory(servers)),
            Setup::Direct | Setup::NullRelay => self.plain(setup, self.child(TOOLS)),
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

    /// Starts `setup` with children that the gate holds once they are initialised, and with nothing in any cache.
    pub(crate) fn unlisted(&self, setup: Setup, wire: Wire) -> Outcome<Session> {
        let command = match setup {
            Setup::Mcpgw(_) => self.gateway(&self.fresh_copy()?),
            Setup::Direct | Setup::NullRelay => self.plain(setup, self.held_child(LISTED_TOOLS)),
        };
        let session = Session::initialize(Connection::open(command, wire)?, setup)?;
        session.initialized()?;
        Ok(session)
    }

    fn child(&self, tools: usize) -> Vec<OsString> {
        vec![self.program.clone().into(), ECHO_CHILD.into(), tools.to_string().into()]
    }

    fn held_child(&self, tools: usize) -> Vec<OsString> {
        let mut child = self.child(tools);
        child.push(self.directory.path().join("gate").into());
        child
    }

    /// The child itself, or behind the null relay.
    fn plain(&self, setup: Setup, child: Vec<OsString>) -> Command {
        let mut command = Command::new(&self.program);
        match setup {
            Setup::NullRelay => command.arg(NULL_RELAY).args(child),
            Setup::Direct | Setup::Mcpgw(_) => command.args(&child[1..]),
        };
        command
    }

    /// `mcpgw stdio` on a data directory.
    fn gateway(&self, data: &Path) -> Command {
        let mut command = self.mcpgw(data);
        command.arg("stdio");
        command
    }

    /// `mcpgw` with nothing of the caller's environment or home.
    fn mcpgw(&self, data: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mcpgw"));
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("HOME", self.directory.path());
        command.arg("--data-dir").arg(data);
        command
    }

    fn add_servers(&self, data: &Path, servers: usize, child: &[OsString]) -> Outcome<()> {
        for server in 1..=servers {
            let mut command = self.mcpgw(data);
            command.args(["server", "add", &server_name(server), "--no-check", "--"]).args(child);
            let output = command
                .stdin(Stdio::null())
                .output()
                .map_err(|source| Broken::Spawn { program: command.get_program().into(), source })?;
            if !output.status.success() {
                let stderr = String::from_utf8_lossy(&output.stderr).trim_end().to_owned();
                return Err(Broken::Command {
                    command: "server add".to_owned(),
                    status: output.status,
                    stderr,
                });
            }
        }
        Ok(())
    }

    fn data_directory(&self, servers: usize) -> PathBuf {
        self.directory.path().join(format!("data-{servers}"))
    }

    /// Its servers are never started in place, so that nothing is cached there.
    fn unlisted_directory(&self) -> PathBuf {
        self.directory.path().join("data-unlisted")
    }

    fn fresh_copy(&self) -> Outcome<PathBuf> {
        let copy = self.directory.path().join("data-copy");
        copy_files(&self.unlisted_directory(), &copy)
            .map_err(Broken::while_doing("copy a data directory"))?;
        Ok(copy)
    }
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
