//! The protocol revisions that the examples speak, and what each may carry.

use serde_json::Value;

/// A revision of the protocol, oldest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Revision {
    V2024_11_05,
    V2025_03_26,
    V2025_06_18,
    V2025_11_25,
}

impl Revision {
    const ALL: [Self; 4] = [Self::V2024_11_05, Self::V2025_03_26, Self::V2025_06_18, Self::V2025_11_25];

    /// The revision to answer a client that asked for `requested`: the same if known, else the latest.
    pub(super) fn negotiate(requested: &str) -> Self {
        Self::ALL.into_iter().find(|known| known.as_str() == requested).unwrap_or(Self::V2025_11_25)
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::V2024_11_05 => "2024-11-05",
            Self::V2025_03_26 => "2025-03-26",
            Self::V2025_06_18 => "2025-06-18",
            Self::V2025_11_25 => "2025-11-25",
        }
    }

    /// Takes out of `object` the members that came after this revision.
    pub(super) fn trim(self, object: &mut Value) {
        let Some(members) = object.as_object_mut() else { return };
        if self < Self::V2025_03_26 {
            members.shift_remove("annotations");
            members.shift_remove("completions");
        }
        if self < Self::V2025_06_18 {
            for member in ["title", "outputSchema", "structuredContent"] {
                members.shift_remove(member);
            }
        }
    }

    /// Whether a line may hold an array of messages; only this revision says so.
    pub(super) fn has_batches(self) -> bool {
        self == Self::V2025_03_26
    }

    /// Whether `notifications/progress` may carry a message.
    pub(super) fn has_progress_messages(self) -> bool {
        self >= Self::V2025_03_26
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_revision_is_kept_and_an_unknown_one_answered_with_the_latest() {
        for known in Revision::ALL {
            assert_eq!(Revision::negotiate(known.as_str()), known);
        }
        assert_eq!(Revision::negotiate("1999-01-01").as_str(), "2025-11-25");
    }
}
