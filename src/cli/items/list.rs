//! Lists of items, as clients see them.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{ListKind, ServerName};
use crate::core::operation::item::{self, Item, Items};
use crate::core::operation::{self, Effort};
use crate::core::problem::Problem;
use crate::core::telling::item::about;

/// Arguments of every list of items.
#[derive(Debug, Clone, clap::Args)]
pub(in crate::cli) struct ListArgs {
    /// Only those of this server
    #[arg(long, value_name = "NAME", value_parser = ServerName::parse)]
    server: Option<ServerName>,

    /// Start the servers and ask them, whatever is known
    #[arg(long)]
    refresh: bool,
}

#[derive(Serialize)]
struct View<'a> {
    server: &'a ServerName,
    /// The name or URI that clients see.
    name: &'a str,
    /// The name or URI that the server gave it.
    original: &'a str,
    /// Why it can't be used; absent: it can.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<&'a str>,
    /// The item as the server sent it.
    definition: Option<Box<RawValue>>,
}

/// Prints the items of all `kinds`, and says on stderr which servers failed and what is hidden.
pub(in crate::cli) async fn list(
    context: &mut Context,
    args: ListArgs,
    kinds: &[ListKind],
    empty: &str,
) -> Result<Exit, CommandError> {
    let operations = context.operations().await?;
    let spinner = context.output.spinner();
    spinner.say("asking servers");
    let found = gather(&operations, &args, kinds).await;
    drop(spinner);
    let mut all = found?;
    if args.server.is_some()
        && let Some((_, problem)) = all.failures.pop()
    {
        return Err(problem.into());
    }
    let views: Vec<_> = all.items.iter().map(View::new).collect();
    context.output.show(&views, |page| {
        if all.items.is_empty() {
            page.remark(empty);
            return;
        }
        let rows =
            all.items.iter().map(|item| [item.advertised.clone(), item.server.to_string(), about(item)]);
        page.table(["NAME", "SERVER", "WHAT IT IS"], rows);
    })?;
    for concealed in &all.concealed {
        let (name, server, kept_by) = (&concealed.name, &concealed.server, &concealed.kept_by);
        context.output.note(&format!("note: {name} of {server} is hidden: {kept_by} has that name"))?;
    }
    for (_, problem) in &all.failures {
        context.output.warn(problem)?;
    }
    Ok(Exit::Success)
}

async fn gather(
    operations: &operation::Context,
    args: &ListArgs,
    kinds: &[ListKind],
) -> Result<Items, Problem> {
    let mut all = Items::default();
    for (position, kind) in kinds.iter().enumerate() {
        // One start tells all lists.
        let effort = if args.refresh && position == 0 { Effort::StartAll } else { Effort::StartUnknown };
        let found = item::list(operations, *kind, args.server.as_ref(), effort).await?;
        all.items.extend(found.items);
        all.concealed.extend(found.concealed);
        all.failures = found.failures;
    }
    Ok(all)
}

impl<'a> View<'a> {
    fn new(item: &'a Item) -> Self {
        let definition = String::from_utf8_lossy(&item.raw).into_owned();
        Self {
            server: &item.server,
            name: &item.advertised,
            original: &item.original,
            refusal: item.refusal.as_deref(),
            definition: RawValue::from_string(definition).ok(),
        }
    }
}
