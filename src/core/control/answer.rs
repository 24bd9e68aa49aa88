//! One connection, from its request to its end.

use std::io::ErrorKind;
use std::time::Duration;

use tokio::net::UnixStream;

use super::admission::{Peer, decide};
use super::follow::Pokes;
use super::protocol::LONGEST_REQUEST;
use super::{Answer, Refusal, Request, Subject, line};
use crate::core::platform::time::timeout;

/// How long a peer has to say what it wants, and to take the answer.
const PEER: Duration = Duration::from_secs(1);
/// How long what it wants may take.
const WORK: Duration = Duration::from_secs(10);

/// Answers one request. A peer that says nothing sensible in time costs its connection.
pub(super) async fn serve(stream: UnixStream, subject: impl Subject, pokes: Pokes) {
    let peer = Peer::of(&stream);
    let Ok(said) = timeout(PEER, line::read(&stream, LONGEST_REQUEST)).await else { return };
    let request = match said {
        Ok(line) => Request::read(&line),
        Err(error) if error.kind() == ErrorKind::FileTooLarge => Err(Refusal::Malformed),
        Err(_) => return,
    };
    let answer = match request {
        Ok(request) if !decide(peer, request) => Answer::Refused(Refusal::Denied),
        Ok(request) => {
            let work = timeout(WORK, perform(request, &subject, &pokes)).await;
            work.unwrap_or(Answer::Refused(Refusal::Unable))
        }
        Err(refusal) => Answer::Refused(refusal),
    };
    if let Ok(line) = answer.line() {
        let _ = timeout(PEER, line::write(&stream, &line)).await;
    }
    if matches!((request, answer), (Ok(Request::End), Answer::Done)) {
        subject.end();
    }
}

async fn perform(request: Request, subject: &impl Subject, pokes: &Pokes) -> Answer {
    let done = |done: bool| if done { Answer::Done } else { Answer::Refused(Refusal::Unable) };
    match request {
        Request::State => match subject.state().await {
            Some(state) => Answer::State(Box::new(state)),
            None => Answer::Refused(Refusal::Unable),
        },
        Request::Poke => done(pokes.poke().await),
        Request::Restart { server } => {
            // It may have been added a moment ago.
            if !pokes.poke().await {
                return Answer::Refused(Refusal::Unable);
            }
            if subject.restart(server).await { Answer::Done } else { Answer::NoServer }
        }
        Request::End => Answer::Done,
    }
}
