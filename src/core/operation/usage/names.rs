//! What ids are called, as far as who asks may know it. What is gone is called by its id.

use std::collections::BTreeMap;

use crate::core::model::{CallMethod, ServerId, TeamId, TokenId, UserId};
use crate::core::operation::token::Listing;
use crate::core::operation::{Context, server, team, token, user};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{UsageBy, UsageKey};

/// The names.
#[derive(Debug, Default)]
pub(super) struct Names {
    users: BTreeMap<UserId, String>,
    teams: BTreeMap<TeamId, String>,
    tokens: BTreeMap<TokenId, String>,
    servers: BTreeMap<ServerId, String>,
}

impl Names {
    /// Those that are needed to tell calls apart by this.
    pub(super) async fn new(context: &Context, by: UsageBy) -> Result<Self, Problem> {
        let mut names = Self::default();
        match by {
            UsageBy::User => {
                let users = user::list(context).await?.into_iter().map(|account| account.user);
                names.users = users.map(|user| (user.id, user.called().to_owned())).collect();
            }
            UsageBy::Team => {
                let teams = team::list(context).await?.into_iter();
                names.teams = teams.map(|listed| (listed.team.id, listed.team.slug.to_string())).collect();
            }
            UsageBy::Token => {
                let tokens = match token::list(context, &Listing::All).await {
                    // Who may see no tokens sees ids.
                    Err(problem) if matches!(problem.kind, ProblemKind::NotFound | ProblemKind::Denied) => {
                        Vec::new()
                    }
                    tokens => tokens?,
                };
                names.tokens = tokens.into_iter().map(|token| (token.id, token.name)).collect();
            }
            UsageBy::Server | UsageBy::Tool => {
                let servers = server::list(context).await?.into_iter();
                names.servers = servers.map(|server| (server.id, server.name.to_string())).collect();
            }
            UsageBy::Client => {}
        }
        Ok(names)
    }

    /// What a key is called.
    pub(super) fn name(&self, key: &UsageKey) -> String {
        match key {
            UsageKey::User(id) => self.users.get(id).cloned().unwrap_or_else(|| id.to_string()),
            UsageKey::Team(id) => self.teams.get(id).cloned().unwrap_or_else(|| id.to_string()),
            UsageKey::Token(Some(id)) => self.tokens.get(id).cloned().unwrap_or_else(|| id.to_string()),
            UsageKey::Token(None) => "(no token)".to_owned(),
            UsageKey::Server(id) => self.server(*id),
            // What the items of a server are called is known to those who may know of it.
            UsageKey::Tool(id, _, method) if !self.servers.contains_key(id) => {
                format!("{id} ({})", method.name())
            }
            UsageKey::Tool(id, Some(name), CallMethod::CallTool) => format!("{}/{name}", self.server(*id)),
            UsageKey::Tool(id, Some(name), method) => {
                format!("{}/{name} ({})", self.server(*id), method.name())
            }
            UsageKey::Tool(id, None, method) => format!("{} ({})", self.server(*id), method.name()),
            UsageKey::Client(Some((name, version))) => format!("{name} {version}").trim_end().to_owned(),
            UsageKey::Client(None) => "(unknown)".to_owned(),
            UsageKey::Lost => "(overflow)".to_owned(),
        }
    }

    fn server(&self, id: ServerId) -> String {
        self.servers.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }
}
