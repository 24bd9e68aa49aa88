//! Files and directories that only their owner may read.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

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
    builder.create(dir)
}

/// Opens `file` for reading and writing, making it with mode 0600 when it is missing.
pub fn open_private(file: &Path) -> io::Result<File> {
    private_options().create(true).truncate(false).open(file)
}

/// Makes `file` with mode 0600, or fails when it exists.
pub fn create_private(file: &Path) -> io::Result<File> {
    private_options().create_new(true).open(file)
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
