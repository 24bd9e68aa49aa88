//! Where mcpgw keeps its files. Which directories these are is decided by the shell, from flags and environment.

use std::path::{Path, PathBuf};

/// The directories and files of one installation, all absolute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Holds the store. Mode 0700.
    pub data_dir: PathBuf,
    /// Holds logs and rings: what may be deleted without loss.
    pub state_dir: PathBuf,
    /// The settings, in TOML; need not exist.
    pub config_file: PathBuf,
}

impl Paths {
    /// The directory of logs.
    pub fn log_dir(&self) -> PathBuf {
        self.state_dir.join("logs")
    }

    /// The store's database file.
    pub fn store_file(&self) -> PathBuf {
        store_file(&self.data_dir)
    }

    /// Where calls are counted.
    pub fn quota_dir(&self) -> PathBuf {
        quota_dir(&self.data_dir)
    }

    /// Where running sessions are reached.
    pub fn run_dir(&self) -> PathBuf {
        run_dir(&self.data_dir)
    }
}

/// Where sessions write down what they use, inside `data_dir`. Mode 0700.
pub fn usage_dir(data_dir: &Path) -> PathBuf {
    data_dir.join("usage")
}

/// The store's database file inside `data_dir`.
pub fn store_file(data_dir: &Path) -> PathBuf {
    data_dir.join("mcpgw.db")
}

/// Where running sessions are reached, inside `data_dir`. Mode 0700.
pub fn run_dir(data_dir: &Path) -> PathBuf {
    data_dir.join("run")
}

/// Where calls are counted, inside `data_dir`. Mode 0700.
pub fn quota_dir(data_dir: &Path) -> PathBuf {
    data_dir.join("quota")
}
