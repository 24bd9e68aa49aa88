//! Why a run came to nothing.

use std::{io, path::PathBuf, process::ExitStatus};

/// A run that can't go on. None of these is a figure that misses what it must hold.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Broken {
    #[error("can't {doing}: {source}")]
    Io { doing: &'static str, source: io::Error },
    #[error("can't start {}: {source}", program.display())]
    Spawn { program: PathBuf, source: io::Error },
    #[error("`mcpgw {command}` failed with {status}: {stderr}")]
    Command { command: String, status: ExitStatus, stderr: String },
    #[error(
        "the process closed its output in the middle of a session, or was killed after {0} seconds of it"
    )]
    Ended(u64),
    #[error("the process ended with {0} after its input was closed")]
    Status(ExitStatus),
    #[error("the answer to {asked} is not what the child said: {got}")]
    Answer { asked: String, got: String },
    #[error("{got} bytes arrived of a frame of at least {expected}")]
    Size { expected: usize, got: usize },
    #[error("{got} of {expected} tools were listed")]
    Listing { expected: usize, got: usize },
    #[error("{got} of {expected} children were initialised within {seconds} seconds")]
    Initialised { expected: usize, got: usize, seconds: i64 },
    #[error("the process was still busy {0} seconds after all was listed and called")]
    NeverQuiet(u64),
    #[error("a call was answered before the child had asked")]
    NotAsked,
    #[error("the child asked twice in one call")]
    AskedTwice,
    #[error("{got} of {expected} progress notifications arrived before the answer")]
    Progress { expected: u32, got: u32 },
    #[error("no figure's name contains `{pattern}`; there are:\n{}", names.join("\n"))]
    NoFigure { pattern: String, names: Vec<String> },
    #[error("the child that is to restart did not")]
    NoRestart,
    #[error("{got} of {expected:.0} log messages arrived")]
    Chatter { expected: f64, got: u32 },
    #[error("{got} of {expected} processes were started")]
    Family { expected: usize, got: usize },
    #[error("the child did not say which process it is")]
    NoProcess,
    #[error("process {0} is left")]
    Left(u32),
    #[error("{0} is not listed")]
    Tool(String),
}

/// What everything that can break returns.
pub(crate) type Outcome<T> = Result<T, Broken>;

impl Broken {
    /// For `map_err`: what was being done when the operating system refused.
    pub(crate) fn while_doing(doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { doing, source }
    }
}
