//! A child's life: started, opened, gone (MCP `basic/lifecycle`, from the client's side).

use std::sync::Arc;

use super::effect::{Effect, Report};
use super::failure::Failure;
use super::fetch::Purpose;
use super::peer::{Hello, Phase, RawHello};
use super::state::Router;
use crate::core::era::{Offered, Revision};
use crate::core::model::ListKind;
use crate::core::observe::Mask;
use crate::core::wire::{Envelope, Field, Span, find_member, notification_frame, unquote};

/// How much of a server's own words is quoted, bytes.
const QUOTED: usize = 500;

impl Router {
    /// Starts a child that is not running. Before the client has said what it can do, there is nothing to offer it.
    pub(super) fn start(&mut self, child: usize) {
        if self.client.offer_hash.is_none() {
            return;
        }
        let until = self.now + self.peers[child].server.start_timeout;
        self.enter(child, Phase::Starting { until });
        let peer = &mut self.peers[child];
        peer.settling = None;
        peer.failures.retry_at = None;
        peer.starts += 1;
        let server = Arc::clone(&peer.server);
        self.arm(until);
        self.effects.push_back(Effect::Start { child, server });
    }

    pub(super) fn enter(&mut self, child: usize, phase: Phase) {
        self.peers[child].phase = phase;
        self.peers[child].since = self.now;
    }

    /// Forgets what was under way with a run of a child that is over, but for the client's requests.
    pub(super) fn forget_run(&mut self, child: usize) {
        for list in &mut self.peers[child].lists {
            list.fetch = None;
            list.failures = 0;
            list.read_again_at = None;
        }
        self.peers[child].has_tasks = false;
        let own = self.own.extract_if(|_, own| own.child == child).collect::<Vec<_>>();
        for (_, own) in own {
            if let Purpose::Tasks(number) = own.purpose {
                self.take_tasks(child, number, None);
            }
        }
    }

    /// The child was given these values: what is quoted of it is quoted without them.
    pub fn conceal(&mut self, child: usize, mask: Mask) {
        self.peers[child].mask = mask;
    }

    /// The child runs: it is offered what this client offered.
    pub fn child_spawned(&mut self, child: usize) {
        let offer = self.client.offer.clone();
        self.ask(child, Purpose::Initialize, "initialize", Some(&offer));
    }

    /// Takes a child's answer to `initialize`.
    pub(super) fn child_hello(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        match hello(frame, envelope, &self.peers[child].mask) {
            Ok(hello) => self.child_ready(child, hello),
            Err(reason) => {
                self.effects.push_back(Effect::Stop { child });
                self.child_gone(child, &reason, Failure::Ended);
            }
        }
    }

    fn child_ready(&mut self, child: usize, hello: Hello) {
        self.enter(child, Phase::Ready);
        let now = self.now;
        let peer = &mut self.peers[child];
        peer.unsaved |= peer.hello.as_ref() != Some(&hello);
        peer.hello = Some(hello);
        peer.pulse.heard = now;
        peer.pulse.used = now;
        if let Some(limit) = self.config.idle_stop {
            self.arm(now + limit);
        }
        self.effects.push_back(Effect::Report(Report::Ready { child }));
        self.tell_child(child, notification_frame("notifications/initialized", None));
        self.pass_level(child);
        let subscribed: Vec<_> = self.peers[child].subscriptions.all().map(ToOwned::to_owned).collect();
        for uri in subscribed {
            self.subscribe(child, &uri);
        }
        for kind in ListKind::ALL {
            self.fetch(child, kind);
        }
        self.send_once_settled(child);
        self.forgive(child);
        self.keep_if_complete(child);
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

/// The beginning of a text that goes into every error about the server, without what it was given.
pub(super) fn brief(text: &str, mask: &Mask) -> String {
    let text = mask.text(text);
    text[..text.floor_char_boundary(QUOTED)].to_owned()
}

fn hello(frame: &[u8], envelope: &Envelope, mask: &Mask) -> Result<Hello, String> {
    let Some(result) = envelope.get(Field::Result) else {
        let message = envelope.get(Field::Error).and_then(|error| find_member(frame, error, "message"));
        let message = message.and_then(|span| unquote(span.of(frame))).unwrap_or_default();
        return Err(format!("refused initialize: {}", brief(&message, mask)));
    };
    let text = |name| find_member(frame, result, name).and_then(|span: Span| unquote(span.of(frame)));
    let version = text("protocolVersion").unwrap_or_default();
    let revision = Revision::parse(&version)
        .ok_or_else(|| format!("speaks protocol {:?}, which is not known here", brief(&version, mask)))?;
    let raw = |name| find_member(frame, result, name).map(|span| Box::<[u8]>::from(span.of(frame)));
    let object =
        |name| raw(name).filter(|raw| raw.starts_with(b"{")).unwrap_or_else(|| Box::from(&b"{}"[..]));
    let capabilities = object("capabilities");
    Ok(Hello {
        revision,
        offered: Offered::parse(&capabilities),
        instructions: text("instructions").unwrap_or_default().into_owned(),
        raw: RawHello {
            capabilities,
            server_info: object("serverInfo"),
            instructions: raw("instructions").filter(|raw| raw.starts_with(b"\"")),
        },
    })
}
