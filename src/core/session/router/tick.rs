//! What time brings.

use super::effect::Effect;
use super::failure::Failure;
use super::fetch::{Own, Purpose};
use super::peer::Phase;
use super::state::Router;
use crate::core::model::ListKind;

impl Router {
    /// Does what is due at the time that was set.
    pub fn tick(&mut self) {
        self.deadline = None;
        self.expire_starts();
        self.settle_due();
        self.expire_own();
        self.expire_gatherings();
        self.expire_calls();
        self.read_again_due();
        self.restart_due();
        self.hide_due();
        self.ping_due();
        self.stop_idle();
        self.finish_leaving();
        self.settle();
        self.send_announcements();
        let held = self.held.iter().map(|held| held.until).min();
        let opening = match &self.client.stage {
            super::open::Stage::Opening { until, .. } => Some(*until),
            _ => None,
        };
        let parked = self.unrouted.iter().filter_map(|parked| parked.patience.next(self.now)).min();
        for at in [held, opening, parked].into_iter().flatten() {
            self.arm(at);
        }
    }

    fn expire_starts(&mut self) {
        for child in 0..self.peers.len() {
            let Phase::Starting { until } = self.peers[child].phase else { continue };
            if until > self.now {
                self.arm(until);
                continue;
            }
            let limit = self.peers[child].server.start_timeout.as_secs_f64();
            self.effects.push_back(Effect::Stop { child });
            let reason = format!("gave no answer to initialize within {limit} s");
            self.child_gone(child, &reason, Failure::Ended);
        }
    }

    fn expire_own(&mut self) {
        let now = self.now;
        let late = |until: Option<std::time::Instant>| until.is_some_and(|until| until <= now);
        let expired: Vec<_> =
            self.own.iter().filter(|(_, own)| late(own.until)).map(|(&number, _)| number).collect();
        for number in expired {
            match self.own.remove(&number) {
                Some(Own { child, purpose: Purpose::Page(kind), .. }) => {
                    self.fetch_failed(child, kind, &format!("gave no answer to {}", kind.method()));
                }
                Some(Own { child, purpose: Purpose::Tasks(number), .. }) => {
                    self.take_tasks(child, number, None);
                }
                _ => {}
            }
        }
        if let Some(next) = self.own.values().filter_map(|own| own.until).min() {
            self.arm(next);
        }
    }

    fn read_again_due(&mut self) {
        for child in self.order.clone() {
            for kind in ListKind::ALL {
                match self.peers[child].list(kind).read_again_at {
                    Some(at) if at <= self.now => self.fetch(child, kind),
                    Some(at) => self.arm(at),
                    None => {}
                }
            }
        }
    }
}
