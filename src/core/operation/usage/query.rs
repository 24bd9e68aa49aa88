//! Which calls are meant, by names or by the ids of what may be gone, and which of them who asks may know of.

use std::time::Duration;

use crate::core::access::{Operation, Reach, Target};
use crate::core::model::{ServerId, ServerName, Team, TeamId, TeamSlug, TokenId, UserId};
use crate::core::operation::user::{self, Who};
use crate::core::operation::{Context, server, team, token};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{UsageBy, UsageEyes, UsageFilter, UsageItem};

/// Which calls are wanted. Names, or ids.
#[derive(Debug, Clone)]
pub struct Query {
    /// What they are told apart by.
    pub by: UsageBy,
    /// Those that are no older.
    pub since: Option<Duration>,
    /// Those of this user.
    pub user: Option<Who>,
    /// Those of servers of this team.
    pub team: Option<String>,
    /// Those with this token.
    pub token: Option<String>,
    /// Those of this server.
    pub server: Option<String>,
    /// Those of this item: SERVER/NAME, or its own name.
    pub tool: Option<String>,
    /// Those of this client.
    pub client: Option<String>,
}

impl Query {
    /// All calls, told apart by this.
    pub fn by(by: UsageBy) -> Self {
        Self { by, since: None, user: None, team: None, token: None, server: None, tool: None, client: None }
    }
}

/// What `query` means to who asks. Of what they may not know of there is nothing.
pub(super) async fn filter(context: &Context, query: &Query) -> Result<UsageFilter, Problem> {
    let teams = readable(context).await?;
    let (named, item) = match &query.tool {
        Some(tool) => tool_of(context, tool).await?,
        None => (None, None),
    };
    let of_server = match &query.server {
        Some(text) => Some(server_of(context, text).await?),
        None => named,
    };
    let of_team = match &query.team {
        Some(text) => Some(team_of(context, text).await?),
        None => None,
    };
    let of_token = match &query.token {
        Some(text) => Some(token_of(context, text).await?),
        None => None,
    };
    let of_user = match &query.user {
        Some(who) => Some(user_of(context, who, teams.as_deref()).await?),
        None => None,
    };
    Ok(UsageFilter {
        since: since(context, query.since),
        user: of_user,
        token: of_token,
        team: of_team,
        server: of_server,
        item: match item {
            Some(name) => Some(item_of(context, name).await?),
            None => None,
        },
        client: query.client.clone(),
        seen_by: teams.map(|teams| UsageEyes {
            user: context.principal.user(),
            own: reached(context),
            teams,
        }),
    })
}

/// The teams of whose servers who asks may know their own calls: a token shows no more than it reaches. Nothing: all.
fn reached(context: &Context) -> Option<Vec<TeamId>> {
    match context.principal.scope().reach() {
        Reach::All => None,
        Reach::Public => Some(Vec::new()),
        Reach::Teams(teams) => Some(teams.clone()),
    }
}

/// What is too old to be kept is not told either, though it may still be there.
fn since(context: &Context, wanted: Option<Duration>) -> i64 {
    let kept = context.settings.usage.retention;
    let wanted = wanted.unwrap_or(kept).min(kept);
    let millis = i64::try_from(wanted.as_millis()).unwrap_or(i64::MAX);
    context.clock.now().as_millisecond().saturating_sub(millis)
}

/// The teams of whose servers who asks may know all calls, beside their own; nothing: they may know all calls there are.
async fn readable(context: &Context) -> Result<Option<Vec<TeamId>>, Problem> {
    if context.may(Operation::UsageShow, &Target::Platform) {
        return Ok(None);
    }
    let may = |team: &Team| context.may(Operation::UsageShow, &Target::of_team(team));
    let teams: Vec<_> = context.store.teams().await?.into_values().filter(may).map(|team| team.id).collect();
    if teams.is_empty() {
        let nothing = || Problem::new(ProblemKind::Denied, "you may not see who used what");
        context.require(Operation::UsageShow, &Target::User(context.principal.user()), nothing)?;
    }
    Ok(Some(teams))
}

async fn server_of(context: &Context, text: &str) -> Result<ServerId, Problem> {
    if let Some(id) = ServerId::parse(text) {
        return Ok(id);
    }
    let name =
        ServerName::parse(text).map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))?;
    Ok(server::get(context, &name).await?.id)
}

async fn team_of(context: &Context, text: &str) -> Result<TeamId, Problem> {
    if let Some(id) = TeamId::parse(text) {
        return Ok(id);
    }
    let slug = TeamSlug::parse(text).map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))?;
    Ok(team::get(context, &slug).await?.team.id)
}

async fn token_of(context: &Context, text: &str) -> Result<TokenId, Problem> {
    match TokenId::parse(text) {
        Some(id) => Ok(id),
        None => Ok(token::get(context, text).await?.id),
    }
}

/// A user who is gone has left their id. Of the others who asks may mean themselves, those whom they may see, and who is in a team
/// whose usage they may see.
async fn user_of(context: &Context, who: &Who, teams: Option<&[TeamId]>) -> Result<UserId, Problem> {
    let email = match who {
        Who::Id(id) => return Ok(*id),
        Who::Me => return Ok(context.principal.user()),
        Who::Email(email) => email,
    };
    if let (Some(teams), Some(account)) = (teams, context.store.account_of(email).await?) {
        let now = context.clock.now();
        for team in teams {
            let members = context.store.members(*team, now).await?;
            if members.iter().any(|member| member.user == account.user.id) {
                return Ok(account.user.id);
            }
        }
    }
    Ok(user::find(context, who, Operation::UsageShow).await?.user.id)
}

/// SERVER/NAME where there is such a server, else the name of an item of any.
async fn tool_of(context: &Context, text: &str) -> Result<(Option<ServerId>, Option<String>), Problem> {
    if let Some((server, name)) = text.split_once('/')
        && let Ok(server) = ServerName::parse(server)
        && let Some(server) = server::find(context, &server).await?
    {
        return Ok((Some(server.id), Some(name.to_owned())));
    }
    Ok((None, Some(text.to_owned())))
}

/// An item by its name, of servers that who asks may know of: what those of others are called is not to be found out by trying.
async fn item_of(context: &Context, name: String) -> Result<UsageItem, Problem> {
    let known = server::list(context).await?.into_iter().map(|server| server.id);
    Ok(UsageItem { name, of: known.collect() })
}

/// The token of that id or name, whose usage is wanted.
pub(super) async fn known_token(context: &Context, text: &str) -> Result<TokenId, Problem> {
    let problem = match token::get(context, text).await {
        Ok(token) => return Ok(token.id),
        Err(problem) => problem,
    };
    let is_absent = matches!(problem.kind, ProblemKind::NotFound | ProblemKind::Denied);
    // What is gone has left its id, to who may know all calls.
    if let Some(id) = TokenId::parse(text)
        && is_absent
        && context.may(Operation::UsageShow, &Target::Platform)
        && context.store.has_used(id).await?
    {
        return Ok(id);
    }
    Err(problem)
}
