//! `mcpgw profile create`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::token::{Ends, Scope};
use crate::core::model::ProfileName;
use crate::core::operation::profile::create;
use crate::core::operation::token::{Expiry, NewToken};
use crate::core::platform::limits;
use crate::core::telling::token::{Names, lines};

/// Arguments of `profile create`.
///
/// The token of a profile is sealed in the store, and shown to nobody: no secret stands in the configuration of a client.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw profile create cursor --server github
  mcpgw profile create agent --tool 'github__get_*' --no-expiry
  In the client's configuration:
      {\"command\": \"mcpgw\", \"args\": [\"stdio\", \"--profile\", \"cursor\"]}

What its token is for can be changed later: mcpgw token edit.")]
pub(in crate::cli) struct Args {
    /// What to call it
    #[arg(value_name = "PROFILE", value_parser = ProfileName::parse)]
    name: ProfileName,

    #[command(flatten)]
    ends: Ends,

    #[command(flatten)]
    mutation: Mutation,

    #[command(flatten)]
    scope: Scope,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let operations = context.operations().await?;
        let (name, dry_run) = (self.name, self.mutation.dry_run);
        let new = NewToken {
            name: name.to_string(),
            user: None,
            scope: self.scope.flags().await?,
            expiry: self.ends.said().unwrap_or(Expiry::Usual),
            imported: None,
        };
        let token = create(&operations, name.clone(), new, dry_run).await?;
        context.tell_keeper(&operations).await?;
        let scope = Names::new(&operations).await?.scope(&token);
        let result = json!({
            "name": name, "token": token.id, "expires_at": token.expires_at,
            "ends_at": token.ends_at(), "scope": scope, "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            page.line(&format!("{} the profile {name}", if dry_run { "would make" } else { "made" }));
            let ends = token.ends_at().map_or_else(|| "never ends".to_owned(), |at| format!("ends at {at}"));
            page.remark(&format!("its token {ends}"));
            for line in &lines(&scope) {
                page.remark(line);
            }
            page.remark(&format!("in the client's configuration: mcpgw stdio --profile {name}"));
        })?;
        Ok(Exit::Success)
    }
}
