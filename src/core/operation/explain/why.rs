//! The decisions about one thing, in the words of a person.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Thing;
use super::find::find;
use crate::core::access::{self, Action, Explanation, Method, Narrowing, Operation, Principal, Row, Target};
use crate::core::model::{ListKind, Team, TeamId, User};
use crate::core::operation::Context;
use crate::core::operation::authority::row;
use crate::core::operation::item::rights::Rights;
use crate::core::operation::user::{self, Who};
use crate::core::problem::Problem;
use crate::core::store::{ItemRules, StoreError};

/// All decisions about one thing.
#[derive(Debug)]
pub struct Explained {
    /// What it is.
    pub thing: Thing,
    /// Whether somebody may do each of these, and why.
    pub decisions: Vec<(Deed, Explanation)>,
}

/// What may be done with a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// To know that it is there, and see how it is set up.
    See,
    /// To use it from an MCP client, which is to be shown it there.
    Use,
    /// To change it.
    Change,
}

impl Deed {
    /// One word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::Use => "use",
            Self::Change => "change",
        }
    }
}

/// Whether, and why, `who` may see, use and change what `text` names: a server, one of its items as SERVER/ITEM, or an item as
/// clients see it. Who acts must be allowed to see both.
pub async fn explain(context: &Context, who: &Who, text: &str) -> Result<(User, Vec<Explained>), Problem> {
    let account = user::find(context, who, Operation::Explain).await?;
    let is_own = account.user.id == context.principal.user();
    let principal = if is_own {
        context.principal.as_ref().clone()
    } else {
        let none = || Problem::from(StoreError::NoUser(who.to_string()));
        context.store.principal(account.user.id).await?.ok_or_else(none)?
    };
    let (teams, rules) = (context.store.teams().await?, context.store.item_rules().await?);
    let now = context.clock.now();
    let things = find(context, text).await?;
    let decided = things.into_iter().map(|thing| decided(&principal, thing, (&teams, &rules), now));
    let mut explained: Vec<_> = decided.collect();
    if is_own {
        let rights = Rights::new(context).await?;
        for explained in &mut explained {
            narrow_by_token(&rights, explained);
        }
    }
    Ok((account.user, explained))
}

fn decided(
    principal: &Principal,
    thing: Thing,
    (teams, rules): (&BTreeMap<TeamId, Team>, &ItemRules),
    now: Timestamp,
) -> Explained {
    let row = narrowed(row(&thing.server, teams), &thing, rules);
    let kind = thing.item.as_ref().map(|(kind, _)| *kind);
    let decisions = [Deed::See, Deed::Use, Deed::Change].map(|deed| {
        let action = action(deed, kind);
        (deed, access::explain(principal, action, &Target::Row(row), now))
    });
    Explained { thing, decisions: decisions.into() }
}

/// What the token of who acts is not for can't be used with it.
fn narrow_by_token(rights: &Rights<'_>, Explained { thing, decisions }: &mut Explained) {
    let Some((kind, name)) = &thing.item else { return };
    if rights.passes(&thing.server, *kind, name) {
        return;
    }
    let uses = decisions.iter_mut().filter(|(deed, found)| *deed == Deed::Use && found.allowed);
    for (_, found) in uses {
        let because = "the token is not for it".to_owned();
        *found = Explanation { allowed: false, because, help: None, until: None };
    }
}

fn narrowed(row: Row, thing: &Thing, rules: &ItemRules) -> Row {
    let Some((kind, name)) = &thing.item else { return row };
    let mut rules = rules.get(&thing.server.id).into_iter().flatten();
    let rule = rules.find(|rule| rule.kind == *kind && rule.name == *name);
    row.item(rule.map_or(Narrowing::NONE, |rule| rule.narrowing))
}

fn action(deed: Deed, kind: Option<ListKind>) -> Action {
    match (deed, kind) {
        (Deed::See, None) => Action::Operation(Operation::ServerShow),
        (Deed::See, Some(ListKind::Tools)) => Action::Operation(Operation::ToolShow),
        (Deed::See, Some(ListKind::Prompts)) => Action::Operation(Operation::PromptShow),
        (Deed::See, Some(ListKind::Resources | ListKind::Templates)) => {
            Action::Operation(Operation::ResourceShow)
        }
        (Deed::Use, None) => Action::Method(Method::Join),
        (Deed::Use, Some(kind)) => Action::Method(Method::List(kind)),
        (Deed::Change, None) => Action::Operation(Operation::ServerEdit),
        (Deed::Change, Some(_)) => Action::Operation(Operation::ItemEdit),
    }
}
