//! A store in which everything is limited, and what sessions and scripts begin with there.

use std::{
    ffi::OsString,
    fs,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use rusqlite::Connection as Store;

use super::{
    Broken, Outcome, Rig, Session, Setup, Wire, connection::Connection, rig::output, wait_until_quiet,
};

/// The servers of the limited store.
pub(crate) const LIMITED_SERVERS: usize = 10;

/// The tokens of the store whose tokens are listed.
const TOKENS: usize = 10_000;

const NAME: &str = "bench";

/// More calls than a run makes.
const LIMITS: [&str; 8] = [
    "--per-minute",
    "1000000000",
    "--per-hour",
    "1000000000",
    "--per-day",
    "1000000000",
    "--max-concurrent",
    "1000",
];

/// What a session is begun with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Credential {
    /// Nothing.
    Owner,
    /// A token in a file.
    TokenFile,
    /// A profile, whose token the store keeps sealed.
    Profile,
}

impl Rig {
    /// Makes the store whose token, user and team are all limited.
    pub(super) fn add_limited(&self) -> Outcome<()> {
        let data = self.limited_directory();
        self.run_in(&data, &[&["user", "quota", "me"], &LIMITS[..]].concat())?;
        self.run_in(&data, &[&["team", "quota", "personal"], &LIMITS[..]].concat())?;
        let limited = [&["--no-expiry"], &LIMITS[..]].concat();
        self.run_in(&data, &[&["profile", "create", NAME], &limited[..]].concat())?;
        let create = ["token", "create", "--name", NAME, "--field", "token"];
        let token = self.run_in(&data, &[&create, &limited[..]].concat())?;
        let file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(self.token_file());
        file.and_then(|mut file| file.write_all(token.as_bytes()))
            .map_err(Broken::while_doing("write a token"))
    }

    /// Makes a token; what that printed.
    pub(crate) fn create_token(&self) -> Outcome<String> {
        self.run_in(&self.limited_directory(), &["token", "create", "--expires", "1h", "--field", "id"])
    }

    /// Makes a store with [`TOKENS`] tokens.
    pub(crate) fn add_tokens(&self) -> Outcome<()> {
        let data = self.tokens_directory();
        if data.exists() {
            return Ok(());
        }
        self.run_in(&data, &["token", "create", "--no-expiry", "--field", "id"])?;
        // Of these only the number counts; no file holds them.
        let copies = format!(
            "CREATE TEMP TABLE one AS SELECT * FROM token;
             WITH RECURSIVE number (value) AS (SELECT 2 UNION ALL SELECT value + 1 FROM number WHERE value < {TOKENS})
             INSERT INTO temp.one SELECT one.* FROM one, number;
             UPDATE temp.one SET id = lower(format('%s-%s-7%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)),
                 substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
                 hash = randomblob(32), name = name || rowid WHERE rowid > 1;
             INSERT INTO main.token SELECT * FROM temp.one WHERE rowid > 1;"
        );
        let made = Store::open(data.join("mcpgw.db")).and_then(|store| store.execute_batch(&copies));
        made.map_err(std::io::Error::other).map_err(Broken::while_doing("make tokens"))
    }

    /// Lists all tokens; how many there are.
    pub(crate) fn list_tokens(&self) -> Outcome<usize> {
        let printed = self.run_in(&self.tokens_directory(), &["token", "list", "--field", "id"])?;
        let listed = printed.lines().count();
        if listed == TOKENS { Ok(listed) } else { Err(Broken::Listing { expected: TOKENS, got: listed }) }
    }

    /// Starts mcpgw in the limited store and shakes hands.
    pub(crate) fn start_limited(&self, credential: Credential, wire: Wire) -> Outcome<Session> {
        let mut command = self.gateway(&self.limited_directory());
        match credential {
            Credential::Owner => {}
            Credential::TokenFile => drop(command.arg("--token-file").arg(self.token_file())),
            Credential::Profile => drop(command.args(["--profile", NAME])),
        }
        Session::initialize(Connection::open(command, wire)?, Setup::Mcpgw(LIMITED_SERVERS))
    }

    /// The same, made ready for calls as [`Rig::warm`] does it.
    pub(crate) fn warm_limited(&self, credential: Credential, wire: Wire) -> Outcome<Session> {
        let mut session = self.start_limited(credential, wire)?;
        session.warm_up(LIMITED_SERVERS * super::rig::TOOLS)?;
        wait_until_quiet(session.connection.id())?;
        Ok(session)
    }

    fn run_in(&self, data: &Path, args: &[&str]) -> Outcome<String> {
        let mut command = self.mcpgw(data);
        command.env("MCPGW_KEYRING", "file").args(args.iter().map(OsString::from));
        output(&mut command, &args[..2].join(" "))
    }

    pub(super) fn limited_directory(&self) -> PathBuf {
        self.path("data-limited")
    }

    fn tokens_directory(&self) -> PathBuf {
        self.path("data-tokens")
    }

    fn token_file(&self) -> PathBuf {
        self.path("token")
    }
}
