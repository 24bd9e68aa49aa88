//! Several people on one store, of one account of the system: each with a state directory, and so a login, of their own.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::child::Mirror;
use super::client::Client;
use super::compare::eventually;
use super::live::offers;
use super::world::{EVERYTHING, World};

pub(super) const WORD: &str = "a canary that nobody guesses 4411";

/// A world that two people share: `ann`, who has made it and is its admin, and `bob`.
pub(super) struct People {
    pub(super) world: World,
}

impl People {
    /// The world before bob came: nobody logs in, and ann is who acts.
    pub(super) fn before() -> Self {
        Self { world: World::with_tables("[password]\nhash_memory = \"64KiB\"\nhash_passes = 1\n") }
    }

    /// Two people, of whom ann has a mirror that she alone sees, `hidden`, and one for everybody, `shown`.
    pub(super) fn new() -> (Self, [Mirror; 2]) {
        let people = Self::before();
        let hidden = people.world.mirror("hidden");
        let shown = people.world.mirror_with("shown", &["--visibility", "public"]);
        offers(&hidden, "one");
        offers(&shown, "two");
        people.bob_comes();
        (people, [hidden, shown])
    }

    /// From now on everybody logs in, and both have.
    pub(super) fn bob_comes(&self) {
        self.change("ann", &["user", "edit", "me", "--email", "ann@example.org"]);
        self.change("ann", &["user", "passwd", "--password-stdin"]);
        self.change("ann", &["user", "create", "bob@example.org", "--password-stdin"]);
        self.log_in("ann");
        self.log_in("bob");
    }

    pub(super) fn log_in(&self, who: &str) {
        self.change(who, &["login", "--user", &format!("{who}@example.org"), "--password-stdin"]);
    }

    fn prepare(&self, who: &str, mut command: Command) -> Command {
        let state = self.world.home().join(format!("state-{who}"));
        command.env("XDG_STATE_HOME", state).env("MCPGW_KEYRING", "file");
        command
    }

    /// Runs a command, with the password that everybody has on stdin. Returns its exit code and what it printed.
    pub(super) fn run(&self, who: &str, args: &[&str]) -> (Option<i32>, String, String) {
        let input = self.world.home().join("word");
        std::fs::write(&input, WORD).unwrap();
        let mut command = self.prepare(who, self.world.other_command(args));
        let output = command.stdin(std::fs::File::open(input).unwrap()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    }

    /// Runs a command, which must succeed without a word about sessions that don't follow.
    #[track_caller]
    pub(super) fn change(&self, who: &str, args: &[&str]) -> String {
        let (code, printed, said) = self.run(who, args);
        assert!(code == Some(0) && !said.contains("follow"), "{who} {args:?}: {code:?} {said}");
        printed
    }

    /// A client, that has said nothing yet.
    pub(super) fn spawn(&self, who: &str) -> Client {
        let mut command = self.prepare(who, self.world.command());
        Client::on_pipes(command.stderr(Stdio::null()))
    }

    /// A file with a token that somebody makes; it is called like the token.
    #[track_caller]
    pub(super) fn token(&self, who: &str, name: &str, flags: &[&str]) -> PathBuf {
        let args = [&["token", "create", "--name", name, "--field", "token"], flags].concat();
        self.private(name, &self.change(who, &args))
    }

    /// A file in the home that nobody else may read.
    pub(super) fn private(&self, name: &str, text: &str) -> PathBuf {
        let file = self.world.home().join(name);
        std::fs::write(&file, text).unwrap();
        std::fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
        file
    }

    /// A client with a token, that has said nothing yet. It has no login to fall back on.
    pub(super) fn spawn_with(&self, token: &Path) -> Client {
        let mut command = self.prepare("nobody", self.world.command());
        Client::on_pipes(command.arg("--token-file").arg(token).stderr(Stdio::null()))
    }

    /// The session of a client, which commands find.
    #[track_caller]
    pub(super) fn open(&self, who: &str) -> Client {
        self.open_as(who, EVERYTHING)
    }

    /// The same for a client with these capabilities.
    #[track_caller]
    pub(super) fn open_as(&self, who: &str, capabilities: &str) -> Client {
        self.find(who, self.spawn(who), capabilities)
    }

    /// The same for a client with a token, whose user is `who`.
    #[track_caller]
    pub(super) fn open_with(&self, who: &str, token: &Path) -> Client {
        self.find(who, self.spawn_with(token), EVERYTHING)
    }

    #[track_caller]
    fn find(&self, who: &str, mut client: Client, capabilities: &str) -> Client {
        client.open(capabilities);
        let pid = client.id().to_string();
        let found =
            || self.run(who, &["session", "list", "--field", "pid"]).1.lines().any(|line| line == pid);
        eventually(found, || format!("no session {pid} is found"));
        client
    }
}
