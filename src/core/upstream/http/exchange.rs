//! One request and its answer (MCP `basic/transports`, sending messages to the server; resumability and redelivery).

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::{Response, StatusCode};
use tokio_util::sync::CancellationToken;

use super::agreement::Marks;
use super::bridge::Connection;
use super::caller::session_of;
use super::events::{Event, Events};
use super::refusal::{Refusal, refusal};
use super::stream::{Content, body, finish, is_stream, next};
use crate::core::model::Protocol;
use crate::core::platform::time::sleep;
use crate::core::wire::{self, Envelope, Field, IdKey, Kind};

/// How long the answer to a request that was given up may still come.
const LATE: Duration = Duration::from_secs(30);
/// How often in a row a stream that ended early is asked for again without anything having come.
const RESUMPTIONS: u32 = 5;
/// How long to wait before that, unless the server says it.
const RESUME: Duration = Duration::from_secs(1);
/// The longest that a server may have us wait.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// A request of the session.
#[derive(Debug, Clone)]
pub(super) struct Exchange {
    /// The whole request.
    pub(super) request: Vec<u8>,
    /// Its raw id.
    pub(super) id: Vec<u8>,
    /// Its id by meaning.
    pub(super) key: IdKey,
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Failure {
    /// In our words.
    Words(String),
    /// The server's JSON-RPC error, raw.
    Error(Vec<u8>),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => f.write_str(words),
            Self::Error(error) => f.write_str(&String::from_utf8_lossy(error)),
        }
    }
}

impl From<String> for Failure {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Error(error) => Self::Error(error),
            Refusal::Words(words) => Self::Words(words),
        }
    }
}

impl Exchange {
    pub(super) fn of(request: Vec<u8>, envelope: &Envelope) -> Option<Self> {
        let id = envelope.get(Field::Id)?.of(&request).to_vec();
        Some(Self { key: IdKey::from_token(&id)?, id, request })
    }

    /// Whether `message` answers it.
    fn is_answered_by(&self, message: &[u8]) -> bool {
        wire::scan(message).is_ok_and(|envelope| {
            let id = envelope.get(Field::Id).and_then(|id| IdKey::from_token(id.of(message)));
            envelope.kind() == Kind::Response && id.as_ref() == Some(&self.key)
        })
    }
}

impl Connection {
    /// Asks the server, and answers the session: always, unless the request is given up.
    pub(super) async fn ask(self: Arc<Self>, exchange: Exchange) {
        let given_up = CancellationToken::new();
        self.known().waiting.insert(exchange.key.clone(), given_up.clone());
        tokio::select! {
            biased;
            () = given_up.cancelled() => {}
            () = self.ask_and_answer(&exchange) => {}
        }
        self.known().waiting.remove(&exchange.key);
    }

    async fn ask_and_answer(self: &Arc<Self>, exchange: &Exchange) {
        let Ok(_room) = self.room.acquire().await else { return };
        let answer = match self.legacy.get() {
            // The answer comes with everything else.
            Some(_) => self.deliver(exchange.request.clone()).await.map(|()| None),
            None => self.request(exchange).await.map(Some),
        };
        self.reply(exchange, answer).await;
    }

    /// Gives the session the answer that came, or one in place of it.
    async fn reply(&self, exchange: &Exchange, answer: Result<Option<Vec<u8>>, Failure>) {
        match answer {
            Ok(Some(answer)) => self.output.message(answer).await,
            Ok(None) => {}
            Err(Failure::Words(why)) => self.output.failure(&exchange.id, &why).await,
            Err(Failure::Error(error)) => self.output.error(&exchange.id, &error).await,
        }
    }

    /// Forgets a request that was given up, unless its answer is on its way already.
    pub(super) fn give_up(self: &Arc<Self>, key: IdKey) {
        let this = Arc::clone(self);
        self.aside(async move {
            sleep(LATE).await;
            if let Some(waiting) = this.known().waiting.get(&key) {
                waiting.cancel();
            }
        });
    }

    /// Opens the conversation: with a server that knows Streamable HTTP, or HTTP+SSE only.
    pub(super) async fn open(self: Arc<Self>, exchange: Exchange, protocol: Protocol) {
        let opened = match protocol {
            Protocol::Sse => match self.connect().await {
                Ok(()) => self.deliver(exchange.request.clone()).await.map(|()| None),
                Err(why) => Err(why.into()),
            },
            Protocol::Http => self.open_streamable(&exchange).await,
        };
        self.reply(&exchange, opened).await;
    }

    async fn open_streamable(self: &Arc<Self>, exchange: &Exchange) -> Result<Option<Vec<u8>>, Failure> {
        let before = self.marks();
        // It is asked without marks: there is nothing yet that could be continued.
        let response = self.caller.post(None, exchange.request.clone(), &Marks::default()).await?;
        let status = response.status();
        if !status.is_success() {
            let is_older = matches!(
                status,
                StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED
            );
            let refusal = refusal(response, &self.caller).await;
            // What refuses in JSON-RPC knows what it was asked (backwards compatibility).
            if !is_older || matches!(refusal, Refusal::Error(_)) || self.connect().await.is_err() {
                return Err(refusal.into());
            }
            self.deliver(exchange.request.clone()).await?;
            return Ok(None);
        }
        let session = session_of(&response);
        let answer = self.answer(response, exchange).await?;
        if let Some(marks) = before.next(session, &answer) {
            self.known().marks = marks;
        }
        Ok(Some(answer))
    }

    /// Sends a message that has no answer here.
    pub(super) async fn deliver(self: &Arc<Self>, message: Vec<u8>) -> Result<(), Failure> {
        let response = self.post(message).await?;
        self.aside(finish(response));
        Ok(())
    }

    async fn request(self: &Arc<Self>, exchange: &Exchange) -> Result<Vec<u8>, Failure> {
        let response = self.post(exchange.request.clone()).await?;
        self.answer(response, exchange).await
    }

    /// Sends a message, and gives the answer of a server that takes it. Where the session with the server is over, it is made
    /// anew first: the server did nothing then.
    async fn post(self: &Arc<Self>, message: Vec<u8>) -> Result<Response, Failure> {
        let mut renewed = false;
        loop {
            let marks = self.marks();
            let response = self.caller.post(self.legacy.get(), message.clone(), &marks).await?;
            let status = response.status();
            if status.is_success() {
                return Ok(response);
            }
            let refusal = refusal(response, &self.caller).await;
            let forgotten = status == StatusCode::NOT_FOUND
                || status == StatusCode::BAD_REQUEST && refusal.speaks_of_session();
            if renewed || marks.session().is_none() || !forgotten {
                return Err(refusal.into());
            }
            renewed = true;
            self.renew(&marks).await?;
        }
    }

    /// Reads the answer to `exchange`; what the server says before it goes to the session at once.
    pub(super) async fn answer(
        self: &Arc<Self>,
        mut response: Response,
        exchange: &Exchange,
    ) -> Result<Vec<u8>, Failure> {
        let origin = self.caller.origin();
        match Content::of(response.headers()) {
            Content::Stream => self.follow(response, exchange).await,
            Content::Json => {
                let answer = body(&mut response, self.max_frame, &self.caller).await?;
                if exchange.is_answered_by(&answer) {
                    return Ok(answer);
                }
                Err(Failure::Words(format!("{origin} answers with JSON that is no answer to this request")))
            }
            Content::Other if response.status() == StatusCode::ACCEPTED => {
                Err(Failure::Words(format!("{origin} accepts the request and does not answer it")))
            }
            Content::Other => Err(Failure::Words(format!(
                "{origin} answers with what is neither JSON nor a stream of events"
            ))),
        }
    }

    /// Follows a stream to the answer. One that ends early is resumed where the server can do that.
    async fn follow(
        self: &Arc<Self>,
        mut response: Response,
        exchange: &Exchange,
    ) -> Result<Vec<u8>, Failure> {
        let mut events = Events::new(self.max_frame);
        let mut in_vain = 0;
        loop {
            while let Some(found) = next(&mut response, &mut events).await? {
                let mut found = found.into_iter();
                in_vain = 0;
                while let Some(event) = found.next() {
                    let Event::Message(message) = event else { continue };
                    if exchange.is_answered_by(&message) {
                        self.pass_rest(found, response);
                        return Ok(message);
                    }
                    self.output.message(message).await;
                }
            }
            response = loop {
                let origin = self.caller.origin();
                let Some(last) = events.last_id().filter(|_| in_vain < RESUMPTIONS) else {
                    return Err(Failure::Words(format!(
                        "{origin} ended the connection before it answered: what it was asked for may be done or not"
                    )));
                };
                in_vain += 1;
                sleep(events.retry().unwrap_or(RESUME).min(LONGEST_WAIT)).await;
                match self.caller.get(Some(last), &self.marks()).await {
                    Ok(resumed) if is_stream(&resumed) => break resumed,
                    _ => {}
                }
            };
            events.restart();
        }
    }

    /// What comes behind an answer goes to the session, too; the connection is read to its end, so that it can be used again.
    fn pass_rest(self: &Arc<Self>, found: impl Iterator<Item = Event> + Send + 'static, response: Response) {
        let this = Arc::clone(self);
        self.aside(async move {
            for event in found {
                if let Event::Message(message) = event {
                    this.output.message(message).await;
                }
            }
            finish(response).await;
        });
    }
}
