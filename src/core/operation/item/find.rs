//! From what a person typed to one server and the name that the item has there.

use super::list::{Item, list, naming};
use crate::core::catalog::{UriTemplate, matching_effort};
use crate::core::model::{ListKind, Server, ServerName};
use crate::core::operation::{Context, Effort, server};
use crate::core::problem::{Problem, ProblemKind};

/// Where a request goes.
#[derive(Debug)]
pub struct Target {
    /// The server.
    pub server: Server,
    /// The item's name or URI there.
    pub name: String,
    /// The item, where its server has listed it.
    pub item: Option<Item>,
}

/// The tool or prompt that `text` names: as a client sees it, or as SERVER/NAME.
///
/// With the latter it need not be listed: servers may know more than they list.
pub async fn find_named(context: &Context, kind: ListKind, text: &str) -> Result<Target, Problem> {
    if let Some((server, name)) = split(context, text).await? {
        let items = list(context, kind, Some(&server.name), Effort::StartUnknown).await?;
        let item = items.items.into_iter().find(|item| item.original == name);
        return Ok(Target { server, name, item });
    }
    let items = list(context, kind, None, Effort::StartUnknown).await?;
    if let Some(item) = items.items.iter().find(|item| item.advertised == text) {
        return target(context, item.clone()).await;
    }
    // When a server that failed may have it, that is the answer.
    let rules = naming(context);
    let mut failures = items.failures.into_iter();
    let failure = failures.find(|(server, _)| rules.may_advertise(&server.alias, server.prefix, text));
    Err(failure.map_or_else(|| unknown(kind, text), |(_, problem)| problem))
}

/// The resource that `text` names: by a listed URI, as SERVER/URI, by a template that it fits, or on `only` that server.
pub async fn find_resource(
    context: &Context,
    text: &str,
    only: Option<&ServerName>,
) -> Result<Target, Problem> {
    if let Some(name) = only {
        let server = server::get(context, name).await?;
        return Ok(Target { server, name: text.to_owned(), item: None });
    }
    let mut resources = list(context, ListKind::Resources, None, Effort::StartUnknown).await?;
    if let Some(item) = resources.items.iter().find(|item| item.advertised == text) {
        return target(context, item.clone()).await;
    }
    if let Some((server, name)) = split(context, text).await? {
        return Ok(Target { server, name, item: None });
    }
    let templates = list(context, ListKind::Templates, None, Effort::StartUnknown).await?;
    let fitting = templates.items.iter().filter_map(|item| {
        let template = UriTemplate::parse(&item.original);
        template.matches(text, &mut matching_effort(1)).then(|| (template.literal_length(), item))
    });
    if let Some((_, item)) = fitting.max_by_key(|(literal, _)| *literal) {
        let server = server::get(context, &item.server).await?;
        return Ok(Target { server, name: text.to_owned(), item: None });
    }
    if let Some((_, problem)) = resources.failures.pop() {
        return Err(problem);
    }
    Err(unknown(ListKind::Resources, text))
}

async fn target(context: &Context, item: Item) -> Result<Target, Problem> {
    let server = server::get(context, &item.server).await?;
    Ok(Target { server, name: item.original.clone(), item: Some(item) })
}

/// SERVER/NAME, when there is such a server.
async fn split(context: &Context, text: &str) -> Result<Option<(Server, String)>, Problem> {
    let Some((server, name)) = text.split_once('/') else { return Ok(None) };
    let Ok(server) = ServerName::parse(server) else { return Ok(None) };
    let server = context.store.server(&server).await?;
    Ok(server.map(|server| (server, name.to_owned())))
}

fn unknown(kind: ListKind, text: &str) -> Problem {
    let noun = match kind {
        ListKind::Tools => "tool",
        ListKind::Prompts => "prompt",
        ListKind::Resources | ListKind::Templates => "resource",
    };
    Problem::new(ProblemKind::NotFound, format!("there is no {noun} {text}"))
        .hint(format!("mcpgw {noun} list"))
}
