//! Lists secrets; the vault stays shut.

use std::collections::HashSet;

use super::whose::{Whose, row};
use crate::core::access::{Operation, Target};
use crate::core::model::{NamedSecret, Server, ServerId, ServerName, Visibility};
use crate::core::operation::{Context, server};
use crate::core::problem::Problem;

/// A secret, and who uses it.
#[derive(Debug)]
pub struct Listed {
    /// The secret.
    pub secret: NamedSecret,
    /// Whose it is.
    pub whose: Whose,
    /// The servers that use it.
    pub users: Users,
}

/// The servers that are bound to a secret, and those that it was granted or lent to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Users {
    /// Those that who asks may know of, by name.
    pub known: Vec<ServerName>,
    /// Whether there are others.
    pub others: bool,
}

impl Users {
    /// Of `users`, those in `servers` by their names.
    pub(super) fn among(servers: &[Server], users: &[ServerId]) -> Self {
        let users: HashSet<_> = users.iter().copied().collect();
        let mut known: Vec<_> = servers.iter().filter(|server| users.contains(&server.id)).collect();
        known.sort_by(|a, b| a.name.cmp(&b.name));
        Self {
            others: known.len() < users.len(),
            known: known.into_iter().map(|server| server.name.clone()).collect(),
        }
    }

    /// Whether nobody uses it.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty() && !self.others
    }

    /// For a person.
    pub fn text(&self) -> String {
        let others = self.others.then_some("servers of others");
        self.known.iter().map(ServerName::as_str).chain(others).collect::<Vec<_>>().join(", ")
    }
}

/// All secrets that who acts may know of, by name: their own first, then those of teams, then public ones.
pub async fn list(context: &Context) -> Result<Vec<Listed>, Problem> {
    let servers = server::list(context).await?;
    let teams = context.store.teams().await?;
    let users = context.store.secret_users().await?;
    let mut secrets = context.store.secrets().await?;
    secrets.retain(|secret| context.may(Operation::SecretShow, &Target::Row(row(secret, &teams))));
    let listed = secrets.into_iter().map(|secret| Listed {
        users: Users::among(&servers, users.get(&secret.id).map_or(&[], Vec::as_slice)),
        whose: match (secret.belonging.visibility, teams.get(&secret.belonging.team)) {
            (Some(Visibility::Public), _) => Whose::Public,
            (Some(Visibility::Team), Some(team)) => Whose::Team(team.slug.clone()),
            _ => Whose::Mine,
        },
        secret,
    });
    Ok(listed.collect())
}
