//! Reads roles.

use crate::core::access::{Operation, Role, Target};
use crate::core::model::{RoleName, TeamSlug};
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::store::{Guard, StoreError};

/// A role that who acts may know of.
#[derive(Debug, Clone)]
pub struct Listed {
    /// What it is called.
    pub name: String,
    /// In which team; nothing: everywhere, or in every team.
    pub team: Option<TeamSlug>,
    /// Whether every store has it.
    pub built_in: bool,
    /// What it allows.
    pub permissions: Vec<String>,
}

/// The roles: mcpgw's own, then those of this store.
pub async fn list(context: &Context) -> Result<Vec<Listed>, Problem> {
    let own = Role::OF_A_TEAM.into_iter().chain(Role::GLOBAL).map(|role| Listed {
        name: role.name().to_owned(),
        team: None,
        built_in: true,
        permissions: role.permissions().iter().map(|permission| permission.name().to_owned()).collect(),
    });
    let teams = context.store.teams().await?;
    // Who is in a team may be given a role that holds in all of them, and so may know of it.
    let custom = context.store.roles().await?.into_iter().filter_map(|role| {
        let team = match role.team {
            None => None,
            Some(id) => {
                let team = teams.get(&id)?;
                if !context.may(Operation::TeamRoleShow, &Target::of_team(team)) {
                    return None;
                }
                Some(team.slug.clone())
            }
        };
        Some(Listed {
            name: RoleName::to_string(&role.name),
            team,
            built_in: false,
            permissions: role.permissions,
        })
    });
    Ok(own.chain(custom).collect())
}

/// The role of that name, of the team of that slug or, without one, of all.
pub async fn get(context: &Context, name: &RoleName, team: Option<&TeamSlug>) -> Result<Listed, Problem> {
    let roles = list(context).await?;
    // Of a team is what holds there: its own, and what holds in every team.
    let called = || roles.iter().filter(|role| role.name == name.as_str());
    let own = called().find(|role| role.team.as_ref() == team);
    let found = own.or_else(|| called().find(|role| role.team.is_none())).cloned();
    found.ok_or_else(|| StoreError::from(Guard::NoRole(name.clone())).into())
}
