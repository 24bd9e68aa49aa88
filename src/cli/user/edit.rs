//! `mcpgw user edit`

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{AttributeName, Email, RoleName};
use crate::core::operation::user::{Who, change, platform_admin};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::UserChange;
use crate::core::telling::user::View;

/// Arguments of `user edit`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user edit me --email ann@example.org
  mcpgw user edit bob@example.org --name 'Bob Example' --admin
  mcpgw user edit bob@example.org --attribute department=sales
  mcpgw user edit bob@example.org --no-role")]
pub(in crate::cli) struct Args {
    /// Their email or id, or `me`
    #[arg(value_name = "EMAIL", value_parser = Who::parse)]
    who: Who,

    /// What they log in with from now on
    #[arg(long = "email", value_name = "NEW", value_parser = Email::parse)]
    new: Option<Email>,

    /// Their name
    #[arg(long)]
    name: Option<String>,

    /// Make them a platform admin
    #[arg(long, group = "role")]
    admin: bool,

    /// Give them this role everywhere, and no other: `platform_viewer`, `platform_admin`, or one that was made here
    #[arg(long, value_name = "ROLE", value_parser = RoleName::parse, group = "role")]
    global_role: Option<RoleName>,

    /// Take their roles that hold everywhere
    #[arg(long, group = "role")]
    no_role: bool,

    /// Note something about them
    #[arg(long, value_name = "NAME=VALUE", value_parser = AttributeName::parse_pair)]
    attribute: Vec<(AttributeName, String)>,

    /// Note that no more
    #[arg(long, value_name = "NAME", value_parser = AttributeName::parse)]
    no_attribute: Vec<AttributeName>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let role = match (self.admin, self.global_role, self.no_role) {
            (true, ..) => Some(Some(platform_admin()?)),
            (_, Some(role), _) => Some(Some(role)),
            (.., true) => Some(None),
            _ => None,
        };
        let forgotten = self.no_attribute.into_iter().map(|name| (name, None));
        let noted = self.attribute.into_iter().map(|(name, value)| (name, Some(value)));
        let attributes = forgotten.chain(noted).collect();
        let wanted =
            UserChange { email: self.new, full_name: self.name, role, attributes, ..UserChange::default() };
        if wanted == UserChange::default() {
            let problem = Problem::new(ProblemKind::Usage, "nothing is to be changed");
            return Err(problem
                .hint("--email, --name, --admin, --global-role, --no-role or --attribute")
                .into());
        }
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let (account, switched) = change(&operations, &self.who, wanted, dry_run).await?;
        let view = View::new(&account, operations.clock.now());
        context.output.show(&view, |page| {
            let verb = if dry_run { "would change" } else { "changed" };
            page.line(&format!("{verb} {}", view.called()));
            if switched && !dry_run {
                page.remark("from now on everybody has to log in: mcpgw login");
            }
        })?;
        Ok(Exit::Success)
    }
}
