//! Flags that say what a token is for.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ipnet::IpNet;
use jiff::tz::TimeZone;

use crate::cli::arguments::duration;
use crate::cli::context::absolute;
use crate::cli::error::CommandError;
use crate::cli::input;
use crate::cli::most::MostCalls;
use crate::core::access::Permission;
use crate::core::model::{LONGEST_SECRET, ServerName, TeamSlug};
use crate::core::operation::token::{Expiry, GivenHours, ScopeFlags};
use crate::core::problem::{Problem, ProblemKind};

/// What a token is for.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "What it is for")]
pub(in crate::cli) struct Scope {
    /// Only what this team has, and what is public; the name of your own team stands for what is private to you
    #[arg(long, value_name = "TEAM", value_parser = TeamSlug::parse)]
    team: Vec<TeamSlug>,

    /// Only what is public
    #[arg(long, conflicts_with = "team")]
    public_only: bool,

    /// Only this server
    #[arg(long, value_name = "SERVER", value_parser = ServerName::parse)]
    server: Vec<ServerName>,

    /// Only tools that clients see under such a name; SERVER/GLOB is over the server's own names
    #[arg(long, value_name = "GLOB")]
    tool: Vec<String>,

    /// Only prompts that clients see under such a name, or SERVER/GLOB
    #[arg(long, value_name = "GLOB")]
    prompt: Vec<String>,

    /// Only resources with such a URI, or SERVER/GLOB
    #[arg(long, value_name = "GLOB")]
    resource: Vec<String>,

    /// Beside using things, also this, such as servers.read or tokens.create; see `mcpgw role list`
    #[arg(long, value_name = "PERMISSION", value_parser = permission)]
    permission: Vec<Permission>,

    /// Only the items in this JSON file (- is stdin): `{"tools": {"SERVER": ["NAME"]}}`
    #[arg(long, value_name = "FILE")]
    capabilities: Option<PathBuf>,

    #[command(flatten)]
    calls: MostCalls,

    /// Only on these days, such as mon-fri or sat,sun
    #[arg(long, value_name = "DAYS")]
    days: Option<String>,

    /// Only at this time of day, such as 09:00-18:00; 22:00-06:00 ends on the day after
    #[arg(long, value_name = "FROM-TO")]
    hours: Option<String>,

    /// The time zone of days and hours; without it this machine's
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,

    /// Only from this network; `mcpgw stdio` and commands know no address, and refuse such a token
    #[arg(long, value_name = "CIDR", value_parser = network)]
    cidr: Vec<IpNet>,

    /// Only for the client that calls itself so; this keeps order, and keeps nobody out
    #[arg(long, value_name = "NAME")]
    client: Option<String>,

    /// Only for clients and commands that are started in this directory; this keeps order, and keeps nobody out
    #[arg(long, value_name = "DIR")]
    workspace: Option<PathBuf>,
}

/// When a token ends.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Ends {
    /// When it ends, such as 12h or 90d from now
    #[arg(long, value_name = "DURATION", value_parser = duration, conflicts_with = "no_expiry")]
    expires: Option<Duration>,

    /// Let it work until it is revoked
    #[arg(long)]
    no_expiry: bool,
}

impl Ends {
    /// What was said, if anything was.
    pub(in crate::cli) fn said(&self) -> Option<Expiry> {
        match self {
            Self { no_expiry: true, .. } => Some(Expiry::Never),
            Self { expires, .. } => expires.map(Expiry::In),
        }
    }
}

impl Scope {
    /// What was said.
    pub(in crate::cli) async fn flags(self) -> Result<ScopeFlags, CommandError> {
        let own_zone = TimeZone::system().iana_name().unwrap_or("UTC").to_owned();
        let hours = GivenHours::parse(self.days.as_deref(), self.hours.as_deref(), self.zone, own_zone);
        let hours = hours.map_err(|message| Problem::new(ProblemKind::Usage, message))?;
        let capabilities = match self.capabilities {
            None => None,
            Some(file) if file == Path::new("-") => Some(input::all_of(LONGEST_SECRET).await?),
            Some(file) => {
                let failed = |error| Problem::new(ProblemKind::Usage, format!("{}: {error}", file.display()));
                Some(
                    std::fs::File::open(&file)
                        .and_then(|opened| input::text_of(opened, LONGEST_SECRET))
                        .map_err(failed)?,
                )
            }
        };
        Ok(ScopeFlags {
            teams: some(self.team),
            public_only: self.public_only,
            all_teams: false,
            servers: some(self.server),
            tools: some(self.tool),
            prompts: some(self.prompt),
            resources: some(self.resource),
            capabilities,
            permissions: some(self.permission),
            hours,
            limits: self.calls.said(),
            cidrs: some(self.cidr.iter().map(ToString::to_string).collect()),
            client: self.client,
            workspace: self.workspace.as_deref().map(absolute).transpose()?,
            clear: Vec::new(),
        })
    }
}

/// A flag that was not given says nothing.
fn some<T>(values: Vec<T>) -> Option<Vec<T>> {
    (!values.is_empty()).then_some(values)
}

fn permission(text: &str) -> Result<Permission, String> {
    Permission::parse(text).ok_or_else(|| "there is no such permission; see mcpgw role list".to_owned())
}

fn network(text: &str) -> Result<IpNet, String> {
    let alone = text.parse::<std::net::IpAddr>().map(IpNet::from);
    alone
        .or_else(|_| text.parse())
        .map_err(|_| "expected a network such as 10.0.0.0/8 or fd00::/8".to_owned())
}
