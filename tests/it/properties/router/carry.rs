//! What the shell does for the router, done for a session without I/O.

use std::collections::VecDeque;

use mcpgw::core::model::Sighting;
use mcpgw::core::session::{Cached, Effect, Origin};
use mcpgw::core::wire::{Edits, IdKey, Span, scan};
use serde_json::Value;

use super::server::{Life, catalogue};
use super::session::{From, Session};

impl Session {
    pub(super) fn client_says(&mut self, frame: &Value) {
        self.client_writes(frame.to_string());
    }

    pub(super) fn client_writes(&mut self, line: String) {
        if let Some(batch) = &mut self.batch {
            return batch.push(line);
        }
        self.router.client_frame(line.as_bytes(), &scan(line.as_bytes()));
        self.carry_out(From::Client, line.as_bytes());
    }

    pub(super) fn server_says(&mut self, server: usize, line: &[u8]) {
        self.router.child_frame(server, line, &scan(line));
        self.carry_out(From::Server(server), line);
    }

    /// Does what the router wants done, as the shell does it.
    pub(super) fn carry_out(&mut self, from: From, line: &[u8]) {
        let mut effects = VecDeque::new();
        self.router.take_effects(&mut effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::RelayToChild { child, edits, request } => {
                    assert!(matches!(from, From::Client), "a server's frame for a server");
                    self.deliver(child, &edited(line, &edits), request);
                }
                Effect::ToChild { child, frame, request } => self.deliver(child, &frame, request),
                Effect::RelayToClient { child, edits } => {
                    assert!(matches!(from, From::Server(me) if me == child), "another's frame");
                    self.client.takes(Some(self.server_of[child]), &parsed(&edited(line, &edits)));
                }
                Effect::ToClient { origin, frame } => {
                    if let Origin::Child(child) = origin {
                        assert!(child < self.servers.len());
                    }
                    self.client.takes(None, &parsed(&frame));
                }
                Effect::Replay { child: None, frame } => {
                    self.router.client_frame(&frame, &scan(&frame));
                    self.carry_out(From::Client, &frame);
                }
                Effect::Replay { child: Some(server), frame } => self.server_says(server, &frame),
                Effect::Start { child, .. } => {
                    assert_eq!(self.servers[child].life, Life::Down, "started twice");
                    self.servers[child].life = Life::Starting;
                }
                Effect::Stop { child } => self.servers[child].end(),
                Effect::LookUp { keys } => {
                    let runs: Vec<_> = keys.into_iter().map(|(run, _)| run).collect();
                    let heads = runs.iter().map(|&run| (run, self.looked_up(run))).collect();
                    self.router.cached(heads);
                    self.loading.extend(runs);
                    if self.known & 1 << 31 == 0 {
                        self.load();
                    }
                }
                Effect::OpenGate | Effect::Keep { .. } | Effect::Refused(_) | Effect::Report(_) => {}
            }
            self.router.take_effects(&mut effects);
        }
    }

    /// What the store knows comes in two steps; this is the second.
    pub(super) fn load(&mut self) {
        let runs = std::mem::take(&mut self.loading);
        let lists: Vec<_> = runs.into_iter().map(|run| (run, catalogue(self.server_of[run]))).collect();
        self.router.cached_lists(lists.iter().map(|(run, catalogue)| (*run, Some(catalogue))).collect());
    }

    fn looked_up(&self, run: usize) -> Option<Cached> {
        let server = self.server_of[run];
        let at = jiff::Timestamp::UNIX_EPOCH;
        let sighting = match self.known >> (2 * server) & 3 {
            1 => Sighting::Listed(catalogue(server)),
            2 => Sighting::Failed { message: "no".to_owned(), at },
            _ => return None,
        };
        let stale = self.known >> (16 + server) & 1 == 1;
        Some(Cached { sighting, stale, recent: !stale })
    }

    fn deliver(&mut self, child: usize, frame: &[u8], request: Option<IdKey>) {
        if request.is_some() {
            self.book.given(&mut self.router, child);
        }
        assert_ne!(self.servers[child].life, Life::Down, "a frame for a server that is gone");
        match request {
            _ if !self.servers[child].blocked => {
                self.servers[child].takes(self.server_of[child], &parsed(frame), &mut self.client);
            }
            Some(request) => self.router.child_queue_full(child, &request),
            None => self.servers[child].missed += 1,
        }
    }
}

fn edited(line: &[u8], edits: &Edits) -> Vec<u8> {
    let mut out = Vec::new();
    edits.append(line, Span::new(0, line.len()), &mut out);
    out
}

fn parsed(frame: &[u8]) -> Value {
    serde_json::from_slice(frame).expect("JSON")
}
