//! `mcpgw team quota`

use serde::Serialize;
use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::most::{Most, MostCalls};
use crate::core::model::{Limit, PlanName, Quota, Switch, Team, TeamSlug};
use crate::core::operation::Context as Operations;
use crate::core::operation::team::{Quotas, get, quota_of, set_quotas};

/// Arguments of `team quota`.
///
/// Without flags it shows what the team may have and do. A quota that is not set is that of the team's plan (`team.plans`); without
/// one there is none but the settings'. What a team has beyond a quota that is set later stays. Calls count that any
/// session or command makes to the team's servers, in minutes, hours and days of UTC; one that is refused counts nowhere. Without `stdio` no server of the team runs, without `public` its
/// public servers are for its members only, and without `sampling` its servers can't ask the client's model; `remote` and `sso` are
/// kept, and there is nothing yet that they would switch off.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team quota web
  mcpgw team quota web --max-servers 10 --max-members 25
  mcpgw team quota web --per-minute 60 --max-concurrent 4
  mcpgw team quota web --plan pro --max-members none --sampling off")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// The plan whose quotas hold where the team has none of its own
    #[arg(long, value_parser = PlanName::parse, overrides_with = "no_plan")]
    plan: Option<PlanName>,

    /// Take the plan away
    #[arg(long)]
    no_plan: bool,

    /// How many servers it may have; `none`: as many as its plan says
    #[arg(long, value_name = "N", value_parser = Most::parse)]
    max_servers: Option<Most>,

    /// How many members it may have
    #[arg(long, value_name = "N", value_parser = Most::parse)]
    max_members: Option<Most>,

    #[command(flatten)]
    calls: MostCalls,

    /// In how many sessions of one user its servers may be at a time
    #[arg(long, value_name = "N", value_parser = Most::parse)]
    max_sessions_per_user: Option<Most>,

    /// Whether servers of the team run as processes here
    #[arg(long, value_name = "on|off", value_parser = on_or_off)]
    stdio: Option<bool>,

    /// Whether the team may have remote servers
    #[arg(long, value_name = "on|off", value_parser = on_or_off)]
    remote: Option<bool>,

    /// Whether its servers may ask the client's model
    #[arg(long, value_name = "on|off", value_parser = on_or_off)]
    sampling: Option<bool>,

    /// Whether it may have servers for everybody
    #[arg(long, value_name = "on|off", value_parser = on_or_off)]
    public: Option<bool>,

    /// Whether it may have its own provider of single sign-on
    #[arg(long, value_name = "on|off", value_parser = on_or_off)]
    sso: Option<bool>,

    #[command(flatten)]
    mutation: Mutation,
}

fn on_or_off(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("on or off".to_owned()),
    }
}

impl Args {
    fn quotas(&self) -> Quotas {
        let limits = [
            (Limit::Servers, self.max_servers),
            (Limit::Members, self.max_members),
            (Limit::SessionsPerUser, self.max_sessions_per_user),
        ];
        let calls = self.calls.said().into_iter().map(|(limit, most)| (limit.into(), most));
        let switches = [
            (Switch::Stdio, self.stdio),
            (Switch::Remote, self.remote),
            (Switch::Sampling, self.sampling),
            (Switch::Public, self.public),
            (Switch::Sso, self.sso),
        ];
        Quotas {
            plan: if self.no_plan { Some(None) } else { self.plan.clone().map(Some) },
            limits: limits
                .into_iter()
                .filter_map(|(limit, most)| Some((limit, most?.0)))
                .chain(calls)
                .collect(),
            switches: switches.into_iter().filter_map(|(switch, on)| Some((switch, on?))).collect(),
        }
    }

    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let quotas = self.quotas();
        if quotas == Quotas::default() {
            let team = get(&operations, &self.team).await?.team;
            show(context, &operations, &team)?;
            return Ok(Exit::Success);
        }
        let edited = set_quotas(&operations, &self.team, quotas, dry_run).await?;
        let view = View::new(&operations, &edited.team);
        let mut result = serde_json::to_value(&view)?;
        result["changed"] = json!(edited.changed);
        result["dry_run"] = json!(dry_run);
        context.output.show(&result, |page| {
            page.line(&match (edited.changed, dry_run) {
                (true, false) => format!("changed what the team {} may have", self.team),
                (true, true) => format!("would change what the team {} may have", self.team),
                (false, _) => format!("what the team {} may have is so already", self.team),
            });
        })?;
        Ok(Exit::Success)
    }
}

/// What a team may have and do, in JSON.
#[derive(Debug, Serialize)]
struct View<'a> {
    team: &'a TeamSlug,
    #[serde(flatten)]
    tenancy: super::view::Tenant<'a>,
    /// What holds: the team's own quotas, else its plan's; nothing: the plan is not known here.
    effective: Option<Quota>,
}

impl<'a> View<'a> {
    fn new(operations: &Operations, team: &'a Team) -> Self {
        let effective = quota_of(operations, &team.tenancy);
        Self { team: &team.slug, tenancy: (&team.tenancy).into(), effective }
    }
}

fn show(context: &Context, operations: &Operations, team: &Team) -> Result<(), CommandError> {
    let view = View::new(operations, team);
    let effective = view.effective;
    context.output.show(&view, |page| {
        let mut pairs = vec![("team", team.slug.to_string())];
        pairs.extend(team.tenancy.plan.as_ref().map(|plan| ("plan", plan.to_string())));
        for limit in Limit::ALL {
            let most = match effective {
                None => "the plan is not known here: nothing more".to_owned(),
                Some(quota) => quota.get(limit).map_or_else(|| "-".to_owned(), |most| most.to_string()),
            };
            pairs.push((limit.name(), most));
        }
        for switch in Switch::ALL {
            let on = if team.tenancy.switches.has(switch) { "on" } else { "off" };
            pairs.push((switch.name(), on.to_owned()));
        }
        page.pairs(pairs);
    })
}
