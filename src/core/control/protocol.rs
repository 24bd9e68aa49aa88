//! What is said on the socket: one line of JSON each way, then the connection closes.

use serde::{Deserialize, Serialize};

use crate::core::model::{ServerId, SessionState};

/// Counts up when an older mcpgw could misunderstand what is said.
pub(super) const VERSION: u32 = 1;

/// The longest request, bytes; every one fits ten times.
pub(super) const LONGEST_REQUEST: usize = 4 * 1024;

/// The longest answer, bytes: the state of thousands of servers.
pub(super) const LONGEST_ANSWER: usize = 16 * 1024 * 1024;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Request {
    /// How are you?
    State,
    /// The store has changed: read it now, and answer when that is in force.
    Poke,
    /// Run this server anew.
    Restart {
        /// Which one.
        server: ServerId,
    },
    /// End the session as SIGTERM would.
    End,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It is like this.
    State(Box<SessionState>),
    /// It was done; the end is about to be.
    Done,
    /// This session has no such server.
    NoServer,
    /// It was not done.
    Refused(Refusal),
}

/// Why something is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The request can't be understood.
    #[error("it does not understand the request")]
    Malformed,
    /// The asker speaks another version.
    #[error("it is of another version of mcpgw")]
    Version,
    /// The asker may not.
    #[error("it does not allow that")]
    Denied,
    /// The session is ending, or can't read the store.
    #[error("it can't do that now")]
    Unable,
}

#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    mcpgw: u32,
    #[serde(flatten)]
    said: T,
}

#[derive(Serialize, Deserialize)]
struct Said<T> {
    answer: T,
}

#[derive(Deserialize)]
struct Head {
    mcpgw: u32,
}

impl Request {
    /// The line, with its end.
    pub(super) fn line(self) -> serde_json::Result<Vec<u8>> {
        line(&Versioned { mcpgw: VERSION, said: self })
    }

    /// Reads a line.
    pub(super) fn read(line: &[u8]) -> Result<Self, Refusal> {
        Ok(read::<Versioned<Self>>(line)?.said)
    }
}

impl Answer {
    /// The line, with its end.
    pub(super) fn line(&self) -> serde_json::Result<Vec<u8>> {
        line(&Versioned { mcpgw: VERSION, said: Said { answer: self } })
    }

    /// Reads a line.
    pub(super) fn read(line: &[u8]) -> Result<Self, Refusal> {
        Ok(read::<Versioned<Said<Self>>>(line)?.said.answer)
    }
}

fn line(said: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(said)?;
    line.push(b'\n');
    Ok(line)
}

fn read<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<T, Refusal> {
    let head: Head = serde_json::from_slice(line).map_err(|_| Refusal::Malformed)?;
    if head.mcpgw != VERSION {
        return Err(Refusal::Version);
    }
    serde_json::from_slice(line).map_err(|_| Refusal::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let server = ServerId::new(1, [2; 10]);
        for request in [Request::State, Request::Poke, Request::Restart { server }, Request::End] {
            assert_eq!(Request::read(&request.line().expect("a line")), Ok(request));
        }
        for answer in [Answer::Done, Answer::NoServer, Answer::Refused(Refusal::Unable)] {
            assert_eq!(Answer::read(&answer.line().expect("a line")).as_ref(), Ok(&answer));
        }
    }

    #[test]
    fn the_form_is_fixed_and_another_version_is_told_apart_from_nonsense() {
        assert_eq!(Request::Poke.line().expect("a line"), b"{\"mcpgw\":1,\"do\":\"poke\"}\n");
        assert_eq!(Answer::Done.line().expect("a line"), b"{\"mcpgw\":1,\"answer\":\"done\"}\n");
        assert_eq!(Request::read(b"{\"mcpgw\":2,\"do\":\"dance\"}\n"), Err(Refusal::Version));
        for nonsense in
            [&b"{\"mcpgw\":1,\"do\":\"dance\"}\n"[..], b"\n", b"[]\n", b"\xff\n", b"{\"do\":\"end\"}\n"]
        {
            assert_eq!(Request::read(nonsense), Err(Refusal::Malformed));
        }
    }
}
