//! Why a session gave no answer.

use std::io;

use super::Refusal;

/// Why a session gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nobody listens at its socket.
    #[error("it does not listen")]
    Gone,
    /// It took too long.
    #[error("it did not answer in time")]
    Late,
    /// The connection failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It said what can't be understood.
    #[error("its answer can't be used: {0}")]
    Answer(Refusal),
    /// It belongs to another account.
    #[error("it runs under another account")]
    Stranger,
}
