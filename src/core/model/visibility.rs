//! Who may see a row.

use serde::{Deserialize, Serialize};

/// Who may see a row, from the narrowest to the widest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Its owner.
    Private,
    /// The members of its team whose role allows it.
    Team,
    /// Every authenticated principal of this store.
    Public,
}

impl Visibility {
    /// All of them, narrowest first.
    pub const ALL: [Self; 3] = [Self::Private, Self::Team, Self::Public];

    /// One word for it, which [`Visibility::parse`] reads.
    pub fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Team => "team",
            Self::Public => "public",
        }
    }

    /// The visibility of that name. Nothing else is one: what a newer mcpgw may have written is seen by nobody.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.name() == text)
    }
}
