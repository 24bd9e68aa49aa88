//! Whether tokens work just now, and until when that stays so.

use jiff::Timestamp;

use super::window::{is_open, next_change, zone};
use crate::core::model::Token;

/// Whether something works at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// Whether it does.
    pub holds: bool,
    /// When that changes by itself; nothing: never.
    pub until: Option<Timestamp>,
}

/// Whether a token works at `now`: `chain` is itself, and all that it was made with.
pub fn hold(chain: &[Token], now: Timestamp) -> Hold {
    if chain.is_empty() || chain.iter().any(|token| !token.is_active(now)) {
        return Hold { holds: false, until: None };
    }
    let expiry = chain.iter().filter_map(|token| token.expires_at).min();
    let mut hold = Hold { holds: true, until: expiry };
    for hours in chain.iter().filter_map(|token| token.scope.hours.as_ref()) {
        // A zone that is not known any more: nobody can tell what its clocks show.
        let Some(zone) = zone(&hours.zone) else { return Hold { holds: false, until: None } };
        hold.holds &= is_open(hours, &zone, now);
        hold.until = hold.until.into_iter().chain(next_change(hours, &zone, now)).min();
    }
    hold
}
