//! A token, as it is shown.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::core::model::{Hours, ItemGlob, ServerId, TeamId, Token, TokenReach, User, UserId};
use crate::core::operation::Context;
use crate::core::operation::{server, team, token, user};
use crate::core::problem::Problem;

/// What ids are called, as far as who asks may know it.
pub(crate) struct Names {
    servers: BTreeMap<ServerId, String>,
    teams: BTreeMap<TeamId, String>,
    users: BTreeMap<UserId, Option<String>>,
}

impl Names {
    pub(crate) async fn new(context: &Context) -> Result<Self, Problem> {
        let servers =
            server::list(context).await?.into_iter().map(|server| (server.id, server.name.to_string()));
        let teams =
            team::list(context).await?.into_iter().map(|team| (team.team.id, team.team.slug.to_string()));
        let users = user::list(context).await?.into_iter();
        let services = token::services(context).await?.into_values();
        let users = users.map(|account| account.user).chain(services);
        let users = users.map(|user| (user.id, user.email.map(|email| email.to_string())));
        Ok(Self { servers: servers.collect(), teams: teams.collect(), users: users.collect() })
    }

    /// The email of a user, or the id: what commands take.
    fn user(&self, id: UserId) -> String {
        self.users.get(&id).cloned().flatten().unwrap_or_else(|| id.to_string())
    }

    /// What people call a user, as far as they may know one.
    pub(crate) fn called(&self, id: UserId) -> String {
        let called = |email: &Option<String>| email.clone().unwrap_or_else(|| User::OWNER.to_owned());
        self.users.get(&id).map_or_else(|| id.to_string(), called)
    }

    fn server(&self, id: ServerId) -> String {
        self.servers.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    pub(crate) fn team(&self, id: TeamId) -> String {
        self.teams.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// Everything about a token but itself.
    pub(crate) fn json(&self, token: &Token, now: Timestamp) -> Value {
        json!({
            "id": token.id,
            "jti": token.id,
            "name": token.name,
            "user": self.user(token.user),
            "state": token.state(now),
            "parent": token.parent,
            "key": token.kid,
            "created_by": self.user(token.created_by),
            "created_at": token.created_at,
            "expires_at": token.expires_at,
            "ends_at": token.ends_at(),
            "revoked_at": token.revoked_at,
            "scope": self.scope(token),
        })
    }

    /// What it is for: only what is said.
    pub(crate) fn scope(&self, token: &Token) -> Value {
        let scope = &token.scope;
        let mut all = Map::new();
        let mut say = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                all.insert(name.to_owned(), value);
            }
        };
        let reach = match &scope.reach {
            TokenReach::All => json!("all"),
            TokenReach::Public => json!("public"),
            TokenReach::Teams(_) => json!("teams"),
        };
        say("reach", Some(reach));
        if let TokenReach::Teams(teams) = &scope.reach {
            say("teams", Some(json!(teams.iter().map(|&team| self.team(team)).collect::<Vec<_>>())));
        }
        let servers = scope.servers.as_ref();
        say("servers", servers.map(|ids| json!(ids.iter().map(|&id| self.server(id)).collect::<Vec<_>>())));
        let globs = |globs: &Option<Vec<ItemGlob>>| {
            globs.as_ref().map(|globs| json!(globs.iter().map(|glob| self.glob(glob)).collect::<Vec<_>>()))
        };
        say("tools", globs(&scope.tools));
        say("prompts", globs(&scope.prompts));
        say("resources", globs(&scope.resources));
        let capabilities = scope.capabilities.as_ref().map(|kinds| {
            let named = |servers: &BTreeMap<ServerId, _>| -> BTreeMap<String, _> {
                servers.iter().map(|(&id, items)| (self.server(id), json!(items))).collect()
            };
            json!(kinds.iter().map(|(kind, servers)| (kind, named(servers))).collect::<BTreeMap<_, _>>())
        });
        say("capabilities", capabilities);
        say("permissions", Some(json!(scope.permissions)));
        say("hours", scope.hours.as_ref().map(hours));
        say("per_minute", scope.limits.per_minute.map(Value::from));
        say("per_hour", scope.limits.per_hour.map(Value::from));
        say("per_day", scope.limits.per_day.map(Value::from));
        say("concurrency", scope.limits.concurrency.map(Value::from));
        say("cidrs", scope.cidrs.as_ref().map(|cidrs| json!(cidrs)));
        say("client", scope.client.as_ref().map(|client| json!(client)));
        say("workspace", scope.workspace.as_ref().map(|workspace| json!(workspace)));
        Value::Object(all)
    }

    fn glob(&self, glob: &ItemGlob) -> String {
        match glob {
            ItemGlob::Advertised(pattern) => pattern.clone(),
            ItemGlob::Of(server, pattern) => format!("{}/{pattern}", self.server(*server)),
            ItemGlob::OfNamed(server, pattern) => format!("{server}/{pattern}"),
        }
    }
}

fn hours(hours: &Hours) -> Value {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let days: Vec<_> = DAYS.iter().zip(hours.days).filter_map(|(name, on)| on.then_some(*name)).collect();
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    json!({ "zone": hours.zone, "days": days, "from": time(hours.from), "to": time(hours.to) })
}

/// What is said of it, a line each.
pub(crate) fn lines(scope: &Value) -> Vec<String> {
    let Value::Object(members) = scope else { return Vec::new() };
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list
            .iter()
            .map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned))
            .collect::<Vec<_>>()
            .join(", "),
        Value::Object(members) if members.contains_key("zone") => {
            let word = |name: &str| members.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let days = members.get("days").and_then(Value::as_array).into_iter().flatten();
            let days: Vec<_> = days.filter_map(Value::as_str).collect();
            format!("{} {}-{} {}", days.join(","), word("from"), word("to"), word("zone"))
        }
        other => other.to_string(),
    };
    members.iter().map(|(name, value)| format!("{}: {}", name.replace('_', " "), text(value))).collect()
}

/// When it ends, in a table.
pub(crate) fn ends(token: &Token, now: Timestamp) -> String {
    match token.ends_at() {
        None => "never".to_owned(),
        Some(at) if token.is_active(now) && token.ends_soon(now) => format!("{at} (soon)"),
        Some(at) => at.to_string(),
    }
}
