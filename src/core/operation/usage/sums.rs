//! From sums of like calls to what is told of a user, a server or a tool.

use std::collections::BTreeMap;

use crate::core::model::CallOutcome;
use crate::core::store::UsageSum;

/// What is told of some calls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many there were.
    pub calls: u64,
    /// What came of them.
    pub outcomes: BTreeMap<CallOutcome, u64>,
    /// Of how many it is not known what was called.
    pub overflow: u64,
    /// How long their requests were, bytes.
    pub bytes_in: u64,
    /// How long their answers were, bytes.
    pub bytes_out: u64,
    /// How long half, 95 and 99 of a hundred took at most, microseconds, of those that were answered or ran out of time.
    pub latency: Option<[u64; 3]>,
}

impl Figures {
    /// Of these sums.
    pub fn of<'a>(sums: impl IntoIterator<Item = &'a UsageSum>) -> Self {
        let mut figures = Self::default();
        let mut timed = Vec::new();
        for sum in sums {
            figures.calls += sum.calls;
            *figures.outcomes.entry(sum.outcome).or_default() += sum.calls;
            figures.overflow += sum.overflow;
            figures.bytes_in += sum.bytes_in;
            figures.bytes_out += sum.bytes_out;
            if is_timed(sum.outcome) && sum.calls > 0 {
                timed.push((sum.took / sum.calls, sum.calls));
            }
        }
        timed.sort_unstable();
        figures.latency = percentiles(&timed);
        figures
    }

    /// How many came to one of these ends.
    pub fn count(&self, outcomes: &[CallOutcome]) -> u64 {
        outcomes.iter().filter_map(|outcome| self.outcomes.get(outcome)).sum()
    }
}

/// Whether how long it took says something about the server.
fn is_timed(outcome: CallOutcome) -> bool {
    matches!(
        outcome,
        CallOutcome::Ok | CallOutcome::ToolError | CallOutcome::ProtocolError | CallOutcome::Timeout
    )
}

/// By the nearest rank: of (duration, how many), the shortest first.
fn percentiles(timed: &[(u64, u64)]) -> Option<[u64; 3]> {
    let all: u64 = timed.iter().map(|(_, calls)| calls).sum();
    let (longest, _) = timed.last()?;
    let at = |percent: u64| {
        let rank = (u128::from(all) * u128::from(percent)).div_ceil(100);
        let mut seen = 0_u128;
        let found = timed.iter().find(|(_, calls)| {
            seen += u128::from(*calls);
            seen >= rank
        });
        found.map_or(*longest, |(took, _)| *took)
    };
    Some([at(50), at(95), at(99)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_by_the_nearest_rank() {
        assert_eq!(percentiles(&[]), None);
        assert_eq!(percentiles(&[(7, 1)]), Some([7, 7, 7]));
        let hundred: Vec<_> = (1..=100).map(|number| (number, 1)).collect();
        assert_eq!(percentiles(&hundred), Some([50, 95, 99]));
        assert_eq!(percentiles(&[(1, 94), (5, 1), (9, 5)]), Some([1, 5, 9]));
    }
}
