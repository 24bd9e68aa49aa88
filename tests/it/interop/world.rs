//! What the servers work on: files, a repository, a memory; the same in each world, but for where it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::listening::{Listening, Port};
use super::programs::Programs;
use crate::support::Sandbox;

/// When every commit is made, so that its hash is the same each time.
const COMMIT_DATE: &str = "2026-01-02T03:04:05 +0000";

const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n not really a picture, but served as one";

/// A server as both `mcpgw server add` and a client that talks to it directly need it.
pub(super) struct Server {
    pub(super) alias: &'static str,
    pub(super) command: Vec<String>,
    pub(super) environment: Vec<(&'static str, String)>,
    /// Where mcpgw calls it, instead of starting it.
    pub(super) port: Option<Port>,
}

/// A home with everything that servers work on in it.
pub(super) struct World {
    sandbox: Sandbox,
    root: PathBuf,
}

impl World {
    pub(super) fn new() -> Self {
        let sandbox = Sandbox::new();
        // Servers resolve symbolic links, and some systems have one above their temporary folders.
        let root = sandbox.home().canonicalize().expect("a home has a path");
        let world = Self { sandbox, root };
        fs::create_dir(world.root.join("tmp")).expect("the home is writable");
        world.fill();
        world
    }

    fn fill(&self) {
        self.write("files/notes.txt", b"first line\nsecond line: \xC3\xBC\xE2\x82\xAC\n");
        self.write("files/sub/deep.txt", b"deep\n");
        self.write("files/pixel.png", PIXEL);
        self.write("repo/story.txt", b"Once upon a time\n");
        self.git(&["init", "--quiet", "--initial-branch=main"]);
        self.git(&["config", "user.name", "Interop"]);
        self.git(&["config", "user.email", "interop@example.com"]);
        self.git(&["add", "story.txt"]);
        self.git(&["commit", "--quiet", "--message", "Tell the first part"]);
        self.write("repo/story.txt", b"Once upon a time\nthere was a relay\n");
    }

    fn write(&self, file: &str, content: &[u8]) {
        let path = self.root.join(file);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folders can be made");
        fs::write(path, content).expect("files can be written");
    }

    fn git(&self, arguments: &[&str]) {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(self.root.join("repo"))
            .env_clear()
            .envs(self.environment())
            .envs(git_dates())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("the interop tests need git");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// The whole environment of a program that is started here, as a server of mcpgw's should get it too.
    pub(super) fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("PATH", system_path()),
            ("HOME", self.path("")),
            ("TMPDIR", self.path("tmp")),
            ("LANG", "C.UTF-8".to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
        ]
    }

    /// What `mcpgw stdio` is started with: besides the above, something that is none of its servers' business.
    pub(super) fn environment_of_mcpgw(&self) -> Vec<(&'static str, String)> {
        [self.environment(), vec![("CLIENT_SESSION", "not for servers".to_owned())]].concat()
    }

    pub(super) fn mcpgw(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mcpgw"));
        command.arg("stdio").env_clear().envs(self.environment_of_mcpgw());
        command
    }

    /// Adds the servers to mcpgw, and makes it patient: real ones start slowly on a busy machine, and what is under test here
    /// is not how soon mcpgw gives up on them.
    pub(super) fn add_to_mcpgw(&self, servers: &[Server]) {
        self.sandbox
            .write(".config/mcpgw/config.toml", "[relay]\ninitialize_hold = \"30s\"\nlist_hold = \"30s\"\n");
        for server in servers {
            let mut command = self.sandbox.command(["server", "add", server.alias, "--no-check"]);
            if let Some(port) = &server.port {
                self.sandbox.finish(command.args(port.options())).success();
                continue;
            }
            for (name, value) in &server.environment {
                command.arg("--env").arg(format!("{name}={value}"));
            }
            self.sandbox.finish(command.arg("--").args(&server.command)).success();
        }
    }

    /// The servers that mcpgw does not start, started; each listens by now.
    pub(super) fn listening(&self, servers: &[Server]) -> Vec<Listening> {
        let start = |server: &Server| {
            let port = server.port.as_ref()?;
            let mut command = Command::new(&server.command[0]);
            command.args(&server.command[1..]).current_dir(self.root()).env_clear();
            command.envs(self.environment()).envs(server.environment.iter().cloned());
            Some(port.listen(command))
        };
        servers.iter().filter_map(start).collect()
    }

    pub(super) fn path(&self, name: &str) -> String {
        let path = if name.is_empty() { self.root.clone() } else { self.root.join(name) };
        path.into_os_string().into_string().expect("temporary folders have UTF-8 paths")
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// What was said in this world, as it would be said in any.
    pub(super) fn anywhere(&self, said: &str) -> String {
        said.replace(&self.path(""), "<home>")
    }

    /// The roots that the clients offer; the file server takes its allowed folders from them.
    pub(super) fn roots(&self) -> Value {
        json!([{ "uri": format!("file://{}", self.path("files")), "name": "files" }])
    }

    /// The five servers. One alias is long, so that some of the names that mcpgw advertises must be shortened.
    pub(super) fn servers(&self, programs: &Programs) -> Vec<Server> {
        let node = |package: &str| vec![programs.node(), programs.package(package)];
        let python = |module: &str| vec![programs.python(), "-m".to_owned(), module.to_owned()];
        vec![
            Server {
                alias: "everything-under-test",
                command: node("server-everything/dist/index.js"),
                environment: Vec::new(),
                port: None,
            },
            Server {
                alias: "files",
                command: [node("server-filesystem/dist/index.js"), vec![self.path("files")]].concat(),
                environment: Vec::new(),
                port: None,
            },
            Server {
                alias: "memory",
                command: node("server-memory/dist/index.js"),
                environment: vec![("MEMORY_FILE_PATH", self.path("memory.jsonl"))],
                port: None,
            },
            Server {
                alias: "git",
                command: [python("mcp_server_git"), vec!["--repository".to_owned(), self.path("repo")]]
                    .concat(),
                environment: git_dates(),
                port: None,
            },
            Server {
                alias: "time",
                command: [python("mcp_server_time"), vec!["--local-timezone=Europe/Berlin".to_owned()]]
                    .concat(),
                environment: Vec::new(),
                port: None,
            },
        ]
    }
}

fn git_dates() -> Vec<(&'static str, String)> {
    vec![("GIT_AUTHOR_DATE", COMMIT_DATE.to_owned()), ("GIT_COMMITTER_DATE", COMMIT_DATE.to_owned())]
}

#[expect(clippy::disallowed_methods, reason = "git is found the way the person at the keyboard finds it")]
fn system_path() -> String {
    std::env::var("PATH").unwrap_or_else(|_| "/usr/local/bin:/usr/bin:/bin".to_owned())
}
