//! Reads the client.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::super::outbox::CONTROL;
use super::super::router::Router;
use super::command::Signs;
use super::hub::Hub;
use crate::core::platform::Reader;
use crate::core::platform::time::timeout;
use crate::core::wire::{Line, LineBuffer};

/// How long the first request waits at most until other commands find this session.
const UNFOUND: Duration = Duration::from_millis(100);

/// Reads until the client closes its end. Waits only while mcpgw's own answers have no room.
pub(super) async fn read(hub: Arc<Hub>, mut input: Reader, signs: Signs) {
    let mut buffer = LineBuffer::new(hub.max_frame);
    hub.lock().client_hint = input.hint();
    let mut stays = false;
    loop {
        if input.ready().await.is_err() {
            break;
        }
        if !hub.lock().lend(CONTROL, &mut buffer) {
            hub.control_room.notified().await;
            continue;
        }
        match input.try_read(buffer.room()) {
            Ok(count @ 1..) => buffer.filled(count),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                hub.lock().memory.take_back(&mut buffer);
                continue;
            }
            Ok(0) | Err(_) => break,
        }
        if !stays && hub.lock().router.is_open() {
            stays = true;
            signs.stays.cancel();
            // What was changed just now is in force for the first request.
            let _ = timeout(UNFOUND, signs.found.cancelled()).await;
        }
        let is_long = {
            let mut state = hub.lock();
            state.router.set_now(Instant::now());
            hub.lines(&mut state, &mut buffer, &route)
        };
        if is_long {
            input.widen();
        }
        tokio::task::coop::consume_budget().await;
    }
    if let Some(rest) = buffer.remainder() {
        let mut state = hub.lock();
        hub.line(&mut state, &mut buffer, rest, &route);
        hub.finish(&mut state);
    }
}

/// Gives a line of the client to the router.
pub(super) fn route(router: &mut Router, buffer: &mut LineBuffer, line: Line) {
    match line {
        Line::Complete(span) => {
            let scanned = buffer.scan(span);
            router.client_frame(span.of(buffer.bytes()), &scanned);
        }
        Line::TooLong(span) => router.client_line_too_long(span.of(buffer.bytes())),
    }
}
