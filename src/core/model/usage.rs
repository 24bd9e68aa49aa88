//! What was used: calls, each one or many that were alike.

use std::sync::Arc;

use super::{CallMethod, CallOutcome, ClientInfo, ServerId, SessionId, TeamId, TokenId, UserId};

/// Whose calls they were. Who it names may be gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageSession {
    /// The session, or the command that made one call.
    pub id: SessionId,
    /// The user.
    pub user: UserId,
    /// The token, if that is why they were believed.
    pub token: Option<TokenId>,
    /// What their client called itself. Untrusted.
    pub client: Option<ClientInfo>,
}

/// Calls that were alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageRow {
    /// When the server was given it, milliseconds since 1970; of several, the beginning of their second.
    pub at: i64,
    /// What was asked; nothing where that is not known any more.
    pub method: Option<CallMethod>,
    /// The server, and the team whose it was then.
    pub server: Option<(ServerId, TeamId)>,
    /// The item.
    pub item: UsageItem,
    /// What came of it.
    pub outcome: CallOutcome,
    /// How many there were.
    pub calls: u64,
    /// How long all of them took, microseconds.
    pub took: u64,
    /// How long all requests were, bytes.
    pub bytes_in: u64,
    /// How long all answers were, bytes.
    pub bytes_out: u64,
}

/// Which item was used.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum UsageItem {
    /// None that is listed.
    None,
    /// What its server lists it as. Untrusted.
    Named(Arc<str>),
    /// One of more than are told apart.
    Other,
}

impl UsageItem {
    /// How much of an item's name is kept, bytes.
    const LONGEST: usize = 1024;

    /// The one that its server lists as this.
    pub fn named(name: &str) -> Self {
        Self::Named(Self::cut(name).into())
    }

    /// As much of an item's name as is kept.
    pub fn cut(name: &str) -> &str {
        &name[..name.floor_char_boundary(Self::LONGEST)]
    }
}

/// What is new of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageBatch {
    /// Whose it is.
    pub session: UsageSession,
    /// The calls.
    pub rows: Vec<UsageRow>,
    /// Up to which end of a call that is.
    pub through: u64,
    /// Whether there is more.
    pub more: bool,
}

impl UsageBatch {
    /// Nothing more is to come of a session.
    pub const ALL: u64 = i64::MAX as u64;
}

/// In which class of durations this many microseconds are: eight classes to each doubling, so that none is wider than an eighth.
pub fn usage_bucket(micros: u64) -> u32 {
    let bits = micros.max(1).ilog2();
    let fraction = if bits < 3 { (micros.max(1) << (3 - bits)) & 7 } else { (micros >> (bits - 3)) & 7 };
    bits * 8 + u32::try_from(fraction).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_of_durations_is_no_wider_than_an_eighth() {
        let mut first = 1;
        for micros in 1..200_000_u64 {
            let (before, this) = (usage_bucket(micros - 1), usage_bucket(micros));
            assert!(this >= before, "{micros}");
            if this > before {
                first = micros;
            }
            assert!(micros - first <= first / 8, "{first} and {micros}");
        }
        assert_eq!(usage_bucket(u64::MAX), 63 * 8 + 7);
    }
}
