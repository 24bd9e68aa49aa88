//! Asks one session.

use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use tokio::net::UnixStream;

use super::protocol::LONGEST_ANSWER;
use super::{Answer, AskError, Request, line};
use crate::core::platform::time::{sleep, timeout};
use crate::core::platform::{connect_to, is_own_account};

/// When too many others wait to be let in: until the next try.
const CROWDED: Duration = Duration::from_millis(5);

/// Asks the session at `socket`, which has `patience` to answer.
pub async fn ask(socket: &Path, request: Request, patience: Duration) -> Result<Answer, AskError> {
    timeout(patience, converse(socket, request)).await.unwrap_or(Err(AskError::Late))
}

async fn converse(socket: &Path, request: Request) -> Result<Answer, AskError> {
    let stream = connect(socket).await?;
    if !is_own_account(&stream) {
        return Err(AskError::Stranger);
    }
    let request = request.line().map_err(std::io::Error::from)?;
    line::write(&stream, &request).await?;
    let answer = line::read(&stream, LONGEST_ANSWER).await?;
    Answer::read(&answer).map_err(AskError::Answer)
}

/// Connects, and tells that nobody is there from other failures.
pub(super) async fn connect(socket: &Path) -> Result<UnixStream, AskError> {
    loop {
        match connect_to(socket).await {
            Ok(stream) => return Ok(stream),
            Err(error) => match error.kind() {
                ErrorKind::WouldBlock => sleep(CROWDED).await,
                // Where we may not look, or there is no such place, none of ours listens.
                ErrorKind::ConnectionRefused
                | ErrorKind::NotFound
                | ErrorKind::NotADirectory
                | ErrorKind::PermissionDenied => return Err(AskError::Gone),
                _ => return Err(error.into()),
            },
        }
    }
}
