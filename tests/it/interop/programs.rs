//! Where the installed programs are, and how each is started.

use std::fs;
use std::path::{Path, PathBuf};

/// An installation that is complete.
pub(super) struct Programs {
    root: PathBuf,
    node: PathBuf,
}

impl Programs {
    /// The installation at `root`, if it was finished and its interpreters are still there.
    pub(super) fn at(root: &Path) -> Option<Self> {
        let node = PathBuf::from(fs::read_to_string(root.join("stamp")).ok()?);
        let programs = Self { root: root.to_owned(), node };
        let whole = Path::new(&programs.node()).exists() && Self::python_in(&root.join("python")).exists();
        whole.then_some(programs)
    }

    /// Marks the installation at `root` as complete; `node` is the folder that the Node package unpacked to.
    pub(super) fn stamp(root: &Path, node: &Path) -> Self {
        let programs = Self { root: root.to_owned(), node: node.to_owned() };
        fs::write(root.join("stamp"), node.to_str().expect("a UTF-8 path"))
            .expect("the stamp can be written");
        programs
    }

    pub(super) fn python_in(environment: &Path) -> PathBuf {
        environment.join("bin/python")
    }

    pub(super) fn node_in(node: &Path) -> PathBuf {
        node.join("bin/node")
    }

    pub(super) fn node(&self) -> String {
        text(&Self::node_in(&self.node))
    }

    /// The interpreter with the Python SDK 2.x and the servers written in Python.
    pub(super) fn python(&self) -> String {
        text(&Self::python_in(&self.root.join("python")))
    }

    /// The interpreter with the Python SDK 1.x.
    pub(super) fn python_sdk1(&self) -> String {
        text(&Self::python_in(&self.root.join("python-sdk1")))
    }

    /// A file of an npm package of the protocol's own organisation.
    pub(super) fn package(&self, file: &str) -> String {
        text(&self.root.join("npm/node_modules/@modelcontextprotocol").join(file))
    }

    /// The folder that scripts must lie in to import the npm packages.
    pub(super) fn npm(&self) -> PathBuf {
        self.root.join("npm")
    }
}

fn text(path: &Path) -> String {
    path.to_str().expect("target/ has a UTF-8 path").to_owned()
}
