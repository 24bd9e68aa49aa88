//! Sockets in the file system that only their owner may connect to.

use std::io;
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, Mode, OFlags};
use rustix::net::{AddressFamily, SocketAddrUnix, SocketFlags, SocketType, bind, listen, socket_with};
use tokio::net::{UnixListener, UnixStream};

use super::files;

/// How many connections may wait to be accepted.
const BACKLOG: i32 = 128;

/// Makes `dir`, or sees to it that it is ours and that nobody else may look or write into it. A link to a directory is none.
pub fn private_directory(dir: &Path) -> io::Result<()> {
    files::create_private_dir(dir)?;
    let found = std::fs::symlink_metadata(dir)?;
    if !found.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotADirectory, "it is a link"));
    }
    if found.uid() != rustix::process::geteuid().as_raw() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it belongs to another account"));
    }
    std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o700))
}

/// Listens at `path`, which must not exist yet; mode 0600 from the first connection on.
pub fn listen_at(path: &Path) -> io::Result<UnixListener> {
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    let socket = socket_with(AddressFamily::UNIX, SocketType::STREAM, flags, None)?;
    let short = Short::new(path)?;
    bind(&socket, &SocketAddrUnix::new(short.path.as_path())?)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    listen(&socket, BACKLOG)?;
    UnixListener::from_std(socket.into())
}

/// Connects to `path`.
pub async fn connect_to(path: &Path) -> io::Result<UnixStream> {
    let short = Short::new(path)?;
    UnixStream::connect(&short.path).await
}

/// Whether the process at the other end belongs to the account that this one runs as.
pub fn is_own_account(stream: &UnixStream) -> bool {
    let own = rustix::process::geteuid().as_raw();
    stream.peer_cred().is_ok_and(|peer| peer.uid() == own)
}

/// Removes the socket at `path`; anything else that stands there stays.
pub fn remove_socket(path: &Path) {
    let is_socket = std::fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_socket());
    if is_socket {
        // Somebody else may have been faster.
        let _ = std::fs::remove_file(path);
    }
}

/// A path that fits into a socket's address, which holds about a hundred bytes (unix(7)).
struct Short {
    path: PathBuf,
    /// Held while the path is used: it leads through this descriptor.
    _directory: Option<OwnedFd>,
}

impl Short {
    fn new(path: &Path) -> io::Result<Self> {
        let (Err(_), Some(directory), Some(name)) =
            (SocketAddrUnix::new(path), path.parent(), path.file_name())
        else {
            return Ok(Self { path: path.to_owned(), _directory: None });
        };
        let flags = OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::RDONLY;
        let descriptor = rustix::fs::openat(CWD, directory, flags, Mode::empty())?;
        let path = Path::new("/proc/self/fd").join(descriptor.as_raw_fd().to_string()).join(name);
        Ok(Self { path, _directory: Some(descriptor) })
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_path_of_any_length_is_private_and_reachable() {
        let root = tempfile::tempdir().expect("a directory");
        for depth in [1, 40] {
            let dir = root.path().join("long/".repeat(depth)).join("run");
            private_directory(&dir).expect("its directory");
            let path = dir.join("a.sock");
            let listener = listen_at(&path).expect("a listener");
            assert_eq!(files::exposure(&path).expect("its mode").mode, 0o600);
            assert_eq!(files::exposure(&dir).expect("its mode").mode, 0o700);
            let (client, server) = tokio::join!(connect_to(&path), listener.accept());
            assert!(is_own_account(&client.expect("a connection")));
            assert!(is_own_account(&server.expect("a connection").0));
            remove_socket(&path);
            assert!(!path.exists());
        }
    }
}
