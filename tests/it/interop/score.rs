//! How much of what a client saw was the same both ways.

use std::fmt::Display;

use super::provision::say;

/// Counts observations, and keeps those that differ.
pub(super) struct Score {
    client: String,
    total: usize,
    differences: Vec<String>,
}

impl Score {
    pub(super) fn new(client: impl Into<String>) -> Self {
        Self { client: client.into(), total: 0, differences: Vec::new() }
    }

    /// One observation: what was seen directly, and what through mcpgw.
    pub(super) fn compare(&mut self, what: impl Display, direct: &str, through: &str) {
        self.total += 1;
        if direct != through {
            self.differences.push(format!("{what}\n  direct:  {direct}\n  through: {through}"));
        }
    }

    /// Prints the score, and fails unless it is 1.
    pub(super) fn finish(self) {
        let equal = self.total - self.differences.len();
        // Cut off, not rounded: 1.000 means that nothing differs.
        let thousandths = equal * 1000 / self.total.max(1);
        let score = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
        say(&format!("transcript: {} {equal}/{} = {score}", self.client, self.total));
        assert!(
            self.total > 0 && self.differences.is_empty(),
            "{}: {} observations differ\n{}",
            self.client,
            self.differences.len(),
            self.differences.join("\n")
        );
    }
}
