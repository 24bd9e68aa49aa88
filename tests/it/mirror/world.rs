//! A home with mirrors registered in it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::child::Mirror;
use super::client::Client;
use crate::support::Sandbox;

/// How long answers may wait for servers, where a test is not about that: a loaded machine starts them slowly.
const PATIENT: &str = "initialize_hold = \"30s\"\nlist_hold = \"30s\"\n";

/// The capabilities of a client that can do everything.
pub(super) const EVERYTHING: &str = r#"{"sampling":{"tools":{}},"elicitation":{"form":{},"url":{}},"roots":{"listChanged":true},"tasks":{"list":{},"cancel":{},"requests":{"sampling":{"createMessage":{}},"elicitation":{"create":{}}}}}"#;

/// One home, its servers and settings.
pub(super) struct World {
    sandbox: Sandbox,
}

impl World {
    /// A home without servers, in which lists wait for slow ones.
    pub(super) fn new() -> Self {
        Self::with_settings(PATIENT)
    }

    /// A home with these lines in `[relay]`.
    pub(super) fn with_settings(relay: &str) -> Self {
        let sandbox = Sandbox::new();
        fs::create_dir_all(sandbox.config_file().parent().unwrap()).unwrap();
        fs::write(sandbox.config_file(), format!("[relay]\n{relay}")).unwrap();
        Self { sandbox }
    }

    /// A patient home with these tables in its settings besides.
    pub(super) fn with_tables(tables: &str) -> Self {
        Self::with_settings(&format!("{PATIENT}{tables}"))
    }

    /// A home with a mirror of each name, and a client that is ready to call them.
    pub(super) fn with_mirrors<const N: usize>(names: [&str; N]) -> (Self, [Mirror; N], Client) {
        let world = Self::new();
        let mirrors = names.map(|name| world.mirror(name));
        let client = world.open();
        (world, mirrors, client)
    }

    /// A patient home with these lines in `[relay]` besides.
    pub(super) fn patient_with(relay: &str) -> Self {
        Self::with_settings(&format!("{PATIENT}{relay}"))
    }

    /// Registers a mirror.
    pub(super) fn mirror(&self, name: &str) -> Mirror {
        self.mirror_with(name, &[])
    }

    /// Registers a mirror with flags of `server add`.
    pub(super) fn mirror_with(&self, name: &str, flags: &[&str]) -> Mirror {
        self.scripted_mirror(name, flags, |_| {})
    }

    /// The same for one that has its script before any session can start it.
    pub(super) fn scripted_mirror(&self, name: &str, flags: &[&str], script: impl FnOnce(&Mirror)) -> Mirror {
        let directory = self.sandbox.home().join(name);
        fs::create_dir(&directory).unwrap();
        let mirror = Mirror::new(directory.clone());
        script(&mirror);
        let program = mirror_program();
        self.add(name, flags, &[program.as_os_str(), directory.as_os_str()].map(OsString::from));
        mirror
    }

    /// Registers a mirror that is started by a shell, as `npx` and the like start servers.
    pub(super) fn mirror_behind_shell(&self, name: &str) -> Mirror {
        let directory = self.sandbox.home().join(name);
        fs::create_dir(&directory).unwrap();
        // Something follows the server, so that the shell stays as its parent.
        let script = format!("'{}' '{}'; exit $?", mirror_program().display(), directory.display());
        self.add(name, &[], &["sh".into(), "-c".into(), script.into()]);
        Mirror::new(directory)
    }

    /// Registers a mirror that begins with shell commands.
    pub(super) fn mirror_after(&self, name: &str, commands: &str) -> Mirror {
        let directory = self.sandbox.home().join(name);
        fs::create_dir(&directory).unwrap();
        // The shell stays as its parent, so that it may have something to say in the end.
        let script =
            format!("{commands}\n'{}' '{}'; exit $?", mirror_program().display(), directory.display());
        self.add(name, &[], &["sh".into(), "-c".into(), script.into()]);
        Mirror::new(directory)
    }

    /// Registers a mirror in a shell that, with a process started by another that is gone, ignores SIGTERM and stays when
    /// its input ends.
    pub(super) fn stubborn_mirror(&self, name: &str) -> Mirror {
        let directory = self.sandbox.home().join(name);
        fs::create_dir(&directory).unwrap();
        let script = format!(
            "trap '' TERM HUP INT; cd '{}'; echo $$ >> pids; (sh -c 'echo $$ >> pids; exec sleep 1000' </dev/null >&2 &)\n\
             '{}' .; sleep 1000",
            directory.display(),
            mirror_program().display()
        );
        self.add(name, &[], &["sh".into(), "-c".into(), script.into()]);
        Mirror::new(directory)
    }

    /// Registers any server, unchecked.
    pub(super) fn add(&self, name: &str, flags: &[&str], command: &[OsString]) {
        let mut args: Vec<OsString> = ["server", "add", name, "--no-check"].map(OsString::from).into();
        args.extend(flags.iter().map(OsString::from));
        args.push("--".into());
        args.extend_from_slice(command);
        self.sandbox.finish(&mut self.sandbox.command(args)).success();
    }

    /// `mcpgw stdio` with a log that says everything, to be given streams.
    pub(super) fn command(&self) -> Command {
        let mut command = self.sandbox.command(["stdio"]);
        command
            .env("MCPGW_LOG", "mcpgw=debug")
            .stderr(Stdio::from(fs::File::create(self.log_file()).unwrap()));
        command
    }

    /// Any other command of mcpgw, to be given streams.
    pub(super) fn other_command(&self, args: &[&str]) -> Command {
        self.sandbox.command(args)
    }

    /// A client that has said nothing yet.
    pub(super) fn start(&self) -> Client {
        Client::on_pipes(&mut self.command())
    }

    /// A client that can do everything and has opened its session.
    pub(super) fn open(&self) -> Client {
        let mut client = self.start();
        client.open(EVERYTHING);
        client
    }

    /// What mcpgw logged so far.
    pub(super) fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.log_file()).unwrap()).into_owned()
    }

    /// Where the settings are.
    pub(super) fn config_file(&self) -> PathBuf {
        self.sandbox.config_file()
    }

    /// The database.
    pub(super) fn store_file(&self) -> PathBuf {
        self.sandbox.data_dir().join("mcpgw.db")
    }

    /// Where the home is.
    pub(super) fn home(&self) -> PathBuf {
        self.sandbox.home()
    }

    fn log_file(&self) -> PathBuf {
        self.sandbox.home().join("mcpgw.log")
    }
}

/// The mirror, an example beside the tests. `cargo test` builds it, but `cargo test NAME` doesn't.
pub(super) fn mirror_program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let program = tests.ancestors().nth(2).unwrap().join("examples/mirror");
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let sources = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/mirror")).unwrap();
    let newest = sources.filter_map(|source| changed(&source.unwrap().path())).max();
    let hint = "`cargo build --example mirror` makes it";
    assert!(changed(&program) >= newest, "{} is missing or older than its source: {hint}", program.display());
    program
}
