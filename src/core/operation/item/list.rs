//! Lists items under the names that `mcpgw stdio` gives them.

use super::rights::Rights;
use super::servers;
use crate::core::catalog::{Listing, Merged, NamingRules, Source};
use crate::core::model::{Catalogue, ListKind, Server, ServerId, ServerName};
use crate::core::operation::Context;
use crate::core::operation::offered::{Effort, Offering, offered};
use crate::core::problem::Problem;

/// One item.
#[derive(Debug, Clone)]
pub struct Item {
    /// Whose it is.
    pub server: ServerName,
    /// The same, for ever.
    pub server_id: ServerId,
    /// The name or URI that a client sees.
    pub advertised: String,
    /// The name or URI that its server gave it: untrusted text.
    pub original: String,
    /// The item as its server sent it.
    pub raw: Box<[u8]>,
    /// Why who acts may not use it, though they may know of it.
    pub refusal: Option<String>,
    /// Whether it is switched off: nobody may use it.
    pub is_disabled: bool,
}

/// An item that no client sees, since another server has the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concealed {
    /// Whose it is.
    pub server: ServerName,
    /// The same, for ever.
    pub server_id: ServerId,
    /// The name that it would have.
    pub name: String,
    /// Who has that name.
    pub kept_by: ServerName,
}

/// All items of one kind.
#[derive(Debug, Default)]
pub struct Items {
    /// What clients see, in the order in which they see it.
    pub items: Vec<Item>,
    /// What they don't see.
    pub concealed: Vec<Concealed>,
    /// Servers whose items are not known, and why.
    pub failures: Vec<(Server, Problem)>,
}

/// The items of `kind` that sessions advertise: of all enabled servers, or of `only` one, which must be enabled.
pub async fn list(
    context: &Context,
    kind: ListKind,
    only: Option<&ServerName>,
    effort: Effort,
) -> Result<Items, Problem> {
    let servers: Vec<Server> = match only {
        Some(name) => vec![servers::get_enabled(context, name).await?],
        None => servers::all(context).await?.into_iter().filter(|server| server.enabled).collect(),
    };
    list_of(context, kind, servers, effort).await
}

/// The items of `kind` that sessions would advertise if just these were the enabled servers.
pub(super) async fn list_of(
    context: &Context,
    kind: ListKind,
    servers: Vec<Server>,
    effort: Effort,
) -> Result<Items, Problem> {
    let mut known: Vec<(Server, Catalogue)> = Vec::new();
    let mut failures = Vec::new();
    for Offering { server, catalogue } in offered(context, servers, effort).await? {
        match catalogue {
            Ok(catalogue) => known.push((server, catalogue)),
            Err(problem) => failures.push((server, problem)),
        }
    }
    let rights = Rights::new(context).await?;
    let (mut items, concealed) = merge(context, kind, &known, &rights);
    items.extend(refused(context, kind, &known, &rights));
    Ok(Items { items, concealed, failures })
}

fn listing(kind: ListKind, catalogue: &Catalogue) -> Listing {
    Listing::from_items(kind, catalogue.items(kind).iter(), None)
}

/// What may be known of and not used, under the names that it would have.
fn refused(
    context: &Context,
    kind: ListKind,
    known: &[(Server, Catalogue)],
    rights: &Rights<'_>,
) -> Vec<Item> {
    let rules = naming(context);
    let mut refused = Vec::new();
    for (server, catalogue) in known {
        for item in listing(kind, catalogue).iter() {
            let original = item.key_text();
            let Some(refusal) = rights.refusal(server, kind, &original) else { continue };
            if !rights.knows(server, kind, &original) {
                continue;
            }
            let advertised = match kind {
                ListKind::Tools | ListKind::Prompts => {
                    rules.advertise(&server.alias, server.prefix, &original)
                }
                ListKind::Resources | ListKind::Templates => original.clone(),
            };
            refused.push(Item {
                is_disabled: !rights.narrowing(server, kind, &original).enabled,
                server: server.name.clone(),
                server_id: server.id,
                advertised,
                original,
                raw: item.whole.of(item.page).into(),
                refusal: Some(refusal),
            });
        }
    }
    refused
}

fn merge(
    context: &Context,
    kind: ListKind,
    known: &[(Server, Catalogue)],
    rights: &Rights<'_>,
) -> (Vec<Item>, Vec<Concealed>) {
    let usable = |(server, catalogue): &(Server, Catalogue)| {
        listing(kind, catalogue).filtered(|item| rights.refusal(server, kind, item).is_none())
    };
    let listings: Vec<_> = known.iter().map(usable).collect();
    let sources: Vec<_> = known
        .iter()
        .zip(&listings)
        .enumerate()
        .map(|(child, ((server, _), listing))| Source {
            child,
            alias: &server.alias,
            prefix: server.prefix,
            listing,
        })
        .collect();
    let merged = Merged::new(kind, &sources, &naming(context));
    let items = merged.items(&sources).map(|(advertised, child, item)| Item {
        server: known[child].0.name.clone(),
        server_id: known[child].0.id,
        advertised,
        original: item.key_text(),
        raw: item.whole.of(item.page).into(),
        refusal: None,
        is_disabled: false,
    });
    let concealed = merged.hidden().iter().map(|hidden| Concealed {
        server: known[hidden.child].0.name.clone(),
        server_id: known[hidden.child].0.id,
        name: hidden.name.clone(),
        kept_by: known[hidden.kept_by].0.name.clone(),
    });
    (items.collect(), concealed.collect())
}

/// The rules that `mcpgw stdio` names by.
pub(in crate::core::operation) fn naming(context: &Context) -> NamingRules {
    let naming = &context.settings.naming;
    NamingRules { separator: naming.separator.clone(), max_length: naming.max_length }
}
