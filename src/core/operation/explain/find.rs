//! From what a person typed to a server, or to one item of it.

use crate::core::catalog::Listing;
use crate::core::model::{ListKind, Server, ServerName, Sighting};
use crate::core::operation::item::naming;
use crate::core::operation::server::Known;
use crate::core::operation::{Context, server};
use crate::core::problem::{Problem, ProblemKind};

/// What is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The server.
    pub server: Server,
    /// The one item of it: what it is, and its name, URI or template there. Untrusted.
    pub item: Option<(ListKind, String)>,
}

/// What `text` names of that which who acts may know of: SERVER, SERVER/ITEM, or an item by the name that clients see. More than
/// one thing where a tool and a prompt have one name.
pub(super) async fn find(context: &Context, text: &str) -> Result<Vec<Thing>, Problem> {
    if let Ok(name) = ServerName::parse(text)
        && let Some(server) = server::find(context, &name).await?
    {
        return Ok(vec![Thing { server, item: None }]);
    }
    let things = match split(context, text).await? {
        Some((known, name)) => items(&known, |_, original| original == name),
        None => advertised(context, text).await?,
    };
    if things.is_empty() { Err(unknown(text)) } else { Ok(things) }
}

/// The items that clients see under this name, or would if they might.
async fn advertised(context: &Context, text: &str) -> Result<Vec<Thing>, Problem> {
    let rules = naming(context);
    let named = |known: &Known| {
        let Server { alias, prefix, .. } = &known.server;
        items(known, |kind, original| match kind {
            ListKind::Tools | ListKind::Prompts => rules.advertise(alias, *prefix, original) == text,
            ListKind::Resources | ListKind::Templates => original == text,
        })
    };
    Ok(server::list_known(context).await?.iter().flat_map(named).collect())
}

/// SERVER/ITEM, when there is such a server.
async fn split<'a>(context: &Context, text: &'a str) -> Result<Option<(Known, &'a str)>, Problem> {
    let Some((name, item)) = text.split_once('/') else { return Ok(None) };
    let Ok(name) = ServerName::parse(name) else { return Ok(None) };
    if server::find(context, &name).await?.is_none() {
        return Ok(None);
    }
    Ok(Some((server::known(context, &name).await?, item)))
}

/// The items of a server that are meant, of those that it was seen to have.
fn items(known: &Known, is_meant: impl Fn(ListKind, &str) -> bool) -> Vec<Thing> {
    let Some(Sighting::Listed(catalogue)) = &known.sighting else { return Vec::new() };
    let of_kind = |kind: ListKind| {
        let listing = Listing::from_items(kind, catalogue.items(kind).iter(), None);
        let meant = listing.iter().map(|item| item.key_text()).find(|original| is_meant(kind, original));
        meant.map(|original| Thing { server: known.server.clone(), item: Some((kind, original)) })
    };
    ListKind::ALL.into_iter().filter_map(of_kind).collect()
}

fn unknown(text: &str) -> Problem {
    let message = format!("there is no server {text}, and none that is known to have it");
    Problem::new(ProblemKind::NotFound, message)
        .hint("mcpgw server list; mcpgw server test SERVER looks at what a server has")
}
