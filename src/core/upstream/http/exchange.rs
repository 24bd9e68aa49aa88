//! One request and its answer (MCP `basic/transports`, sending messages to the server).

use std::fmt;
use std::sync::Arc;

use reqwest::Response;
use tokio_util::sync::CancellationToken;

use super::agreement::Marks;
use super::bridge::Connection;
use super::caller::session_of;
use super::following::Answer;
use super::refusal::{Refusal, refusal};
use super::stream::finish;
use super::waiting::Place;
use crate::core::model::Protocol;
use crate::core::wire::{self, Envelope, Field, IdKey, Kind, Span};

/// A request of the session.
#[derive(Debug, Clone)]
pub(super) struct Exchange {
    /// The whole request.
    pub(super) request: Vec<u8>,
    /// Its raw id.
    pub(super) id: Vec<u8>,
    /// Its id by meaning.
    pub(super) key: IdKey,
    /// Its place among those that wait: an id may be used again.
    pub(super) place: Place,
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
        refusal.error.map_or(Self::Words(refusal.words), Self::Error)
    }
}

impl Exchange {
    pub(super) fn of(request: Vec<u8>, envelope: &Envelope) -> Option<Self> {
        let id = envelope.get(Field::Id)?.of(&request).to_vec();
        Some(Self { key: IdKey::from_token(&id)?, id, request, place: Place::default() })
    }

    /// Whether the message that begins with `head`, and is not there as a whole, may be the answer.
    pub(super) fn may_be_answered(&self, head: &[u8]) -> bool {
        let (id, asks) = match wire::scan(head) {
            Ok(envelope) => (envelope.get(Field::Id), envelope.get(Field::Method).is_some()),
            Err(error) => (error.id, error.asks),
        };
        let others = |id: Span| IdKey::from_token(id.of(head)).as_ref() != Some(&self.key);
        !asks && !id.is_some_and(others)
    }

    /// What `message` is to who waits for the answer.
    pub(super) fn meaning(&self, message: &[u8]) -> Meaning {
        let Ok(envelope) = wire::scan(message) else { return Meaning::Other };
        let id = envelope.get(Field::Id).map(|id| id.of(message)).filter(|id| id != b"null");
        match (id, envelope.get(Field::Error)) {
            // The server could not read the id (JSON-RPC 2.0, section 5).
            (None, Some(error)) if envelope.get(Field::Method).is_none() => {
                Meaning::Refused(error.of(message).to_vec())
            }
            (Some(id), _)
                if envelope.kind() == Kind::Response && IdKey::from_token(id).as_ref() == Some(&self.key) =>
            {
                Meaning::Answer
            }
            _ if envelope.get(Field::Method).is_some() => Meaning::Said,
            _ => Meaning::Other,
        }
    }
}

/// What a message is to who waits for an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The answer.
    Answer,
    /// The raw error of whatever was asked.
    Refused(Vec<u8>),
    /// A request or notification.
    Said,
    /// An answer to something else, or what is no message.
    Other,
}

impl Connection {
    /// Asks the server, and answers the session: always, unless the request is given up.
    pub(super) async fn ask(self: Arc<Self>, exchange: Exchange, given_up: CancellationToken) {
        tokio::select! {
            biased;
            () = given_up.cancelled() => {}
            () = self.ask_and_answer(&exchange) => {}
        }
        self.known().waiting.leave(&exchange.key, exchange.place);
    }

    async fn ask_and_answer(self: &Arc<Self>, exchange: &Exchange) {
        let Ok(room) = Arc::clone(&self.room).acquire_owned().await else { return };
        self.known().waiting.send(exchange.place, room);
        let answer = match self.legacy.get() {
            // The answer comes with everything else.
            Some(_) => self.deliver(&exchange.request).await.map(|()| None),
            None => self.request(exchange).await.map(Some),
        };
        self.reply(exchange, answer).await;
    }

    /// Gives the session the answer that came and what the server said after it, or an answer in place of it.
    async fn reply(self: &Arc<Self>, exchange: &Exchange, answer: Result<Option<Answer>, Failure>) {
        match answer {
            Ok(Some(answer)) => {
                self.output.message(answer.message).await;
                self.pass_rest(answer.rest);
            }
            Ok(None) => {}
            Err(Failure::Words(why)) => self.output.failure(&exchange.id, &why).await,
            Err(Failure::Error(error)) => self.output.error(&exchange.id, &error).await,
        }
    }

    /// Opens the conversation: with a server that knows Streamable HTTP, or HTTP+SSE only.
    pub(super) async fn open(self: Arc<Self>, exchange: Exchange, protocol: Protocol) {
        let opened = match protocol {
            Protocol::Sse => match self.connect().await {
                Ok(()) => self.deliver(&exchange.request).await.map(|()| None),
                Err(why) => Err(why.into()),
            },
            Protocol::Http => self.open_streamable(&exchange).await,
        };
        self.reply(&exchange, opened).await;
    }

    async fn open_streamable(self: &Arc<Self>, exchange: &Exchange) -> Result<Option<Answer>, Failure> {
        let before = self.marks();
        // It is asked without marks: there is nothing yet that could be continued.
        let response = self.caller.post(None, &exchange.request, &Marks::default()).await?;
        if !response.status().is_success() {
            let refusal = refusal(response, &self.caller).await;
            if !refusal.may_be_of_older() {
                return Err(refusal.into());
            }
            let words = refusal.words;
            self.connect().await.map_err(|why| format!("{words}; nor does it speak HTTP+SSE: {why}"))?;
            self.deliver(&exchange.request).await?;
            return Ok(None);
        }
        let session = session_of(&response);
        // What the server asks before it answers, and a stream that is resumed, are of that session already.
        let opening = before.opening(session.clone());
        self.known().marks = opening.clone();
        let answer = self.answer(response, exchange, &opening).await?;
        if let Some(marks) = before.next(session, &answer.message) {
            self.known().marks = marks;
        }
        Ok(Some(answer))
    }

    /// Sends a message that has no answer here.
    pub(super) async fn deliver(self: &Arc<Self>, message: &[u8]) -> Result<(), Failure> {
        let (response, _) = self.post(message, None).await?;
        self.aside(finish(response));
        Ok(())
    }

    /// The same in this session of the server's alone.
    pub(super) async fn deliver_here(self: &Arc<Self>, message: &[u8]) -> Result<(), Failure> {
        let response = self.caller.post(self.legacy.get(), message, &self.marks()).await?;
        if !response.status().is_success() {
            return Err(refusal(response, &self.caller).await.into());
        }
        self.aside(finish(response));
        Ok(())
    }

    async fn request(self: &Arc<Self>, exchange: &Exchange) -> Result<Answer, Failure> {
        let (response, marks) = self.post(&exchange.request, Some(exchange)).await?;
        self.answer(response, exchange, &marks).await
    }

    /// Sends a message, and gives the answer of a server that takes it, with what it was marked with. Where the session with the
    /// server is over, it is made anew first: the server did nothing then, and what is given up meanwhile is not sent.
    async fn post(
        self: &Arc<Self>,
        message: &[u8],
        request: Option<&Exchange>,
    ) -> Result<(Response, Marks), Failure> {
        let mut renewed = false;
        loop {
            let marks = self.marks();
            let response = self.caller.post(self.legacy.get(), message, &marks).await?;
            if response.status().is_success() {
                return Ok((response, marks));
            }
            let refusal = refusal(response, &self.caller).await;
            let is_answer = request.is_some_and(|exchange| refusal.answers(&exchange.key));
            if renewed || is_answer || marks.session().is_none() || !refusal.is_of_session() {
                return Err(refusal.into());
            }
            renewed = true;
            let place = request.map(|exchange| exchange.place);
            self.set_sent(place, false);
            self.renew(&marks, request).await?;
            self.set_sent(place, true);
        }
    }

    fn set_sent(&self, place: Option<Place>, is_sent: bool) {
        if let Some(place) = place {
            self.known().waiting.set_sent(place, is_sent);
        }
    }
}
