//! What the servers work on: files, a repository, a memory; made anew before each use, at the same paths.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::programs::Programs;

/// When every commit is made, so that its hash is the same each time.
const COMMIT_DATE: &str = "2026-01-02T03:04:05 +0000";

const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n not really a picture, but served as one";

/// A server as both `mcpgw server add` and a client that talks to it directly need it.
pub(super) struct Server {
    pub(super) alias: &'static str,
    pub(super) command: Vec<String>,
    pub(super) environment: Vec<(&'static str, String)>,
}

/// A temporary place with a home of its own.
pub(super) struct World {
    root: PathBuf,
    _removed_at_end: TempDir,
}

impl World {
    pub(super) fn new() -> Self {
        let place = tempfile::tempdir().expect("a temporary folder");
        let root = place.path().canonicalize().expect("a temporary folder has a path");
        let world = Self { root, _removed_at_end: place };
        for folder in ["home", "tmp", "config"] {
            fs::create_dir(world.root.join(folder)).expect("the temporary folder is writable");
        }
        world.reset();
        world
    }

    /// Puts everything that servers work on back to where it began.
    pub(super) fn reset(&self) {
        for folder in ["files", "repo"] {
            let folder = self.root.join(folder);
            if folder.exists() {
                fs::remove_dir_all(folder).expect("the servers' folders can be removed");
            }
        }
        let _ = fs::remove_file(self.root.join("memory.jsonl"));
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

    /// The whole environment of a program that is started here.
    pub(super) fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("PATH", system_path()),
            ("HOME", self.path("home")),
            ("TMPDIR", self.path("tmp")),
            ("LANG", "C.UTF-8".to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
        ]
    }

    /// What `mcpgw` is started with besides, so that its store is here too.
    pub(super) fn environment_of_mcpgw(&self) -> Vec<(&'static str, String)> {
        let mut environment = self.environment();
        environment.push(("MCPGW_DATA_DIR", self.path("data")));
        environment.push(("MCPGW_CONFIG", self.path("config/config.toml")));
        environment.push(("XDG_CONFIG_HOME", self.path("config")));
        environment.push(("XDG_STATE_HOME", self.path("state")));
        environment
    }

    pub(super) fn path(&self, name: &str) -> String {
        self.root.join(name).to_str().expect("temporary folders have UTF-8 paths").to_owned()
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
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
            },
            Server {
                alias: "files",
                command: [node("server-filesystem/dist/index.js"), vec![self.path("files")]].concat(),
                environment: Vec::new(),
            },
            Server {
                alias: "memory",
                command: node("server-memory/dist/index.js"),
                environment: vec![("MEMORY_FILE_PATH", self.path("memory.jsonl"))],
            },
            Server {
                alias: "git",
                command: [python("mcp_server_git"), vec!["--repository".to_owned(), self.path("repo")]]
                    .concat(),
                environment: git_dates(),
            },
            Server {
                alias: "time",
                command: [python("mcp_server_time"), vec!["--local-timezone=Europe/Berlin".to_owned()]]
                    .concat(),
                environment: Vec::new(),
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
