//! Flags that say whose secret is meant.

use crate::core::model::TeamSlug;
use crate::core::operation::secret::Whose;

/// Whose secret is meant: one's own, unless one of these says another.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct WhoseArgs {
    /// One of a team, for the servers of that team
    #[arg(long, value_name = "TEAM", value_parser = TeamSlug::parse, conflicts_with = "public")]
    team: Option<TeamSlug>,

    /// One that every server may use
    #[arg(long)]
    public: bool,
}

impl WhoseArgs {
    pub(super) fn whose(&self) -> Whose {
        match &self.team {
            Some(team) => Whose::Team(team.clone()),
            None if self.public => Whose::Public,
            None => Whose::Mine,
        }
    }
}

/// For a person.
pub(super) fn text(whose: &Whose) -> String {
    match whose {
        Whose::Mine => "you".to_owned(),
        Whose::Team(team) => team.to_string(),
        Whose::Public => "everybody".to_owned(),
    }
}
