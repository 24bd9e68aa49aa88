//! Files and directories that only their owner may read.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::SystemTime;

/// What others than the owner may do with a file or directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exposure {
    /// The permission bits, as `chmod` takes them.
    pub mode: u32,
    /// Group or others may read it.
    pub readable: bool,
    /// Group or others may change it.
    pub writable: bool,
}

/// Makes `dir` and its missing parents; those made are mode 0700.
pub fn create_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(|error| match error.kind() {
        // Something else has the name.
        io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
        _ => error,
    })
}

/// Opens `file` for reading and writing, making it with mode 0600 when it is missing.
pub fn open_private(file: &Path) -> io::Result<File> {
    private_options().create(true).truncate(false).open(file)
}

/// Makes `file` with mode 0600, or fails when it exists.
pub fn create_private(file: &Path) -> io::Result<File> {
    private_options().create_new(true).open(file)
}

/// Opens `file` for appending, making it with mode 0600 when it is missing. Never follows a link and never waits: what is
/// no file is refused.
pub fn append_private(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    regular(options.create(true), file)
}

/// Reads `file` from `offset` on, as far as `into` goes or the file does; returns how far that was. Where others read or append
/// makes no difference.
pub fn read_at(file: &File, into: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while filled < into.len() {
        match std::os::unix::fs::FileExt::read_at(file, &mut into[filled..], offset + filled as u64) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Opens `file` for reading and writing, with the same care.
pub fn open_regular(file: &Path) -> io::Result<File> {
    regular(private_options().create(true).truncate(false), file)
}

/// Opens `file` for reading, with the same care.
pub fn read_regular(file: &Path) -> io::Result<File> {
    regular(OpenOptions::new().read(true), file)
}

/// Tells a file from all others that exist, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileId(u64, u64);

impl FileId {
    /// Of an open file.
    pub fn of(file: &File) -> io::Result<Self> {
        let metadata = file.metadata()?;
        Ok(Self(MetadataExt::dev(&metadata), MetadataExt::ino(&metadata)))
    }
}

/// Changes whenever a file is replaced, and when it is written to, as far as its time tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileVersion(u64, Option<SystemTime>);

impl FileVersion {
    /// Of what has this name now.
    pub fn of(path: &Path) -> io::Result<Self> {
        let metadata = fs::symlink_metadata(path)?;
        Ok(Self(MetadataExt::ino(&metadata), metadata.modified().ok()))
    }
}

fn regular(options: &mut OpenOptions, file: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.bits().cast_signed());
    }
    let opened = options.open(file)?;
    if !opened.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    Ok(opened)
}

/// Replaces `file` whole, or leaves it as it was: no reader ever sees half of it. An existing mode is kept.
pub fn replace(file: &Path, contents: &[u8]) -> io::Result<()> {
    let dir = file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut next = tempfile::NamedTempFile::new_in(dir)?;
    io::Write::write_all(&mut next, contents)?;
    if let Ok(metadata) = fs::metadata(file) {
        next.as_file().set_permissions(metadata.permissions())?;
    }
    next.as_file().sync_all()?;
    next.persist(file)?;
    Ok(())
}

/// Who else may touch `path`. On Windows, where the profile's access list protects it, nobody.
pub fn exposure(path: &Path) -> io::Result<Exposure> {
    let metadata = fs::metadata(path)?;
    #[cfg(unix)]
    let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o7777;
    #[cfg(not(unix))]
    let mode = if metadata.permissions().readonly() { 0o400 } else { 0o600 };
    Ok(Exposure { mode, readable: mode & 0o044 != 0, writable: mode & 0o022 != 0 })
}

fn private_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
