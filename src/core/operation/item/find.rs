//! From what a person typed to one server and the name that the item has there.

use super::list::{Item, list, list_of, naming};
use super::rights::Rights;
use super::servers;
use crate::core::access::Operation;
use crate::core::catalog::{UriTemplate, matching_effort};
use crate::core::model::{ListKind, Prefix, Server, ServerName};
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
    /// What its server lists it as: its name or URI, or a template that fits it.
    pub listed: Option<String>,
}

/// The tool or prompt that `text` names: as a client sees it, or as SERVER/NAME.
///
/// With the latter it need not be listed: servers may know more than they list.
pub async fn find_named(context: &Context, kind: ListKind, text: &str) -> Result<Target, Problem> {
    let target = named(context, kind, text).await?;
    usable(context, kind, target).await
}

/// The same, to be looked at: where it is listed, who acts need only know of it.
pub async fn find_known(context: &Context, kind: ListKind, text: &str) -> Result<Target, Problem> {
    let target = named(context, kind, text).await?;
    if target.item.is_some() { Ok(target) } else { usable(context, kind, target).await }
}

/// The item that `text` names, with its server and what it is, whether it may be used or not. It must be listed.
pub(super) async fn find(
    context: &Context,
    kind: ListKind,
    text: &str,
) -> Result<(Server, String, ListKind), Problem> {
    let kinds: &[ListKind] = match kind {
        ListKind::Resources => &[ListKind::Resources, ListKind::Templates],
        ListKind::Tools | ListKind::Prompts | ListKind::Templates => &[kind],
    };
    let split = split(context, text).await?;
    if let (Some(_), Some((Ok(name), _))) =
        (&split, text.split_once('/').map(|(name, rest)| (ServerName::parse(name), rest)))
    {
        server::get_one(context, Operation::ItemEdit, &name).await?;
    }
    for &kind in kinds {
        let items = match &split {
            Some((server, _)) => list_of(context, kind, vec![server.clone()], Effort::StartUnknown).await?,
            None => list(context, kind, None, Effort::StartUnknown).await?,
        };
        let is = |item: &&Item| match &split {
            Some((_, name)) => item.original == *name,
            None => item.advertised == text,
        };
        if let Some(item) = items.items.iter().find(is) {
            return Ok((servers::of(context, item).await?, item.original.clone(), kind));
        }
        if let (Some(_), Some((_, problem))) = (&split, items.failures.into_iter().next()) {
            return Err(problem);
        }
    }
    Err(absent(context, kind, text).await?)
}

async fn named(context: &Context, kind: ListKind, text: &str) -> Result<Target, Problem> {
    if let Some((server, name)) = split(context, text).await? {
        let items = list(context, kind, Some(&server.name), Effort::StartUnknown).await?;
        let item = items.items.into_iter().find(|item| item.original == name);
        let listed = item.as_ref().map(|item| item.original.clone());
        return Ok(Target { server, name, item, listed });
    }
    let items = list(context, kind, None, Effort::StartUnknown).await?;
    if let Some(item) = items.items.iter().find(|item| item.advertised == text) {
        return target(context, item.clone()).await;
    }
    // When a server that failed may have it, that is the answer.
    let rules = naming(context);
    let mut failures = items.failures.into_iter();
    let failure = failures.find(|(server, _)| rules.may_advertise(&server.alias, server.prefix, text));
    if let Some((_, problem)) = failure {
        return Err(problem);
    }
    Err(absent(context, kind, text).await?)
}

/// The resource that `text` names: by a listed URI, as SERVER/URI, by a template that it fits, or on `only` that server.
pub async fn find_resource(
    context: &Context,
    text: &str,
    only: Option<&ServerName>,
) -> Result<Target, Problem> {
    let target = resource(context, text, only).await?;
    usable(context, ListKind::Resources, target).await
}

async fn resource(context: &Context, text: &str, only: Option<&ServerName>) -> Result<Target, Problem> {
    if let Some(name) = only {
        let server = servers::get_enabled(context, name).await?;
        return Ok(Target { server, name: text.to_owned(), item: None, listed: None });
    }
    let mut resources = list(context, ListKind::Resources, None, Effort::StartUnknown).await?;
    if let Some(item) = resources.items.iter().find(|item| item.advertised == text) {
        return target(context, item.clone()).await;
    }
    if let Some((server, name)) = split(context, text).await? {
        return Ok(Target { server, name, item: None, listed: None });
    }
    let templates = list(context, ListKind::Templates, None, Effort::StartUnknown).await?;
    if let Some(item) = fitting(&templates.items, text) {
        let server = servers::of(context, item).await?;
        let listed = Some(item.original.clone());
        return Ok(Target { server, name: text.to_owned(), item: None, listed });
    }
    if let Some((_, problem)) = resources.failures.pop() {
        return Err(problem);
    }
    Err(absent(context, ListKind::Resources, text).await?)
}

/// `target`, unless who acts may not use it.
async fn usable(context: &Context, kind: ListKind, target: Target) -> Result<Target, Problem> {
    let rights = Rights::new(context).await?;
    let unlisted = kind == ListKind::Resources && target.item.is_none();
    let own = rights.refusal(&target.server, kind, &target.name);
    let templates = || unlisted.then(|| rights.template_refusal(&target.server, &target.name)).flatten();
    let Some(because) = own.or_else(templates) else { return Ok(target) };
    if !rights.knows(&target.server, kind, &target.name) {
        return Err(unknown(kind, &target.name));
    }
    let noun = noun(kind);
    let message = format!("the {noun} {} of {} can't be used: {because}", target.name, target.server.name);
    let problem = Problem::new(ProblemKind::Denied, message);
    let off = !rights.narrowing(&target.server, kind, &target.name).enabled;
    Err(if off {
        problem.hint(format!("mcpgw {noun} enable {}/{}", target.server.name, target.name))
    } else {
        problem
    })
}

/// The template that says most of `uri`.
fn fitting<'a>(templates: &'a [Item], uri: &str) -> Option<&'a Item> {
    let fitting = templates.iter().filter_map(|item| {
        let template = UriTemplate::parse(&item.original);
        template.matches(uri, &mut matching_effort(1)).then(|| (template.literal_length(), item))
    });
    fitting.max_by_key(|(literal, _)| *literal).map(|(_, item)| item)
}

async fn target(context: &Context, item: Item) -> Result<Target, Problem> {
    let server = servers::of(context, &item).await?;
    let name = item.original.clone();
    Ok(Target { server, listed: Some(name.clone()), name, item: Some(item) })
}

/// SERVER/NAME, when there is such a server; it must be enabled.
async fn split(context: &Context, text: &str) -> Result<Option<(Server, String)>, Problem> {
    let Some((server, name)) = text.split_once('/') else { return Ok(None) };
    let Ok(server) = ServerName::parse(server) else { return Ok(None) };
    let server = servers::find(context, &server).await?;
    server.map(|server| Ok((server::enabled(server)?, name.to_owned()))).transpose()
}

/// Why nobody has `text`: the server that would have it is disabled, or there is none.
async fn absent(context: &Context, kind: ListKind, text: &str) -> Result<Problem, Problem> {
    let rules = naming(context);
    for server in servers::all(context).await?.into_iter().filter(|server| !server.enabled) {
        let name = server.name.clone();
        let by_prefix = kind == ListKind::Tools || kind == ListKind::Prompts;
        let prefixed = by_prefix
            && server.prefix == Prefix::Alias
            && rules.may_advertise(&server.alias, server.prefix, text);
        if prefixed || listed(context, kind, server, text).await? {
            return Ok(server::disabled(&name));
        }
    }
    Ok(unknown(kind, text))
}

/// Whether `server` is known to have what clients would see as `text`.
async fn listed(context: &Context, kind: ListKind, server: Server, text: &str) -> Result<bool, Problem> {
    let items = list_of(context, kind, vec![server.clone()], Effort::Kept).await?.items;
    let named = items.iter().any(|item| item.advertised == text);
    if named || kind != ListKind::Resources {
        return Ok(named);
    }
    let templates = list_of(context, ListKind::Templates, vec![server], Effort::Kept).await?.items;
    Ok(fitting(&templates, text).is_some())
}

fn unknown(kind: ListKind, text: &str) -> Problem {
    let noun = noun(kind);
    Problem::new(ProblemKind::NotFound, format!("there is no {noun} {text}"))
        .hint(format!("mcpgw {noun} list"))
}

fn noun(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Tools => "tool",
        ListKind::Prompts => "prompt",
        ListKind::Resources | ListKind::Templates => "resource",
    }
}
