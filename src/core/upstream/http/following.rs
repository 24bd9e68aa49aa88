//! Answers as they come: whole, or on a stream with what the server says besides, which may break and go on (MCP
//! `basic/transports`, resumability and redelivery).

use std::sync::Arc;
use std::time::Instant;
use std::vec::IntoIter;

use reqwest::{Response, StatusCode};

use super::agreement::Marks;
use super::batch::Messages;
use super::bridge::Connection;
use super::events::{Event, Events};
use super::exchange::{Exchange, Failure, Meaning};
use super::stream::{Content, GOOD, PATIENCE, TOO_LONG, body, is_final, is_stream, next, wait};
use crate::core::platform::time::{sleep, timeout};
use crate::core::wire;

/// How often in a row a stream that ended early is asked for again without a message having come.
const RESUMPTIONS: u32 = 5;

/// The answer to a request.
pub(super) struct Answer {
    /// The message itself.
    pub(super) message: Vec<u8>,
    /// What comes behind it.
    pub(super) rest: Option<Rest>,
}

/// What is left of a stream behind an answer.
pub(super) struct Rest {
    messages: Messages,
    found: IntoIter<Event>,
    response: Response,
    events: Events,
}

impl Connection {
    /// Reads the answer to `exchange`, which was sent with these `marks`; what the server says before it goes to the session at
    /// once.
    pub(super) async fn answer(
        self: &Arc<Self>,
        mut response: Response,
        exchange: &Exchange,
        marks: &Marks,
    ) -> Result<Answer, Failure> {
        let origin = self.caller.origin();
        let odd = match Content::of(response.headers()) {
            Content::Stream => return self.follow(response, exchange, marks).await,
            Content::Json => {
                let body = body(&mut response, self.max_frame, &self.caller).await?;
                let mut answer = None;
                for message in Messages::of(body) {
                    match exchange.meaning(&message) {
                        Meaning::Answer => answer = Some(message),
                        Meaning::Refused(error) => return Err(Failure::Error(error)),
                        Meaning::Said => self.pass(message).await,
                        Meaning::Other => {}
                    }
                }
                if let Some(message) = answer {
                    return Ok(Answer { message, rest: None });
                }
                "answers with JSON that is no answer to this request"
            }
            Content::Other if response.status() == StatusCode::ACCEPTED => {
                "accepts the request and does not answer it"
            }
            Content::Other => "answers with what is neither JSON nor a stream of events",
        };
        Err(Failure::Words(format!("{origin} {odd}")))
    }

    /// Follows a stream to the answer. One that ends early is resumed where the server can do that.
    async fn follow(
        self: &Arc<Self>,
        mut response: Response,
        exchange: &Exchange,
        marks: &Marks,
    ) -> Result<Answer, Failure> {
        let mut events = Events::new(self.max_frame);
        let mut in_vain = 0;
        loop {
            let since = Instant::now();
            while let Some(found) = next(&mut response, &mut events).await {
                let mut found = found.into_iter();
                while let Some(event) = found.next() {
                    let message = match event {
                        Event::Message(message) => message,
                        Event::Endpoint(_) => continue,
                        Event::TooLong(head) if exchange.may_be_answered(&head) => {
                            return Err(Failure::Words(TOO_LONG.to_owned()));
                        }
                        Event::TooLong(head) => {
                            self.tell_too_long(&head).await;
                            continue;
                        }
                    };
                    in_vain = 0;
                    let mut messages = Messages::of(message);
                    while let Some(message) = messages.next() {
                        match exchange.meaning(&message) {
                            Meaning::Answer => {
                                let rest = Some(Rest { messages, found, response, events });
                                return Ok(Answer { message, rest });
                            }
                            Meaning::Refused(error) => return Err(Failure::Error(error)),
                            // What is no message is noise, which the session tells of.
                            Meaning::Said | Meaning::Other => self.pass(message).await,
                        }
                    }
                }
            }
            // A server that keeps a stream open, or numbers what is to come when it is asked for the rest, is at work.
            if since.elapsed() >= GOOD || events.numbers() {
                in_vain = 0;
            }
            response = self.resume(&mut events, &mut in_vain, marks).await?;
        }
    }

    /// A stream that goes on where the last one broke.
    async fn resume(
        &self,
        events: &mut Events,
        in_vain: &mut u32,
        marks: &Marks,
    ) -> Result<Response, Failure> {
        while let Some(last) = events.last_id().filter(|_| *in_vain < RESUMPTIONS) {
            sleep(wait(events, *in_vain)).await;
            *in_vain += 1;
            match self.caller.get(Some(last), marks).await {
                Ok(stream) if is_stream(&stream) => {
                    events.restart();
                    return Ok(stream);
                }
                Ok(answer) if is_final(answer.status()) => break,
                _ => {}
            }
        }
        let origin = self.caller.origin();
        Err(Failure::Words(format!(
            "{origin} ended the connection before it answered: what it was asked for may be done or not"
        )))
    }

    /// Passes on what comes behind an answer. The stream is read to its end, so that its connection can be used again.
    pub(super) fn pass_rest(self: &Arc<Self>, rest: Option<Rest>) {
        let Some(Rest { messages, found, mut response, mut events }) = rest else { return };
        let this = Arc::clone(self);
        let passing = async move {
            for message in messages {
                this.pass(message).await;
            }
            let mut found: Vec<_> = found.collect();
            loop {
                this.pass_events(found).await;
                let Some(more) = next(&mut response, &mut events).await else { return };
                found = more;
            }
        };
        self.aside(async move {
            let _ = timeout(PATIENCE, passing).await;
        });
    }

    /// Passes on messages that nobody in particular waits for. Returns whether there were any.
    pub(super) async fn pass_events(&self, found: Vec<Event>) -> bool {
        let mut any = false;
        for event in found {
            match event {
                Event::Message(message) => {
                    any = true;
                    self.pass(message).await;
                }
                Event::Endpoint(_) => {}
                Event::TooLong(head) => self.tell_too_long(&head).await,
            }
        }
        any
    }

    /// Tells whoever waits for a message that was too long, where its beginning says who that is.
    async fn tell_too_long(&self, head: &[u8]) {
        (self.tell)(TOO_LONG);
        let Err(error) = wire::scan(head) else { return };
        if let Some(id) = error.id.filter(|_| !error.asks) {
            self.output.failure(id.of(head), TOO_LONG).await;
        }
    }
}
