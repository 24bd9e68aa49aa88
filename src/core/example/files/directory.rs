//! The directory that the server is confined to: which paths lie below it, and what there is to see.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Component, Path, PathBuf};

/// A directory and the rule of what below it may be seen.
#[derive(Debug)]
pub(super) struct Directory {
    /// Canonical.
    root: PathBuf,
}

/// Something below the directory.
#[derive(Debug)]
pub(super) struct Entry {
    /// From the directory, with `/`.
    pub(super) path: String,
    pub(super) metadata: Metadata,
}

/// Why a path is not there to be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unreadable {
    /// Also what lies outside or is hidden: a path tells nothing of what is there.
    #[error("there is no {0:?} here")]
    NotFound(String),
    #[error("{0:?} is a directory; `list_files` shows what is in it")]
    IsDirectory(String),
    #[error("{0:?} is no file")]
    NoFile(String),
    #[error("{0:?} is no directory")]
    NoDirectory(String),
    #[error("{0:?}: {1}")]
    Io(String, io::Error),
}

impl Directory {
    pub(super) fn open(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        if root.is_dir() { Ok(Self { root }) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Opens the file `path`, relative to the directory; anything but a plain file is refused before it is opened,
    /// because opening a pipe or a device can hang. A link that is put in its place meanwhile is followed: whoever can do
    /// that runs as this account, and can read what it leads to.
    pub(super) fn file(&self, path: &str) -> Result<(File, Metadata), Unreadable> {
        let found = self.resolve(path)?;
        let metadata = fs::metadata(&found).map_err(|error| Unreadable::from_io(path, error))?;
        if metadata.is_dir() {
            return Err(Unreadable::IsDirectory(path.to_owned()));
        }
        if !metadata.is_file() {
            return Err(Unreadable::NoFile(path.to_owned()));
        }
        let file = File::open(&found).map_err(|error| Unreadable::from_io(path, error))?;
        Ok((file, metadata))
    }

    /// What lies directly in the directory `path`, sorted by name; what can't be resolved within the rules is left out.
    pub(super) fn entries(&self, path: &str) -> Result<Vec<Entry>, Unreadable> {
        let found = self.resolve(path)?;
        if !found.is_dir() {
            return Err(Unreadable::NoDirectory(path.to_owned()));
        }
        let prefix = found.strip_prefix(&self.root).map(slashed).unwrap_or_default();
        let mut entries = Vec::new();
        for entry in fs::read_dir(&found).map_err(|error| Unreadable::from_io(path, error))? {
            let Ok(entry) = entry else { continue };
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
            let path = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
            let Ok(target) = self.resolve(&path) else { continue };
            if let Ok(metadata) = fs::metadata(target) {
                entries.push(Entry { path, metadata });
            }
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    /// Whether the entry is a symbolic link; walks don't follow those, so that they end.
    pub(super) fn is_link(&self, entry: &Entry) -> bool {
        fs::symlink_metadata(self.root.join(&entry.path)).is_ok_and(|metadata| metadata.is_symlink())
    }

    /// The canonical path, if it lies below the directory once every link is followed, and no part of it is hidden.
    fn resolve(&self, path: &str) -> Result<PathBuf, Unreadable> {
        let not_found = || Unreadable::NotFound(path.to_owned());
        let asked = Path::new(path);
        if path.contains('\0') || !asked.components().all(may_be_asked) {
            return Err(not_found());
        }
        let found = self.root.join(asked).canonicalize().map_err(|_| not_found())?;
        let inside = found.strip_prefix(&self.root).map_err(|_| not_found())?;
        if inside.components().all(may_be_asked) { Ok(found) } else { Err(not_found()) }
    }
}

impl Unreadable {
    pub(super) fn from_io(path: &str, error: io::Error) -> Self {
        Self::Io(path.to_owned(), error)
    }
}

/// `path` with `/` between its parts, on every system.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
    parts.join("/")
}

fn may_be_asked(component: Component<'_>) -> bool {
    match component {
        Component::CurDir => true,
        Component::Normal(name) => !name.to_string_lossy().starts_with('.'),
        Component::ParentDir | Component::RootDir | Component::Prefix(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory() -> (tempfile::TempDir, Directory) {
        let outer = tempfile::tempdir().expect("a temporary directory");
        let root = outer.path().join("root");
        fs::create_dir_all(root.join("sub")).expect("a directory");
        for (path, text) in
            [("root/a.txt", "a"), ("root/sub/b.txt", "b"), ("root/.env", "k"), ("secret.txt", "s")]
        {
            fs::write(outer.path().join(path), text).expect("a file");
        }
        let directory = Directory::open(&root).expect("the root is there");
        (outer, directory)
    }

    #[test]
    fn files_below_the_directory_are_readable() {
        let (_outer, directory) = directory();
        for path in ["a.txt", "./a.txt", "sub/b.txt", "sub//b.txt"] {
            assert!(directory.file(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn what_lies_outside_or_is_hidden_reads_like_what_is_not_there() {
        let (outer, directory) = directory();
        let absolute = outer.path().join("secret.txt").to_string_lossy().into_owned();
        let outside = ["../secret.txt", "sub/../../secret.txt", "/etc/passwd", &absolute];
        for path in outside.into_iter().chain([".env", "./.env", "sub/../a.txt", "gone.txt", "a.txt\0"]) {
            assert!(matches!(directory.file(path), Err(Unreadable::NotFound(_))), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere_that_its_target_may_not_be_seen() {
        use std::os::unix::fs::symlink;
        let (outer, directory) = directory();
        let root = directory.root().to_owned();
        symlink(outer.path().join("secret.txt"), root.join("out.txt")).expect("a link");
        symlink(root.join(".env"), root.join("env.txt")).expect("a link");
        symlink(root.join("sub/b.txt"), root.join("in.txt")).expect("a link");
        symlink("../..", root.join("sub/up")).expect("a link");
        for path in ["out.txt", "env.txt", "sub/up/secret.txt", "sub/up"] {
            assert!(directory.file(path).is_err(), "{path}");
        }
        assert!(directory.file("in.txt").is_ok());
        let listed: Vec<_> = directory.entries(".").expect("listable").into_iter().map(|e| e.path).collect();
        assert_eq!(listed, ["a.txt", "in.txt", "sub"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_refused_without_waiting_for_its_writer() {
        let (_outer, directory) = directory();
        let socket = directory.root().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(socket).expect("a socket");
        assert!(matches!(directory.file("socket"), Err(Unreadable::NoFile(_))));
    }
}
