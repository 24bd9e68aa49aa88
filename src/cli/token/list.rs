//! `mcpgw token list`

use jiff::Timestamp;
use serde::{Serialize, Serializer};

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::Token;
use crate::core::operation::token::{Listing, list};
use crate::core::operation::user::Who;
use crate::core::telling::token::{Names, ends};

/// Arguments of `token list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw token list
  mcpgw token list --all --json

Of a token itself nothing is kept that could be shown.")]
pub(in crate::cli) struct Args {
    /// Those of this user: me, an email or an id
    #[arg(long, value_name = "EMAIL", value_parser = Who::parse)]
    user: Option<Who>,

    /// All that you may see
    #[arg(long, conflicts_with = "user")]
    all: bool,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let wanted = match (self.user, self.all) {
            (_, true) => Listing::All,
            (Some(who), false) => Listing::Of(who),
            (None, false) => Listing::Own,
        };
        let tokens = list(&operations, &wanted).await?;
        let (names, now) = (Names::new(&operations).await?, operations.clock.now());
        let listed = Listed { tokens: &tokens, names: &names, now };
        context.output.show(&listed, |page| {
            if tokens.is_empty() {
                page.remark("no token");
                return;
            }
            let rows = tokens.iter().map(|token| {
                let (id, state) = (token.id.to_string(), token.state(now).to_owned());
                [id, token.name.clone(), names.called(token.user), state, ends(token, now)]
            });
            page.table(["TOKEN", "NAME", "OF", "STATE", "ENDS"], rows);
        })?;
        Ok(Exit::Success)
    }
}

/// Tokens that become JSON where that is asked for: there may be thousands.
struct Listed<'a> {
    tokens: &'a [Token],
    names: &'a Names,
    now: Timestamp,
}

impl Serialize for Listed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.tokens.iter().map(|token| self.names.json(token, self.now)))
    }
}
