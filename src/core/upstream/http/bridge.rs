//! The bridge itself: takes the session's lines, and sends each where it belongs.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use reqwest::Url;
use tokio::sync::{Semaphore, oneshot};
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use super::agreement::Marks;
use super::caller::Caller;
use super::endpoint::Endpoint;
use super::exchange::Exchange;
use super::listener::BEGIN;
use super::output::Output;
use super::renewal::Renewing;
use super::told::{Message, Told, Untold};
use super::waiting::{GivenUp, Waiting};
use crate::core::model::Protocol;
use crate::core::platform::time::{sleep, timeout};
use crate::core::platform::{Reader, Writer};
use crate::core::wire::{self, Envelope, Field, IdKey, Kind, Line, LineBuffer, unquote};

/// How many requests are under way at once; each has a connection of its own.
const AT_ONCE: usize = 64;
/// How long what follows a message without an answer waits for the server to have taken it, so that they come in their order.
const IN_ORDER: Duration = Duration::from_secs(2);
/// Of how many questions of the server it is known that they are open; more at once is no server that waits for answers.
const MOST_ASKED: usize = 1024;
/// The longest id of one that is kept, bytes.
const LONGEST_ID: usize = 256;
/// How long the answer to a request that was given up may still come.
const LATE: Duration = Duration::from_secs(30);
/// How long the session may take to read what came last.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How long the server may take to hear that the session is over.
const FAREWELL: Duration = Duration::from_secs(1);

/// A connection to one server.
pub(super) struct Connection {
    pub(super) caller: Caller,
    pub(super) output: Output,
    /// The longest message, bytes.
    pub(super) max_frame: usize,
    /// Says something to whoever reads the log of the server.
    pub(super) tell: fn(&str),
    /// Held while the session with the server is made anew.
    pub(super) renewing: tokio::sync::Mutex<Renewing>,
    /// Where messages go to a server that speaks HTTP+SSE.
    pub(super) legacy: OnceLock<Url>,
    /// Cancelled with the connection.
    pub(super) over: CancellationToken,
    /// Why it can't go on.
    pub(super) broken: OnceLock<String>,
    pub(super) room: Arc<Semaphore>,
    /// Messages without an answer, which are sent one after the other.
    told: Told,
    known: Mutex<Known>,
}

/// What is known of the conversation so far.
#[derive(Default)]
pub(super) struct Known {
    pub(super) marks: Marks,
    /// The request that opened it.
    pub(super) opening: Option<Exchange>,
    /// The last `logging/setLevel`.
    pub(super) level: Option<Exchange>,
    /// The `resources/subscribe` that hold, by their URI's token.
    pub(super) subscriptions: BTreeMap<Vec<u8>, Exchange>,
    pub(super) waiting: Waiting,
    /// The ids of what the server asks the client, and has no answer to.
    pub(super) asked: HashSet<Vec<u8>>,
    /// How many sessions in a row the server forgot as soon as they were listened to.
    pub(super) forgotten: u32,
}

/// Reads what to call from `input`, and serves until its end, or until it is to end. `tell` gets what is worth a line of the server's
/// log.
///
/// Fails with a sentence when there is nothing to call, or the server is gone for good.
pub async fn serve(
    mut input: Reader,
    output: Writer,
    tell: fn(&str),
    is_to_end: impl Future<Output = ()>,
) -> Result<(), String> {
    // The session has bounded its lines.
    let mut lines = LineBuffer::new(usize::MAX);
    let endpoint = match next_line(&mut input, &mut lines).await {
        Some(line) => Endpoint::parse(&Zeroizing::new(line))
            .ok_or("this is started by mcpgw, which tells it what to call")?,
        None => return Ok(()),
    };
    let (told, untold) = Told::new();
    let connection = Arc::new(Connection::new(&endpoint, Output::new(output), told, tell)?);
    let protocol = endpoint.protocol;
    drop(endpoint);
    let this = Arc::clone(&connection);
    connection.aside(async move { this.pass_on(untold).await });
    let serving = async {
        while let Some(line) = next_line(&mut input, &mut lines).await {
            connection.take(line, protocol).await;
        }
    };
    tokio::select! {
        biased;
        () = connection.over.cancelled() => {}
        () = connection.output.gone() => {}
        () = serving => connection.say_farewell().await,
        () = is_to_end => connection.say_farewell().await,
    }
    connection.over.cancel();
    let _ = timeout(LAST_WORDS, connection.output.flush()).await;
    connection.broken.get().map_or(Ok(()), |why| Err(why.clone()))
}

/// The id of what is a request.
fn question(message: &[u8]) -> Option<Vec<u8>> {
    let envelope = wire::scan(message).ok().filter(|envelope| envelope.kind() == Kind::Request)?;
    let id = envelope.get(Field::Id)?.of(message);
    (id.len() <= LONGEST_ID).then(|| id.to_vec())
}

async fn next_line(input: &mut Reader, lines: &mut LineBuffer) -> Option<Vec<u8>> {
    loop {
        if let Some(Line::Complete(span) | Line::TooLong(span)) = lines.next_line() {
            return Some(span.of(lines.bytes()).to_vec());
        }
        match input.read(lines.room()).await {
            Ok(count @ 1..) => lines.filled(count),
            _ => return None,
        }
    }
}

impl Connection {
    fn new(endpoint: &Endpoint, output: Output, told: Told, tell: fn(&str)) -> Result<Self, String> {
        Ok(Self {
            caller: Caller::new(endpoint)?,
            output,
            max_frame: endpoint.max_frame,
            tell,
            renewing: tokio::sync::Mutex::default(),
            legacy: OnceLock::new(),
            over: CancellationToken::new(),
            broken: OnceLock::new(),
            room: Arc::new(Semaphore::new(AT_ONCE)),
            told,
            known: Mutex::default(),
        })
    }

    pub(super) fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What requests are marked with now.
    pub(super) fn marks(&self) -> Marks {
        self.known().marks.clone()
    }

    /// Does `work` beside everything else, as long as the connection lasts.
    pub(super) fn aside(self: &Arc<Self>, work: impl Future<Output = ()> + Send + 'static) {
        let over = self.over.clone();
        tokio::spawn(async move {
            tokio::select! {
                biased;
                () = over.cancelled() => {}
                () = work => {}
            }
        });
    }

    /// Takes one line of the session.
    async fn take(self: &Arc<Self>, line: Vec<u8>, protocol: Protocol) {
        let Ok(envelope) = wire::scan(&line) else { return };
        let method = envelope.get(Field::Method).and_then(|span| unquote(span.of(&line)));
        let method = method.map(std::borrow::Cow::into_owned).unwrap_or_default();
        match (envelope.kind(), method.as_str()) {
            (Kind::Request, "initialize") => {
                let Some(exchange) = Exchange::of(line, &envelope) else { return };
                self.known().opening = Some(exchange.clone());
                let this = Arc::clone(self);
                self.aside(async move { this.open(exchange, protocol).await });
            }
            (Kind::Request, method) => {
                let uri = envelope.get(Field::Uri).map(|span| span.of(&line).to_vec());
                let Some(mut exchange) = Exchange::of(line, &envelope) else { return };
                let entered = self.known().waiting.enter(exchange.key.clone(), exchange.request.len());
                let Some((place, given_up)) = entered else {
                    let why = "too much is waiting for the server's answers";
                    return self.output.failure(&exchange.id, why).await;
                };
                exchange.place = place;
                self.remember(method, uri, &exchange);
                let this = Arc::clone(self);
                self.aside(async move { this.ask(exchange, given_up).await });
            }
            (Kind::Notification, "notifications/initialized") => self.begin(line).await,
            (Kind::Notification, "notifications/cancelled") => self.give_up(line, &envelope),
            (Kind::Notification, _) => self.tell_server(line, None),
            (Kind::Response, _) => {
                let mut known = self.known();
                if let Some(id) = envelope.get(Field::Id) {
                    known.asked.remove(id.of(&line));
                }
                let session = known.marks.number();
                drop(known);
                self.tell_server(line, Some(session));
            }
            (Kind::Invalid, _) => {}
        }
    }

    /// Keeps what a new session with the server must be told again.
    fn remember(&self, method: &str, uri: Option<Vec<u8>>, exchange: &Exchange) {
        let mut known = self.known();
        match (method, uri) {
            ("logging/setLevel", _) => known.level = Some(exchange.clone()),
            ("resources/subscribe", Some(uri)) => {
                known.subscriptions.insert(uri, exchange.clone());
            }
            ("resources/unsubscribe", Some(uri)) => {
                known.subscriptions.remove(&uri);
            }
            _ => {}
        }
    }

    /// Tells the server that the client is ready, and listens to it from then on. Requests come after that, if the server does not
    /// take too long.
    async fn begin(self: &Arc<Self>, message: Vec<u8>) {
        let (done, taken) = oneshot::channel();
        let this = Arc::clone(self);
        self.aside(async move {
            this.deliver_or_tell(message).await;
            if this.legacy.get().is_none() {
                let _ = timeout(BEGIN, this.listen()).await;
            }
            let _ = done.send(());
        });
        let _ = timeout(IN_ORDER, taken).await;
    }

    /// Gives the session what the server says by itself.
    pub(super) async fn pass(&self, message: Vec<u8>) {
        if let Some(id) = question(&message) {
            let mut known = self.known();
            if known.asked.len() < MOST_ASKED {
                known.asked.insert(id);
            }
        }
        self.output.message(message).await;
    }

    /// Has this sent after what was said before it; an answer to what was asked in this session of the server's in no other.
    fn tell_server(&self, message: Vec<u8>, session: Option<u64>) {
        if !self.told.enter(message, session) {
            (self.tell)("a message is dropped: too much waits for the server to take it");
        }
    }

    /// Sends what has no answer, in its order. What comes after it waits until the server has it, but not for ever.
    async fn pass_on(self: Arc<Self>, mut untold: Untold) {
        while let Some(Message { bytes: message, session, room }) = untold.recv().await {
            if session.is_some_and(|session| session != self.marks().number()) {
                continue;
            }
            let (done, taken) = oneshot::channel();
            let this = Arc::clone(&self);
            self.aside(async move {
                match session {
                    None => this.deliver_or_tell(message).await,
                    Some(_) => this.answer_back(&message).await,
                }
                drop(room);
                let _ = done.send(());
            });
            let _ = timeout(IN_ORDER, taken).await;
        }
    }

    /// Sends an answer, once: a session that the server makes anew has asked nothing.
    async fn answer_back(self: &Arc<Self>, message: &[u8]) {
        if let Err(why) = self.deliver_here(message).await {
            (self.tell)(&format!("an answer could not be delivered: {why}"));
        }
    }

    async fn deliver_or_tell(self: &Arc<Self>, message: Vec<u8>) {
        if let Err(why) = self.deliver(&message).await {
            (self.tell)(&format!("a message could not be delivered: {why}"));
        }
    }

    /// Takes a `notifications/cancelled`. The server hears of it only when it may have the request; its answer may be on its way.
    fn give_up(self: &Arc<Self>, message: Vec<u8>, envelope: &Envelope) {
        let key = envelope.get(Field::RequestId).and_then(|id| IdKey::from_token(id.of(&message)));
        let given_up = key.map_or(GivenUp::Unknown, |key| self.known().waiting.give_up(&key));
        match given_up {
            GivenUp::Unsent => {}
            GivenUp::Unknown => self.tell_server(message, None),
            GivenUp::Sent(token) => {
                self.tell_server(message, None);
                self.aside(async move {
                    sleep(LATE).await;
                    token.cancel();
                });
            }
        }
    }

    /// Ends the session with the server, if there is one (MCP `basic/transports`, session management). It need not answer.
    async fn say_farewell(&self) {
        let marks = self.marks();
        if marks.session().is_some() {
            let _ = timeout(FAREWELL, self.caller.delete(&marks)).await;
        }
    }
}
