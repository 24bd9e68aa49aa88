//! From what a person says that a token is for to ids, which stay right whatever is called what later.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::hours::GivenHours;
use crate::core::access::{Operation, Permission, PermissionSet, Target};
use crate::core::model::{
    CallLimit, CallLimits, Capabilities, CapabilityKind, ItemGlob, ServerName, TeamSlug, TokenReach,
    TokenScope,
};
use crate::core::operation::{Context, server, team};
use crate::core::problem::{Problem, ProblemKind};

/// The longest pattern, and the most of a kind.
const LONGEST_GLOB: usize = 256;
const MOST_GLOBS: usize = 100;

/// What everybody may do about themselves, whatever their roles.
const ABOUT_ONESELF: &[Permission] = &[
    Permission::TokensCreate,
    Permission::TokensRead,
    Permission::TokensRevoke,
    Permission::UsageRead,
    Permission::SessionsRead,
    Permission::SessionsKill,
    Permission::UsersRead,
];

/// What is said of one thing, if anything is.
pub type Given<T> = Option<T>;

/// What a person says. What is absent stays as it is.
#[derive(Debug, Clone, Default)]
pub struct ScopeFlags {
    /// These teams' things.
    pub teams: Given<Vec<TeamSlug>>,
    /// What is public.
    pub public_only: bool,
    /// All that the user has.
    pub all_teams: bool,
    /// These servers.
    pub servers: Given<Vec<ServerName>>,
    /// These tools.
    pub tools: Given<Vec<String>>,
    /// These prompts.
    pub prompts: Given<Vec<String>>,
    /// These resources.
    pub resources: Given<Vec<String>>,
    /// JSON: `{"tools": {"SERVER": ["NAME"]}}`.
    pub capabilities: Given<String>,
    /// These permissions, beside those of use.
    pub permissions: Given<Vec<Permission>>,
    /// These days and hours.
    pub hours: Given<GivenHours>,
    /// So often, or as often as one likes.
    pub limits: Vec<(CallLimit, Option<u32>)>,
    /// From these networks.
    pub cidrs: Given<Vec<String>>,
    /// For this client.
    pub client: Given<String>,
    /// For clients in this directory.
    pub workspace: Given<PathBuf>,
    /// What is said of these things is taken back.
    pub clear: Vec<Clear>,
}

/// What can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clear {
    /// Which servers.
    Servers,
    /// Which tools.
    Tools,
    /// Which prompts.
    Prompts,
    /// Which resources.
    Resources,
    /// Which items by their names.
    Capabilities,
    /// Permissions beside those of use.
    Permissions,
    /// When.
    Hours,
    /// How often.
    Limits,
    /// From where.
    Cidrs,
    /// For which client.
    Client,
    /// In which directory.
    Workspace,
}

/// The scope of a token of which nothing is said: all that its user may use.
pub(super) fn everything() -> TokenScope {
    TokenScope {
        reach: TokenReach::All,
        servers: None,
        tools: None,
        prompts: None,
        resources: None,
        capabilities: None,
        permissions: names(PermissionSet::USE),
        hours: None,
        limits: CallLimits::default(),
        cidrs: None,
        client: None,
        workspace: None,
    }
}

/// `scope` with what `flags` say in place of what it says of that. Nobody says more than they have.
pub(super) async fn resolved(
    context: &Context,
    asked: &(Operation, Target),
    flags: &ScopeFlags,
    mut scope: TokenScope,
) -> Result<TokenScope, Problem> {
    for what in &flags.clear {
        clear(&mut scope, *what);
    }
    reach(context, asked, flags, &mut scope).await?;
    if let Some(servers) = &flags.servers {
        let mut ids = Vec::new();
        for name in servers {
            ids.push(server::get_one(context, Operation::ServerShow, name).await?.id);
        }
        scope.servers = Some(ids);
    }
    for (given, place, of) in [
        (&flags.tools, &mut scope.tools, CapabilityKind::Tools),
        (&flags.prompts, &mut scope.prompts, CapabilityKind::Prompts),
        (&flags.resources, &mut scope.resources, CapabilityKind::Resources),
    ] {
        if let Some(patterns) = given {
            *place = Some(globs(context, patterns, of).await?);
        }
    }
    if let Some(text) = &flags.capabilities {
        scope.capabilities = Some(capabilities(context, text).await?);
    }
    if let Some(permissions) = &flags.permissions {
        scope.permissions = names(granted(context, asked, permissions)?);
    }
    for &(limit, most) in &flags.limits {
        if most == Some(0) {
            let message = "a token is for one call at least: one that is for nothing any more is revoked";
            return Err(usage(message.to_owned()).hint("mcpgw token revoke TOKEN"));
        }
        scope.limits.set(limit, most);
    }
    if let Some(hours) = &flags.hours {
        scope.hours = Some(hours.over(scope.hours)?);
    }
    scope.cidrs = flags.cidrs.clone().or(scope.cidrs);
    scope.client = flags.client.clone().or(scope.client);
    scope.workspace = flags.workspace.clone().or(scope.workspace);
    Ok(scope)
}

async fn reach(
    context: &Context,
    asked: &(Operation, Target),
    flags: &ScopeFlags,
    scope: &mut TokenScope,
) -> Result<(), Problem> {
    if flags.public_only {
        scope.reach = TokenReach::Public;
    } else if flags.all_teams {
        scope.reach = TokenReach::All;
    } else if let Some(slugs) = &flags.teams {
        let mut ids = Vec::new();
        for slug in slugs {
            let team = team::get(context, slug).await?.team;
            if !context.principal.scope().reach().has_team(team.id) {
                let message = format!("the token that you act with is not for the team {slug}");
                return Err(context.refuse(asked, message));
            }
            ids.push(team.id);
        }
        scope.reach = TokenReach::Teams(ids);
    }
    Ok(())
}

/// The permissions of use, and these. A token names none that the one lacks that it is made with.
fn granted(
    context: &Context,
    asked: &(Operation, Target),
    named: &[Permission],
) -> Result<PermissionSet, Problem> {
    if named.contains(&Permission::RowsReveal) {
        return Err(usage("rows.reveal takes a login: no token has it".to_owned()));
    }
    let held = context.principal.scope().permissions();
    if let Some(lacking) = named.iter().find(|&&permission| !held.contains(permission)) {
        return Err(context.refuse(asked, format!("the token that you act with lacks {lacking}")));
    }
    // What nobody has now would come to life with a role that they are given later.
    let (principal, now) = (&context.principal, context.clock.now());
    let memberships = principal.memberships().iter();
    let about_oneself: PermissionSet = ABOUT_ONESELF.iter().copied().collect();
    let own = memberships
        .fold(principal.permissions_everywhere(now).union(about_oneself), |held, membership| {
            held.union(principal.permissions_in(membership.team, now))
        });
    if let Some(lacking) = named.iter().find(|&&permission| !own.contains(permission)) {
        return Err(context.refuse(asked, format!("you lack {lacking}: nobody gives what they do not have")));
    }
    Ok(PermissionSet::USE.union(named.iter().copied().collect()))
}

/// A pattern with a `/` is over the names that a server gives; of a resource it is one only where a server can be meant.
async fn globs(context: &Context, patterns: &[String], of: CapabilityKind) -> Result<Vec<ItemGlob>, Problem> {
    if patterns.len() > MOST_GLOBS
        || patterns.iter().any(|pattern| pattern.is_empty() || pattern.len() > LONGEST_GLOB)
    {
        let message = format!("at most {MOST_GLOBS} patterns of 1 to {LONGEST_GLOB} bytes each can be given");
        return Err(usage(message));
    }
    let mut globs = Vec::new();
    for pattern in patterns {
        let of_server = pattern
            .split_once('/')
            .filter(|(server, _)| of != CapabilityKind::Resources || !server.contains(':'));
        globs.push(match of_server {
            None => ItemGlob::Advertised(pattern.clone()),
            Some((server, rest)) if server.contains(['*', '?']) => {
                ItemGlob::OfNamed(server.to_owned(), rest.to_owned())
            }
            Some((name, rest)) => ItemGlob::Of(
                server::get_one(context, Operation::ServerShow, &server_name(name)?).await?.id,
                rest.to_owned(),
            ),
        });
    }
    Ok(globs)
}

async fn capabilities(context: &Context, text: &str) -> Result<Capabilities, Problem> {
    type Named = BTreeMap<CapabilityKind, BTreeMap<String, BTreeSet<String>>>;
    let named: Named = serde_json::from_str(text).map_err(|error| {
        usage(format!("the capabilities can't be read: {error}"))
            .hint(r#"{"tools": {"SERVER": ["NAME"]}, "prompts": {}, "resources": {}}"#)
    })?;
    let mut all = Capabilities::new();
    for (kind, servers) in named {
        let of_kind = all.entry(kind).or_default();
        for (name, items) in servers {
            of_kind.insert(
                server::get_one(context, Operation::ServerShow, &server_name(&name)?).await?.id,
                items,
            );
        }
    }
    Ok(all)
}

fn server_name(text: &str) -> Result<ServerName, Problem> {
    ServerName::parse(text).map_err(Problem::from)
}

fn clear(scope: &mut TokenScope, what: Clear) {
    match what {
        Clear::Servers => scope.servers = None,
        Clear::Tools => scope.tools = None,
        Clear::Prompts => scope.prompts = None,
        Clear::Resources => scope.resources = None,
        Clear::Capabilities => scope.capabilities = None,
        Clear::Permissions => scope.permissions = names(PermissionSet::USE),
        Clear::Hours => scope.hours = None,
        Clear::Limits => scope.limits = CallLimits::default(),
        Clear::Cidrs => scope.cidrs = None,
        Clear::Client => scope.client = None,
        Clear::Workspace => scope.workspace = None,
    }
}

fn names(permissions: PermissionSet) -> Vec<String> {
    permissions.iter().map(|permission| permission.name().to_owned()).collect()
}

fn usage(message: String) -> Problem {
    Problem::new(ProblemKind::Usage, message)
}
