//! Flags that say whose a server is, and who else may see it.

use crate::core::model::{TeamSlug, Visibility};
use crate::core::operation::server::Reach;

/// Whose a server is, and who else may see it.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct ReachArgs {
    /// Who may see and use it (private by default)
    #[arg(long, value_name = "VISIBILITY")]
    visibility: Option<Seen>,

    /// The team that it belongs to; alone it means --visibility team
    #[arg(long, value_name = "TEAM", value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,
}

/// A visibility, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Seen {
    /// Its owner
    Private,
    /// The members of its team
    Team,
    /// Every user of this store
    Public,
}

impl ReachArgs {
    pub(super) fn reach(&self) -> Reach {
        let visibility = self.visibility.map(|seen| match seen {
            Seen::Private => Visibility::Private,
            Seen::Team => Visibility::Team,
            Seen::Public => Visibility::Public,
        });
        Reach { visibility, team: self.team.clone(), owner: None }
    }
}
