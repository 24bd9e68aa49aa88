//! `mcpgw token show`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::most::{used_json, used_of};
use crate::core::model::Token;
use crate::core::operation;
use crate::core::operation::Calls;
use crate::core::operation::token::get;
use crate::core::telling::token::{Names, ends, lines};

/// Arguments of `token show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw token show ci
  mcpgw token show ci --field scope")]
pub(in crate::cli) struct Args {
    /// Its id, or its name
    #[arg(value_name = "TOKEN")]
    token: String,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let token = get(&operations, &self.token).await?;
        print(context, &operations, &token).await
    }
}

/// Shows a token, as it is.
pub(super) async fn print(
    context: &mut Context,
    operations: &operation::Context,
    token: &Token,
) -> Result<Exit, CommandError> {
    let (names, now) = (Names::new(operations).await?, operations.clock.now());
    let calls = Calls::of_token(operations, token);
    let mut result = names.json(token, now);
    result["calls"] = used_json(&calls);
    context.output.show(&result, |page| {
        page.line(&format!("{} ({}), {}", token.name, token.id, token.state(now)));
        page.line(&format!("of: {}", names.called(token.user)));
        page.line(&format!("made: {} by {}", token.created_at, names.called(token.created_by)));
        page.line(&format!("ends: {}", ends(token, now)));
        if let Some(parent) = token.parent {
            page.line(&format!("made with: {parent}"));
        }
        for line in &lines(&names.scope(token)) {
            page.line(line);
        }
        for (what, count) in used_of(&calls) {
            page.line(&format!("{what}: {count}"));
        }
    })?;
    Ok(Exit::Success)
}
