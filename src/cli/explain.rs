//! `mcpgw explain`

use jiff::Timestamp;
use serde::Serialize;

use super::context::Context;
use super::error::{CommandError, Exit};
use crate::core::model::{Email, ServerId, User, UserId};
use crate::core::operation::explain::{Explained, explain};
use crate::core::operation::user::Who;

/// Show whether somebody may see, use and change a server or a tool, and why
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw explain me files
  mcpgw explain ann@example.org files/read_file
  mcpgw explain ann@example.org files__read_file --json

You are told of what you may see yourself; of others than yourself it takes users.read.")]
pub(super) struct ExplainArgs {
    /// Their email or id, or `me`
    #[arg(value_name = "USER", value_parser = Who::parse)]
    who: Who,

    /// A server, or an item as SERVER/ITEM or as clients see it
    #[arg(value_name = "SERVER|SERVER/ITEM|ITEM")]
    what: String,
}

/// One thing, and what may be done with it.
#[derive(Debug, Serialize)]
struct View<'a> {
    user: UserId,
    email: Option<&'a Email>,
    server: ServerView<'a>,
    item: Option<ItemView<'a>>,
    decisions: Vec<Decision<'a>>,
}

#[derive(Debug, Serialize)]
struct ServerView<'a> {
    id: ServerId,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct ItemView<'a> {
    kind: &'static str,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct Decision<'a> {
    to: &'static str,
    allowed: bool,
    because: &'a str,
    help: Option<&'a str>,
    until: Option<Timestamp>,
}

impl ExplainArgs {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let (user, explained) = explain(&operations, &self.who, &self.what).await?;
        let views: Vec<_> = explained.iter().map(|explained| View::new(&user, explained)).collect();
        context.output.show(&views, |page| {
            for view in &views {
                page.heading(&view.title());
                page.table(
                    ["TO", "ALLOWED", "BECAUSE", "WHAT HELPS"],
                    view.decisions.iter().map(Decision::cells),
                );
            }
        })?;
        Ok(Exit::Success)
    }
}

impl<'a> View<'a> {
    fn new(user: &'a User, explained: &'a Explained) -> Self {
        let Explained { thing, decisions } = explained;
        let item = thing.item.as_ref().map(|(kind, name)| ItemView { kind: kind.noun(), name });
        let decisions = decisions.iter().map(|(deed, explanation)| Decision {
            to: deed.name(),
            allowed: explanation.allowed,
            because: &explanation.because,
            help: explanation.help.as_deref(),
            until: explanation.until,
        });
        Self {
            user: user.id,
            email: user.email.as_ref(),
            server: ServerView { id: thing.server.id, name: thing.server.name.as_str() },
            item,
            decisions: decisions.collect(),
        }
    }

    /// Who, and what.
    fn title(&self) -> String {
        let who = self.email.map_or(User::OWNER, Email::as_str);
        match &self.item {
            Some(item) => format!("{who}: {} {}/{}", item.kind, self.server.name, item.name),
            None => format!("{who}: server {}", self.server.name),
        }
    }
}

impl Decision<'_> {
    fn cells(&self) -> [String; 4] {
        let allowed = if self.allowed { "yes" } else { "no" };
        let until = self.until.map(|until| format!(", until {until}")).unwrap_or_default();
        let because = format!("{}{until}", self.because);
        [self.to.to_owned(), allowed.to_owned(), because, self.help.unwrap_or_default().to_owned()]
    }
}
