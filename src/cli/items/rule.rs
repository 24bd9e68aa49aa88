//! What is set for one tool, prompt or resource: off, or for fewer people than its server.

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::access::ItemVisibility;
use crate::core::model::{ListKind, Visibility};
use crate::core::operation::item::{RuleEdit, Ruled, set_rule};

/// Who may see an item, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum ItemReach {
    /// Whoever sees its server
    Inherit,
    /// The owner of its server
    Private,
    /// The members of its server's team
    Team,
    /// Everybody who sees its server
    Public,
}

/// Arguments of `enable` and `disable` of an item.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SwitchArgs {
    /// As clients see it, or as SERVER/NAME
    #[arg(value_name = "NAME|SERVER/NAME")]
    item: String,
    #[command(flatten)]
    mutation: Mutation,
}

/// Arguments of `edit` of an item.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct EditArgs {
    /// As clients see it, or as SERVER/NAME
    #[arg(value_name = "NAME|SERVER/NAME")]
    item: String,
    /// Who may see and use it: never more people than its server
    #[arg(long, value_name = "VISIBILITY")]
    visibility: ItemReach,
    #[command(flatten)]
    mutation: Mutation,
}

impl SwitchArgs {
    pub(in crate::cli) async fn run(
        self,
        context: &mut Context,
        kind: ListKind,
        enabled: bool,
    ) -> Result<Exit, CommandError> {
        let edit = RuleEdit { enabled: Some(enabled), visibility: None };
        let word = if enabled { "enabled" } else { "disabled" };
        set(context, kind, &self.item, edit, self.mutation.dry_run, word).await
    }
}

impl EditArgs {
    pub(in crate::cli) async fn run(
        self,
        context: &mut Context,
        kind: ListKind,
    ) -> Result<Exit, CommandError> {
        let (visibility, word) = match self.visibility {
            ItemReach::Inherit => (None, "as visible as its server"),
            ItemReach::Private => (Some(Visibility::Private), "private"),
            ItemReach::Team => (Some(Visibility::Team), "visible to the team"),
            ItemReach::Public => (Some(Visibility::Public), "public"),
        };
        let edit = RuleEdit { enabled: None, visibility: Some(visibility) };
        set(context, kind, &self.item, edit, self.mutation.dry_run, word).await
    }
}

async fn set(
    context: &mut Context,
    kind: ListKind,
    item: &str,
    edit: RuleEdit,
    dry_run: bool,
    word: &str,
) -> Result<Exit, CommandError> {
    let operations = context.operations().await?;
    let Ruled { item: (server, name), narrowing, changed } =
        set_rule(&operations, kind, item, edit, dry_run).await?;
    let visibility = match narrowing.visibility {
        ItemVisibility::At(visibility) => Some(visibility.name()),
        ItemVisibility::Inherited | ItemVisibility::Unknown => None,
    };
    let result = json!({
        "server": server, "name": name, "enabled": narrowing.enabled, "visibility": visibility,
        "changed": changed, "dry_run": dry_run,
    });
    context.output.show(&result, |page| {
        page.line(&match (changed, dry_run) {
            (true, false) => format!("{name} of {server} is {word} now"),
            (true, true) => format!("{name} of {server} would be {word}"),
            (false, _) => format!("{name} of {server} is {word} already"),
        });
    })?;
    Ok(Exit::Success)
}
