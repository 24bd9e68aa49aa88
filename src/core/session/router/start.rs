//! A child's life: started, opened, gone (MCP `basic/lifecycle`, from the client's side).

use std::time::Duration;

use super::effect::{Effect, Report};
use super::fetch::Purpose;
use super::peer::{Hello, Phase};
use super::state::Router;
use crate::core::era::{Offered, Revision};
use crate::core::model::ListKind;
use crate::core::wire::{Envelope, Field, Span, find_member, notification_frame, unquote};

/// The wait before the first restart; it doubles with every failure in a row.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest wait before a restart.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// How much of a server's own words is quoted, bytes.
const QUOTED: usize = 500;

impl Router {
    /// Starts a child that is not running.
    pub(super) fn start(&mut self, child: usize) {
        let until = self.now + self.peers[child].server.start_timeout;
        let peer = &mut self.peers[child];
        peer.phase = Phase::Starting { until };
        peer.retry_at = None;
        self.arm(until);
        self.effects.push(Effect::Start { child });
    }

    /// The child runs: it is offered what this client offered.
    pub fn child_spawned(&mut self, child: usize) {
        let offer = self.client.offer.clone();
        self.ask(child, Purpose::Initialize, "initialize", Some(&offer));
    }

    /// Takes a child's answer to `initialize`.
    pub(super) fn child_hello(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        match hello(frame, envelope) {
            Ok(hello) => self.child_ready(child, hello),
            Err(reason) => {
                self.effects.push(Effect::Stop { child });
                self.child_gone(child, &reason);
            }
        }
    }

    fn child_ready(&mut self, child: usize, hello: Hello) {
        let peer = &mut self.peers[child];
        peer.phase = Phase::Ready;
        peer.hello = Some(hello);
        peer.ready_since = Some(self.now);
        self.effects.push(Effect::Report(Report::Ready { child }));
        self.tell_child(child, notification_frame("notifications/initialized", None));
        self.pass_level(child);
        for uri in self.peers[child].subscriptions.keys().cloned().collect::<Vec<_>>() {
            self.subscribe(child, &uri);
        }
        for kind in ListKind::ALL {
            if self.lists[kind.index()].wanted || self.peers[child].list(kind).known.is_some() {
                self.fetch(child, kind);
            }
        }
        self.send_waiting(child);
        self.settle();
    }

    /// The child ended, or could not be started.
    pub fn child_gone(&mut self, child: usize, reason: &str) {
        let peer = &mut self.peers[child];
        let steady = peer.ready_since.take().is_some_and(|since| self.now >= since + LONGEST_WAIT);
        peer.failures = if steady { 1 } else { peer.failures + 1 };
        let wait = FIRST_WAIT.saturating_mul(1 << (peer.failures - 1).min(6)).min(LONGEST_WAIT);
        let retry_at = self.now + wait;
        peer.retry_at = Some(retry_at);
        peer.phase = Phase::Down { reason: reason.to_owned() };
        for list in &mut peer.lists {
            list.fetch = None;
            list.read_again_at = None;
        }
        self.arm(retry_at);
        self.effects.push(Effect::Report(Report::Down { child, reason: reason.to_owned() }));
        let own = self.own.extract_if(|_, own| own.child == child).collect::<Vec<_>>();
        for (_, own) in own {
            if let Purpose::Tasks(number) = own.purpose {
                self.take_tasks(child, number, None);
            }
        }
        self.fail_calls(child, reason);
        self.cancel_reverse(child);
        self.settle();
    }

    /// Tells a child the level that the client set.
    pub(super) fn pass_level(&mut self, child: usize) {
        let Some(level) = self.client.level.clone() else { return };
        let peer = &self.peers[child];
        if peer.is_ready() && peer.hello.as_ref().is_some_and(|hello| hello.offered.logs()) {
            let params = [b"{\"level\":", level.as_slice(), b"}"].concat();
            self.ask(child, Purpose::Told, "logging/setLevel", Some(&params));
        }
    }
}

/// The beginning of a text that goes into every error about the server.
fn brief(text: &str) -> &str {
    &text[..text.floor_char_boundary(QUOTED)]
}

fn hello(frame: &[u8], envelope: &Envelope) -> Result<Hello, String> {
    let Some(result) = envelope.get(Field::Result) else {
        let message = envelope.get(Field::Error).and_then(|error| find_member(frame, error, "message"));
        let message = message.and_then(|span| unquote(span.of(frame))).unwrap_or_default();
        return Err(format!("refused initialize: {}", brief(&message)));
    };
    let text = |name| find_member(frame, result, name).and_then(|span: Span| unquote(span.of(frame)));
    let version = text("protocolVersion").unwrap_or_default();
    let revision = Revision::parse(&version)
        .ok_or_else(|| format!("speaks protocol {:?}, which is not known here", brief(&version)))?;
    let capabilities = find_member(frame, result, "capabilities").map_or(&b"{}"[..], |span| span.of(frame));
    let instructions = text("instructions").unwrap_or_default().into_owned();
    Ok(Hello { revision, offered: Offered::parse(capabilities), instructions })
}
