//! Whose a secret is, and how commands say that.

use std::collections::BTreeMap;

use crate::core::access::{Operation, Row, Target};
use crate::core::model::{
    Belonging, NamedSecret, SecretName, Team, TeamId, TeamSlug, TeamStatus, Visibility,
};
use crate::core::operation::{Context, team};
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// Among whose secrets a name is looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Whose {
    /// One's own.
    #[default]
    Mine,
    /// Those of a team.
    Team(TeamSlug),
    /// Those that every server may use.
    Public,
}

impl Whose {
    /// How a secret belongs that who acts would make so.
    pub(super) async fn belonging(&self, context: &Context) -> Result<Belonging, Problem> {
        let (owner, personal) = (context.principal.user(), context.principal.personal_team());
        let (team, visibility) = match self {
            Self::Mine => (personal, Visibility::Private),
            Self::Public => (personal, Visibility::Public),
            Self::Team(slug) => {
                (team::get_for(context, Operation::TeamShow, slug).await?.id, Visibility::Team)
            }
        };
        Ok(Belonging { owner, team, visibility: Some(visibility) })
    }

    /// How a command says it.
    pub fn flag(&self) -> String {
        match self {
            Self::Mine => String::new(),
            Self::Team(slug) => format!(" --team {slug}"),
            Self::Public => " --public".to_owned(),
        }
    }
}

/// The row that is decided on when `secret` is asked about.
pub(in crate::core::operation) fn row(secret: &NamedSecret, teams: &BTreeMap<TeamId, Team>) -> Row {
    let team = teams.get(&secret.belonging.team);
    Row::of_secret(secret, team.map_or(TeamStatus::Suspended, |team| team.status))
}

/// The secret of that name, if who acts may do `operation` to it.
pub(super) async fn get_for(
    context: &Context,
    operation: Operation,
    whose: &Whose,
    name: &SecretName,
) -> Result<NamedSecret, Problem> {
    let belonging = whose.belonging(context).await?;
    let absent = || Problem::from(StoreError::NoSecret(name.clone()));
    let secret = context.store.secret(belonging, name).await?.ok_or_else(absent)?;
    let teams = context.store.teams().await?;
    context.require(operation, &Target::Row(row(&secret, &teams)), absent)?;
    Ok(secret)
}
