//! Lists of items, as clients see them.

use serde::Serialize;
use serde_json::value::RawValue;

use super::raw::Raw;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{ListKind, ServerName};
use crate::core::operation::item::{self, Item, Items};
use crate::core::operation::{self, Effort};
use crate::core::problem::Problem;

/// How much of a description a table shows, characters.
const SHOWN: usize = 80;

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

/// Why an item can't be used; else the first line of what the server says about it.
fn about(item: &Item) -> String {
    if let Some(refusal) = &item.refusal {
        return format!("can't be used: {refusal}");
    }
    let raw = Raw::new(&item.raw);
    let text = ["description", "title", "name"].iter().find_map(|member| raw.text_of(member));
    let text = text.unwrap_or_default();
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= SHOWN {
        return line.to_owned();
    }
    let cut: String = line.chars().take(SHOWN - 1).collect();
    format!("{cut}…")
}
